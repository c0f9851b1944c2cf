package import SyncProtocol

/// What can happen to the exchange between this handheld and its station.
package enum SyncEvent: Sendable {
    /// The open stream of the journal now ends at this seq.
    case recorded(through: Int)
    /// A person, or a network that came up, wants an exchange now.
    case asked
    /// The time of the last `.wake` has come.
    case alarm
    /// The request of the last `.exchange` was written; its push section ended at this seq, or
    /// it had none. The echo of the server is checked against this number. It asked for rows unless
    /// the plan let it leave them out.
    case sent(through: Int?, asksForRows: Bool = true)
    /// A whole answer with a right signature. `heads` are this handheld's own heads at the seqs
    /// that `SyncEngine.seqsNamed(by:)` lists, as far as the journal has them.
    case answered(ExchangeResponse, heads: [Int: Digest])
    /// No such answer came.
    case failed(ExchangeFailure)
    /// The page was applied; the own rows of these buckets, sorted, have another sum or count than
    /// the page named.
    case pageApplied(differing: [String])
    /// The page broke a rule of PJS 10.2 and was thrown away whole.
    case pageRefused
    /// The journal was verified from its first entry on.
    case chainChecked(isIntact: Bool)
}
