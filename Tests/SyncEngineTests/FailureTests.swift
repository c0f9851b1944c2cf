import Domain
import SyncEngine
import SyncProtocol
import Testing

struct FailureTests {
    /// What is seen right after a failure of the first of 3 entries' exchange.
    struct Expectation: Sendable {
        var code: String
        /// Bounds of the pause in milliseconds; `nil` = tried again at once.
        var pause: ClosedRange<Int>?
        var isReported = false
        var batchBytes = 8_192
    }

    static let failures: [(ExchangeFailure, Expectation)] = [
        (.unreachable, Expectation(code: "no_network", pause: 0...2_000)),
        (.cut, Expectation(code: "cut", pause: 0...2_000, batchBytes: 4_096)),
        (.timedOut, Expectation(code: "timeout", pause: 0...2_000, batchBytes: 4_096)),
        (.notPJS, Expectation(code: "not_pjs", pause: 0...2_000)),
        (
            .redirected,
            Expectation(
                code: "misconfigured_endpoint", pause: 300_000...300_000, isReported: true)
        ),
        (
            refusal(307),
            Expectation(
                code: "misconfigured_endpoint", pause: 300_000...300_000, isReported: true)
        ),
        (
            refusal(421, "misdirected"),
            Expectation(
                code: "misconfigured_endpoint", pause: 300_000...300_000, isReported: true)
        ),
        (refusal(400, "bad_frame"), Expectation(code: "bad_frame", batchBytes: 4_096)),
        (refusal(401, "bad_signature"), Expectation(code: "bad_signature", pause: 0...2_000)),
        (
            refusal(403, "dev_unknown", isSigned: true),
            Expectation(code: "dev_unknown", pause: 300_000...300_000, isReported: true)
        ),
        (refusal(404, "not_found"), Expectation(code: "not_pjs", pause: 0...2_000)),
        (
            refusal(404, "not_found", isSigned: true),
            Expectation(code: "not_found", pause: 300_000...300_000, isReported: true)
        ),
        (
            refusal(405, "method_not_allowed"),
            Expectation(code: "method_not_allowed", pause: 300_000...300_000, isReported: true)
        ),
        (refusal(408), Expectation(code: "timeout", pause: 0...2_000, batchBytes: 4_096)),
        (
            refusal(409, "concurrent", isSigned: true),
            Expectation(code: "concurrent", pause: 2_000...2_000)
        ),
        (refusal(409, "concurrent"), Expectation(code: "not_pjs", pause: 0...2_000)),
        (
            refusal(409, "stale_counter", isSigned: true),
            Expectation(code: "stale_counter", pause: 0...2_000)
        ),
        (refusal(413, "too_large"), Expectation(code: "too_large", batchBytes: 4_096)),
        (
            refusal(413, "too_large", bytesMax: 6_500),
            Expectation(code: "too_large", batchBytes: 2_404)
        ),
        (refusal(422, "length_mismatch"), Expectation(code: "not_pjs", pause: 0...2_000)),
        (
            refusal(426, "upgrade_required"),
            Expectation(code: "upgrade_required", pause: 300_000...300_000, isReported: true)
        ),
        (refusal(429, "slow_down"), Expectation(code: "slow_down", pause: 0...2_000)),
        (
            refusal(429, "slow_down", wait: 20),
            Expectation(code: "slow_down", pause: 20_000...20_000)
        ),
        (refusal(500), Expectation(code: "http_500", pause: 0...2_000)),
        (
            refusal(501, "not_implemented"),
            Expectation(code: "not_implemented", pause: 300_000...300_000, isReported: true)
        ),
        (refusal(503, "busy", wait: 301), Expectation(code: "busy", pause: 300_000...300_000)),
        (
            refusal(503, "busy", isSigned: true, wait: 301),
            Expectation(code: "busy", pause: 301_000...301_000)
        ),
        (refusal(507, "server_full"), Expectation(code: "server_full", pause: 300_000...300_000)),
        (refusal(200), Expectation(code: "not_pjs", pause: 0...2_000)),
    ]

    static func refusal(
        _ status: Int, _ code: String = "", isSigned: Bool = false, wait: Int? = nil,
        bytesMax: Int? = nil
    ) -> ExchangeFailure {
        .refused(
            ExchangeFailure.Refusal(
                status: status, code: code, waitSeconds: wait, isSigned: isSigned,
                bytesMax: bytesMax))
    }

    @Test(arguments: failures)
    func `every failure is counted, waited for and told as the table says`(
        _ failure: ExchangeFailure, expected: Expectation
    ) {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        let effects = fixture.give(.failed(failure))
        #expect(fixture.engine.stream.acknowledged == 0)
        #expect(fixture.engine.health.problem?.code == expected.code)
        #expect(effects.reports.isEmpty == !expected.isReported)
        if let pause = expected.pause {
            #expect(effects.plan == nil)
            #expect(pause.contains((effects.wakeTime ?? -1) - fixture.now))
        }
        let next = effects.plan ?? fixture.give(.alarm, after: 400_000).plan
        #expect(next?.pushFrom == 1)
        #expect(next?.batchBytesMax == expected.batchBytes)
    }

    @Test func `a stale counter is raised above the server's and the request goes out again`() {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        let stale = ExchangeFailure.refused(
            ExchangeFailure.Refusal(
                status: 409, code: "stale_counter", isSigned: true, lastCounter: 900))
        for _ in 1...2 {
            let effects = fixture.give(.failed(stale))
            #expect(effects.first == .raiseCounter(above: 900))
            #expect(effects.plan?.pushFrom == 1)
        }
        let third = fixture.give(.failed(stale))
        #expect(third.first == .raiseCounter(above: 900))
        #expect(third.plan == nil && third.wakeTime != nil)
    }

    @Test(arguments: [409, 400, 503])
    func `an unsigned stale counter moves no number, whatever its status`(_ status: Int) {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        let effects = fixture.give(
            .failed(
                .refused(
                    ExchangeFailure.Refusal(
                        status: status, code: "stale_counter", lastCounter: 900))))
        #expect(effects.count == 1 && effects.wakeTime != nil)
    }

    @Test func `a bad frame is rebuilt smaller twice and then goes to a person`() {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        let bad = FailureTests.refusal(400, "bad_frame")
        #expect(fixture.give(.failed(bad)).plan?.batchBytesMax == 4_096)
        #expect(fixture.give(.failed(bad)).plan?.batchBytesMax == 2_048)
        let third = fixture.give(.failed(bad))
        #expect(third.reports == [.needsPerson(code: "bad_frame")])
        #expect(third.wakeTime == fixture.now + 300_000)
    }

    @Test func `a wrong signature goes to a person after three`() {
        var fixture = EngineFixture(recorded: 3)
        _ = fixture.begin(sentThrough: 3)
        let bad = FailureTests.refusal(401, "bad_signature")
        #expect(fixture.give(.failed(bad)).reports.isEmpty)
        _ = fixture.give(.alarm, after: 300_000)
        #expect(fixture.give(.failed(bad)).reports.isEmpty)
        _ = fixture.give(.alarm, after: 300_000)
        #expect(fixture.give(.failed(bad)).reports == [.needsPerson(code: "bad_signature")])
    }

    @Test func `pauses grow to five minutes and a success ends them`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        var longest = 0
        for turn in 0..<40 {
            let wake = fixture.give(.failed(.unreachable)).wakeTime ?? 0
            let pause = wake - fixture.now
            #expect(pause <= min(300_000, 2_000 << min(turn, 20)))
            longest = max(longest, pause)
            #expect(fixture.give(.alarm, after: pause).plan != nil)
        }
        #expect(longest > 200_000)
        fixture.send(through: 1)
        _ = fixture.answer(stored(at: 1))
        #expect(fixture.engine.health.problem == nil)
        #expect(fixture.give(.recorded(through: 2)).plan != nil)
        let pause = (fixture.give(.failed(.unreachable)).wakeTime ?? 0) - fixture.now
        #expect(pause <= 2_000)
    }

    @Test func `a person or a new entry skips the backoff but not more than once a second`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        for _ in 0..<12 {
            _ = fixture.give(.failed(.unreachable))
            _ = fixture.give(.asked, after: 1_000)
        }
        let began = fixture.now
        _ = fixture.give(.failed(.unreachable))
        let early = fixture.give(.asked, after: 999)
        #expect(early == [.wake(atBootMilliseconds: began + 1_000)])
        #expect(fixture.give(.recorded(through: 2), after: 1).plan != nil)
    }

    @Test func `a failed exchange is tried again also when nothing waits to be sent`() {
        var fixture = EngineFixture(recorded: 1, acknowledged: 1)
        _ = fixture.begin(sentThrough: nil)
        let wake = fixture.give(.failed(.unreachable)).wakeTime
        #expect(!fixture.engine.isSynchronised)
        let next = fixture.give(.alarm, after: (wake ?? 0) - fixture.now)
        #expect(next.plan != nil)
        fixture.send(through: nil)
        #expect(fixture.answer(nil).isEmpty)
        #expect(fixture.engine.isSynchronised)
    }

    @Test func `equal failures in a row are counted from the first one on`() {
        var fixture = EngineFixture(recorded: 1)
        _ = fixture.begin(sentThrough: 1)
        _ = fixture.give(.failed(.unreachable))
        let first = fixture.engine.health.problem
        _ = fixture.give(.asked, after: 5_000)
        _ = fixture.give(.failed(.unreachable))
        #expect(fixture.engine.health.problem?.count == 2)
        #expect(fixture.engine.health.problem?.sinceMilliseconds == first?.sinceMilliseconds)
        _ = fixture.give(.asked, after: 5_000)
        _ = fixture.give(.failed(.cut))
        #expect(fixture.engine.health.problem?.count == 1)
    }
}
