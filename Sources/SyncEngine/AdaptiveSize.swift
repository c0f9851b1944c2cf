import SyncProtocol

/// A size that grows with every success and halves with every cut (PJS 12).
package struct AdaptiveSize: Equatable, Sendable {
    /// The size to use now, in bytes.
    package private(set) var bytes: Int
    private let range: ClosedRange<Int>
    private var wasCut = false

    /// Starts at `bytes`, never leaves `range`.
    package init(start bytes: Int, range: ClosedRange<Int>) {
        precondition(range.contains(bytes))
        self.bytes = bytes
        self.range = range
    }

    /// A request of this size went through.
    package mutating func grow() {
        bytes = min(range.upperBound, bytes + Limits.batchBytesStep)
    }

    /// A request of this size went through quickly: until a first cut has shown what the link bears,
    /// the next one may be twice as large.
    package mutating func growFast() {
        guard !wasCut else { return grow() }
        bytes = min(range.upperBound, bytes * 2)
    }

    /// A request of this size was cut, timed out or refused as too large.
    package mutating func halve() {
        wasCut = true
        bytes = max(range.lowerBound, bytes / 2)
    }

    /// The other side takes no more than `limit`.
    package mutating func shrink(to limit: Int) {
        bytes = min(bytes, max(range.lowerBound, limit))
    }
}
