import Glibc

/// The lock beside a database: whoever holds it is the one process that may write there.
///
/// The kernel keeps the lock (`flock`) and drops it when the holder dies, so a stale file means
/// nothing. The text in the file says how far its holder is: empty while it opens the database,
/// `ready <pid> <socket path>` once it serves.
package final class LockFile: Sendable {
    private let file: Descriptor

    /// What asking for the lock found.
    package enum Outcome: Sendable {
        /// Ours until `release`, or until the process ends.
        case taken(LockFile)
        /// Another process holds it and is ready; one without a socket names none.
        case ready(pid: Int, socketPath: String?)
    }

    /// Why the lock was not had.
    package enum Failure: Error, Hashable, Sendable {
        /// Another process held it for the whole time; its number where the file tells it.
        case busy(pid: Int?)
        /// The file cannot be opened, read or locked.
        case system(POSIXFailure)
    }

    private struct Announcement {
        let pid: Int
        let socketPath: String?
    }

    private init(file: Descriptor) {
        self.file = file
    }

    /// Takes the lock and empties the file. The file is made, with mode 0600, if there is none;
    /// its folder must exist.
    package static func take(
        _ path: String, waitMilliseconds: Int
    ) throws(Failure) -> LockFile {
        let deadline = Deadline(after: waitMilliseconds)
        while true {
            if let lock = try attempt(path) { return lock }
            guard !deadline.hasPassed else { throw .busy(pid: try announcement(path)?.pid) }
            deadline.sleep(atMost: pauseMilliseconds)
        }
    }

    /// Takes the lock, or tells at once of a holder that is ready; waits only for one that is
    /// starting or ending.
    package static func takeOrFindReady(
        _ path: String, waitMilliseconds: Int
    ) throws(Failure) -> Outcome {
        let deadline = Deadline(after: waitMilliseconds)
        while true {
            if let lock = try attempt(path) { return .taken(lock) }
            if let holder = try announcement(path) {
                return .ready(pid: holder.pid, socketPath: holder.socketPath)
            }
            guard !deadline.hasPassed else { throw .busy(pid: nil) }
            deadline.sleep(atMost: pauseMilliseconds)
        }
    }

    /// Tells other processes that the database is open and, if there is one, where to send
    /// requests.
    package func announceReady(socketPath: String? = nil) throws(POSIXFailure) {
        let words = ["ready", "\(getpid())"] + (socketPath.map { [$0] } ?? [])
        try file.truncate()
        try file.writeAll(Array("\(words.joined(separator: " "))\n".utf8))
    }

    /// Empties the file and gives the lock back; call it after the database is closed.
    package func release() throws(POSIXFailure) {
        try file.truncate()
        try file.unlock()
    }

    private static let pauseMilliseconds = 20
    private static let announcementBytesMax = 256

    private static func attempt(_ path: String) throws(Failure) -> LockFile? {
        do throws(POSIXFailure) {
            let file = try Descriptor.open(
                path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, mode: DurableFile.privateFileMode)
            guard try file.lock() else { return nil }
            try file.truncate()
            return LockFile(file: file)
        } catch {
            throw .system(error)
        }
    }

    /// What the holder has written; nil while the file is empty or only partly written, and while
    /// it still tells of a holder that died: the next one is about to empty it.
    private static func announcement(_ path: String) throws(Failure) -> Announcement? {
        let bytes: [UInt8]?
        do throws(POSIXFailure) {
            bytes = try DurableFile.read(path, bytesMax: announcementBytesMax)
        } catch {
            throw .system(error)
        }
        guard let bytes, bytes.last == UInt8(ascii: "\n"),
            let text = String(validating: bytes.dropLast(), as: UTF8.self)
        else { return nil }
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0] == "ready", let pid = Int32(words[1]),
            kill(pid, 0) == 0 || errno == EPERM
        else { return nil }
        return Announcement(pid: Int(pid), socketPath: words.count == 3 ? String(words[2]) : nil)
    }
}
