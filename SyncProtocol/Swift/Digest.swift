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
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.init(words: (words[0], words[1], words[2], words[3]))
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
        for word in [first, second, third, fourth] {
            for shift in stride(from: 56, through: 0, by: -8) {
                output.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return output
    }

    /// 64 lower-case hex digits.
    public var hex: String { Hex.text(of: bytes) }

    /// Compares in a time that does not depend on where the two differ.
    public func equalsInConstantTime(_ other: Digest) -> Bool {
        (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
            | (fourth ^ other.fourth) == 0
    }

    var words: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }
}
