import Glibc

/// Where a PIN, password or code is read from. Never from the command line: other users of the
/// machine can read that.
package enum SecretSource: Hashable, Sendable {
    /// The first line of a file.
    case file(String)
    /// The first line of standard input.
    case standardInput
    /// Typed at the terminal of the process after the prompt, without echo.
    case terminal(prompt: String)

    /// What a command uses when no flag says otherwise: the terminal if a person sits at standard
    /// input, else standard input.
    package static func whenNotNamed(prompt: String) -> SecretSource {
        isatty(STDIN_FILENO) == 1 ? .terminal(prompt: prompt) : .standardInput
    }
}

/// Reads secrets.
package enum SecretInput {
    /// Why no secret was read.
    package enum Failure: Error, Hashable, Sendable {
        /// The first line is empty or there is none.
        case empty
        /// More than `bytesMax` bytes.
        case tooLong
        /// Not UTF-8, or with control characters.
        case malformed
        /// The person pressed Ctrl-C or Ctrl-D.
        case cancelled
        /// The file, standard input or the terminal cannot be read.
        case system(POSIXFailure)
    }

    /// The longest secret in bytes: what a password may have.
    package static let bytesMax = PasswordHash.bytesMax

    /// One line without its line end. Of a file or standard input nothing past that line is read.
    package static func read(from source: SecretSource) throws(Failure) -> String {
        switch source {
        case .file(let path):
            try line(
                from: system { () throws(POSIXFailure) in try Descriptor.open(path, O_RDONLY) })
        case .standardInput:
            try line(
                from: system { () throws(POSIXFailure) in try Descriptor.duplicate(STDIN_FILENO) })
        case .terminal(let prompt):
            try typed(after: prompt)
        }
    }

    /// What the bytes of one line mean.
    static func secret(_ bytes: [UInt8]) throws(Failure) -> String {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= bytesMax else { throw .tooLong }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .malformed }
        return text
    }

    private static func line(from file: Descriptor) throws(Failure) -> String {
        var bytes: [UInt8] = []
        // One more than a secret may have: a line can end in CR LF.
        while bytes.count <= bytesMax + 1 {
            let next = try system { () throws(POSIXFailure) in try file.readByte() }
            guard let next, next != UInt8(ascii: "\n") else { break }
            bytes.append(next)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return try secret(bytes)
    }

    private static func typed(after prompt: String) throws(Failure) -> String {
        let result = try system { () throws(POSIXFailure) in
            let terminal = try Descriptor.open("/dev/tty", O_RDWR | O_NOCTTY)
            try terminal.writeAll(Array(prompt.utf8))
            let line = try terminal.withoutEcho { () throws(POSIXFailure) in
                var line = SecretLine()
                while line.state == .open { line.take(try terminal.readByte()) }
                return line
            }
            try terminal.writeAll(Array("\n".utf8))
            return line
        }
        guard result.state != .cancelled else { throw .cancelled }
        return try secret(result.bytes)
    }

    private static func system<R>(_ body: () throws(POSIXFailure) -> R) throws(Failure) -> R {
        do throws(POSIXFailure) {
            return try body()
        } catch {
            throw .system(error)
        }
    }
}
