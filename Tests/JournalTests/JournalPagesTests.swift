import Domain
import SQLite
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalPagesTests {
    let file: TestJournal
    let journal: Journal
    static let mine = "courier:c10482"
    static let station = "station:ST0931"

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    private func put(
        _ id: String, _ version: Int = 1, at revision: Int, state: String = "open",
        buckets: [String] = [mine]
    ) -> RowChange {
        let body: CanonicalObject = [
            "kind": "DELIVERY", "st": .text(state), "to": "c10482",
        ]
        return RowChange(
            operation: .put(version: version, body: body.encoded()), type: "task", id: id,
            revision: revision, buckets: buckets)
    }

    private func out(_ id: String, at revision: Int) -> RowChange {
        RowChange(
            operation: .out(why: "reassigned"), type: "task", id: id, revision: revision,
            buckets: [Self.mine])
    }

    private func sums(_ changes: [RowChange]) -> [String: BucketSum] {
        var sums: [String: BucketSum] = [:]
        for change in changes {
            guard case .put(let version, let body) = change.operation else { continue }
            for bucket in change.buckets {
                sums[bucket, default: BucketSum()].add(
                    BucketSum.rowHash(
                        type: change.type, id: change.id, version: version, body: body))
            }
        }
        return sums
    }

    private func tasks() throws -> [String] {
        try journal.rows(of: .task).map { "\($0.entity.reference.id).\($0.version)" }
    }

    /// The first reset, with its closing page.
    @discardableResult
    private func start(_ changes: [RowChange], to revision: Int = 10) throws -> PageOutcome {
        _ = try journal.apply(
            Page(
                after: 0, to: revision, isMore: true, scope: 1, applied: 0, reset: ["*"],
                isBegin: true, why: "first", changes: changes), epoch: "e1")
        return try journal.apply(
            Page(after: revision, to: revision, scope: 1, applied: 0, sums: sums(changes)),
            epoch: "e1")
    }

    @Test func `the first reset is shown when it is whole`() throws {
        let first = try journal.apply(
            Page(
                after: 0, to: 10, isMore: true, scope: 1, applied: 0, reset: ["*"],
                isBegin: true, why: "first", token: "t1", changes: [put("T1", at: 3)]),
            epoch: "e1")
        #expect(first == PageOutcome(isStaged: true, differing: []))
        #expect(try tasks() == [])
        #expect(
            try journal.cursor()
                == PullCursor(
                    epoch: "e1", after: 10, scope: 1, token: "t1", isStaged: true, level: 1))
        // The stage and its token survive a restart.
        let reopened = try file.copy().open()
        #expect(try reopened.cursor() == journal.cursor())

        _ = try journal.apply(
            Page(
                after: 10, to: 10, isMore: true, scope: 1, applied: 0, reset: ["*"],
                changes: [put("T2", at: 12)]), epoch: "e1")
        #expect(try journal.cursor().token == nil)
        #expect(try journal.cursor().after == 10)

        let last = try journal.apply(
            Page(
                after: 10, to: 12, scope: 1, applied: 0, changes: [put("T2", 2, at: 12)],
                sums: sums([put("T1", at: 3), put("T2", 2, at: 12)])), epoch: "e1")
        #expect(last == PageOutcome(isStaged: false, differing: []))
        #expect(try tasks() == ["T1.1", "T2.2"])
        #expect(
            try journal.cursor()
                == PullCursor(
                    epoch: "e1", after: 12, scope: 1, token: nil, isStaged: false, level: 1))
    }

    @Test func `a reset that begins while a whole stage waits goes on in it`() throws {
        try start([put("T1", at: 1)])
        // Another person logs in, and before the last page of that a third one.
        _ = try journal.apply(
            Page(
                after: 10, to: 12, isMore: true, scope: 2, applied: 0, reset: ["courier:b"],
                isBegin: true, why: "scope", drop: [Self.mine]), epoch: "e1")
        _ = try journal.apply(
            Page(
                after: 10, to: 12, isMore: true, scope: 3, applied: 0, reset: ["courier:c"],
                isBegin: true, why: "scope", drop: ["courier:b"]), epoch: "e1")
        #expect(try tasks() == ["T1.1"])
        let last = try journal.apply(
            Page(after: 10, to: 12, scope: 3, applied: 0, sums: [:]), epoch: "e1")
        #expect(last == PageOutcome(isStaged: false, differing: []))
        #expect(try tasks() == [])
    }

    @Test func `rows change, leave and end, and the sums follow`() throws {
        try start([put("T1", at: 1), put("T2", at: 2), put("T3", at: 3)])
        let outcome = try journal.apply(
            Page(
                after: 10, to: 14, scope: 1, applied: 0,
                changes: [
                    put("T1", 2, at: 11, state: "done"), out("T2", at: 12),
                    RowChange(
                        operation: .delete(version: 2), type: "task", id: "T3", revision: 13,
                        buckets: [Self.mine]),
                    out("never seen", at: 14),
                ], sums: sums([put("T1", 2, at: 11, state: "done")])), epoch: "e1")
        #expect(outcome.differing == [])
        #expect(try tasks() == ["T1.2"])
        #expect(try journal.bucketSums()[Self.mine]?.count == 1)
    }

    @Test func `a row moves between buckets`() throws {
        try start([put("T1", at: 1, buckets: [Self.mine, Self.station])])
        let moved = put("T1", 2, at: 11, buckets: [Self.station])
        let outcome = try journal.apply(
            Page(
                after: 10, to: 11, scope: 1, applied: 0, changes: [moved], sums: sums([moved])),
            epoch: "e1")
        #expect(outcome.differing == [])
        #expect(try journal.bucketSums()[Self.mine] == BucketSum())
        #expect(try journal.bucketSums()[Self.station]?.count == 1)
    }

    @Test func `a page that brings nothing writes nothing`() throws {
        try start([put("T1", at: 1)])
        let reader = try Connection.openReadOnly(file.path)
        func version() throws -> Int? {
            try reader.first("PRAGMA data_version", as: { $0.integer(0) })
        }
        let before = try version()
        let page = Page(after: 10, to: 10, scope: 1, applied: 0, sums: sums([put("T1", at: 1)]))
        #expect(try journal.apply(page, epoch: "e1") == PageOutcome(isStaged: false, differing: []))
        #expect(try version() == before)
        _ = try journal.apply(Page(after: 10, to: 11, scope: 1, applied: 0), epoch: "e1")
        #expect(try version() != before)
    }

    @Test func `a bucket that differs from the server's is named`() throws {
        try start([put("T1", at: 1)])
        var named = sums([put("T1", at: 1)])
        named[Self.station] = BucketSum(sum: .zero, count: 1)
        func page(_ sums: [String: BucketSum]) -> Page {
            Page(after: 10, to: 10, scope: 1, applied: 0, sums: sums)
        }
        #expect(try journal.apply(page(named), epoch: "e1").differing == [Self.station])
        // A bucket that the server does not name and that holds rows here differs too.
        #expect(try journal.apply(page([:]), epoch: "e1").differing == [Self.mine])
    }

    @Test func `sums are those of the protocol's vectors`() throws {
        func row(_ type: String, _ id: String, _ version: Int, _ body: CanonicalObject) -> RowChange
        {
            RowChange(
                operation: .put(version: version, body: body.encoded()), type: type, id: id,
                revision: 11, buckets: [Self.mine])
        }
        try start([])
        let steps: [(RowChange, String, Int)] = [
            (
                row("task", "T81", 8, ["st": "done", "by": "c10482"]),
                "ec78fe764f4c204c984db110108ecc90964e0f8b027273d0cb71c6161f61f08a", 1
            ),
            (
                row("task", "T82", 2, ["st": "problem"]),
                "65db750d2f14b5fce8478c6535ffe053c6185538bb6be801b57f2c9e7ffca257", 2
            ),
            (
                row("addr", "A9", 4, ["text": "中山路 4 号"]),
                "014078b74505a8c1b77d2b3255dee513fac1822fc86c7ae8fb556de93049cbec", 3
            ),
            (
                out("T82", at: 11),
                "87de0220653d131167834fdd306dd150caf73c820f7306b811480760cfaf1a1f", 2
            ),
        ]
        for (number, step) in steps.enumerated() {
            _ = try journal.apply(
                Page(
                    after: 10 + number, to: 11 + number, scope: 1, applied: 0,
                    changes: [step.0]), epoch: "e1")
            let sum = try #require(try journal.bucketSums()[Self.mine])
            #expect(sum.sum.hex == step.1)
            #expect(sum.count == step.2)
        }
    }

    @Test func `a page of another place or epoch is discarded whole`() throws {
        try start([put("T1", at: 1)])
        let before = try journal.status()
        let changes = [out("T1", at: 12)]
        for (after, epoch) in [(9, "e1"), (11, "e1"), (10, "e2")] {
            #expect(throws: JournalError.self) {
                try journal.apply(
                    Page(after: after, to: 12, scope: 1, applied: 0, changes: changes),
                    epoch: epoch)
            }
        }
        #expect(throws: JournalError.self) {
            try journal.apply(
                Page(
                    after: 10, to: 12, isMore: true, scope: 1, applied: 0, reset: ["*"],
                    changes: changes), epoch: "e1")
        }
        #expect(try journal.status() == before)
        #expect(try tasks() == ["T1.1"])
    }

    @Test func `a reset of one bucket leaves the others and sweeps what is not mentioned`() throws {
        let shared = put("T3", at: 3, buckets: [Self.mine, Self.station])
        let other = put("T4", at: 4, buckets: [Self.station])
        try start([put("T1", at: 1), put("T2", at: 2), shared, other])
        _ = try journal.apply(
            Page(
                after: 10, to: 20, isMore: true, scope: 1, applied: 0, reset: [Self.mine],
                isBegin: true, why: "asked", changes: [put("T2", 2, at: 15), shared]),
            epoch: "e1")
        #expect(try tasks() == ["T1.1", "T2.1", "T3.1", "T4.1"])
        #expect(try journal.cursor().after == 10)
        let outcome = try journal.apply(
            Page(
                after: 10, to: 20, scope: 1, applied: 0,
                sums: sums([put("T2", 2, at: 15), shared, other])), epoch: "e1")
        #expect(outcome == PageOutcome(isStaged: false, differing: []))
        #expect(try tasks() == ["T2.2", "T3.1", "T4.1"])
        #expect(try journal.cursor().after == 20)
    }

    @Test func `a reset that begins again forgets the first one`() throws {
        try start([put("T1", at: 1)])
        for (state, token) in [("open", "t"), ("done", nil)] {
            _ = try journal.apply(
                Page(
                    after: 0, to: 20, isMore: true, scope: 1, applied: 0, reset: ["*"],
                    isBegin: true, why: "epoch", token: token,
                    changes: [put("T-\(state)", at: 20)]), epoch: "e2")
        }
        _ = try journal.apply(Page(after: 20, to: 20, scope: 1, applied: 0), epoch: "e2")
        #expect(try tasks() == ["T-done.1"])
        try journal.dropStage()
        #expect(try tasks() == ["T-done.1"])
    }

    @Test func `a stage that is thrown away leaves the live rows`() throws {
        try start([put("T1", at: 1)])
        _ = try journal.apply(
            Page(
                after: 10, to: 20, isMore: true, scope: 2, applied: 0, reset: ["*"],
                isBegin: true), epoch: "e2")
        try journal.dropStage()
        #expect(try tasks() == ["T1.1"])
        #expect(
            try journal.cursor()
                == PullCursor(
                    epoch: "e1", after: 10, scope: 1, token: nil, isStaged: false, level: 1))
    }

    @Test func `an ordinary page before the end of a reset replaces no rows`() throws {
        try start([put("T1", at: 1)])
        _ = try journal.apply(
            Page(
                after: 10, to: 20, isMore: true, scope: 2, applied: 0, reset: ["*"],
                isBegin: true, token: "more"), epoch: "e2")
        #expect(throws: JournalError.badPage("comes before the end of a reset")) {
            try journal.apply(Page(after: 20, to: 20, scope: 2, applied: 0), epoch: "e2")
        }
        #expect(try tasks() == ["T1.1"])
        #expect(try journal.cursor().token == "more")
    }

    @Test func `a dropped bucket takes its rows along`() throws {
        let shared = put("T2", at: 2, buckets: [Self.mine, Self.station])
        try start([put("T1", at: 1), shared])
        let left = put("T2", at: 2, buckets: [Self.station])
        let outcome = try journal.apply(
            Page(after: 10, to: 10, scope: 2, applied: 0, drop: [Self.mine], sums: sums([left])),
            epoch: "e1")
        #expect(outcome.differing == [])
        #expect(try tasks() == ["T2.1"])
        #expect(try journal.cursor().scope == 2)
    }

    @Test func `applied moves with the rows and not before the stage is shown`() throws {
        for number in 1...3 { try journal.note("note \(number)") }
        try journal.acknowledge(through: 3)
        #expect(try journal.unappliedFacts().count == 3)
        _ = try journal.apply(
            Page(
                after: 0, to: 10, isMore: true, scope: 1, applied: 2, reset: ["*"],
                isBegin: true), epoch: "e1")
        #expect(try journal.unappliedFacts().count == 3)
        _ = try journal.apply(Page(after: 10, to: 10, scope: 1, applied: 2), epoch: "e1")
        #expect(try journal.unappliedFacts().map(\.id) == [try journal.head(at: 3)?.hex])
        #expect(try journal.status().applied == 2)
    }

    @Test func `applied beyond the end hides no later fact`() throws {
        try start([])
        try journal.note("one")
        try journal.acknowledge(through: 1)
        _ = try journal.apply(Page(after: 10, to: 10, scope: 1, applied: 9), epoch: "e1")
        try journal.note("two")
        #expect(try journal.unappliedFacts().count == 1)
    }

    @Test func `applied beyond what the server was seen to hold hides no fact`() throws {
        try start([])
        for number in 1...3 { try journal.note("note \(number)") }
        let page = Page(after: 10, to: 10, scope: 1, applied: 3)
        _ = try journal.apply(page, epoch: "e1")
        #expect(try journal.unappliedFacts().count == 3)
        // What the page said counts as soon as it is seen that the server has it.
        try journal.acknowledge(through: 1)
        #expect(try journal.unappliedFacts().count == 2)
        _ = try journal.apply(page, epoch: "e1")
        #expect(try journal.unappliedFacts().count == 2)
        _ = try journal.apply(page, epoch: "e1", proven: 3)
        #expect(try journal.unappliedFacts().count == 0)
    }

    @Test func `a row that an own fact needs stays until the fact is acknowledged and applied`()
        throws
    {
        try start([put("T1", at: 1), put("T2", at: 2)])
        try journal.note("x", about: EntityReference(.task, "T1"))
        let outcome = try journal.apply(
            Page(
                after: 10, to: 12, scope: 1, applied: 0,
                changes: [out("T1", at: 11), out("T2", at: 12)], sums: [:]), epoch: "e1")
        #expect(outcome.differing == [])
        #expect(try tasks() == ["T1.1"])
        #expect(try journal.row(EntityReference(.task, "T1"))?.pinned == "reassigned")
        #expect(try journal.bucketSums()[Self.mine] == BucketSum())
        try journal.acknowledge(through: 1)
        #expect(try tasks() == ["T1.1"])
        let later = Moment.minute(5 * 1_440)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
        _ = try journal.apply(Page(after: 12, to: 12, scope: 1, applied: 0), epoch: "e1")
        #expect(try tasks() == ["T1.1"])
        _ = try journal.apply(Page(after: 12, to: 12, scope: 1, applied: 1), epoch: "e1")
        #expect(try tasks() == [])
    }

    @Test func `a pinned row that comes back is a row again`() throws {
        try start([put("T1", at: 1)])
        try journal.note("x", base: [EntityReference(.task, "T1"): 1])
        _ = try journal.apply(
            Page(after: 10, to: 11, scope: 1, applied: 0, changes: [out("T1", at: 11)]),
            epoch: "e1")
        let back = put("T1", 3, at: 12)
        let outcome = try journal.apply(
            Page(
                after: 11, to: 12, scope: 1, applied: 1, changes: [back], sums: sums([back])),
            epoch: "e1")
        #expect(outcome.differing == [])
        #expect(try journal.row(EntityReference(.task, "T1"))?.pinned == nil)
        #expect(try tasks() == ["T1.3"])
    }

    @Test func `a reset pins what own facts need`() throws {
        try start([put("T1", at: 1), put("T2", at: 2)])
        try journal.note("x", about: EntityReference(.task, "T1"))
        try start([], to: 30)
        #expect(try tasks() == ["T1.1"])
        #expect(try journal.row(EntityReference(.task, "T1"))?.pinned == "reset")
    }

    @Test func `rows of unknown types and bodies are kept and summed, and shown to nobody`() throws
    {
        let strange = RowChange(
            operation: .put(version: 1, body: Array("{\"x\":1}".utf8)), type: "drone", id: "D1",
            revision: 1, buckets: [Self.mine])
        let unreadable = RowChange(
            operation: .put(version: 1, body: Array("{}".utf8)), type: "task", id: "T1",
            revision: 2, buckets: [Self.mine])
        #expect(try start([strange, unreadable]).differing == [])
        #expect(try tasks() == [])
        #expect(try journal.row(EntityReference(.task, "T1")) == nil)
        #expect(try journal.bucketSums()[Self.mine]?.count == 2)
    }
}
