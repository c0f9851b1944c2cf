package import Domain
import SyncProtocol

/// Money that the station gives back for a charge of a parcel.
package struct RefundOrder: Equatable, Sendable {
    package var parcel: String
    package var purpose: ChargePurpose
    package var amountFen: Int
    package var method = PaymentMethod.cash
    package var reason: RefundReason
    /// Who gets it.
    package var payee: String?
    package var note: String?

    package init(
        parcel: String, purpose: ChargePurpose, amountFen: Int, reason: RefundReason
    ) {
        self.parcel = parcel
        self.purpose = purpose
        self.amountFen = amountFen
        self.reason = reason
    }
}

extension RefundOrder {
    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "what": "refund", "parcel": .text(parcel), "for": .text(purpose.rawValue),
            "amount": .integer(amountFen), "method": .text(method.rawValue),
            "reason": .text(reason.rawValue),
        ]
        object["to"] = payee.map { .text($0) }
        object["note"] = note.map { .text($0) }
        return object
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        func text(_ key: String) throws(FieldError) -> String {
            try fields.text(key, max: ManagerAction.textLengthMax)
        }
        guard let purpose = ChargePurpose(rawValue: try text("for")),
            let method = PaymentMethod(rawValue: try text("method")),
            let reason = RefundReason(rawValue: try text("reason"))
        else { return nil }
        self.init(
            parcel: try text("parcel"), purpose: purpose, amountFen: try fields.integer("amount"),
            reason: reason)
        self.method = method
        payee = try fields.textIfPresent("to", max: ManagerAction.textLengthMax)
        note = try fields.textIfPresent("note", max: ManagerAction.textLengthMax)
    }
}
