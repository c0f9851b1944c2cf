/// 32 bytes: a SHA-256 hash, a chain head, a fact id or an HMAC.
public struct Digest: Sendable, Hashable {
    /// How many bytes a digest has.
    public static let size = 32
    /// All bytes zero.
    public static let zero = Digest(words: (0, 0, 0, 0))

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    init(words: (UInt64, UInt64, UInt64, UInt64)) {
        (first, second, third, fourth) = words
    }

    /// Exactly 32 bytes, or nil.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.size else { return nil }
        var rest = bytes.makeIterator()
        func word() -> UInt64 {
            var word: UInt64 = 0
            for _ in 0..<8 { word = word << 8 | UInt64(rest.next() ?? 0) }
            return word
        }
        self.init(words: (word(), word(), word(), word()))
    }

    /// 64 lower-case hex digits, or nil.
    public init?(hex: String) {
        guard hex.utf8.count == 2 * Digest.size, let bytes = Hex.bytes(of: hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 32 bytes, most significant first.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Digest.size)
        Digest.append(first, to: &output)
        Digest.append(second, to: &output)
        Digest.append(third, to: &output)
        Digest.append(fourth, to: &output)
        return output
    }

    /// 64 lower-case hex digits.
    public var hex: String { Hex.text(of: bytes) }

    /// Compares in a time that does not depend on where the two differ.
    public func equalsInConstantTime(_ other: Digest) -> Bool {
        (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
            | (fourth ^ other.fourth) == 0
    }

    private static func append(_ word: UInt64, to output: inout [UInt8]) {
        var rest = word
        for _ in 0..<8 {
            output.append(UInt8(truncatingIfNeeded: rest >> 56))
            rest <<= 8
        }
    }

    var words: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }
}
