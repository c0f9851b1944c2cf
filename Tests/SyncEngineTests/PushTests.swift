import Domain
import SyncEngine
import SyncProtocol
import Testing

struct PushTests {
    @Test func `an echo of the own head acknowledges`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 2)
        _ = fixture.begin(sentThrough: 5)
        #expect(fixture.answer(stored(at: 5)) == [.acknowledge(stream: stream, through: 5)])
        #expect(fixture.engine.stream.pending == 0)
    }

    @Test(arguments: [
        stored(at: 4), stored(at: 6, have: 6), stored(at: 5, echo: SHA256.hash([])),
        .gap(have: 2, head: head(2)), .gap(have: 3, head: head(3)),
    ])
    func `an answer about something else moves nothing`(_ outcome: PushResult.Outcome) {
        var fixture = EngineFixture(recorded: 5, acknowledged: 2)
        _ = fixture.begin(sentThrough: 5)
        let effects = fixture.answer(outcome)
        #expect(effects.reports == [.noEcho])
        #expect(effects.wakeTime != nil && effects.plan == nil)
        #expect(fixture.engine.stream.acknowledged == 2)
        #expect(fixture.engine.health.problem?.code == "no_echo")
    }

    @Test func `an answer without a result for the section moves nothing`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 2)
        _ = fixture.begin(sentThrough: 5)
        #expect(fixture.answer(nil).reports == [.noEcho])
    }

    @Test func `a gap with the own head rewinds and pushes again at once`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 7)
        _ = fixture.begin(sentThrough: 9)
        let effects = fixture.answer(.gap(have: 4, head: head(4)))
        #expect(effects.first == .rewind(stream: stream, to: 4, head: head(4)))
        #expect(effects.reports == [.rewound(from: 7, to: 4)])
        #expect(effects.plan?.pushFrom == 5)
    }

    @Test func `a server that lost everything gets everything again`() {
        var fixture = EngineFixture(recorded: 2, acknowledged: 2)
        _ = fixture.begin(sentThrough: nil)
        #expect(fixture.answer(nil, have: 0).plan?.pushFrom == 3)
        fixture.send(through: 2)
        #expect(fixture.answer(.gap(have: 0, head: head(0))).plan?.pushFrom == 1)
        #expect(fixture.engine.stream.acknowledged == 0)
    }

    @Test(arguments: [
        (
            PushResult.Outcome.notYours, "not_yours", SyncReport.pushStopped(code: "not_yours")
        ),
        (.streamLimit, "stream_limit", .pushStopped(code: "stream_limit")),
        (.lineTooLong(at: 10), "line_too_long", .pushStopped(code: "line_too_long")),
    ])
    func `a refused stream is pushed no more but rows still come`(
        _ outcome: PushResult.Outcome, code: String, report: SyncReport
    ) {
        var fixture = EngineFixture(recorded: 9, acknowledged: 7)
        _ = fixture.begin(sentThrough: 9)
        let effects = fixture.answer(outcome, page: page(isMore: true))
        #expect(effects.reports == [report])
        #expect(effects.last == .applyPage)
        #expect(fixture.engine.health.stoppedCode == code)
        let next = fixture.give(.pageApplied(differing: [])).plan
        #expect(next != nil && next?.pushFrom == nil)
        fixture.send(through: nil)
        #expect(fixture.answer(nil, have: 3).plan == nil)
        #expect(fixture.give(.asked).plan?.pushFrom == 8)
    }

    @Test func `a section that does not hash right is sent once more if the journal is intact`() {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        #expect(
            fixture.answer(.chainMismatch) == [.verifyChain, .wake(atBootMilliseconds: 1_300_000)])
        #expect(fixture.give(.chainChecked(isIntact: true)).plan?.pushFrom == 1)
        fixture.send(through: 3)
        #expect(fixture.answer(.chainMismatch).reports == [.pushStopped(code: "chain_mismatch")])
    }

    @Test func `a damaged journal is not pushed`() {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        _ = fixture.answer(.chainMismatch)
        let effects = fixture.give(.chainChecked(isIntact: false))
        #expect(effects.reports == [.journalDamaged])
        #expect(effects.plan == nil && effects.wakeTime != nil)
        #expect(fixture.engine.health.stoppedCode == "local_corrupt")
    }

    @Test func `a busy server is left alone for as long as it says`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        #expect(fixture.answer(.busy(waitSeconds: 7)).wakeTime == fixture.now + 7_000)
        #expect(fixture.engine.health.problem?.code == "busy")
    }

    @Test func `a longer ledger is only believed when the whole own stream matches`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 2)
        _ = fixture.begin(sentThrough: 4)
        let part = fixture.answer(stored(at: 4, have: 9))
        #expect(part.reports.isEmpty)
        #expect(part.plan?.pushFrom == 5)
        fixture.send(through: 5)
        #expect(fixture.answer(stored(at: 5, have: 9)).fetch?.from == 6)
    }

    @Test func `a ledger that holds more than was acknowledged is compared by an empty section`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: nil)
        #expect(fixture.answer(nil, have: 8).plan?.pushFrom == 6)
        fixture.send(through: 5)
        #expect(fixture.answer(stored(at: 5, have: 8)).fetch?.from == 6)
    }

    @Test func `a wrong key is tried again and told after three`() {
        var fixture = EngineFixture(recorded: 1)
        for count in 1...3 {
            _ = fixture.begin(sentThrough: 1)
            let effects = fixture.answer(.badCode)
            #expect(effects.wakeTime != nil)
            #expect(effects.reports == (count < 3 ? [] : [.needsPerson(code: "bad_mac")]))
            #expect(fixture.engine.health.problem?.count == count)
            fixture.now += 1_000_000
        }
        #expect(fixture.engine.stream.pending == 1)
    }

    @Test func `what a backup holds is kept, also when it falls`() {
        var fixture = EngineFixture(recorded: 5, acknowledged: 5)
        _ = fixture.begin(sentThrough: nil)
        #expect(fixture.answer(nil, secured: 4) == [.secure(stream: stream, through: 4)])
        _ = fixture.begin(sentThrough: nil)
        #expect(fixture.answer(nil, secured: 2) == [.secure(stream: stream, through: 2)])
    }
}
