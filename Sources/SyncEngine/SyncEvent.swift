package import SyncProtocol

/// What can happen to the exchange between this handheld and its station.
package enum SyncEvent: Sendable {
    /// The open stream of the journal now ends at this seq.
    case recorded(through: Int)
    /// A person, or a network that came up, wants an exchange now.
    case asked
    /// Something beside entries is to be told to the station: an order was carried out.
    case owing
    /// The time of the last `.wake` has come.
    case alarm
    /// The request of the last `.exchange` was written, with these push sections: each stream and
    /// the seq that its section ended at. The echo of the server is checked against them. It asked
    /// for rows unless the plan let it leave them out. For the request of a `.fetch` without any.
    case sent([StreamPlace], asksForRows: Bool = true)
    /// A whole answer with a right signature. `heads` are this handheld's own heads at the places
    /// that `SyncEngine.places(named:)` lists, as far as the journal has them.
    case answered(ExchangeResponse, heads: [StreamPlace: Digest])
    /// Lines came that continue the stream; with those before them they end at a seq, and the
    /// ledger holds the stream up to `have`.
    case linesCame(through: Int, have: Int)
    /// Lines came that do not continue the stream, or none, or the stream is not there.
    case linesRefused
    /// No such answer came.
    case failed(ExchangeFailure)
    /// A rewind was not done: the lines are not kept any more.
    case rewindRefused(stream: String, to: Int)
    /// A stream was ended for this cause. These are all streams now, the open one last.
    case rotated(RotationCause, carried: Int, left: Int, streams: [StreamProgress])
    /// Lines were appended as history. These are all streams now, the open one last.
    case broughtBack(count: Int, streams: [StreamProgress])
    /// The page was applied; the own rows of these buckets, sorted, have another sum or count than
    /// the page named.
    case pageApplied(differing: [String])
    /// The page broke a rule of PJS 10.2 and was thrown away whole.
    case pageRefused
    /// The journal was verified from its first entry on.
    case chainChecked(isIntact: Bool)
}
