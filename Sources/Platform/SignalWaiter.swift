import Glibc

/// Turns signals of the process into calls on a thread of their own, where everything is allowed.
package enum SignalWaiter {
    /// Blocks the signals in this thread and in all that it starts from now on, and calls `body`
    /// for each one that arrives, for the rest of the process. Call it on the main thread before
    /// any other thread exists.
    package static func start(
        _ signals: [Int32], _ body: @escaping @Sendable (Int32) -> Void
    ) throws(POSIXFailure) {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in signals { unsafe sigaddset(&set, signal) }
        let result = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        guard result == 0 else { throw POSIXFailure(call: "pthread_sigmask", code: result) }
        let waited = set
        try startThread(stackBytes: stackBytes) {
            var waited = waited
            var signal: Int32 = 0
            while unsafe sigwait(&waited, &signal) == 0 { body(signal) }
        }
    }

    private static let stackBytes = 256 << 10
}
