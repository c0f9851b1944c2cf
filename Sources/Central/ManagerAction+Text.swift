import CentralStore
import Domain
package import SyncProtocol

/// A manager's action as it travels over the local socket between two programs of one version.
extension ManagerAction {
    /// The canonical object of the action.
    package var encoded: CanonicalObject {
        switch self {
        case .initialise(let setup):
            var object: CanonicalObject = [
                "do": "initialise", "station": .text(setup.station), "name": .text(setup.name),
                "zone": .integer(setup.zoneMinutes),
            ]
            object["hotline"] = setup.hotline.map { .text($0) }
            return object
        case .setPerson(let setup):
            var object: CanonicalObject = [
                "do": "set_person", "person": .text(setup.person), "name": .text(setup.name),
                "caps": .list(setup.capabilities.map { .text($0) }),
                "active": .bool(setup.isActive),
            ]
            object["pin"] = setup.pinVerifier.map { .text($0) }
            return object
        case .addDevice(let label): return ["do": "add_device", "label": .text(label)]
        case .setDevice(let label, let state, let reason):
            return [
                "do": "set_device", "label": .text(label), "state": .text(state.rawValue),
                "reason": .text(reason),
            ]
        case .unlock, .setSetting, .requireVersion, .resolveCase, .dispatch, .desk, .day,
            .noteView, .noteEvidence, .pack:
            return encodedControl
        case .direct(let label, let order, let reason):
            return [
                "do": "direct", "label": .text(label), "order": .object(order.encoded),
                "reason": .text(reason),
            ]
        case .importOrders(let orders):
            return ["do": "import_orders", "orders": .list(orders.map { .object($0.encoded) })]
        case .settlePayment(let fact, let isConfirmed, let reference):
            var object: CanonicalObject = [
                "do": "settle_payment", "fact": .text(fact), "confirmed": .bool(isConfirmed),
            ]
            object["ref"] = reference.map { .text($0) }
            return object
        case .noteBackup(let backup): return backup.encoded
        case .readAgain(let lines, let reason, let isTrial):
            return [
                "do": "read_again", "lines": .list(lines.map { .integer($0) }),
                "reason": .text(reason), "trial": .bool(isTrial),
            ]
        case .remark(let line, let text, let isClosing):
            return [
                "do": "remark", "line": .integer(line), "text": .text(text),
                "closes": .bool(isClosing),
            ]
        }
    }

    /// Reads what `encoded` wrote; nil for anything else.
    package init?(_ object: CanonicalObject) {
        let fields = FieldReader(object)
        do throws(FieldError) {
            guard let action = try ManagerAction.read(fields) else { return nil }
            self = action
        } catch {
            return nil
        }
    }

    /// The longest text of an action; what a value may hold is checked where it is used.
    static let textLengthMax = 1_000

    private static func read(_ fields: FieldReader) throws(FieldError) -> ManagerAction? {
        switch try fields.text("do", max: 20) {
        case "initialise":
            return .initialise(
                StationSetup(
                    station: try fields.text("station", max: textLengthMax),
                    name: try fields.text("name", max: textLengthMax),
                    hotline: try fields.textIfPresent("hotline", max: textLengthMax),
                    zoneMinutes: try fields.integer("zone", in: -1440...1440)))
        case "set_person":
            return .setPerson(
                PersonSetup(
                    person: try fields.text("person", max: textLengthMax),
                    name: try fields.text("name", max: textLengthMax),
                    capabilities: try fields.texts("caps", max: Capability.allCases.count),
                    pinVerifier: try fields.textIfPresent("pin", max: textLengthMax),
                    isActive: try fields.bool("active")))
        case "add_device": return .addDevice(label: try fields.text("label", max: textLengthMax))
        case "set_device":
            guard let state = Domain.DeviceState(rawValue: try fields.text("state", max: 20)) else {
                return nil
            }
            return .setDevice(
                label: try fields.text("label", max: textLengthMax), state: state,
                reason: try fields.text("reason", max: textLengthMax))
        case "direct":
            guard let order = try ManagerOrder(FieldReader(try fields.object("order"))) else {
                return nil
            }
            return .direct(
                label: try fields.text("label", max: textLengthMax), order: order,
                reason: try fields.text("reason", max: textLengthMax))
        case "import_orders":
            var orders: [ImportedOrder] = []
            for value in try fields.list("orders", max: OrderFile.ordersMax) {
                guard let object = value.object else { return nil }
                orders.append(try ImportedOrder(FieldReader(object)))
            }
            return .importOrders(orders)
        case "settle_payment":
            return .settlePayment(
                fact: try fields.text("fact", max: textLengthMax),
                isConfirmed: try fields.bool("confirmed"),
                externalReference: try fields.textIfPresent("ref", max: textLengthMax))
        case "note_backup": return .noteBackup(try BackupRecord(fields))
        case "read_again":
            let lines = try fields.list("lines", max: Central.linesReadAgainMax)
                .compactMap(\.integer)
            guard !lines.isEmpty else { return nil }
            return .readAgain(
                lines: lines,
                reason: try fields.text("reason", max: textLengthMax),
                isTrial: try fields.bool("trial"))
        case "remark":
            return .remark(
                line: try fields.integer("line"),
                text: try fields.text("text", max: textLengthMax),
                isClosing: try fields.bool("closes"))
        default: return try readControl(fields)
        }
    }
}

extension ManagerOrder {
    fileprivate var encoded: CanonicalObject {
        switch self {
        case .message(let text): ["what": "message", "text": .text(text)]
        case .report: ["what": "report"]
        case .rekey: ["what": "rekey"]
        case .rotate: ["what": "rotate"]
        case .refetch: ["what": "refetch"]
        case .wipe(let wipe):
            [
                "what": "wipe", "mode": .text(wipe.mode.rawValue),
                "grace": .integer(wipe.graceSeconds),
            ]
        }
    }

    fileprivate init?(_ fields: FieldReader) throws(FieldError) {
        switch try fields.text("what", max: 20) {
        case "message":
            self = .message(try fields.text("text", max: ManagerAction.textLengthMax))
        case "report": self = .report
        case "rekey": self = .rekey
        case "rotate": self = .rotate
        case "refetch": self = .refetch
        case "wipe":
            guard let mode = Directive.Wipe.Mode(rawValue: try fields.text("mode", max: 20)) else {
                return nil
            }
            self = .wipe(Directive.Wipe(mode: mode, graceSeconds: try fields.integer("grace")))
        default: return nil
        }
    }
}

extension ImportedOrder {
    fileprivate var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "line": .integer(line), "kind": .text(kind.rawValue), "order": .text(orderNumber),
            "courier": .text(courier), "collect": .integer(collectFen), "cod": .integer(codFen),
        ]
        object["parcel"] = parcel.map { .text($0) }
        object["sender"] = sender.map { .object($0.encoded) }
        object["recipient"] = recipient.map { .object($0.encoded) }
        object["goods"] = goods.map {
            [
                "name": .text($0.name), "nature": .text($0.nature),
                "quantity": .integer($0.quantity),
            ]
        }
        object["weight"] = weightGrams.map { .integer($0) }
        object["from"] = fromMilliseconds.map { .integer($0) }
        object["until"] = untilMilliseconds.map { .integer($0) }
        object["note"] = note.map { .text($0) }
        return object
    }

    fileprivate init(_ fields: FieldReader) throws(FieldError) {
        let max = ManagerAction.textLengthMax
        guard let kind = Kind(rawValue: try fields.text("kind", max: 20)) else {
            throw FieldError(key: "kind")
        }
        self.init(
            line: try fields.integer("line"), kind: kind,
            orderNumber: try fields.text("order", max: max),
            courier: try fields.text("courier", max: max),
            parcel: try fields.textIfPresent("parcel", max: max),
            weightGrams: try fields.integerIfPresent("weight"),
            fromMilliseconds: try fields.integerIfPresent("from"),
            untilMilliseconds: try fields.integerIfPresent("until"),
            collectFen: try fields.integer("collect"), codFen: try fields.integer("cod"),
            note: try fields.textIfPresent("note", max: max))
        if let object = try fields.objectIfPresent("sender") {
            sender = try Party(FieldReader(object))
        }
        if let object = try fields.objectIfPresent("recipient") {
            recipient = try Party(FieldReader(object))
        }
        if let object = try fields.objectIfPresent("goods") {
            let fields = FieldReader(object)
            goods = Goods(
                name: try fields.text("name", max: max),
                nature: try fields.text("nature", max: max),
                quantity: try fields.integer("quantity"))
        }
    }
}

extension ImportedOrder.Party {
    fileprivate var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "name": .text(name), "phone": .text(phone), "address": .text(address),
        ]
        object["city"] = city.map { .text($0) }
        object["district"] = district.map { .text($0) }
        return object
    }

    fileprivate init(_ fields: FieldReader) throws(FieldError) {
        let max = ManagerAction.textLengthMax
        self.init(
            name: try fields.text("name", max: max), phone: try fields.text("phone", max: max),
            address: try fields.text("address", max: max),
            city: try fields.textIfPresent("city", max: max),
            district: try fields.textIfPresent("district", max: max))
    }
}
