/// How far the open stream has come: in the journal, at the server, in the server's backup.
package struct StreamProgress: Equatable, Sendable {
    /// Last seq that the journal holds.
    package internal(set) var recorded: Int
    /// Last seq that the ledger is known to hold, with the same head.
    package internal(set) var acknowledged: Int
    /// Last seq in a verified backup of the ledger.
    package internal(set) var secured: Int

    package init(recorded: Int, acknowledged: Int, secured: Int) {
        precondition(0 <= acknowledged && acknowledged <= recorded)
        self.recorded = recorded
        self.acknowledged = acknowledged
        self.secured = secured
    }

    /// Entries that the server does not have yet.
    package var pending: Int { recorded - acknowledged }
}
