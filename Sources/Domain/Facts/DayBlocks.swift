/// Gross sums of one currency, by class of payment method (PJS 16.3).
package struct MoneyTotals: Hashable, Sendable {
    package var cashIn = 0
    package var cashOut = 0
    package var cardIn = 0
    package var cardOut = 0
    package var walletIn = 0
    package var walletOut = 0

    package init() {}

    /// Adds another one, staying within what the wire can hold.
    package mutating func add(_ other: MoneyTotals) {
        cashIn = Self.sum(cashIn, other.cashIn)
        cashOut = Self.sum(cashOut, other.cashOut)
        cardIn = Self.sum(cardIn, other.cardIn)
        cardOut = Self.sum(cardOut, other.cardOut)
        walletIn = Self.sum(walletIn, other.walletIn)
        walletOut = Self.sum(walletOut, other.walletOut)
    }

    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, hasOverflowed) = left.addingReportingOverflow(right)
        let whole = hasOverflowed ? (left < 0 ? Int.min : Int.max) : sum
        return min(max(whole, -Fold.amountMax), Fold.amountMax)
    }
}

extension [String: MoneyTotals] {
    /// Adds the sums of each currency.
    package mutating func add(_ other: [String: MoneyTotals]) {
        for (currency, totals) in other { self[currency, default: MoneyTotals()].add(totals) }
    }
}

/// Distinct blobs of a range and their length together.
package struct BlobTotals: Hashable, Sendable {
    package var count = 0
    package var byteCount = 0

    package init(count: Int = 0, byteCount: Int = 0) {
        self.count = count
        self.byteCount = byteCount
    }
}

/// A range of a stream and what its bytes add up to: what a handheld seals and the server finds.
package struct SealedRange: Hashable, Sendable {
    /// The first and the last sequence; `to` is `from` − 1 when nothing was recorded.
    package var from: Int
    package var to: Int
    package var count: Int
    /// The chain head at `to`, 64 hex digits.
    package var head: String
    package var money: [String: MoneyTotals] = [:]
    /// Entries by kind.
    package var kinds: [String: Int] = [:]
    package var blobs = BlobTotals()

    package init(from: Int, to: Int, count: Int, head: String) {
        self.from = from
        self.to = to
        self.count = count
        self.head = head
    }
}

/// Whether a sealed range was the same on both sides.
package enum DayLineResult: String, CaseIterable, Sendable {
    case agree
    /// It was not, and a manager closed the day all the same.
    case waived
}

/// One sealed range in a manifest.
package struct DayLine: Hashable, Sendable {
    package var device: String
    package var stream: String
    package var range: SealedRange
    /// Cash in hand by the courier's word, by currency.
    package var cashDeclared: [String: Int]
    package var result: DayLineResult

    package init(
        device: String, stream: String, range: SealedRange, cashDeclared: [String: Int],
        result: DayLineResult
    ) {
        self.device = device
        self.stream = stream
        self.range = range
        self.cashDeclared = cashDeclared
        self.result = result
    }
}

/// A stream of which a closed day does not have everything.
package struct MissingStream: Hashable, Sendable {
    package var device: String
    package var stream: String
    /// The last sequence that the handheld reported, and what the ledger has.
    package var recorded: Int
    package var have: Int
    package var reason: String
    /// Who closed the day without it.
    package var person: String

    package init(
        device: String, stream: String, recorded: Int, have: Int, reason: String, person: String
    ) {
        self.device = device
        self.stream = stream
        self.recorded = recorded
        self.have = have
        self.reason = reason
        self.person = person
    }
}

/// Something that stood against a close and was let pass by a manager.
package struct DayWaiver: Hashable, Sendable {
    package var what: DayBlockKind
    package var reference: String
    package var reason: String
    package var person: String

    package init(what: DayBlockKind, reference: String, reason: String, person: String) {
        self.what = what
        self.reference = reference
        self.reason = reason
        self.person = person
    }
}

/// What can stand against closing a day (PJS 16.5).
package enum DayBlockKind: String, CaseIterable, Sendable {
    /// A handheld has not sealed the day.
    case seal
    /// It recorded more than is here.
    case gap
    case blobs
    case quarantine
    /// A fact waits: for an entity, for the rest of its act, for a program that can read it.
    case held
    case handover
    /// Cash in hand differs, or was not counted.
    case cash
    /// Parcels went out and nothing says what became of them.
    case round
    /// The clock of a handheld was wrong.
    case clock
    /// Handheld and ledger differ over a sealed range.
    case differ
}

/// What a station counted on one business day. It never changes once its day is closed.
package struct DayManifest: Hashable, Sendable {
    /// The day id, `<station>-<YYYY-MM-DD>`.
    package var day: String
    /// Gapless per station, from 1.
    package var number: Int
    package var station: String
    /// Hash of the manifest before; zeros for the first.
    package var previous: String
    /// By device and stream, then by place.
    package var lines: [DayLine] = []
    package var missing: [MissingStream] = []
    /// In the order of the ledger.
    package var waived: [DayWaiver] = []
    /// Cases still open, by number.
    package var cases: [String] = []
    /// Sums of what was posted to this day.
    package var money: [String: MoneyTotals] = [:]
    /// The same over all days so far.
    package var cumulative: [String: MoneyTotals] = [:]

    package init(day: String, number: Int, station: String, previous: String) {
        self.day = day
        self.number = number
        self.station = station
        self.previous = previous
    }

    /// `previous` of the first manifest.
    package static let noPrevious = String(repeating: "0", count: 64)

    /// Whether something was let pass.
    package var hasExceptions: Bool { !missing.isEmpty || !waived.isEmpty }
}

/// Where the close of a day stands.
package enum DayState: String, CaseIterable, Sendable {
    case open, closing, agreed, closed
    case closedWithExceptions = "closed_with_exceptions"

    /// Whether the day has a manifest.
    package var isClosed: Bool { self == .closed || self == .closedWithExceptions }
}
