import CentralStore
import Domain
package import SyncProtocol

/// The outcome of an action as it travels back over the local socket.
extension ManagerOutcome {
    /// The canonical object of the outcome.
    package var encoded: CanonicalObject {
        switch self {
        case .initialised(let station, let epoch):
            ["is": "initialised", "station": .text(station), "epoch": .text(epoch)]
        case .personSet(let person, let isNew):
            ["is": "person_set", "person": .text(person), "new": .bool(isNew)]
        case .deviceSlot(let label, let code, let until):
            [
                "is": "device_slot", "label": .text(label), "code": .text(code),
                "until": .integer(until),
            ]
        case .deviceSet(let label, let state, let isChanged):
            [
                "is": "device_set", "label": .text(label), "state": .text(state.rawValue),
                "changed": .bool(isChanged),
            ]
        case .unlockCode(let label, let code, let hours):
            [
                "is": "unlock_code", "label": .text(label), "code": .text(code),
                "hours": .integer(hours),
            ]
        case .settingSet(let name, let value):
            ["is": "setting_set", "name": .text(name), "value": .text(value)]
        case .versionRequired(let required):
            required.map {
                [
                    "is": "version_required", "min": .text($0.version),
                    "by": .integer($0.byMilliseconds),
                ]
            } ?? ["is": "version_required"]
        case .directed(let label, let id, let what):
            ["is": "directed", "label": .text(label), "id": .text(id), "what": .text(what)]
        case .ordersImported(let count): ["is": "orders_imported", "count": .integer(count)]
        case .paymentSettled(let fact): ["is": "payment_settled", "fact": .text(fact)]
        case .backupNoted(let count): ["is": "backup_noted", "streams": .integer(count)]
        case .readAgain(let outcomes):
            [
                "is": "read_again",
                "lines": .list(
                    outcomes.map { [.integer($0.number), .text($0.before), .text($0.after)] }),
            ]
        case .remarked(let line): ["is": "remarked", "line": .integer(line)]
        case .dayStands(let day, let state):
            ["is": "day_stands", "day": .text(day), "state": .text(state.rawValue)]
        case .dispatched(let id): ["is": "dispatched", "id": .text(id)]
        case .reweighed(let parcel, let grams, let difference):
            difference.map {
                [
                    "is": "reweighed", "parcel": .text(parcel), "g": .integer(grams),
                    "fen": .integer($0),
                ]
            } ?? ["is": "reweighed", "parcel": .text(parcel), "g": .integer(grams)]
        case .deskDone(let id): ["is": "desk_done", "id": .text(id)]
        case .caseResolved(let id, let option):
            ["is": "case_resolved", "case": .text(id), "option": .text(option)]
        case .packPublished(let name, let version, let isBuiltIn):
            [
                "is": "pack_published", "name": .text(name), "ver": .integer(version),
                "built_in": .bool(isBuiltIn),
            ]
        case .viewNoted(let blob): ["is": "view_noted", "blob": .text(blob)]
        case .refused(let refusal): refusal.encoded
        }
    }

    /// Reads what `encoded` wrote; nil for anything else.
    package init?(_ object: CanonicalObject) {
        let fields = FieldReader(object)
        do throws(FieldError) {
            guard let outcome = try ManagerOutcome.read(fields) else { return nil }
            self = outcome
        } catch {
            return nil
        }
    }

    private static func read(_ fields: FieldReader) throws(FieldError) -> ManagerOutcome? {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        switch try text("is") {
        case "initialised":
            return .initialised(station: try text("station"), epoch: try text("epoch"))
        case "person_set":
            return .personSet(person: try text("person"), isNew: try fields.bool("new"))
        case "device_slot":
            return .deviceSlot(
                label: try text("label"), code: try text("code"),
                validUntilMilliseconds: try fields.integer("until"))
        case "device_set":
            guard let state = Domain.DeviceState(rawValue: try text("state")) else { return nil }
            return .deviceSet(
                label: try text("label"), state: state, isChanged: try fields.bool("changed"))
        case "unlock_code":
            return .unlockCode(
                label: try text("label"), code: try text("code"),
                hours: try fields.integer("hours"))
        case "setting_set":
            return .settingSet(name: try text("name"), value: try text("value"))
        case "version_required":
            let version = try fields.textIfPresent("min", max: ManagerAction.textLengthMax)
            guard let version else { return .versionRequired(nil) }
            return .versionRequired(
                DeviceSettings.RequiredVersion(
                    version: version, byMilliseconds: try fields.integer("by")))
        case "directed":
            return .directed(
                label: try text("label"), id: try text("id"), what: try text("what"))
        case "orders_imported": return .ordersImported(count: try fields.integer("count"))
        case "payment_settled": return .paymentSettled(fact: try text("fact"))
        case "backup_noted": return .backupNoted(streams: try fields.integer("streams"))
        case "read_again":
            var outcomes: [Rereading] = []
            for value in try fields.list("lines", max: Central.linesReadAgainMax) {
                guard let parts = value.list, parts.count == 3, let number = parts[0].integer,
                    let before = parts[1].text, let after = parts[2].text
                else { return nil }
                outcomes.append(Rereading(number: number, before: before, after: after))
            }
            return .readAgain(outcomes)
        case "remarked": return .remarked(line: try fields.integer("line"))
        case "day_stands":
            guard let state = DayState(rawValue: try text("state")) else { return nil }
            return .dayStands(day: try text("day"), state: state)
        case "dispatched": return .dispatched(try text("id"))
        case "reweighed":
            return .reweighed(
                parcel: try text("parcel"), chargeableGrams: try fields.integer("g"),
                differenceFen: try fields.integerIfPresent(
                    "fen", in: -Fen.amountMax...Fen.amountMax))
        case "desk_done": return .deskDone(try text("id"))
        case "case_resolved":
            return .caseResolved(id: try text("case"), option: try text("option"))
        case "pack_published":
            return .packPublished(
                name: try text("name"), version: try fields.integer("ver"),
                isBuiltIn: try fields.bool("built_in"))
        case "view_noted": return .viewNoted(blob: try text("blob"))
        case "refused": return try ManagerRefusal(fields).map { .refused($0) }
        default: return nil
        }
    }
}
