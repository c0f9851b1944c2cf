import Commands
package import Domain

/// Something that goes back to where it came from.
package enum BackCommand: Sendable, Equatable {
    case parcel(ReturnInput)
    case money(RefundInput)
}

/// A parcel that goes back to its sender: the way back begins, or the sender signs.
package struct ReturnInput: Sendable, Equatable {
    package var parcel: String
    package var step: ReturnStep
    /// Why; nil where this handheld recorded the beginning.
    package var reason: ReturnReason?
    package var payer: ReturnPayer?
    package var formNumbers: [String] = []
    package var signer: String?
    /// Strokes drawn elsewhere, as `strokes1` text.
    package var signature: String?
    package var approvedBy: String?
    package var note: String?
    package var photos: [String] = []
    package var idempotencyKey: String?

    package init(parcel: String, step: ReturnStep) {
        self.parcel = parcel
        self.step = step
    }
}

extension ReturnInput: InputWithPhotos {}

extension FlagReader {
    mutating func returning(_ verb: String?, _ waybill: String) -> CourierCommand? {
        let step: ReturnStep = verb == "sign" ? .signed : .started
        var input = ReturnInput(parcel: parcel(waybill, as: "WAYBILL"), step: step)
        switch step {
        case .started:
            guard let reason = requiredChoice("reason", ReturnReason.self) else { return nil }
            input.reason = reason
            input.payer = choice("freight-by", ReturnPayer.self)
            input.approvedBy = text("approved-by")
        case .signed:
            input.reason = choice("reason", ReturnReason.self)
            input.signer = text("signer")
            input.signature = signature()
        }
        input.formNumbers = invocation.list("form-number")
        input.note = text("note")
        input.photos = photos()
        input.idempotencyKey = text("idempotency-key")
        return .goBack(.parcel(input))
    }
}
