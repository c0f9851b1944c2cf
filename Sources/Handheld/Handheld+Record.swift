package import Domain
package import Journal
import SyncEngine

extension Handheld {
    /// Records one act: all its facts durably, or nothing. The same draft again changes nothing.
    package mutating func record(
        _ act: [ActStep], by person: String, at now: Moment, draft: String? = nil
    ) throws(JournalError) -> RecordOutcome {
        let outcome = try journal.record(act, by: person, at: now, draft: draft)
        overlay = nil
        try handle(.recorded(through: try journal.status().recorded), at: now)
        return outcome
    }
}
