/// How far one stream has come: in the journal, at the server, in the server's backup.
package struct StreamProgress: Equatable, Sendable {
    package let id: String
    /// Last seq of the journal that counts.
    package internal(set) var recorded: Int
    /// Last seq that the ledger is known to hold, with the same head.
    package internal(set) var acknowledged: Int
    /// Last seq in a verified backup of the ledger.
    package internal(set) var secured: Int
    /// Whether entries after its end were carried into a later stream: then a ledger that holds
    /// more of it holds another history.
    package let isCutShort: Bool

    package init(
        id: String, recorded: Int, acknowledged: Int, secured: Int, isCutShort: Bool = false
    ) {
        precondition(0 <= acknowledged && acknowledged <= recorded)
        self.id = id
        self.recorded = recorded
        self.acknowledged = acknowledged
        self.secured = secured
        self.isCutShort = isCutShort
    }

    /// Entries that the server does not have yet.
    package var pending: Int { recorded - acknowledged }
}

/// A seq of one stream.
package struct StreamPlace: Hashable, Sendable {
    package let stream: String
    package let sequence: Int

    package init(stream: String, sequence: Int) {
        self.stream = stream
        self.sequence = sequence
    }
}
