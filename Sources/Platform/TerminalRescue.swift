import Glibc

/// Gives a terminal back when the process is ended by a signal: only calls that a signal handler
/// may make, on memory that is there since before.
enum TerminalRescue {
    // Reason for `nonisolated(unsafe)`: a signal handler can take no lock and no argument. Each is
    // set once by `prepare`, before the handlers exist, and only read afterwards.
    nonisolated(unsafe) private static var tty: Int32 = -1
    // Reason for `nonisolated(unsafe)`: as above.
    nonisolated(unsafe) private static var pipe: Int32 = -1
    // Reason for `nonisolated(unsafe)`: as above.
    nonisolated(unsafe) private static var before = termios()
    // Reason for `nonisolated(unsafe)`: as above.
    nonisolated(unsafe) private static var leave: UnsafeMutableBufferPointer<UInt8>?
    // Reason for `nonisolated(unsafe)`: as above; it keeps the pipe open.
    nonisolated(unsafe) private static var pipeOwner: Descriptor?

    /// Signals that the loop handles.
    private static let told = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]
    /// Signals after which nothing else runs.
    private static let fatal = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

    /// Remembers how the terminal is now, and catches signals.
    static func prepare(
        tty number: Int32, leave text: String, pipe end: Descriptor
    ) throws(POSIXFailure) {
        guard unsafe tcgetattr(number, &before) == 0 else {
            throw POSIXFailure("tcgetattr", on: "/dev/tty")
        }
        let bytes = Array(text.utf8)
        let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe kept.initialize(from: bytes)
        unsafe leave = kept
        unsafe tty = number
        unsafe pipe = end.number
        unsafe pipeOwner = end
        var ours = sigset_t()
        unsafe sigemptyset(&ours)
        for signal in told + fatal { unsafe sigaddset(&ours, signal) }
        // Whoever started the program may have had them blocked.
        unsafe pthread_sigmask(SIG_UNBLOCK, &ours, nil)
        for signal in told {
            catchSignal(signal) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = unsafe Glibc.write(TerminalRescue.pipe, &byte, 1)
            }
        }
        for signal in fatal {
            catchSignal(signal) { number in
                TerminalRescue.giveBack()
                Glibc.signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// Keys as bytes, nothing echoed, no byte with a meaning of its own: labels contain what would
    /// otherwise be Ctrl-C or the end of a file.
    static func makeRaw() throws(POSIXFailure) {
        var raw = unsafe before
        raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
        raw.c_iflag &= ~tcflag_t(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT)
        guard unsafe tcsetattr(tty, TCSAFLUSH, &raw) == 0 else {
            throw POSIXFailure("tcsetattr", on: "/dev/tty")
        }
    }

    /// The bytes of the way out, and the terminal as it was.
    static func giveBack() {
        if let bytes = unsafe leave {
            _ = unsafe Glibc.write(tty, bytes.baseAddress, bytes.count)
        }
        unsafe tcsetattr(tty, TCSADRAIN, &before)
    }

    private static func catchSignal(
        _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
    ) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = handler
        action.sa_flags = Int32(SA_RESTART)
        unsafe sigaction(number, &action, nil)
    }
}
