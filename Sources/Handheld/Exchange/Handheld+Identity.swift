package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// Enrolment over an enrolled handheld (PJS 11.1).
extension Handheld {
    /// What is remembered of exchanges after a handheld took another identity: nothing of failures
    /// and states, which were those of the old one.
    package static func memory(
        after outcome: RotationOutcome, keeping memory: CanonicalObject?, at now: Moment
    ) -> CanonicalObject {
        let before = memory.map { SyncHealth(decoding: $0) } ?? SyncHealth()
        return SyncHealth(
            afterEnrolment: before, carried: outcome.carriedCount, left: outcome.leftCount,
            at: now
        ).encoded
    }
}
