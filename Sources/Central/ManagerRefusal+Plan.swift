import Domain
import SyncProtocol

/// Refusals of decisions and of acts of dispatch, as they travel.
extension ManagerRefusal {
    /// The object of a refusal: why, and one value.
    func refused(
        _ why: CanonicalValue, _ key: String? = nil, _ value: String = ""
    ) -> CanonicalObject {
        var object: CanonicalObject = ["is": "refused", "why": why]
        if let key { object[key] = .text(value) }
        return object
    }

    /// Nothing for every other refusal.
    var encodedPlan: CanonicalObject {
        switch self {
        case .dayNotNow(let day): return refused("day_not_now", "day", day)
        case .dayNotBegun(let day): return refused("day_not_begun", "day", day)
        case .dayBlocked(let day, let count):
            var object = refused("day_blocked", "day", day)
            object["count"] = .integer(count)
            return object
        case .unknownBlock(let day): return refused("unknown_block", "day", day)
        case .unknownCase(let id): return refused("unknown_case", "case", id)
        case .caseClosed(let id, let resolution):
            var object = refused("case_closed", "case", id)
            object["res"] = .text(resolution)
            return object
        case .stale(let id, let version):
            var object = refused("stale_base", "id", id)
            object["v"] = .integer(version)
            return object
        case .unknownEntity(let id): return refused("unknown_entity", "id", id)
        case .ended(let id, let state):
            var object = refused("already_terminal", "id", id)
            object["state"] = .text(state)
            return object
        case .blocked(let id): return refused("blocked", "id", id)
        case .notStopped(let id): return refused("not_stopped", "id", id)
        case .assignedAlready(let id, let person):
            var object = refused("assigned_already", "id", id)
            object["person"] = .text(person)
            return object
        case .withoutAddress(let id): return refused("without_address", "id", id)
        case .withoutCharge(let id, let purpose):
            var object = refused("without_charge", "id", id)
            object["for"] = .text(purpose)
            return object
        case .countedAlready(let number): return refused("counted_already", "id", number)
        case .giverUnknown(let number): return refused("giver_unknown", "id", number)
        case .giverDiffers(let number, let person):
            var object = refused("giver_differs", "id", number)
            object["person"] = .text(person)
            return object
        case .heldElsewhere(let parcel, let holder):
            var object = refused("held_elsewhere", "id", parcel)
            object["by"] = .text(holder)
            return object
        case .refundTooMuch(let asked, let paid):
            var object = refused("refund_too_much")
            object["asked"] = .integer(asked)
            object["paid"] = .integer(paid)
            return object
        case .notAnOption(let id, let options):
            var object = refused("not_an_option", "case", id)
            object["options"] = .list(options.map { .text($0) })
            return object
        default: return [:]
        }
    }

    /// Reads one of them; nil for anything else.
    init?(plan fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        switch try text("why") {
        case "day_not_now": self = .dayNotNow(try text("day"))
        case "day_not_begun": self = .dayNotBegun(try text("day"))
        case "day_blocked":
            self = .dayBlocked(try text("day"), count: try fields.integer("count"))
        case "unknown_block": self = .unknownBlock(try text("day"))
        case "unknown_case": self = .unknownCase(id: try text("case"))
        case "case_closed":
            self = .caseClosed(id: try text("case"), resolution: try text("res"))
        case "stale_base": self = .stale(try text("id"), version: try fields.integer("v"))
        case "unknown_entity": self = .unknownEntity(try text("id"))
        case "already_terminal": self = .ended(try text("id"), try text("state"))
        case "blocked": self = .blocked(try text("id"))
        case "not_stopped": self = .notStopped(try text("id"))
        case "assigned_already": self = .assignedAlready(try text("id"), try text("person"))
        case "without_address": self = .withoutAddress(try text("id"))
        case "without_charge": self = .withoutCharge(try text("id"), try text("for"))
        case "counted_already": self = .countedAlready(try text("id"))
        case "giver_unknown": self = .giverUnknown(try text("id"))
        case "giver_differs": self = .giverDiffers(try text("id"), try text("person"))
        case "held_elsewhere":
            self = .heldElsewhere(try text("id"), try text("by"))
        case "refund_too_much":
            self = .refundTooMuch(
                asked: try fields.integer("asked"), paid: try fields.integer("paid"))
        case "not_an_option":
            self = .notAnOption(
                id: try text("case"),
                options: try fields.list("options", max: CaseOption.allCases.count)
                    .compactMap(\.text))
        default: return nil
        }
    }
}
