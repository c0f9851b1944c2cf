package import SyncProtocol

/// What `SyncEngine` wants done, in the order given.
package enum SyncEffect: Equatable, Sendable {
    /// Write this request and send it; then report `.sent`.
    case exchange(ExchangePlan)
    /// Report `.alarm` at this boot time. It replaces the alarm set before.
    case wake(atBootMilliseconds: Int)
    /// The ledger holds the open stream up to this seq.
    case acknowledge(through: Int)
    /// The ledger, which has this head of ours at this seq, lost what came after: send it again.
    case rewind(to: Int, head: Digest)
    /// A verified backup of the ledger holds the open stream up to this seq. It may fall.
    case secure(through: Int)
    /// Apply the page of the answer in one transaction; then report `.pageApplied` or
    /// `.pageRefused`.
    case applyPage
    /// Verify the journal from its first entry on; then report `.chainChecked`.
    case verifyChain
    /// Go on counting requests after this number.
    case raiseCounter(above: Int)
    /// Somebody has to know.
    case report(SyncReport)
}

/// What goes into one request.
package struct ExchangePlan: Equatable, Sendable {
    /// The push section: from this seq on, at most `batchBytesMax` of lines. A seq just past the
    /// end of the stream asks with an empty section whether the server agrees. `nil` leaves the
    /// section out.
    package let pushFrom: Int?
    /// Most bytes of entry lines; one larger line goes alone.
    package let batchBytesMax: Int
    /// Most bytes of rows wanted.
    package let pageBytesMax: Int
    /// Buckets to fetch anew, sorted.
    package let resets: [String]
    /// Rows came a moment ago: if entries remain after the push section, the pull is left out.
    package let isPullDeferrable: Bool
    /// When to give up waiting for the answer, from the start of the request on.
    package let replyLimitMilliseconds: Int

    package init(
        pushFrom: Int?, batchBytesMax: Int, pageBytesMax: Int, resets: [String],
        isPullDeferrable: Bool, replyLimitMilliseconds: Int
    ) {
        self.pushFrom = pushFrom
        self.batchBytesMax = batchBytesMax
        self.pageBytesMax = pageBytesMax
        self.resets = resets
        self.isPullDeferrable = isPullDeferrable
        self.replyLimitMilliseconds = replyLimitMilliseconds
    }
}

/// What a courier or the station must hear about the exchange.
package enum SyncReport: Equatable, Sendable {
    /// The ledger was restored from an older copy; entries go up again (PJS 9.3).
    case rewound(from: Int, to: Int)
    /// The ledger holds another history of this stream (PJS 9.3).
    case forked
    /// The ledger holds entries of this stream that this journal has lost (PJS 9.6).
    case behind(have: Int)
    /// The server refuses this stream with this push code; nothing more is pushed on it.
    case pushStopped(code: String)
    /// The journal does not verify any more.
    case journalDamaged
    /// The answer echoes something else than was sent; nothing was acknowledged.
    case noEcho
    /// The rows of this bucket differ from the server's, also after a reset.
    case diverged(bucket: String)
    /// The rows of a page broke the rules several times in a row.
    case badPages
    /// The same error came several times in a row, or waiting does not cure it.
    case needsPerson(code: String)
    /// The station suspended or revoked this handheld, or made it active again.
    case deviceState(DeviceState)
    /// Only a newer program gets rows from this server.
    case upgradeRequired
}
