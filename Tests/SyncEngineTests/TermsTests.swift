import Domain
import SyncEngine
import SyncProtocol
import Testing

/// What a server says of sizes, versions and itself is obeyed and remembered.
struct TermsTests {
    private var fixture = EngineFixture()

    private mutating func answer(_ change: (inout HelloResponse) -> Void) {
        _ = fixture.begin(sentThrough: nil)
        var hello = HelloResponse(
            epoch: "e1", now: 1, have: 0, head: head(0), secured: 0, revision: 9, state: .active)
        change(&hello)
        let answer = ExchangeResponse(hello: hello, page: page())
        _ = fixture.give(.answered(answer, heads: [:]))
        _ = fixture.give(.pageApplied(differing: []))
        fixture.now += 60_000
    }

    @Test mutating func `a witness is kept until the next one, also over a restart`() throws {
        let witness = Witness(number: 4, head: head(4), epoch: "e1")
        answer { $0.witness = witness }
        #expect(fixture.engine.health.witness == witness)
        answer { _ in }
        #expect(fixture.engine.health.witness == witness)
        let kept = try CanonicalObject(decoding: fixture.engine.health.encoded.encoded())
        #expect(SyncHealth(decoding: kept).witness == witness)
    }

    @Test mutating func `an upgrade is asked for until it is asked for no more`() throws {
        let upgrade = UpgradeNotice(version: "1.0.0", byMilliseconds: 7)
        answer { $0.upgrade = upgrade }
        #expect(fixture.engine.health.upgrade == upgrade)
        let kept = try CanonicalObject(decoding: fixture.engine.health.encoded.encoded())
        #expect(SyncHealth(decoding: kept).upgrade == upgrade)
        answer { _ in }
        #expect(fixture.engine.health.upgrade == nil)
    }

    @Test mutating func `requests stay below the limits that were named`() {
        for _ in 0..<200 { answer { _ in } }
        let free = fixture.begin(sentThrough: nil)
        #expect(free?.batchBytesMax == Limits.batchBytes.upperBound)
        #expect(free?.pageBytesMax == Limits.pageBytes.upperBound)
        fixture = EngineFixture()
        for _ in 0..<200 {
            answer {
                $0.limits = ExchangeLimits(
                    frameBytes: 20_000, lineBytes: 65_536, pageBytes: 5_000)
            }
        }
        let plan = fixture.begin(sentThrough: nil)
        #expect((plan?.batchBytesMax ?? 0) + SyncLimits.frameOverheadBytes == 20_000)
        #expect(plan?.pageBytesMax == 5_000)
    }

    @Test mutating func `a limit below the least size is the least size`() {
        answer { $0.limits = ExchangeLimits(frameBytes: 1, lineBytes: 1, pageBytes: 1) }
        let plan = fixture.begin(sentThrough: nil)
        #expect(plan?.batchBytesMax == Limits.batchBytes.lowerBound)
        #expect(plan?.pageBytesMax == Limits.pageBytes.lowerBound)
    }
}
