/// How one sealed range of a handheld stands in the close of a day (`day` row; its id is
/// `<YYYYMMDD>.<stream>.<from>`).
package struct DayRow: Hashable, Sendable {
    package let id: String
    package var day: String
    package var state: DayState
    /// The line as the ledger has it; nil while lines of the range are missing.
    package var line: DayLine?
    /// The code of the line, `XXXX-XXXX`.
    package var code: String?
    /// What differs from the seal.
    package var differences = SealDifferences()
    /// Hash of the manifest.
    package var manifest: String?
    package var number: Int?

    package init(id: String, day: String, state: DayState) {
        self.id = id
        self.day = day
        self.state = state
    }

    /// The stream that the row is about.
    package var stream: String {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : ""
    }
}

/// One value as the handheld says it and as the server found it.
package struct SidePair<Value: Hashable & Sendable>: Hashable, Sendable {
    package var device: Value
    package var server: Value

    package init(device: Value, server: Value) {
        self.device = device
        self.server = server
    }
}

/// In what a seal and the ledger differ; nil where they do not (PJS 16.4).
package struct SealDifferences: Hashable, Sendable {
    /// Where the range must begin: behind the seal before.
    package var from: SidePair<Int>?
    package var count: SidePair<Int>?
    package var head: SidePair<String>?
    package var money: SidePair<[String: MoneyTotals]>?
    package var kinds: SidePair<[String: Int]>?
    package var blobs: SidePair<BlobTotals>?

    package init() {}

    /// What a seal and the ledger's own account of the same range differ in; `expectedFrom` follows
    /// the seal before.
    package init(sealed: SealedRange, found: SealedRange, expectedFrom: Int) {
        func pair<Value>(_ device: Value, _ server: Value) -> SidePair<Value>? {
            device == server ? nil : SidePair(device: device, server: server)
        }
        from = pair(sealed.from, expectedFrom)
        count = pair(sealed.count, found.count)
        head = pair(sealed.head, found.head)
        money = pair(sealed.money, found.money)
        kinds = pair(sealed.kinds, found.kinds)
        blobs = pair(sealed.blobs, found.blobs)
    }

    package var isEmpty: Bool { self == SealDifferences() }
}
