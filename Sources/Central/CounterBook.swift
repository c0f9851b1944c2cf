import SyncProtocol

/// The request counters of all handhelds: exact in memory, durable as ceilings (PJS section 7.4).
///
/// Only a request whose signature was right gets here, so the book has at most one entry for each
/// enrolled handheld.
struct CounterBook {
    private var last: [String: Accepted] = [:]

    /// The newest accepted request of a handheld.
    private struct Accepted {
        var counter: Int
        /// Its MAC; nil when only the stored ceiling is known.
        var code: Digest?
        var ceiling: Int
    }

    /// What the book says of a counter.
    enum Verdict: Equatable {
        case accepted
        /// Accepted once this ceiling is durable.
        case raise(ceiling: Int)
        /// The byte-identical repeat of the newest request.
        case again
        case stale(last: Int)
    }

    /// Judges the counter of a request whose signature was right. `stored` is the durable ceiling.
    mutating func judge(
        _ signature: RequestSignature, stored: Int
    ) -> Verdict {
        let known =
            last[signature.device] ?? Accepted(counter: stored, code: nil, ceiling: stored)
        if signature.counter == known.counter, known.code == signature.code { return .again }
        guard signature.counter > known.counter else { return .stale(last: known.counter) }
        guard signature.counter > known.ceiling else {
            accept(signature, ceiling: known.ceiling)
            return .accepted
        }
        // No ceiling is above what a counter on the wire can be.
        return .raise(
            ceiling: min(signature.counter + Limits.counterBlock - 1, Canonical.integerMax))
    }

    /// Goes by the stored ceiling again.
    mutating func forget(_ device: String) { last[device] = nil }

    /// Takes a request as the newest one.
    mutating func accept(_ signature: RequestSignature, ceiling: Int) {
        last[signature.device] = Accepted(
            counter: signature.counter, code: signature.code, ceiling: ceiling)
    }
}
