/// What a finished program tells its caller. The numbers are part of the command line's contract.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done; on a handheld: recorded there, even when not yet sent.
    case done = 0
    /// Checked, and the answer is no: not found, a proof failed, a difference is not zero.
    case answerIsNo = 1
    /// A rule of the business refused it.
    case refusedByRule = 20
    /// A person has to decide first.
    case needsPerson = 21
    /// The command line itself is wrong.
    case usage = 64
    /// The data given is wrong.
    case badData = 65
    /// A file named on the command line is not there.
    case noInput = 66
    /// The server is needed and cannot be reached.
    case serverUnreachable = 69
    /// A fault of the program.
    case bug = 70
    /// An output file cannot be made.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// Another process holds the lock; the same command may work in a moment.
    case busy = 75
    /// This person or device may not do it.
    case notAllowed = 77
    /// The configuration is wrong or missing.
    case configuration = 78
    /// The terminal went away.
    case hungUp = 129
    /// Stopped from the keyboard.
    case interrupted = 130
    /// Asked by the system to end.
    case terminated = 143
}
