/// A handheld says what it recorded up to here: the courier's end of a day (PJS 16.2).
package struct DaySealFact: Hashable, Sendable {
    /// The day id, `<station>-<YYYY-MM-DD>`.
    package var day: String
    /// The sealed stream; nil is the stream of the entry itself.
    package var stream: String?
    package var range: SealedRange
    /// Cash in hand by the courier's count, by currency.
    package var cashDeclared: [String: Int]
    package var shift: String?

    package init(
        day: String, stream: String? = nil, range: SealedRange, cashDeclared: [String: Int],
        shift: String? = nil
    ) {
        self.day = day
        self.stream = stream
        self.range = range
        self.cashDeclared = cashDeclared
        self.shift = shift
    }
}

/// A handheld keeps the proof that the station closed the day with its line.
package struct DayReceiptFact: Hashable, Sendable {
    package var day: String
    /// Hash of the manifest, 64 hex digits.
    package var manifest: String
    /// The station's code over day and manifest.
    package var receipt: String
    /// Hash of the line.
    package var line: String
    package var number: Int

    package init(day: String, manifest: String, receipt: String, line: String, number: Int) {
        self.day = day
        self.manifest = manifest
        self.receipt = receipt
        self.line = line
        self.number = number
    }
}

/// The station begins to close a day: from here on it is known who must have sealed.
package struct DayBeginFact: Hashable, Sendable {
    package var day: String
    package var number: Int
    package var roster: [RosterEntry]

    package init(day: String, number: Int, roster: [RosterEntry]) {
        self.day = day
        self.number = number
        self.roster = roster
    }
}

/// A stream that a day waits for.
package struct RosterEntry: Hashable, Sendable {
    package var device: String
    package var stream: String

    package init(device: String, stream: String) {
        self.device = device
        self.stream = stream
    }
}

/// A manager lets something pass that stands against the close.
package struct DayWaiveFact: Hashable, Sendable {
    package var day: String
    package var what: DayBlockKind
    /// A stream, a fact reference, a person … as the block names it.
    package var reference: String
    package var reason: String

    package init(day: String, what: DayBlockKind, reference: String, reason: String) {
        self.day = day
        self.what = what
        self.reference = reference
        self.reason = reason
    }
}

/// The station closes a day.
package struct DayCloseFact: Hashable, Sendable {
    package var day: String
    package var manifest: DayManifest
    /// Hash of the manifest, 64 hex digits.
    package var hash: String

    package init(day: String, manifest: DayManifest, hash: String) {
        self.day = day
        self.manifest = manifest
        self.hash = hash
    }
}
