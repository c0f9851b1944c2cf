import Domain
import SyncEngine
import SyncProtocol
import Testing

struct SyncEngineTests {
    @Test func `a new entry begins an exchange from the first unacknowledged seq`() {
        var fixture = EngineFixture(recorded: 7, acknowledged: 4)
        let effects = fixture.give(.recorded(through: 8))
        #expect(effects.plan?.pushFrom == 5)
        #expect(effects.wakeTime == fixture.now + (effects.plan?.replyLimitMilliseconds ?? 0))
    }

    @Test func `asking with nothing to send only pulls`() {
        var fixture = EngineFixture(recorded: 4, acknowledged: 4)
        let plan = fixture.give(.asked).plan
        #expect(plan != nil)
        #expect(plan?.pushFrom == nil)
    }

    @Test func `what is owed to the station begins an exchange and keeps to a pause`() {
        var fixture = EngineFixture(recorded: 4, acknowledged: 4)
        #expect(fixture.give(.owing).plan != nil)
        let wake = fixture.give(.failed(.unreachable)).wakeTime
        #expect(fixture.give(.owing).plan == nil)
        #expect(wake != nil)
    }

    @Test func `one exchange runs at a time and what comes meanwhile follows it`() {
        var fixture = EngineFixture(recorded: 2, acknowledged: 0)
        _ = fixture.begin(sentThrough: 2)
        #expect(fixture.give(.recorded(through: 3)).isEmpty)
        #expect(fixture.give(.asked).isEmpty)
        let effects = fixture.answer(stored(at: 2))
        #expect(effects.contains(.acknowledge(stream: stream, through: 2)))
        #expect(effects.plan?.pushFrom == 3)
    }

    @Test func `exchanges go on until all is acknowledged and no rows remain`() {
        var fixture = EngineFixture(recorded: 2, acknowledged: 0)
        _ = fixture.begin(sentThrough: 1)
        #expect(fixture.answer(stored(at: 1), page: page(isMore: true)).last == .applyPage)
        #expect(fixture.give(.pageApplied(differing: [])).plan?.pushFrom == 2)
        fixture.send(through: 2)
        #expect(fixture.answer(stored(at: 2), page: page(isMore: true)).last == .applyPage)
        #expect(!fixture.engine.isSynchronised)
        let last = fixture.give(.pageApplied(differing: [])).plan
        #expect(last != nil && last?.pushFrom == nil)
        fixture.send(through: nil)
        _ = fixture.answer(nil, page: page())
        #expect(fixture.give(.pageApplied(differing: [])).isEmpty)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `batches and pages grow by four kilobytes and halve on a cut`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 0)
        #expect(fixture.begin(sentThrough: 1)?.batchBytesMax == 8_192)
        fixture.now += SyncLimits.quickMilliseconds + 1
        #expect(fixture.answer(stored(at: 1)).plan?.batchBytesMax == 12_288)
        _ = fixture.give(.failed(.cut))
        let next = fixture.give(.asked, after: 2_000).plan
        #expect(next?.batchBytesMax == 6_144)
        #expect(next?.pageBytesMax == (262_144 + 4_096) / 2)
    }

    @Test func `after a quick exchange the batch doubles, and the page does not`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 0)
        _ = fixture.begin(sentThrough: 1)
        fixture.now += SyncLimits.quickMilliseconds
        let next = fixture.answer(stored(at: 1)).plan
        #expect(next?.batchBytesMax == 16_384)
        #expect(next?.pageBytesMax == 262_144 + 4_096)
    }

    @Test func `rows are asked for again five seconds after a page`() {
        var fixture = EngineFixture(recorded: 9, acknowledged: 0)
        #expect(fixture.begin(sentThrough: 1)?.isPullDeferrable == false)
        #expect(fixture.answer(stored(at: 1)).plan?.isPullDeferrable == true)
        fixture.send(through: 2, asksForRows: false)
        fixture.now += SyncLimits.backlogRowsMilliseconds - 1
        #expect(fixture.answer(stored(at: 2), page: page()).plan?.isPullDeferrable == true)
        fixture.send(through: 3, asksForRows: false)
        fixture.now += 1
        #expect(fixture.answer(stored(at: 3), page: page()).plan?.isPullDeferrable == false)
    }

    @Test func `what was not asked for is asked for when the backlog is up`() {
        var fixture = EngineFixture(recorded: 2, acknowledged: 0)
        _ = fixture.begin(sentThrough: 1)
        _ = fixture.answer(stored(at: 1))
        fixture.send(through: 2, asksForRows: false)
        let effects = fixture.answer(stored(at: 2), page: page())
        #expect(!effects.contains(.applyPage))
        #expect(!fixture.engine.isSynchronised)
        #expect(effects.plan?.pushFrom == nil)
        #expect(effects.plan?.isPullDeferrable == false)
        fixture.send(through: nil)
        _ = fixture.answer(nil)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `a request that is not answered ends at its reply limit`() {
        var fixture = EngineFixture(recorded: 1)
        let limit = fixture.begin(sentThrough: 1)?.replyLimitMilliseconds ?? 0
        #expect(limit == 30_000 + 8_192 + 262_144)
        let early = fixture.give(.alarm, after: limit - 1)
        #expect(early == [.wake(atBootMilliseconds: fixture.now + 1)])
        let late = fixture.give(.alarm, after: 1)
        #expect(fixture.engine.health.problem?.code == "timeout")
        #expect(late.wakeTime != nil && late.plan == nil)
    }

    @Test func `the server's wait wins over new entries and over a person`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        let effects = fixture.answer(stored(at: 1), waitSeconds: 60)
        #expect(effects.wakeTime == fixture.now + 60_000)
        let until = fixture.now + 60_000
        #expect(fixture.give(.recorded(through: 2)) == [.wake(atBootMilliseconds: until)])
        #expect(fixture.give(.asked, after: 59_999).plan == nil)
        #expect(fixture.give(.alarm, after: 1).plan?.pushFrom == 2)
    }

    @Test func `a wait is obeyed for a day at most`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        let effects = fixture.answer(stored(at: 1), waitSeconds: 1 << 52)
        #expect(effects.contains(.wake(atBootMilliseconds: fixture.now + 86_400_000)))
    }

    @Test func `an answer to nothing is ignored`() {
        var fixture = EngineFixture(recorded: 1)
        #expect(fixture.answer(stored(at: 1)).isEmpty)
        #expect(fixture.give(.failed(.cut)).isEmpty)
        #expect(fixture.give(.pageApplied(differing: [])).isEmpty)
        #expect(fixture.give(.pageRefused).isEmpty)
        #expect(fixture.give(.alarm).plan?.pushFrom == 1)
    }

    @Test func `whatever fails, an alarm is armed while an entry waits`() {
        let outcomes: [PushResult.Outcome] = [
            .badCode, .notYours, .streamLimit, .busy(waitSeconds: 0), .busy(waitSeconds: 9),
            .unknown(code: "later"), .lineTooLong(at: 1), .fork(at: 1, have: 1, head: head(9)),
            .streamClosed(have: 0, head: head(0)), .gap(have: 5, head: head(5)),
        ]
        for outcome in outcomes {
            var fixture = EngineFixture(recorded: 3)
            _ = fixture.begin(sentThrough: 3)
            let effects = fixture.answer(outcome)
            #expect(effects.wakeTime != nil, "\(outcome)")
            #expect(fixture.engine.stream.acknowledged == 0)
        }
    }
}
