package import Domain
import SyncProtocol

/// What the station orders about work that was given out (PJS 4.6). It is made online, so it can be
/// refused at once; what was recorded offline meanwhile is never refused.
package enum DispatchOrder: Equatable, Sendable {
    /// The task belongs to another person from now on.
    case assign(task: String, to: String)
    case cancel(task: String, reason: String, note: String?)
    /// The address of the task.
    case readdress(task: String, AddressChange)
    /// What is due for a charge of a parcel, for payments taken from then on; nil is now.
    case price(parcel: String, purpose: ChargePurpose, dueFen: Int, from: Int?, reason: String)
    case intercept(parcel: String, order: InterceptOrder, reason: String, isProhibited: Bool)
    case release(parcel: String, reason: String)

    /// A new place to go to; what is nil stays as it is.
    package struct AddressChange: Equatable, Sendable {
        package var text: String
        package var name: String?
        package var phone: String?
        package var city: String?
        package var district: String?

        package init(text: String) { self.text = text }
    }
}

extension DispatchOrder {
    var encoded: CanonicalObject {
        switch self {
        case .assign(let task, let person):
            return ["what": "assign", "task": .text(task), "to": .text(person)]
        case .cancel(let task, let reason, let note):
            var object: CanonicalObject = [
                "what": "cancel", "task": .text(task), "reason": .text(reason),
            ]
            object["note"] = note.map { .text($0) }
            return object
        case .readdress(let task, let change):
            var object: CanonicalObject = [
                "what": "readdress", "task": .text(task), "text": .text(change.text),
            ]
            object["name"] = change.name.map { .text($0) }
            object["phone"] = change.phone.map { .text($0) }
            object["city"] = change.city.map { .text($0) }
            object["district"] = change.district.map { .text($0) }
            return object
        case .price(let parcel, let purpose, let due, let from, let reason):
            var object: CanonicalObject = [
                "what": "price", "parcel": .text(parcel), "for": .text(purpose.rawValue),
                "due": .integer(due), "reason": .text(reason),
            ]
            object["from"] = from.map { .integer($0) }
            return object
        case .intercept(let parcel, let order, let reason, let isProhibited):
            return [
                "what": "intercept", "parcel": .text(parcel), "order": .text(order.rawValue),
                "reason": .text(reason), "prohibited": .bool(isProhibited),
            ]
        case .release(let parcel, let reason):
            return ["what": "release", "parcel": .text(parcel), "reason": .text(reason)]
        }
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        func maybe(_ key: String) throws(FieldError) -> String? {
            try fields.textIfPresent(key, max: ManagerAction.textLengthMax)
        }
        switch try text("what") {
        case "assign": self = .assign(task: try text("task"), to: try text("to"))
        case "cancel":
            self = .cancel(
                task: try text("task"), reason: try text("reason"), note: try maybe("note"))
        case "readdress":
            var change = AddressChange(text: try text("text"))
            change.name = try maybe("name")
            change.phone = try maybe("phone")
            change.city = try maybe("city")
            change.district = try maybe("district")
            self = .readdress(task: try text("task"), change)
        case "price":
            guard let purpose = ChargePurpose(rawValue: try text("for")) else { return nil }
            self = .price(
                parcel: try text("parcel"), purpose: purpose, dueFen: try fields.integer("due"),
                from: try fields.integerIfPresent("from"), reason: try text("reason"))
        case "intercept":
            guard let order = InterceptOrder(rawValue: try text("order")) else { return nil }
            self = .intercept(
                parcel: try text("parcel"), order: order, reason: try text("reason"),
                isProhibited: try fields.bool("prohibited"))
        case "release":
            self = .release(parcel: try text("parcel"), reason: try text("reason"))
        default: return nil
        }
    }
}
