import Glibc
import Synchronization

/// Says "stop" once, to everyone: a flag, and a pipe with one byte that every wait watches and
/// nobody reads.
package final class StopSignal: Sendable {
    private let requested = Atomic(false)
    private let readEnd: Descriptor
    private let writeEnd: Descriptor

    /// Not yet said.
    package init() throws(POSIXFailure) {
        (readEnd, writeEnd) = try Descriptor.pipe()
    }

    /// Whether it has been said.
    package var isRequested: Bool { requested.load(ordering: .sequentiallyConsistent) }

    /// Becomes readable when it is said, and stays so.
    package var descriptor: Int32 { readEnd.number }

    /// Says it. Saying it again changes nothing.
    package func request() {
        let before = requested.exchange(true, ordering: .sequentiallyConsistent)
        guard !before else { return }
        do throws(POSIXFailure) {
            try writeEnd.writeAll([0])
        } catch {
            preconditionFailure("the stop pipe has room for one byte, but: \(error)")
        }
    }
}
