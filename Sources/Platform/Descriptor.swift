import Glibc

/// An open file descriptor that closes itself. Not passed on to programs that are started.
final class Descriptor: Sendable {
    /// For the calls that this type does not wrap.
    let number: Int32
    private let path: String

    private init(number: Int32, path: String) {
        self.number = number
        self.path = path
    }

    /// Opens the file; `mode` is for one that the flags let it make.
    static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0
    ) throws(POSIXFailure) -> Descriptor {
        while true {
            let number = unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
            if number >= 0 { return Descriptor(number: number, path: path) }
            guard errno == EINTR else { throw POSIXFailure("open", on: path) }
        }
    }

    /// Another number for an open file, with the same position.
    static func duplicate(_ number: Int32) throws(POSIXFailure) -> Descriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw POSIXFailure("dup") }
        return Descriptor(number: copy, path: "")
    }

    /// The two ends of a new pipe: read from the first what was written to the second.
    static func pipe() throws(POSIXFailure) -> (Descriptor, Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw POSIXFailure("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (Descriptor(number: ends[0], path: ""), Descriptor(number: ends[1], path: ""))
    }

    deinit { close(number) }

    /// Writes every byte, in as many calls as it takes.
    func writeAll(_ bytes: [UInt8]) throws(POSIXFailure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { buffer in
                unsafe write(number, buffer.baseAddress, buffer.count)
            }
            if count < 0 {
                guard errno == EINTR else { throw POSIXFailure("write", on: path) }
            } else {
                written += count
            }
        }
    }

    /// Everything from here to the end of the file; more than `bytesMax` is an error (EFBIG).
    func readAll(bytesMax: Int) throws(POSIXFailure) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(bytesMax + 1, Self.chunkBytes))
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
            }
            if count == 0 { return content }
            if count < 0 {
                guard errno == EINTR else { throw POSIXFailure("read", on: path) }
                continue
            }
            content += chunk[..<count]
            guard content.count <= bytesMax else {
                throw POSIXFailure(call: "read", subject: path, code: EFBIG)
            }
        }
    }

    /// The next bytes, at most so many; none at the end.
    func read(atMost count: Int) throws(POSIXFailure) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: count)
        while true {
            let received = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
            }
            if received >= 0 {
                chunk.removeLast(count - received)
                return chunk
            }
            guard errno == EINTR else { throw POSIXFailure("read", on: path) }
        }
    }

    /// Writes every byte from a place of the file on.
    func writeAll(_ bytes: [UInt8], at offset: Int) throws(POSIXFailure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { buffer in
                unsafe pwrite(number, buffer.baseAddress, buffer.count, offset + written)
            }
            if count < 0 {
                guard errno == EINTR else { throw POSIXFailure("pwrite", on: path) }
            } else {
                written += count
            }
        }
    }

    /// The next byte, or nil at the end.
    func readByte() throws(POSIXFailure) -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe Glibc.read(number, &byte, 1)
            if count >= 0 { return count == 0 ? nil : byte }
            guard errno == EINTR else { throw POSIXFailure("read", on: path) }
        }
    }

    /// Returns when the device has what was written.
    func sync() throws(POSIXFailure) {
        guard fsync(number) == 0 else { throw POSIXFailure("fsync", on: path) }
    }

    /// Empties the file.
    func truncate() throws(POSIXFailure) {
        guard ftruncate(number, 0) == 0 else { throw POSIXFailure("ftruncate", on: path) }
    }

    /// Takes the lock of the whole file; false when somebody else holds it.
    func lock() throws(POSIXFailure) -> Bool {
        while flock(number, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else { throw POSIXFailure("flock", on: path) }
        }
        return true
    }

    /// Gives the lock back.
    func unlock() throws(POSIXFailure) {
        guard flock(number, LOCK_UN) == 0 else { throw POSIXFailure("flock", on: path) }
    }

    /// Runs `body` while the terminal passes every key on at once and shows none of them.
    func withoutEcho<R>(_ body: () throws(POSIXFailure) -> R) throws(POSIXFailure) -> R {
        var before = termios()
        guard unsafe tcgetattr(number, &before) == 0 else {
            throw POSIXFailure("tcgetattr", on: path)
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
        guard unsafe tcsetattr(number, TCSAFLUSH, &silent) == 0 else {
            throw POSIXFailure("tcsetattr", on: path)
        }
        defer { unsafe tcsetattr(number, TCSAFLUSH, &before) }
        return try body()
    }

    private static let chunkBytes = 64 << 10
}
