import Domain
import Ledger
import SQLite
import SyncProtocol

/// Takes one push section in: PJS 9.2, steps 3 to 9, within one transaction.
struct PushSection {
    let push: Push
    let visit: Visit
    let key: DeviceKey?
    let streamID: String
    private let side: SideWork

    init(_ push: Push, visit: Visit, key: DeviceKey?, side: SideWork = .atOnce) {
        self.push = push
        self.visit = visit
        self.key = key
        self.side = side
        streamID = push.stream ?? visit.hello.stream
    }

    /// Judges the section and, if nothing speaks against it, stores and applies it.
    func take(_ db: borrowing Connection) throws -> PushResult {
        let row = try db.stream(streamID)
        let genesis = Chain.genesis(device: visit.device, stream: streamID)
        let end =
            try row.flatMap { try db.end(ofStream: $0.number) }
            ?? StreamEnd(sequence: 0, head: genesis)
        let verdict = try PushVerdict.on(
            push, device: visit.device, stream: streamID, key: key,
            stored: try stored(row, end, db)
        ) { sequence in
            if sequence == end.sequence { return end.head }
            guard sequence > 0, let row else { return genesis }
            return try db.head(ofStream: row.number, at: sequence) ?? genesis
        }
        switch verdict {
        case .refuse(let outcome):
            try noteRefusal(outcome, isKnown: row != nil, db)
            return PushResult(stream: streamID, outcome: outcome)
        case .append(let heads, let newFrom):
            if row == nil, acknowledged > 0 { try note(.rewind, at: 0, db) }
            var stored = PushResult.Stored(
                at: push.last, atHead: push.head, have: end.sequence, head: end.head,
                new: push.lines.count - newFrom, duplicate: newFrom)
            if stored.new > 0 {
                stored.have = push.last
                stored.head = push.head
                stored.out = try append(heads: heads, newFrom: newFrom, to: row, db)
            }
            return PushResult(stream: streamID, outcome: .ok(stored))
        }
    }

    private func stored(
        _ row: StreamRecord?, _ end: StreamEnd, _ db: borrowing Connection
    ) throws -> StoredStream {
        guard let row else {
            return StoredStream(
                owner: .nobody, have: 0, head: end.head,
                senderStreamCount: try db.streamCount(of: visit.device))
        }
        return StoredStream(
            owner: row.device == visit.device ? .sender : .another, isClosed: row.isClosed,
            have: end.sequence, head: end.head, senderStreamCount: 0)
    }

    /// A gap below what was acknowledged, a stream that is not known any more, and a fork are for
    /// the manager to see (PJS 9.2, 9.8).
    private func noteRefusal(
        _ outcome: PushResult.Outcome, isKnown: Bool, _ db: borrowing Connection
    ) throws {
        switch outcome {
        case .gap(let have, _) where have < acknowledged || !isKnown:
            try note(.rewind, at: have, db)
        case .fork(let at, let have, _): try note(.fork, at: at ?? have, db)
        case .ok, .gap, .chainMismatch, .badCode, .notYours, .streamClosed, .streamLimit,
            .lineTooLong, .busy, .unknown:
            break
        }
    }

    private func note(
        _ incident: Incident, at sequence: Int, _ db: borrowing Connection
    ) throws {
        try db.insertIncident(
            incident, device: visit.device, stream: streamID, at: sequence, now: visit.received)
    }

    /// What the handheld was told of this stream.
    private var acknowledged: Int {
        if streamID == visit.hello.stream { return visit.hello.acknowledged }
        return visit.hello.old.first { $0.stream == streamID }?.acknowledged ?? 0
    }

    /// What the handheld has recorded of this stream.
    private var recorded: Int {
        if streamID == visit.hello.stream { return visit.hello.recorded }
        return visit.hello.old.first { $0.stream == streamID }?.recorded ?? 0
    }

    // MARK: Storing

    private func append(
        heads: [Digest], newFrom: Int, to row: StreamRecord?, _ db: borrowing Connection
    ) throws -> [PushResult.Notice] {
        var writer = try LedgerWriter(at: visit.received, db)
        let number =
            try row?.number
            ?? db.insertStream(streamID, device: visit.device, recorded: recorded)
        let first = push.from + newFrom
        var lines = SectionLines(
            push, stream: streamID, heads: heads, newFrom: newFrom, side: side)
        let times = try times(of: lines.lines.map(\.reading), stream: number, first: first, db)
        lines.beginFacts(at: times)
        let attempts = try firstAttempts(db)
        var application = try SectionApplication(
            device: visit.device, state: visit.state, stream: streamID, number: number,
            first: first, writer, db)
        for (offset, line) in lines.lines.enumerated() {
            let position = LedgerWriter.StreamPosition(
                number: number, id: streamID, sequence: first + offset, head: line.head)
            let (lsn, isNewFact) = try writer.append(
                line.bytes, to: position, reading: line.reading, time: times[offset],
                firstAttempt: attempts.first { $0.range.contains(first + offset) }?.at, db)
            try application.take(
                line.reading, lsn: lsn, sequence: first + offset, isNewFact: isNewFact,
                says: lines.fact(offset), &writer, db)
            // The revision of a line is that of its effects, so an act is not parted from them.
            if !application.hasOpenActs { try writer.turnRevision(db) }
        }
        try application.holdOpenActs(&writer, db)
        if application.hasPickup {
            try writer.refillNumbers(of: visit.device, visit.numbers, at: visit.at, db)
        }
        try writer.finish(db)
        return application.notices(writer.conflicts.cases)
    }

    private func times(
        of readings: [LineReading], stream: Int, first: Int, _ db: borrowing Connection
    ) throws -> [EffectiveTime] {
        let clocks = readings.map { reading in
            reading.entry.map { entry in
                EffectiveTime.Reading(
                    boot: entry.bootNumber, bootMilliseconds: entry.bootMilliseconds,
                    wallMilliseconds: entry.wallMilliseconds)
            }
        }
        let anchors = try anchors(ofBoots: clocks.compactMap { $0?.boot }, db)
        let boots = Set(anchors.map(\.boot))
        let isAllAnchored = clocks.allSatisfy { $0.map { boots.contains($0.boot) } ?? false }
        return EffectiveTime.of(
            clocks, anchors: anchors,
            prior: isAllAnchored ? nil : try db.knownTime(ofStream: stream, before: first),
            received: visit.received)
    }

    private func anchors(
        ofBoots boots: [Int], _ db: borrowing Connection
    ) throws -> [Anchor] {
        var anchors: [Anchor] = []
        for boot in Set(boots).sorted() {
            anchors += try db.anchors(of: visit.device, boot: boot)
        }
        return anchors
    }

    /// When entries were first put into a request, by the server's clock where that is known.
    private func firstAttempts(
        _ db: borrowing Connection
    ) throws -> [(range: ClosedRange<Int>, at: Int)] {
        guard !push.tries.isEmpty else { return [] }
        let anchors = try anchors(ofBoots: push.tries.map(\.boot), db)
        return push.tries.compactMap { attempt in
            let time = EffectiveTime.of(
                [
                    EffectiveTime.Reading(
                        boot: attempt.boot, bootMilliseconds: attempt.bootMilliseconds,
                        wallMilliseconds: visit.received)
                ], anchors: anchors, prior: nil, received: visit.received)[0]
            guard time.quality != .unknown else { return nil }
            return (attempt.from...attempt.to, time.milliseconds)
        }
    }
}
