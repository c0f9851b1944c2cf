import SyncProtocol
import Testing

@testable import Ledger

/// What a page has to contain (PJS 10.4).
@Suite struct PullPlanTests {
    private static let state = PullState(
        epoch: "e1", revision: 100, floor: 10, scope: 3,
        buckets: ["courier:a", "courier:b", "device:d", "station:s"])

    private static let scopes: [Int: [String]] = [
        1: ["courier:a", "device:d", "station:s"],
        2: ["courier:x", "courier:a", "device:d", "station:s"],
        3: state.buckets,
    ]

    private static func plan(
        after: Int = 50, scope: Int = 3, token: String? = nil, reset: [String] = [],
        epoch: String = "e1"
    ) -> PullPlan {
        .on(
            PullRequest(after: after, scope: scope, token: token, reset: reset), epoch: epoch,
            state: state, bucketsOf: { scopes[$0] })
    }

    private static func reset(_ plan: PullPlan) -> ResetPlan? {
        if case .reset(let reset) = plan { reset } else { nil }
    }

    @Test func `a cursor of the same scope gets what changed`() {
        #expect(Self.plan() == .changes(drop: []))
        #expect(Self.plan(after: 100) == .changes(drop: []))
        #expect(Self.plan(after: 10) == .changes(drop: []))
    }

    @Test(arguments: [
        (0, "", PullPlan.Reason.first), (50, "", .first), (50, "e0", .epoch), (101, "e1", .ahead),
        (9, "e1", .floor),
    ])
    func `a cursor that says nothing here begins everything anew`(
        after: Int, epoch: String, why: PullPlan.Reason
    ) throws {
        let reset = try #require(Self.reset(Self.plan(after: after, epoch: epoch)))
        #expect(reset.why == why && reset.isAll && reset.isBegin)
        #expect(reset.resetting == Self.state.buckets && reset.to == 100 && reset.after == nil)
    }

    @Test func `a new scope resets what is new and drops what is gone`() throws {
        let more = try #require(Self.reset(Self.plan(scope: 1)))
        #expect(more.resetting == ["courier:b"] && more.drop == [] && more.why == .scope)
        #expect(!more.isAll && more.isBegin)
        let both = try #require(Self.reset(Self.plan(scope: 2)))
        #expect(both.resetting == ["courier:b"] && both.drop == ["courier:x"])
        let forgotten = try #require(Self.reset(Self.plan(scope: 9)))
        #expect(forgotten.isAll && forgotten.why == .scope)
    }

    @Test func `buckets of rows at a higher level come anew`() throws {
        var state = Self.state
        state.levelled = ["courier:a", "station:s"]
        let pull = PullRequest(after: 50, scope: 3, reset: ["device:d"], relevel: ["task"])
        let plan = PullPlan.on(pull, epoch: "e1", state: state, bucketsOf: { Self.scopes[$0] })
        let reset = try #require(Self.reset(plan))
        #expect(reset.resetting == ["courier:a", "device:d", "station:s"])
        #expect(reset.why == .level && reset.isBegin)
    }

    @Test func `only buckets of this handheld can be asked for`() throws {
        #expect(Self.plan(reset: ["courier:z"]) == .changes(drop: []))
        let asked = try #require(Self.reset(Self.plan(reset: ["courier:z", "device:d"])))
        #expect(asked.resetting == ["device:d"] && asked.why == .asked)
    }

    @Test func `a token brings back the place where the last page ended`() throws {
        let begun = ResetPlan(Self.state, resetting: ["courier:b", "device:d"], why: .asked)
        let position = ResetPosition(bucket: 1, type: "task", id: "T.1.2")
        let token = begun.token(after: position, state: Self.state)
        let next = try #require(Self.reset(Self.plan(token: token)))
        #expect(next.resetting == begun.resetting && next.after == position && next.to == 100)
        #expect(!next.isBegin && next.why == nil && !next.isAll)
    }

    @Test func `a scope that changes during a reset begins everything again`() throws {
        let old = PullState(
            epoch: "e1", revision: 90, floor: 10, scope: 1, buckets: Self.scopes[1] ?? [])
        let position = ResetPosition(bucket: 1, type: "disp", id: "x")
        for plan in [
            ResetPlan(old, resetting: ["device:d"], why: .asked), ResetPlan.all(old, why: .first),
        ] {
            let token = plan.token(after: position, state: old)
            let again = try #require(Self.reset(Self.plan(token: token)))
            #expect(again.isAll && again.isBegin && again.why == .scope && again.to == 100)
        }
    }

    @Test(arguments: [
        "", "3", "3.100.1111.0.task", "3.100.1111.4.task.T1", "3.100.11.0.task.T1",
        "3.101.1111.0.task.T1", "3.100.1121.0.task.T1", "3.100.1111.0.TASK.T1",
        "3.100.1111.-1.task.T1", "8.100.1111.0.task.T1", "3.100.1111.0.task.",
        "99999999999999999.100.1111.0.task.T1", "3.100..0.task.T1",
    ])
    func `a token that is none begins anew`(token: String) throws {
        let reset = try #require(Self.reset(Self.plan(token: token)))
        #expect(reset.isAll && reset.isBegin && reset.why == .scope)
    }

    @Test func `the longest token fits the wire`() {
        let token = ResetToken(
            scope: Canonical.integerMax, revision: Canonical.integerMax,
            isResetting: [Bool](repeating: true, count: Limits.whoMax + 2),
            position: ResetPosition(
                bucket: Limits.whoMax + 1, type: String(repeating: "a", count: 12),
                id: String(repeating: "a", count: WireText.idLengthMax)))
        #expect(token.text.unicodeScalars.count <= 200)
        #expect(ResetToken(token.text) == token)
    }
}
