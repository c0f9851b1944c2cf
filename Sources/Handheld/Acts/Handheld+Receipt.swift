package import Domain
package import Journal
import SyncEngine
import SyncProtocol

/// Recording acts and telling what became of them.
extension Handheld {
    /// The receipt of the act that was recorded from this draft before; a refusal when that was
    /// another act than the one asked for.
    func result(
        of draft: String, _ isAskedFor: (Fact) -> Bool
    ) throws(JournalError) -> ActResult? {
        let known = try journal.find(draft: draft)
        guard !known.isEmpty else { return nil }
        let receipt = try receipt(of: known, isRepeated: true)
        return isAskedFor(receipt.main)
            ? .recorded(receipt) : .refused(.draftOfOther(receipt.main))
    }

    /// Records the facts of one act. Waybill and receipt numbers that it uses are taken in the
    /// same change, so none is lost and none is used twice.
    package mutating func record(
        _ steps: [FactStep], takingFrom blocks: [NumberUse] = [], by person: String,
        at now: Moment, draft: String
    ) throws(JournalError) -> Receipt {
        let journal = journal
        let outcome = try journal.together { () throws(JournalError) in
            for use in blocks {
                let place = try journal.takeNumber(
                    of: use.block, from: use.place, below: use.place + 1)
                precondition(place == use.place, "a number was taken by somebody else")
            }
            return try journal.record(
                steps.map { step in { earlier in step(earlier.map(\.id)) } }, by: person, at: now,
                draft: draft)
        }
        overlay = nil
        try handle(.recorded(through: try journal.status().recorded), at: now)
        return try receipt(of: outcome.facts, isRepeated: false)
    }

    /// A number that an act uses: its place in a block.
    package struct NumberUse {
        let block: String
        let place: Int
    }

    private func receipt(
        of recorded: [RecordedFact], isRepeated: Bool
    ) throws(JournalError) -> Receipt {
        guard let last = recorded.last else {
            preconditionFailure("an act has a fact")
        }
        let facts = try journal.facts(of: recorded)
        guard let main = facts.last, facts.count == recorded.count else {
            throw .damaged(stream: last.stream, sequence: last.sequence)
        }
        return Receipt(
            facts: facts, sequence: last.sequence, isRepeated: isRepeated,
            state: try state(of: last), main: main)
    }

    /// What became of a record.
    func state(of recorded: RecordedFact) throws(JournalError) -> RecordState {
        let row = try journal.row(
            EntityReference(.disp, "\(recorded.stream).\(recorded.sequence)"))
        if case .disposition(let disposition) = row?.entity {
            switch disposition.disposition {
            case .held, .quarantined: return .refused
            case .case: return .conflict
            case .applied, .noop: break
            }
        }
        return try journal.isAcknowledged(recorded) ? .sent : .unsent
    }
}
