package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Cash that a courier gives back to a payer (PJS 4.5).
extension Handheld {
    /// Records a refund out of the cash of the person logged in, at most what was taken.
    package mutating func refund(
        _ input: RefundInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .refund }
        if let known { return known }
        let person: Person
        switch try actor(.cash) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard try track(input.parcel) != nil else {
            return .refused(.unknownParcel(input.parcel))
        }
        let charge = try charges().last {
            $0.parcel == input.parcel && $0.purpose == input.purpose
        }
        guard let charge else {
            return .refused(.withoutCharge(input.parcel, input.purpose))
        }
        guard input.amountFen <= charge.paidFen else {
            return .refused(.refundTooMuch(askedFen: input.amountFen, paidFen: charge.paidFen))
        }
        let held = try cashInHand(of: person.id)
        guard input.amountFen <= held else {
            return .refused(.cashTooLittle(askedFen: input.amountFen, heldFen: held))
        }
        if input.reason == .other, (input.note ?? "").allSatisfy(\.isWhitespace) {
            return .refused(.form([.followUp(.explanationMissing)]))
        }
        guard let reason = Code(input.reason.rawValue) else {
            preconditionFailure("a reason is a code")
        }
        var fact = RefundFact(
            money: Money(amountFen: input.amountFen, currency: charge.currency, method: .cash),
            charge: charge.id, reason: reason)
        fact.payee = input.payee
        fact.approvedBy = input.approvedBy
        fact.note = input.note
        let said = FactDraft(
            .refund(fact), subject: EntityReference(.parcel, input.parcel),
            base: try versions(of: [EntityReference(.charge, charge.id)]))
        return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
    }
}
