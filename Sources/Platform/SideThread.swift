import Dispatch

/// A thread beside that of the caller, for work that can be done while the caller goes on.
package final class SideThread: Sendable {
    private let queue = DispatchQueue(label: "side")

    package init() {}

    /// Begins a work, after those that were begun before; what it answers waits for the end of it.
    package func begin(_ work: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        let end = DispatchSemaphore(value: 0)
        queue.async {
            work()
            end.signal()
        }
        return { end.wait() }
    }
}
