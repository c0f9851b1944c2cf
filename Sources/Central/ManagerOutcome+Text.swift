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
        case .caseResolved(let id, let option):
            ["is": "case_resolved", "case": .text(id), "option": .text(option)]
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
        case "case_resolved":
            return .caseResolved(id: try text("case"), option: try text("option"))
        case "refused": return try ManagerRefusal(fields).map { .refused($0) }
        default: return nil
        }
    }
}

extension ManagerRefusal {
    fileprivate var encoded: CanonicalObject {
        func refused(_ why: CanonicalValue, _ key: String? = nil, _ value: String = "")
            -> CanonicalObject
        {
            var object: CanonicalObject = ["is": "refused", "why": why]
            if let key { object[key] = .text(value) }
            return object
        }
        switch self {
        case .noStation: return refused("no_station")
        case .stationExists(let station): return refused("station_exists", "station", station)
        case .badValue(let field): return refused("bad_value", "field", field)
        case .labelTaken(let label): return refused("label_taken", "label", label)
        case .unknownDevice(let label): return refused("unknown_device", "label", label)
        case .unknownFact(let fact): return refused("unknown_fact", "fact", fact)
        case .notPending(let fact): return refused("not_pending", "fact", fact)
        case .otherLedger: return refused("other_ledger")
        case .nothingChanges: return refused("nothing_changes")
        case .unknownCase(let id): return refused("unknown_case", "case", id)
        case .caseClosed(let id, let resolution):
            var object = refused("case_closed", "case", id)
            object["res"] = .text(resolution)
            return object
        case .staleCase(let id, let version):
            var object = refused("stale_case", "case", id)
            object["v"] = .integer(version)
            return object
        case .notAnOption(let id, let options):
            var object = refused("not_an_option", "case", id)
            object["options"] = .list(options.map { .text($0) })
            return object
        case .nothingToRead(let lines):
            var object = refused("nothing_to_read")
            object["lines"] = .list(lines.map { .integer($0) })
            return object
        case .tooManyDirectives(let label):
            return refused("too_many_directives", "label", label)
        case .alreadyDirected(let label, let what):
            var object = refused("already_directed", "label", label)
            object["what"] = .text(what)
            return object
        case .neverExchanged(let label): return refused("never_exchanged", "label", label)
        case .wiped(let label): return refused("wiped", "label", label)
        case .notActive(let label): return refused("not_active", "label", label)
        case .tooOld(let label): return refused("too_old", "label", label)
        case .unknownSetting(let name): return refused("unknown_setting", "name", name)
        case .orders(let problems):
            var object = refused("orders")
            object["problems"] = .list(
                problems.map {
                    [.integer($0.line), .text($0.field), .text($0.reason.rawValue)]
                })
            return object
        }
    }

    fileprivate init?(_ fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        switch try text("why") {
        case "no_station": self = .noStation
        case "station_exists": self = .stationExists(station: try text("station"))
        case "bad_value": self = .badValue(field: try text("field"))
        case "label_taken": self = .labelTaken(label: try text("label"))
        case "unknown_device": self = .unknownDevice(label: try text("label"))
        case "unknown_fact": self = .unknownFact(fact: try text("fact"))
        case "too_many_directives": self = .tooManyDirectives(label: try text("label"))
        case "already_directed":
            self = .alreadyDirected(label: try text("label"), what: try text("what"))
        case "never_exchanged": self = .neverExchanged(label: try text("label"))
        case "wiped": self = .wiped(label: try text("label"))
        case "not_active": self = .notActive(label: try text("label"))
        case "too_old": self = .tooOld(label: try text("label"))
        case "unknown_setting": self = .unknownSetting(name: try text("name"))
        case "not_pending": self = .notPending(fact: try text("fact"))
        case "other_ledger": self = .otherLedger
        case "nothing_changes": self = .nothingChanges
        case "unknown_case": self = .unknownCase(id: try text("case"))
        case "case_closed":
            self = .caseClosed(id: try text("case"), resolution: try text("res"))
        case "stale_case":
            self = .staleCase(id: try text("case"), version: try fields.integer("v"))
        case "not_an_option":
            self = .notAnOption(
                id: try text("case"),
                options: try fields.list("options", max: CaseOption.allCases.count)
                    .compactMap(\.text))
        case "nothing_to_read":
            self = .nothingToRead(
                lines: try fields.list("lines", max: Central.linesReadAgainMax)
                    .compactMap(\.integer))
        case "orders":
            var problems: [OrderProblem] = []
            for value in try fields.list("problems", max: OrderFile.ordersMax * 4) {
                guard let parts = value.list, parts.count == 3, let line = parts[0].integer,
                    let field = parts[1].text, let word = parts[2].text,
                    let reason = OrderProblem.Reason(rawValue: word)
                else { return nil }
                problems.append(OrderProblem(line: line, field: field, reason: reason))
            }
            self = .orders(problems)
        default: return nil
        }
    }
}
