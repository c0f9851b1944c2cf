/// The bytes of a body with the two hashes that are asked of a frame, found in one pass: that of
/// the whole for its signature, and that of everything before its end line (PJS sections 7.1, 7.4).
public struct HashedBody: Sendable {
    public let bytes: [UInt8]
    /// The hash of all bytes.
    public let hash: Digest
    /// The hash of the bytes before the last line.
    let hashBeforeEnd: Digest

    /// Hashes a body that was received.
    public init(_ bytes: [UInt8]) {
        var hash = SHA256()
        let end = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        hash.update(bytes[..<end])
        hashBeforeEnd = hash.finalize()
        hash.update(bytes[end...])
        self.hash = hash.finalize()
        self.bytes = bytes
    }

    /// Closes a frame: the end line is made of the hash of what comes before it.
    init(_ lines: consuming [UInt8], endingWith end: (Digest) -> [UInt8]) {
        var hash = SHA256()
        hash.update(lines)
        hashBeforeEnd = hash.finalize()
        let last = end(hashBeforeEnd)
        hash.update(last)
        self.hash = hash.finalize()
        lines += last
        bytes = lines
    }
}
