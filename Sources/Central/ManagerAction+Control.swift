import Domain
import SyncProtocol

/// The actions that open handhelds and set what holds for them, as they travel.
extension ManagerAction {
    /// Nothing for every other action.
    var encodedControl: CanonicalObject {
        switch self {
        case .unlock(let label, let challenge, let reason):
            [
                "do": "unlock", "label": .text(label), "challenge": .text(challenge),
                "reason": .text(reason),
            ]
        case .setSetting(let name, let value):
            ["do": "set_setting", "name": .text(name), "value": .text(value)]
        case .requireVersion(let required):
            required.map {
                [
                    "do": "require_version", "min": .text($0.version),
                    "by": .integer($0.byMilliseconds),
                ]
            } ?? ["do": "require_version"]
        case .resolveCase(let id, let option, let version, let note):
            resolveCase(id, option, version, note)
        case .dispatch(let order, let seen): dispatch(order, seen)
        case .day(let order, let day): self.day(order, day)
        case .desk(let act): ["do": "desk", "act": .object(act.encoded)]
        case .pack(let order): ["do": "pack", "order": .object(order.encoded)]
        case .noteView(let blob): ["do": "note_view", "blob": .text(blob)]
        case .noteEvidence(let parcel, let digest, let isFull):
            [
                "do": "note_evidence", "parcel": .text(parcel), "digest": .text(digest),
                "full": .bool(isFull),
            ]
        case .initialise, .setPerson, .addDevice, .setDevice, .direct, .importOrders,
            .settlePayment, .noteBackup, .readAgain, .remark:
            [:]
        }
    }

    private func day(_ order: DayOrder, _ day: String?) -> CanonicalObject {
        var object: CanonicalObject = ["do": "day", "order": .object(order.encoded)]
        object["day"] = day.map { .text($0) }
        return object
    }

    private func dispatch(_ order: DispatchOrder, _ seen: Int?) -> CanonicalObject {
        var object: CanonicalObject = ["do": "dispatch", "order": .object(order.encoded)]
        object["v"] = seen.map { .integer($0) }
        return object
    }

    private func resolveCase(
        _ id: String, _ option: String, _ version: Int?, _ note: String?
    ) -> CanonicalObject {
        var object: CanonicalObject = [
            "do": "resolve_case", "case": .text(id), "option": .text(option),
        ]
        object["v"] = version.map { .integer($0) }
        object["note"] = note.map { .text($0) }
        return object
    }

    /// Reads one of them; nil for anything else.
    static func readControl(_ fields: FieldReader) throws(FieldError) -> ManagerAction? {
        switch try fields.text("do", max: 20) {
        case "unlock":
            return .unlock(
                label: try fields.text("label", max: textLengthMax),
                challenge: try fields.text("challenge", max: textLengthMax),
                reason: try fields.text("reason", max: textLengthMax))
        case "set_setting":
            return .setSetting(
                name: try fields.text("name", max: textLengthMax),
                value: try fields.text("value", max: textLengthMax))
        case "day":
            guard let order = try DayOrder(FieldReader(try fields.object("order"))) else {
                return nil
            }
            return .day(order, day: try fields.textIfPresent("day", max: textLengthMax))
        case "dispatch":
            guard let order = try DispatchOrder(FieldReader(try fields.object("order"))) else {
                return nil
            }
            return .dispatch(order, seen: try fields.integerIfPresent("v"))
        case "desk":
            return try DeskAct(FieldReader(try fields.object("act"))).map { .desk($0) }
        case "resolve_case":
            return .resolveCase(
                id: try fields.text("case", max: textLengthMax),
                option: try fields.text("option", max: textLengthMax),
                version: try fields.integerIfPresent("v"),
                note: try fields.textIfPresent("note", max: textLengthMax))
        case "pack":
            return try PackOrder(FieldReader(try fields.object("order"))).map { .pack($0) }
        case "note_view":
            return .noteView(blob: try fields.text("blob", max: textLengthMax))
        case "note_evidence":
            return .noteEvidence(
                parcel: try fields.text("parcel", max: textLengthMax),
                digest: try fields.text("digest", max: textLengthMax),
                isFull: try fields.bool("full"))
        case "require_version":
            guard let version = try fields.textIfPresent("min", max: textLengthMax) else {
                return .requireVersion(nil)
            }
            return .requireVersion(
                DeviceSettings.RequiredVersion(
                    version: version, byMilliseconds: try fields.integer("by")))
        default: return nil
        }
    }
}
