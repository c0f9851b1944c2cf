package import SyncProtocol

/// What `SyncEngine` wants done, in the order given.
package enum SyncEffect: Equatable, Sendable {
    /// Write this request and send it; then report `.sent`.
    case exchange(ExchangePlan)
    /// Ask for lines of a stream that this journal lacks.
    case fetch(LinesPlan)
    /// Report `.alarm` at this boot time. It replaces the alarm set before.
    case wake(atBootMilliseconds: Int)
    /// The ledger holds the stream up to this seq.
    case acknowledge(stream: String, through: Int)
    /// The ledger, which has this head of ours at this seq, lost what came after: send it again.
    /// Report `.rewindRefused` if the lines are not kept any more.
    case rewind(stream: String, to: Int, head: Digest)
    /// A verified backup of the ledger holds the stream up to this seq. It may fall.
    case secure(stream: String, through: Int)
    /// End the stream at a seq and carry the rest into the open one; then report `.rotated`.
    case rotate(RotationPlan)
    /// Append the lines fetched as history of the stream; then report `.broughtBack`.
    case bringBack(stream: String)
    /// Throw the lines fetched away.
    case dropLines
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
    /// The push sections, in this order, as far as they fit: one that does not fit whole is the
    /// last. The first is sent with one line at least.
    package let pushes: [PushPlan]
    /// The heads to ask for.
    package let heads: HeadsRequest?
    /// Most bytes of entry lines in all sections; one larger line goes alone.
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
        pushes: [PushPlan], heads: HeadsRequest? = nil, batchBytesMax: Int, pageBytesMax: Int,
        resets: [String], isPullDeferrable: Bool, replyLimitMilliseconds: Int
    ) {
        self.pushes = pushes
        self.heads = heads
        self.batchBytesMax = batchBytesMax
        self.pageBytesMax = pageBytesMax
        self.resets = resets
        self.isPullDeferrable = isPullDeferrable
        self.replyLimitMilliseconds = replyLimitMilliseconds
    }
}

/// One push section: a stream from a seq on. A seq just past its end asks with an empty section
/// whether the server agrees.
package struct PushPlan: Equatable, Sendable {
    package let stream: String
    package let from: Int

    package init(stream: String, from: Int) {
        self.stream = stream
        self.from = from
    }
}

/// A request for lines that the ledger has and this journal lacks (PJS 9.6).
package struct LinesPlan: Equatable, Sendable {
    package let stream: String
    package let from: Int
    package let replyLimitMilliseconds: Int
}

/// Where a stream ends (PJS 9.9).
package struct RotationPlan: Equatable, Sendable {
    package let stream: String
    /// Its last entry that counts.
    package let end: Int
    /// Whether the ledger was seen to hold the stream up to there with the same head.
    package let isProven: Bool
    package let cause: RotationCause
    /// An entry that the server does not take as long as it is.
    package let refused: Int?

    package init(
        stream: String, end: Int, isProven: Bool, cause: RotationCause, refused: Int? = nil
    ) {
        self.stream = stream
        self.end = end
        self.isProven = isProven
        self.cause = cause
        self.refused = refused
    }
}

/// What a courier or the station must hear about the exchange.
package enum SyncReport: Equatable, Sendable {
    /// The ledger was restored from an older copy; entries go up again (PJS 9.3).
    case rewound(from: Int, to: Int)
    /// A stream ended: entries stand in a new one, or were left behind (PJS 9.9).
    case rotated(RotationCause, carried: Int, left: Int)
    /// The ledger held entries that this journal had lost; they are back (PJS 9.9).
    case broughtBack(count: Int)
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
    /// An order whose code is wrong came under a right signature; it was not carried out.
    case falseDirective
    /// This version does not know the order; it was not carried out.
    case unknownDirective(what: String)
}
