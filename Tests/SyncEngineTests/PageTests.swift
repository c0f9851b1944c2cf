import Domain
import SyncEngine
import SyncProtocol
import Testing

struct PageTests {
    static let bucket = "courier:c1"
    /// One exchange whose page names sums; the own rows of these buckets differ.
    static func exchange(
        _ fixture: inout EngineFixture, differing: [String]
    ) -> [SyncEffect] {
        _ = fixture.answer(nil, page: page(sums: [bucket: BucketSum()]))
        let effects = fixture.give(.pageApplied(differing: differing))
        fixture.send(through: nil)
        return effects
    }

    @Test func `equal sums are quiet`() {
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        #expect(PageTests.exchange(&fixture, differing: []).isEmpty)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `an answer without the page that was asked for leaves nothing synchronised`() {
        var fixture = EngineFixture()
        for turn in 1...3 {
            _ = fixture.give(.asked, after: 400_000)
            fixture.send(through: nil)
            let hello = HelloResponse(
                epoch: "e1", now: 1, have: 0, head: head(0), secured: 0, revision: 9,
                state: .active)
            let effects = fixture.give(.answered(ExchangeResponse(hello: hello), heads: [:]))
            #expect(effects.wakeTime != nil && effects.plan == nil)
            #expect(effects.reports == (turn == 3 ? [.badPages] : []))
            #expect(!fixture.engine.isSynchronised)
        }
    }

    @Test func `a page that is thrown away does not shorten the wait that the answer demands`() {
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        _ = fixture.answer(nil, waitSeconds: 600, page: page())
        #expect(fixture.give(.pageRefused).wakeTime == fixture.now + 600_000)
        #expect(fixture.give(.asked, after: 599_999).plan == nil)
        #expect(fixture.give(.alarm, after: 1).plan != nil)
    }

    @Test func `unequal rows are fetched anew once, then a person hears of it`() {
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        let first = PageTests.exchange(&fixture, differing: [PageTests.bucket])
        #expect(first.plan?.resets == [PageTests.bucket])
        #expect(!fixture.engine.isSynchronised)
        let second = PageTests.exchange(&fixture, differing: [PageTests.bucket])
        #expect(second == [.report(.diverged(bucket: PageTests.bucket))])
        _ = fixture.begin(sentThrough: nil)
        #expect(PageTests.exchange(&fixture, differing: [PageTests.bucket]).isEmpty)
        #expect(fixture.engine.health.resets.uses.count == 1)
    }

    @Test func `rows that agree again are no longer diverged`() {
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        _ = PageTests.exchange(&fixture, differing: [PageTests.bucket])
        _ = PageTests.exchange(&fixture, differing: [PageTests.bucket])
        #expect(fixture.engine.health.diverged == [PageTests.bucket])
        _ = fixture.begin(sentThrough: nil)
        _ = PageTests.exchange(&fixture, differing: [])
        #expect(fixture.engine.health.diverged.isEmpty)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `the fourth reset within a day is not asked for`() {
        var fixture = EngineFixture()
        for _ in 1...3 {
            _ = fixture.begin(sentThrough: nil)
            let plan = PageTests.exchange(&fixture, differing: [PageTests.bucket]).plan
            #expect(plan?.resets == [PageTests.bucket])
            _ = PageTests.exchange(&fixture, differing: [])
            fixture.now += 1_000
        }
        _ = fixture.begin(sentThrough: nil)
        let fourth = PageTests.exchange(&fixture, differing: [PageTests.bucket])
        #expect(fourth == [.report(.diverged(bucket: PageTests.bucket))])
    }

    @Test func `three buckets can be fetched anew at once and the fourth differs`() {
        let buckets = (1...4).map { "courier:c\($0)" }
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        let effects = PageTests.exchange(&fixture, differing: buckets)
        #expect(effects.plan?.resets == ["courier:c1", "courier:c2", "courier:c3"])
        #expect(effects.reports == [.diverged(bucket: "courier:c4")])
    }

    @Test func `a page that breaks the rules is asked for again and reported after three`() {
        var fixture = EngineFixture()
        for turn in 1...3 {
            _ = fixture.give(.asked, after: 400_000)
            fixture.send(through: nil)
            _ = fixture.answer(nil, page: page())
            let effects = fixture.give(.pageRefused)
            #expect(effects.wakeTime != nil && effects.plan == nil)
            #expect(effects.reports == (turn < 3 ? [] : [.badPages]))
            #expect(fixture.engine.health.problem?.code == "bad_page")
        }
        #expect(!fixture.engine.isSynchronised)
    }

    @Test(arguments: ["epoch", "ahead"])
    func `after a restored server the histories are compared`(_ why: String) {
        var fixture = EngineFixture(recorded: 4, acknowledged: 4)
        _ = fixture.begin(sentThrough: nil)
        _ = fixture.answer(nil, page: page(isMore: true, reset: ["*"], why: why))
        #expect(fixture.give(.pageApplied(differing: [])).plan?.pushFrom == 5)
    }

    @Test func `a first reset needs no comparison`() {
        var fixture = EngineFixture(recorded: 4, acknowledged: 4)
        _ = fixture.begin(sentThrough: nil)
        _ = fixture.answer(nil, page: page(isMore: true, reset: ["*"], why: "first"))
        #expect(fixture.give(.pageApplied(differing: [])).plan?.pushFrom == nil)
    }

    @Test func `a server that demands a newer program is reported and nothing is applied`() {
        var fixture = EngineFixture()
        _ = fixture.begin(sentThrough: nil)
        let effects = fixture.answer(nil, page: page(code: "upgrade_required"))
        #expect(effects == [.report(.upgradeRequired)])
    }

    @Test func `a revoked handheld goes on depositing`() {
        var fixture = EngineFixture(recorded: 2)
        _ = fixture.begin(sentThrough: 1)
        let effects = fixture.answer(stored(at: 1), state: .revoked, page: page(code: "revoked"))
        #expect(effects.reports == [.deviceState(.revoked)])
        #expect(effects.plan?.pushFrom == 2)
        #expect(fixture.engine.health.deviceState == .revoked)
    }
}
