package import Domain
import SyncProtocol

/// What is done at the desk of the station with cash and parcels (PJS 4.5): a fact of the station
/// beside those that couriers record.
package enum DeskAct: Equatable, Sendable {
    /// The cash of a handover was counted by somebody who has not seen what the courier says;
    /// `giver` where the station does not know the number yet.
    case countCash(number: String, giver: String?, amountFen: Int, notes: [Int: Int])
    /// Parcels that a courier brings back were taken; `giver` as with cash.
    case takeParcels(number: String, giver: String?, parcels: [String])
    /// Parcels of the station go to a person, who confirms them.
    case giveParcels(taker: String, parcels: [String], reason: HandoverReason)
    case refund(RefundOrder)
    /// A parcel was weighed again.
    case reweigh(parcel: String, grams: Int)
}

extension DeskAct {
    var encoded: CanonicalObject {
        switch self {
        case .countCash(let number, let giver, let amount, let notes):
            var object: CanonicalObject = [
                "what": "count_cash", "number": .text(number), "amount": .integer(amount),
                "notes": .list(
                    notes.sorted { $0.key > $1.key }.map { [.integer($0.key), .integer($0.value)] }),
            ]
            object["from"] = giver.map { .text($0) }
            return object
        case .refund(let order): return order.encoded
        case .giveParcels(let taker, let parcels, let reason):
            return [
                "what": "give_parcels", "to": .text(taker), "why": .text(reason.rawValue),
                "parcels": .list(parcels.map { .text($0) }),
            ]
        case .reweigh(let parcel, let grams):
            return ["what": "reweigh", "parcel": .text(parcel), "g": .integer(grams)]
        case .takeParcels(let number, let giver, let parcels):
            var object: CanonicalObject = [
                "what": "take_parcels", "number": .text(number),
                "parcels": .list(parcels.map { .text($0) }),
            ]
            object["from"] = giver.map { .text($0) }
            return object
        }
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        switch try text("what") {
        case "count_cash":
            var notes: [Int: Int] = [:]
            for pair in try fields.list("notes", max: CashCount.denominations.count) {
                guard let pair = pair.list, pair.count == 2, let fen = pair[0].integer,
                    let pieces = pair[1].integer
                else { return nil }
                notes[fen] = pieces
            }
            self = .countCash(
                number: try text("number"),
                giver: try fields.textIfPresent("from", max: ManagerAction.textLengthMax),
                amountFen: try fields.integer("amount"), notes: notes)
        case "reweigh":
            self = .reweigh(parcel: try text("parcel"), grams: try fields.integer("g"))
        case "give_parcels":
            guard let reason = HandoverReason(rawValue: try text("why")) else { return nil }
            self = .giveParcels(
                taker: try text("to"),
                parcels: try fields.list("parcels", max: HandoverFact.parcelsMax)
                    .compactMap(\.text), reason: reason)
        case "refund":
            guard let order = try RefundOrder(fields) else { return nil }
            self = .refund(order)
        case "take_parcels":
            self = .takeParcels(
                number: try text("number"),
                giver: try fields.textIfPresent("from", max: ManagerAction.textLengthMax),
                parcels: try fields.list("parcels", max: HandoverFact.parcelsMax)
                    .compactMap(\.text))
        default: return nil
        }
    }
}
