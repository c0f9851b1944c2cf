package import Domain
package import Journal
import SyncEngine
import SyncProtocol

/// What the reply to carried frames came to.
package struct ReplyOutcome: Equatable, Sendable {
    /// Entries that count as sent now and did not before.
    package var acknowledged = 0
    /// Push sections that the station did not store, by their code.
    package var refused: [String] = []
    /// Confirmations that nothing vouches for, or of another history; they count for nothing.
    package var disbelieved = 0
    /// Entries that the station does not have yet.
    package var pending = 0
}

/// Frames that a person carries, for a handheld without a network (PJS 7.5).
extension Handheld {
    /// The journal as frames, each of which fits the largest request: every stream, the oldest
    /// first.
    ///
    /// - Parameter unsentOnly: only what the station has not confirmed.
    package func exportFrames(
        unsentOnly: Bool, at now: Moment
    ) throws(JournalError) -> [[UInt8]] {
        let status = try journal.status()
        let hello = HelloRequest(
            app: Handheld.app, device: device.id, stream: status.stream, epoch: "",
            recorded: status.recorded, acknowledged: status.acknowledged,
            wallMilliseconds: now.wallMilliseconds, bootMilliseconds: now.bootMilliseconds,
            bootNumber: now.bootNumber,
            old: status.ownStreams.dropLast().suffix(Limits.oldStreamsMax).map {
                HelloRequest.OldStream(
                    stream: $0.id, recorded: $0.recorded, acknowledged: $0.acknowledged)
            })
        var packer = FramePacker(hello: hello)
        for stream in status.ownStreams {
            var last = unsentOnly ? stream.acknowledged : 0
            while last < stream.recorded {
                guard let next = try journal.firstKept(of: stream.id, after: last),
                    next <= stream.recorded
                else { break }
                let batch = try journal.entries(
                    of: stream.id, after: next - 1, bytesMax: packer.bytesLeft)
                guard !batch.lines.isEmpty else { break }
                packer.add(section(of: batch))
                last = batch.last
            }
        }
        return packer.frames
    }

    private func section(of batch: EntryBatch) -> Push {
        Push(
            stream: batch.stream, from: batch.from, previous: batch.previous, head: batch.head,
            code: device.key.headCode(
                device: device.id, stream: batch.stream, sequence: batch.last, head: batch.head),
            keyNumber: device.key.number, tries: batch.attempts, lines: batch.lines.map { $0[...] })
    }

    /// Takes in the reply to a carried frame. It acknowledges what its ack MACs vouch for and
    /// changes nothing else: no `sec`, no cursor, no state (PJS 7.5).
    package func takeIn(reply body: [UInt8]) throws(JournalError) -> ReplyOutcome? {
        guard let reply = try? ExchangeResponse(decoding: body) else { return nil }
        let before = try journal.status().pending
        var outcome = ReplyOutcome()
        for result in reply.pushes {
            guard case .ok(let stored) = result.outcome else {
                outcome.refused.append(result.code)
                continue
            }
            guard try isVouched(stored, of: result.stream) else {
                outcome.disbelieved += 1
                continue
            }
            try journal.acknowledge(result.stream, through: stored.at)
        }
        outcome.pending = try journal.status().pending
        outcome.acknowledged = before - outcome.pending
        return outcome
    }

    private func isVouched(
        _ stored: PushResult.Stored, of stream: String
    ) throws(JournalError) -> Bool {
        guard let code = stored.code,
            let known = try journal.status().streams.first(where: { $0.id == stream }),
            stored.at <= known.recorded,
            try journal.head(at: stored.at, of: stream) == stored.atHead
        else { return false }
        return ([device.key] + device.oldKeys).contains { key in
            key.acknowledgementCode(
                device: device.id, stream: stream, at: stored.at, head: stored.atHead
            ).equalsInConstantTime(code)
        }
    }
}

/// Puts push sections into as few frames as the size of a request allows.
struct FramePacker {
    let hello: HelloRequest
    /// The finished frames and the one being filled.
    var frames: [[UInt8]] {
        finished + (pushes.isEmpty ? [] : [ExchangeRequest(hello: hello, pushes: pushes).encoded()])
    }

    private var finished: [[UInt8]] = []
    private var pushes: [Push] = []
    private var byteCount = 0

    /// What hello and end line of a frame, and the line of one section, take at most.
    static let helloBytes = 8_192
    static let sectionBytes = 4_096
    static let bytesMax = Limits.requestFrameBytesMax - helloBytes

    init(hello: HelloRequest) { self.hello = hello }

    /// Bytes of lines that the next section may have, a whole line at least.
    var bytesLeft: Int {
        let left = FramePacker.bytesMax - byteCount - FramePacker.sectionBytes
        return left > 0 ? left : FramePacker.bytesMax - FramePacker.sectionBytes
    }

    mutating func add(_ push: Push) {
        let size = FramePacker.sectionBytes + push.lines.reduce(0) { $0 + $1.count + 1 }
        if byteCount + size > FramePacker.bytesMax || pushes.count == Limits.pushSectionsMax {
            finished = frames
            pushes = []
            byteCount = 0
        }
        pushes.append(push)
        byteCount += size
    }
}
