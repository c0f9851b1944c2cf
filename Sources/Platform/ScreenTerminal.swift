import Glibc

/// The terminal of the process while a screen is drawn on it: keys come as bytes, and whatever way
/// the program ends the terminal is given back as it was.
///
/// Signals reach the loop that waits here as values. One that ends the process at once (a trap, a
/// segmentation fault) writes the bytes of the way out first. What the process writes on standard
/// error goes to a file meanwhile, because text between two screens would be lost.
package final class ScreenTerminal {
    private let tty: Descriptor
    private let signals: Descriptor
    private let wake: Descriptor
    private let waker: Waker
    private let enter: String
    private let errors: Descriptor
    private var isEntered = false

    /// What a wait came to.
    package enum Happening: Hashable, Sendable {
        case bytes([UInt8])
        /// The size may have changed.
        case resized
        /// Another thread has something to say.
        case woken
        /// The terminal was taken away, or given back after a stop: all is to be drawn anew.
        case resumed
        /// A signal, or a terminal that is gone, wants the process to end with this status.
        case ended(status: Int32)
        /// The time came.
        case late
    }

    /// Wakes the loop from another thread.
    package final class Waker: Sendable {
        private let end: Descriptor

        fileprivate init(_ end: Descriptor) { self.end = end }

        /// A pipe that is full already wakes the loop.
        package func wake() { try? end.writeAll([0]) }
    }

    /// Opens the terminal of the process.
    ///
    /// - Parameter enter: what is said to it when the screen begins.
    /// - Parameter leave: what is said on every way out.
    /// - Parameter errorsPath: the file that takes what is written on standard error.
    package init(enter: String, leave: String, errorsPath: String) throws(POSIXFailure) {
        tty = try Descriptor.open("/dev/tty", O_RDWR | O_NOCTTY)
        let (signalEnd, signalWriter) = try Descriptor.pipe()
        signals = signalEnd
        let (wakeEnd, wakeWriter) = try Descriptor.pipe()
        wake = wakeEnd
        waker = Waker(wakeWriter)
        self.enter = enter
        errors = try Descriptor.duplicate(STDERR_FILENO)
        for end in [signalWriter.number, wakeWriter.number, signalEnd.number, wakeEnd.number] {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        let log = try Descriptor.open(
            errorsPath, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW,
            mode: DurableFile.privateFileMode)
        try TerminalRescue.prepare(tty: tty.number, leave: leave, pipe: signalWriter)
        dup2(log.number, STDERR_FILENO)
    }

    /// Makes another thread able to end the wait.
    package var otherThreads: Waker { waker }

    /// Takes the terminal over. Again after a stop.
    package func begin() throws(POSIXFailure) {
        try TerminalRescue.makeRaw()
        isEntered = true
        try write(enter)
    }

    /// Gives the terminal back as it was. Does nothing when it was not taken.
    package func end() {
        guard isEntered else { return }
        isEntered = false
        TerminalRescue.giveBack()
        dup2(errors.number, STDERR_FILENO)
    }

    /// Columns and rows; nil when the terminal does not say.
    package var size: (columns: Int, rows: Int)? {
        var window = winsize()
        guard unsafe ioctl(tty.number, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
            return nil
        }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    /// Everything, in as many calls as it takes.
    package func write(_ text: String) throws(POSIXFailure) { try tty.writeAll(Array(text.utf8)) }

    /// Sleeps until something happens; without a limit as long as nothing does.
    package func wait(milliseconds limit: Int?) -> Happening {
        var entries = [
            pollfd(fd: tty.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake.number, events: Int16(POLLIN), revents: 0),
        ]
        let time = limit.map { Int32(clamping: max(0, $0)) } ?? -1
        let count = unsafe poll(&entries, nfds_t(entries.count), time)
        if count == 0 { return .late }
        if entries[1].revents != 0, let happening = signalled() { return happening }
        if entries[0].revents != 0 { return input() }
        if entries[2].revents != 0 {
            _ = try? wake.read(atMost: Self.drainBytes)
            return .woken
        }
        return .resized
    }

    private static let inputBytesMax = 4_096
    private static let drainBytes = 256

    private func input() -> Happening {
        // A terminal that is gone answers with nothing or an error, for ever.
        guard let bytes = try? tty.read(atMost: Self.inputBytesMax), !bytes.isEmpty else {
            return .ended(status: Self.statusBase + SIGHUP)
        }
        return .bytes(bytes)
    }

    /// A shell adds this to the number of the signal that ended a program.
    private static let statusBase: Int32 = 128

    private func signalled() -> Happening? {
        guard let numbers = try? signals.read(atMost: Self.drainBytes), !numbers.isEmpty else {
            return nil
        }
        for number in numbers.map(Int32.init) {
            switch number {
            case SIGTERM, SIGHUP, SIGINT, SIGQUIT:
                return .ended(status: Self.statusBase + number)
            case SIGTSTP:
                end()
                kill(getpid(), SIGSTOP)
                return resumed()
            case SIGCONT: return resumed()
            default: break
            }
        }
        return .resized
    }

    private func resumed() -> Happening {
        guard (try? begin()) != nil else { return .ended(status: Self.statusBase + SIGHUP) }
        return .resumed
    }
}
