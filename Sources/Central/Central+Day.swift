import CentralStore
import Domain
import SyncProtocol

/// What a manager orders about the close of a day (PJS 16).
package enum DayOrder: Equatable, Sendable {
    case begin
    /// Lets one block pass.
    case waive(what: String, reference: String, reason: String)
    case close
}

extension Central {
    func day(
        _ order: DayOrder, _ text: String?, at moment: Moment
    ) throws -> ManagerOutcome {
        let day = text.flatMap { CalendarDay(text: $0) }
        guard text == nil || day != nil else { return .refused(.badValue(field: "day")) }
        let outcome: DayOutcome
        switch order {
        case .begin: outcome = try store.beginDay(day, by: Central.manager, at: moment)
        case .close: outcome = try store.closeDay(day, by: Central.manager, at: moment)
        case .waive(let what, let reference, let reason):
            guard let kind = DayBlockKind(rawValue: what) else {
                return .refused(.badValue(field: "what"))
            }
            guard (1...Central.reasonLengthMax).contains(reason.unicodeScalars.count) else {
                return .refused(.badValue(field: "reason"))
            }
            let begun = try day ?? store.begunDay()
            guard let begun else { return .refused(.dayNotBegun("")) }
            outcome = try store.waive(
                begun, kind, reference, reason: reason, by: Central.manager, at: moment)
        }
        return switch outcome {
        case .done(let standing): .dayStands(day: standing.day, state: standing.state)
        case .notNow(let day): .refused(.dayNotNow(day))
        case .notBegun(let day): .refused(.dayNotBegun(day))
        case .blocked(let standing):
            .refused(
                .dayBlocked(standing.day, count: standing.blocks.count { !$0.isWaived }))
        case .unknownBlock(let standing): .refused(.unknownBlock(standing.day))
        }
    }
}

extension DayOrder {
    var encoded: CanonicalObject {
        switch self {
        case .begin: ["what": "begin"]
        case .close: ["what": "close"]
        case .waive(let what, let reference, let reason):
            [
                "what": "waive", "block": .text(what), "ref": .text(reference),
                "reason": .text(reason),
            ]
        }
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        switch try fields.text("what", max: 20) {
        case "begin": self = .begin
        case "close": self = .close
        case "waive":
            self = .waive(
                what: try fields.text("block", max: 20),
                reference: try fields.text("ref", max: ManagerAction.textLengthMax),
                reason: try fields.text("reason", max: ManagerAction.textLengthMax))
        default: return nil
        }
    }
}

// MARK: The proof on both sides

extension Central {
    /// Where the close of a day stands, for the handheld that asked (PJS 16.7).
    func close(_ request: CloseRequest, by signer: Signer) throws -> CloseResponse {
        guard let found = try store.closing(request.day, of: signer.record.device) else {
            return CloseResponse(day: request.day, outcome: .unknownDay)
        }
        var standing = found
        if let proof = standing.proof {
            standing.proof?.receipt = signer.key.receiptCode(
                day: request.day, manifest: proof.manifest)
        }
        return CloseResponse(day: request.day, outcome: .known(standing))
    }
}
