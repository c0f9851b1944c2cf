import SyncProtocol

/// The search for the last seq at which two histories of one stream agree (PJS 9.9).
///
/// Equal heads at a seq mean equal entries up to it, so asking 64 places at a time leaves less than
/// a sixty-fourth of the range each time.
struct ForkSearch: Equatable {
    let stream: String
    /// Why the stream ends where the histories part.
    let cause: RotationCause
    /// The heads are known to be equal at `low`; the last common seq is not above `high`.
    private(set) var low: Int
    private(set) var high: Int

    /// - Parameter high: the last seq that both sides have.
    init(stream: String, cause: RotationCause, high: Int) {
        self.stream = stream
        self.cause = cause
        low = 0
        self.high = max(0, high)
    }

    /// The last common seq, once it is found.
    var end: Int? { low == high ? low : nil }

    /// The seqs to ask for: rising, without repeats, up to and with `high`.
    var probes: [Int] {
        let width = high - low
        guard width > 0 else { return [] }
        let count = min(width, Limits.headsMax)
        return (1...count).map { low + (($0 * width) + count - 1) / count }
    }

    /// Takes in the heads of the ledger.
    ///
    /// - Returns: false when they tell nothing: one is missing because the ledger has changed, or
    ///   they cannot all be true.
    mutating func narrow(_ heads: [Int: Digest], own: (Int) -> Digest?) -> Bool {
        let probes = probes
        guard !probes.isEmpty, probes.allSatisfy({ heads[$0] != nil }) else { return false }
        let equal = probes.filter { own($0) == heads[$0] }
        let different = probes.filter { own($0) != heads[$0] }
        let newLow = equal.last ?? low
        let newHigh = different.first.map { $0 - 1 } ?? high
        guard newLow <= newHigh else { return false }
        low = newLow
        high = newHigh
        return true
    }
}
