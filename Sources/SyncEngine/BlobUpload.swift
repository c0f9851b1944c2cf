package import Domain
package import SyncProtocol

/// Decides how one blob after another is brought to the server (PJS 7.6): asked for first, then
/// sent from where the server stands, in pieces that grow and halve with the link.
///
/// A value without clock, file or network, like `SyncEngine`. It holds one blob at a time.
package struct BlobUpload: Sendable {
    /// What is to be done next for the blob at hand.
    package enum Step: Equatable, Sendable {
        /// No blob is at hand: `begin` with one.
        case choose
        /// Ask how much of it the server has.
        case ask(Digest)
        /// Read its file, check its hash, and report `.loaded` or drop it.
        case load(Digest)
        /// Send this part of it.
        case send(Digest, Range<Int>)
        /// Nothing before this boot time.
        case wait(untilBootMilliseconds: Int)
    }

    /// What happened.
    package enum Event: Equatable, Sendable {
        /// The content is at hand and has the right hash.
        case loaded
        /// The server said how much it has, in answer to a question or to a piece.
        case told(have: Int, isComplete: Bool)
        /// It dropped the whole content as wrong.
        case contentRefused(code: String)
        case failed(ExchangeFailure)
    }

    /// What follows at once.
    package enum Effect: Equatable, Sendable {
        /// The server has all of the blob.
        case delivered(Digest)
        case raiseCounter(above: Int)
        /// Forget the content that was loaded.
        case unload
    }

    /// The blob at hand.
    package private(set) var blob: Digest?
    /// Its length.
    package private(set) var byteCount = 0
    /// Blobs that this run leaves alone: the server does not take them.
    package private(set) var skipped: Set<Digest> = []
    /// The word of the last failure that nothing has cured since.
    package private(set) var problem: String?

    /// How much the server has; nil: it is to be asked.
    private var offset: Int?
    private var isLoaded = false
    private var refusedCount = 0
    private var piece = AdaptiveSize(
        start: Limits.blobPieceBytesStart, range: Limits.blobPieceBytes)
    private var failureCount = 0
    private var immediateCount = 0
    private var pauseUntil: Int?

    package init() {}

    /// Takes up a blob.
    package mutating func begin(_ blob: Digest, byteCount: Int) {
        precondition(self.blob == nil && byteCount > 0)
        self.blob = blob
        self.byteCount = byteCount
        offset = nil
        isLoaded = false
        refusedCount = 0
    }

    /// Gives up the blob at hand: its content is damaged, or the server has it.
    package mutating func drop() {
        blob = nil
        offset = nil
        isLoaded = false
    }

    /// What is to be done now.
    package func step(at now: Moment) -> Step {
        if let pauseUntil, now.bootMilliseconds < pauseUntil {
            return .wait(untilBootMilliseconds: pauseUntil)
        }
        guard let blob else { return .choose }
        guard let offset else { return .ask(blob) }
        guard isLoaded else { return .load(blob) }
        return .send(blob, offset..<min(byteCount, offset + piece.bytes))
    }

    /// When to give up waiting for the answer to a request with so many bytes.
    package static func replyLimitMilliseconds(bytes: Int) -> Int {
        SyncLimits.replyBaseMilliseconds + bytes * 1_000 / SyncLimits.slowestBytesPerSecond
    }

    /// Takes in what came of the last step.
    ///
    /// - Parameter began: when the request left.
    package mutating func handle(
        _ event: Event, began: Moment, at now: Moment, random: inout RandomSource
    ) -> [Effect] {
        switch event {
        case .loaded:
            isLoaded = true
            return []
        case .told(let have, let isComplete):
            return told(have, isComplete, began: began, at: now, random: &random)
        case .contentRefused(let code):
            problem = code
            refusedCount += 1
            if refusedCount > BlobUpload.contentRepeats { return skip() }
            offset = 0
            isLoaded = false
            return [.unload]
        case .failed(let failure):
            return failed(failure.asBelieved, at: now, random: &random)
        }
    }

    /// Once more from the beginning, as the contract says.
    private static let contentRepeats = 1

    private mutating func told(
        _ have: Int, _ isComplete: Bool, began: Moment, at now: Moment,
        random: inout RandomSource
    ) -> [Effect] {
        guard let blob, (0...byteCount).contains(have), isComplete == (have == byteCount) else {
            return failed(.notPJS, at: now, random: &random)
        }
        let isAnswerToPiece = offset != nil && isLoaded
        let isAhead = have > (offset ?? -1)
        offset = have
        guard isComplete || isAhead || !isAnswerToPiece else {
            // It does not get on: go on from where the server stands, but not at once.
            return failed(.cut, at: now, random: &random)
        }
        problem = nil
        failureCount = 0
        immediateCount = 0
        pauseUntil = nil
        if isAnswerToPiece {
            let took = now.bootMilliseconds - began.bootMilliseconds
            if took <= SyncLimits.quickMilliseconds { piece.growFast() } else { piece.grow() }
        }
        guard isComplete else { return [] }
        drop()
        return [.delivered(blob), .unload]
    }

    private mutating func skip() -> [Effect] {
        if let blob { skipped.insert(blob) }
        drop()
        return [.unload]
    }
}

// MARK: Failures

extension BlobUpload {
    private mutating func failed(
        _ failure: ExchangeFailure, at now: Moment, random: inout RandomSource
    ) -> [Effect] {
        problem = failure.code
        // Whatever came of it, the server knows how much it has.
        offset = nil
        switch failure {
        case .unreachable, .notPJS: backOff(at: now, random: &random)
        case .cut, .timedOut:
            piece.halve()
            backOff(at: now, random: &random)
        case .redirected: pause(SyncLimits.backoffMaxMilliseconds, at: now)
        case .refused(let refusal): return refused(refusal, at: now, random: &random)
        }
        return []
    }

    private mutating func refused(
        _ refusal: ExchangeFailure.Refusal, at now: Moment, random: inout RandomSource
    ) -> [Effect] {
        switch refusal.remedy {
        case .raiseCounter(let last):
            if immediateCount < SyncLimits.immediateRetriesMax {
                immediateCount += 1
            } else {
                backOff(at: now, random: &random)
            }
            return [.raiseCounter(above: last)]
        case .shrink(let bytes):
            piece.halve()
            if let bytes { piece.shrink(to: bytes) }
            backOff(at: now, random: &random)
        case .wait(let milliseconds): pause(milliseconds, at: now)
        case .backOff, .signAgain: backOff(at: now, random: &random)
        case .person:
            // Of this blob alone: the others may go through.
            if refusal.isSigned { return skip() }
            pause(SyncLimits.backoffMaxMilliseconds, at: now)
        }
        return []
    }

    private mutating func backOff(at now: Moment, random: inout RandomSource) {
        var bound = SyncLimits.backoffBaseMilliseconds
        for _ in 0..<failureCount where bound < SyncLimits.backoffMaxMilliseconds { bound *= 2 }
        failureCount += 1
        pause(
            Int.random(in: 0...min(bound, SyncLimits.backoffMaxMilliseconds), using: &random),
            at: now)
    }

    private mutating func pause(_ milliseconds: Int, at now: Moment) {
        pauseUntil = now.bootMilliseconds + milliseconds
    }
}
