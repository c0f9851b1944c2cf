/// The sum and count of a bucket's rows, free of order (PJS section 10.5).
///
/// Each side computes it from its own rows; it is never copied from the other side.
public struct BucketSum: Sendable, Equatable {
    /// Σ of the row hashes as big-endian integers, modulo 2^256.
    public private(set) var sum: Digest
    /// How many rows.
    public private(set) var count: Int

    /// The sum of an empty bucket.
    public init() {
        sum = .zero
        count = 0
    }

    /// A stored sum.
    public init(sum: Digest, count: Int) {
        self.sum = sum
        self.count = count
    }

    /// The hash of one row; `body` is the exact canonical text of `f`.
    public static func rowHash(type: String, id: String, version: Int, body: [UInt8]) -> Digest {
        var text = Array("PJS1-row\n{\"f\":".utf8)
        text.append(contentsOf: body)
        text.append(contentsOf: ",\"i\":".utf8)
        Canonical.encode(text: id, into: &text)
        text.append(contentsOf: ",\"t\":".utf8)
        Canonical.encode(text: type, into: &text)
        text.append(contentsOf: ",\"v\":".utf8)
        Canonical.encode(integer: version, into: &text)
        text.append(UInt8(ascii: "}"))
        return SHA256.hash(text)
    }

    /// Takes a row in.
    public mutating func add(_ rowHash: Digest) {
        sum = sum &+ rowHash
        count += 1
    }

    /// Takes a row out.
    public mutating func remove(_ rowHash: Digest) {
        sum = sum &- rowHash
        count -= 1
    }
}

extension Digest {
    fileprivate static func &+ (left: Digest, right: Digest) -> Digest {
        let (a, b) = (left.words, right.words)
        var carry = false
        let fourth = add(a.3, b.3, &carry)
        let third = add(a.2, b.2, &carry)
        let second = add(a.1, b.1, &carry)
        let first = add(a.0, b.0, &carry)
        return Digest(words: (first, second, third, fourth))
    }

    fileprivate static func &- (left: Digest, right: Digest) -> Digest {
        let (first, second, third, fourth) = right.words
        let complement = Digest(words: (~first, ~second, ~third, ~fourth))
        return left &+ complement &+ Digest(words: (0, 0, 0, 1))
    }

    private static func add(_ left: UInt64, _ right: UInt64, _ carry: inout Bool) -> UInt64 {
        let (sum, first) = left.addingReportingOverflow(right)
        let (result, second) = sum.addingReportingOverflow(carry ? 1 : 0)
        carry = first || second
        return result
    }
}
