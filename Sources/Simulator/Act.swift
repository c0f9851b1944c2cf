import Domain
import Handheld
import HandheldUI
import Journal

/// What a courier can want to record.
enum Act {
    case note(String)
    case deliver(DeliveryInput)
    case fail(AttemptInput)
    case report(ProblemInput)
    case pickup(PickupInput)
    case seal(SealInput)

    var word: String {
        switch self {
        case .note: "note"
        case .deliver(let input): "deliver \(input.parcel)"
        case .fail(let input): "fail \(input.parcel)"
        case .report: "report"
        case .pickup(let input): "pickup \(input.quote.task ?? "")"
        case .seal: "seal"
        }
    }

    /// Does it, from a draft.
    func perform(
        _ handheld: inout Handheld, by person: String, draft: String, at moment: Moment
    ) throws(JournalError) -> ActResult {
        switch self {
        case .note(let text):
            let step: FactStep = { _ in FactDraft(.note(NoteFact(text: text))) }
            return .recorded(try handheld.record([step], by: person, at: moment, draft: draft))
        case .deliver(let input): return try handheld.deliver(input, draft: draft, at: moment)
        case .fail(let input): return try handheld.fail(input, draft: draft, at: moment)
        case .report(let input): return try handheld.report(input, draft: draft, at: moment)
        case .seal(let input): return try handheld.seal(input, draft: draft, at: moment)
        case .pickup(let input):
            var input = input
            if case .success(let quote) = try handheld.quote(input.quote, at: moment) {
                input.acceptedFen = quote.totalFen
                input.tenderedFen = quote.totalFen
            }
            return try handheld.pickup(input, draft: draft, at: moment)
        }
    }

    static func delivery(of parcel: String, to recipient: String?) -> Act {
        var input = DeliveryInput(parcel: parcel)
        input.outer = .intact
        input.proof = .recipient
        input.signer = recipient
        input.isToldToInspect = true
        input.pickupCode = Secret("8842")
        input.method = .cash
        input.tenderedFen = 1_000_000
        return .deliver(input)
    }

    static func attempt(of parcel: String) -> Act {
        .fail(AttemptInput(parcel: parcel, reason: .notHome))
    }

    static func pickup(task: String) -> Act {
        var input = PickupInput()
        input.quote.task = task
        input.quote.grams = 620
        input.quote.size = ParcelSize(
            lengthMillimetres: 300, widthMillimetres: 250, heightMillimetres: 80)
        input.quote.cover = .declined
        input.quote.method = .cash
        input.isNoticeGiven = true
        input.identity.documentType = .residentId
        input.identity.number = Secret("11010519491231002X")
        input.identity.method = .manual
        input.identity.personMatches = true
        input.isInspected = true
        input.isDeclarationTrue = true
        input.packedBy = .courier
        input.isPackagingFit = true
        input.isMarked = true
        input.binding = .next
        return .pickup(input)
    }
}
