import Domain
import SyncEngine
import SyncProtocol
import Testing

/// The stream before the open one.
private let frozenStream = "019a0000-0000-7000-8000-00000000000f"

/// What the engine does when histories part, and with more than one stream.
struct RotateTests {
    /// A frozen stream before the open one.
    private func two(
        frozen: StreamProgress, recorded: Int = 3, acknowledged: Int = 0
    ) -> EngineFixture {
        EngineFixture(
            streams: [
                frozen,
                StreamProgress(
                    id: stream, recorded: recorded, acknowledged: acknowledged, secured: 0),
            ])
    }

    private func frozen(
        _ recorded: Int, _ acknowledged: Int, isCutShort: Bool = true
    ) -> StreamProgress {
        StreamProgress(
            id: frozenStream, recorded: recorded, acknowledged: acknowledged, secured: 0,
            isCutShort: isCutShort)
    }

    /// Answers with results of both streams, what the server has of the frozen one, and a page.
    private func answer(
        _ fixture: inout EngineFixture, _ results: [PushResult], have: Int, frozenHave: Int,
        frozenSecured: Int = 0
    ) -> [SyncEffect] {
        let hello = HelloResponse(
            epoch: "e1", now: 1, have: have, head: head(have), secured: 0, revision: 1,
            state: .active,
            old: [
                HelloResponse.OldStream(
                    stream: frozenStream, have: frozenHave, secured: frozenSecured)
            ])
        let answer = ExchangeResponse(hello: hello, pushes: results, page: page())
        let effects = fixture.give(
            .answered(answer, heads: fixture.ownHeads(for: answer)))
        return effects + fixture.give(.pageApplied(differing: []))
    }

    @Test func `frozen streams are pushed before the open one`() {
        var fixture = two(frozen: frozen(5, 2))
        let plan = fixture.give(.asked).plan
        #expect(
            plan?.pushes == [
                PushPlan(stream: frozenStream, from: 3), PushPlan(stream: stream, from: 1),
            ])
        #expect(fixture.engine.pending == 6)
        _ = fixture.give(
            .sent([
                StreamPlace(stream: frozenStream, sequence: 5),
                StreamPlace(stream: stream, sequence: 3),
            ]))
        let effects = answer(
            &fixture,
            [
                PushResult(stream: frozenStream, outcome: stored(at: 5, have: 9)),
                PushResult(stream: stream, outcome: stored(at: 3)),
            ], have: 3, frozenHave: 9)
        #expect(effects.contains(.acknowledge(stream: frozenStream, through: 5)))
        #expect(effects.contains(.acknowledge(stream: stream, through: 3)))
        // Its later entries were carried: what the ledger has beyond it is another history.
        #expect(effects.fetch == nil && effects.plan == nil)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `one stream that is refused does not stop the others`() {
        var fixture = two(frozen: frozen(5, 2))
        _ = fixture.give(.asked)
        _ = fixture.give(
            .sent([
                StreamPlace(stream: frozenStream, sequence: 5),
                StreamPlace(stream: stream, sequence: 2),
            ]))
        let effects = answer(
            &fixture,
            [
                PushResult(stream: frozenStream, outcome: .notYours),
                PushResult(stream: stream, outcome: stored(at: 2)),
            ], have: 2, frozenHave: 0)
        #expect(effects.reports == [.pushStopped(code: "not_yours")])
        #expect(effects.plan?.pushes == [PushPlan(stream: stream, from: 3)])
        #expect(fixture.engine.health.stopped == [frozenStream: "not_yours"])
    }

    @Test(arguments: [
        [PushResult(stream: stream, outcome: stored(at: 3))],
        [
            PushResult(stream: stream, outcome: stored(at: 3)),
            PushResult(stream: frozenStream, outcome: stored(at: 5)),
        ],
    ])
    func `results that are not those of the sections move nothing`(_ results: [PushResult]) {
        var fixture = two(frozen: frozen(5, 2))
        _ = fixture.give(.asked)
        _ = fixture.give(
            .sent([
                StreamPlace(stream: frozenStream, sequence: 5),
                StreamPlace(stream: stream, sequence: 3),
            ]))
        let effects = answer(&fixture, results, have: 3, frozenHave: 5)
        #expect(effects.reports == [.noEcho])
        #expect(fixture.engine.pending == 6)
    }

    @Test(arguments: [
        (have: 1, isCutShort: true, isCompared: true),
        (5, true, false), (9, true, false), (9, false, true), (5, false, false),
    ])
    func `a frozen stream is compared when the ledger has less, or more of a whole one`(
        have: Int, isCutShort: Bool, isCompared: Bool
    ) {
        var fixture = two(frozen: frozen(5, 5, isCutShort: isCutShort), acknowledged: 3)
        _ = fixture.give(.asked)
        fixture.send(through: nil)
        let effects = answer(&fixture, [], have: 3, frozenHave: have, frozenSecured: 2)
        #expect(effects.contains(.secure(stream: frozenStream, through: 2)))
        #expect(
            effects.plan?.pushes
                == (isCompared ? [PushPlan(stream: frozenStream, from: 6)] : nil))
    }

    @Test func `a fork is searched without pushing, and ends in a rotation`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 4)
        _ = fixture.begin(sentThrough: 9)
        let asked = fixture.answer(.fork(at: 6, have: 7, head: head(99)), have: 7)
        #expect(asked.plan?.pushes == [])
        #expect(
            asked.plan?.heads == HeadsRequest(stream: stream, sequences: [1, 2, 3, 4, 5, 6, 7]))
        #expect(asked.rotation == nil)
        fixture.send(through: nil)
        let heads = HeadsResponse(
            stream: stream,
            heads: (1...7).map {
                HeadsResponse.Head(sequence: $0, head: $0 <= 5 ? head($0) : head(-$0))
            })
        let effects = fixture.answer(nil, have: 7, heads: heads)
        #expect(
            effects.rotation
                == RotationPlan(stream: stream, end: 5, isProven: true, cause: .fork))
        let new = StreamProgress(id: frozenStream, recorded: 4, acknowledged: 0, secured: 0)
        let old = StreamProgress(
            id: stream, recorded: 5, acknowledged: 5, secured: 0, isCutShort: true)
        _ = fixture.give(.sent([]))
        let next = fixture.give(
            .rotated(.fork, carried: 4, left: 0, streams: [old, new]))
        #expect(next.reports == [.rotated(.fork, carried: 4, left: 0)])
        #expect(fixture.engine.stream.id == frozenStream)
        #expect(fixture.engine.health.news.map(\.report) == next.reports)
    }

    @Test(arguments: [
        (PushResult.Outcome.gap(have: 4, head: head(99)), RotationCause.fork),
        (.fork(at: nil, have: 4, head: head(99)), .fork),
        (.streamClosed(have: 4, head: head(99)), .closed),
    ])
    func `another head at what the ledger has begins a search`(
        _ outcome: PushResult.Outcome, cause: RotationCause
    ) {
        var fixture = EngineFixture(recorded: 9, acknowledged: 7)
        _ = fixture.begin(sentThrough: 9)
        #expect(fixture.answer(outcome).plan?.heads?.sequences == [1, 2, 3, 4])
        fixture.send(through: nil)
        let heads = HeadsResponse(
            stream: stream,
            heads: (1...4).map { HeadsResponse.Head(sequence: $0, head: head(-$0)) })
        #expect(
            fixture.answer(nil, heads: heads).rotation
                == RotationPlan(stream: stream, end: 0, isProven: true, cause: cause))
    }

    @Test func `a closed stream ends where the heads are equal`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 3)
        _ = fixture.begin(sentThrough: 9)
        #expect(
            fixture.answer(.streamClosed(have: 6, head: head(6))).rotation
                == RotationPlan(stream: stream, end: 6, isProven: true, cause: .closed))
    }

    @Test func `a line that is too long is left out of the rotation`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 3)
        _ = fixture.begin(sentThrough: 9)
        #expect(
            fixture.answer(.lineTooLong(at: 5)).rotation
                == RotationPlan(
                    stream: stream, end: 4, isProven: false, cause: .lineTooLong, refused: 5))
    }

    @Test(arguments: [63, 64])
    func `a device with 64 streams begins no other one`(count: Int) {
        let others = (1..<count).map { number in
            StreamProgress(
                id: "019a0000-0000-7000-8000-0000000001\(number < 10 ? "0" : "")\(number)",
                recorded: 1, acknowledged: 1, secured: 0, isCutShort: true)
        }
        var fixture = EngineFixture(
            streams: others + [
                StreamProgress(id: stream, recorded: 9, acknowledged: 7, secured: 0)
            ])
        _ = fixture.begin(sentThrough: 9)
        let effects = fixture.answer(.fork(at: 8, have: 8, head: head(99)))
        if count < 64 {
            #expect(effects.plan?.heads != nil)
        } else {
            #expect(effects.reports == [.pushStopped(code: "fork")])
        }
    }

    @Test func `an answer without the heads that were asked for ends the search`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 7)
        _ = fixture.begin(sentThrough: 9)
        _ = fixture.answer(.fork(at: 8, have: 8, head: head(99)), have: 8)
        fixture.send(through: nil)
        let effects = fixture.answer(nil, have: 7, heads: nil)
        #expect(effects.rotation == nil)
        #expect(effects.plan?.pushes == [PushPlan(stream: stream, from: 8)])
    }

    @Test func `lines are fetched until the ledger has no more, then brought back`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: 5)
        let first = fixture.answer(stored(at: 5, have: 12), have: 12)
        #expect(first.fetch?.from == 6 && first.plan == nil)
        #expect(first.wakeTime == fixture.now + (first.fetch?.replyLimitMilliseconds ?? 0))
        #expect(!fixture.engine.isSynchronised)
        #expect(fixture.give(.linesCame(through: 9, have: 12)).fetch?.from == 10)
        #expect(
            fixture.give(.linesCame(through: 12, have: 12)) == [.bringBack(stream: stream)])
        let old = StreamProgress(id: stream, recorded: 12, acknowledged: 12, secured: 0)
        let new = StreamProgress(id: frozenStream, recorded: 0, acknowledged: 0, secured: 0)
        let end = fixture.give(.broughtBack(count: 7, streams: [old, new]))
        #expect(end.reports == [.broughtBack(count: 7)])
        // The new stream is told.
        #expect(end.plan != nil)
    }

    @Test func `what is only here goes up before lines are fetched`() {
        var fixture = two(frozen: frozen(5, 5, isCutShort: false), acknowledged: 0)
        _ = fixture.give(.asked)
        _ = fixture.give(.sent([StreamPlace(stream: stream, sequence: 3)]))
        _ = answer(
            &fixture, [PushResult(stream: stream, outcome: stored(at: 3))], have: 3,
            frozenHave: 9)
        _ = fixture.give(.sent([StreamPlace(stream: frozenStream, sequence: 5)]))
        _ = fixture.give(.recorded(through: 4))
        let effects = answer(
            &fixture, [PushResult(stream: frozenStream, outcome: stored(at: 5, have: 9))],
            have: 3, frozenHave: 9)
        #expect(effects.plan?.pushes == [PushPlan(stream: stream, from: 4)])
        _ = fixture.give(.sent([StreamPlace(stream: stream, sequence: 4)]))
        let last = answer(
            &fixture, [PushResult(stream: stream, outcome: stored(at: 4))], have: 4,
            frozenHave: 9)
        #expect(last.fetch?.stream == frozenStream && last.fetch?.from == 6)
    }

    @Test(arguments: [true, false])
    func `lines that are not given are not asked for again until somebody asks`(isMissing: Bool) {
        let event: SyncEvent =
            isMissing
            ? .failed(
                .refused(
                    ExchangeFailure.Refusal(status: 404, code: "not_found", isSigned: true)))
            : .linesRefused
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: 5)
        _ = fixture.answer(stored(at: 5, have: 12), have: 12)
        let effects = fixture.give(event)
        #expect(effects.contains(.dropLines) && effects.reports == [.noEcho])
        #expect(effects.fetch == nil)
        fixture.now += 400_000
        _ = fixture.begin(sentThrough: nil)
        #expect(fixture.answer(nil, have: 12).plan?.pushes == [PushPlan(stream: stream, from: 6)])
    }

    @Test(arguments: [ExchangeFailure.cut, .timedOut, .unreachable, .notPJS])
    func `a fetch that fails is tried again`(_ failure: ExchangeFailure) {
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: 5)
        _ = fixture.answer(stored(at: 5, have: 12), have: 12)
        _ = fixture.give(.linesCame(through: 9, have: 12))
        #expect(fixture.give(.failed(failure)).wakeTime != nil)
        fixture.now += 400_000
        #expect(fixture.give(.alarm).fetch?.from == 10)
    }

    @Test func `a fetch that is not answered ends at its limit`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: 5)
        let limit =
            fixture.answer(stored(at: 5, have: 12), have: 12).fetch?
            .replyLimitMilliseconds ?? 0
        #expect(fixture.give(.alarm, after: limit - 1).wakeTime == fixture.now + 1)
        _ = fixture.give(.alarm, after: 1)
        #expect(fixture.engine.health.problem?.code == "timeout")
    }

    @Test func `a rewind past lines that are gone ends the stream there`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 7)
        _ = fixture.begin(sentThrough: 9)
        _ = fixture.answer(.gap(have: 4, head: head(4)))
        #expect(
            fixture.give(.rewindRefused(stream: stream, to: 4)).rotation
                == RotationPlan(stream: stream, end: 4, isProven: true, cause: .unrecoverable))
    }
}
