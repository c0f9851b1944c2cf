import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// Pages, resets and bucket sums (PJS 10) over a real file.
@Suite struct PageTests {
    private static let courier = "courier:\(TestStation.courier)"
    private static let device = "device:\(TestStation.device)"
    private static let station = "station:\(TestStation.code)"

    /// Opens tasks in one transaction.
    private static func open(_ station: TestStation, _ ids: ClosedRange<Int>) throws {
        try station.store.record(
            ids.map { StationFact(.taskOpen(Sample.task("T\(1_000 + $0)"))) }, by: "manager",
            at: .minute(30))
    }

    private static func check(_ station: TestStation, _ rows: TestRows, _ page: Page?) throws {
        let sums = try #require(page?.sums)
        #expect(sums.keys.sorted() == [courier, device, self.station])
        for (bucket, sum) in sums { #expect(rows.sum(of: bucket) == sum, "\(bucket)") }
        try station.audit()
    }

    @Test func `an empty cursor begins with everything, then the sums agree`() throws {
        let station = try TestStation()
        try Self.open(station, 1...5)
        var rows = TestRows()
        let pages = try station.pullAll(TestStream(), into: &rows)
        #expect(pages.count == 2)
        #expect(pages[0].reset == ["*"] && pages[0].isBegin && pages[0].why == "first")
        #expect(pages[0].isMore && pages[0].token == nil && pages[0].sums == nil)
        #expect(pages[1].changes.isEmpty && !pages[1].isMore)
        try Self.check(station, rows, pages.last)
        #expect(rows.rows.keys.contains("task:T1001"))
        #expect(rows.rows.keys.contains("person:c2"))
        #expect(rows.rows.keys.contains { $0.hasPrefix("numbers:") })
    }

    @Test func `a reset in small pages brings each row once and goes on by token`() throws {
        let station = try TestStation()
        try Self.open(station, 1...200)
        var rows = TestRows()
        let pages = try station.pullAll(TestStream(), into: &rows, max: 4_096)
        #expect(pages.count > 5)
        #expect(pages.dropFirst().allSatisfy { !$0.isBegin })
        #expect(pages.dropLast(2).allSatisfy { $0.token != nil && $0.isMore })
        #expect(Set(pages.dropLast().map(\.to)).count == 1)
        let names = pages.flatMap(\.changes).map { "\($0.buckets[0]) \($0.type):\($0.id)" }
        #expect(Set(names).count == names.count)
        #expect(names == names.sorted())
        try Self.check(station, rows, pages.last)
    }

    @Test func `rows that change during a reset come after it`() throws {
        let station = try TestStation()
        try Self.open(station, 1...100)
        let stream = TestStream()
        var rows = TestRows()
        let first = try station.pull(stream, max: 4_096) { $0.epoch = "" }
        rows.apply(first)
        try Self.open(station, 101...102)
        try station.store.record(
            [
                StationFact(
                    .taskCancel(TaskCancelFact(task: "T1001", reason: .nothing))),
                StationFact(.taskAssign(TaskAssignFact(task: "T1090", assignee: "c2"))),
            ], by: "manager", at: .minute(31))
        var token = first.token
        for _ in 0..<100 {
            guard let asked = token else { break }
            let page = try station.pull(
                stream, after: rows.cursor, scope: rows.scope, max: 4_096, token: asked)
            #expect(page.to == first.to)
            rows.apply(page)
            token = page.token
        }
        let pages = try station.pullAll(stream, into: &rows)
        try Self.check(station, rows, pages.last)
        #expect(rows.rows["task:T1090"] == nil)
    }

    @Test(arguments: [4_096, 20_000, 1_048_576])
    func `a page ends between revisions and never inside one`(max: Int) throws {
        let station = try TestStation()
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows)
        try Self.open(station, 1...150)
        try Self.open(station, 151...151)
        let pages = try station.pullAll(stream, into: &rows, max: max)
        var seen = 0
        for page in pages {
            let revisions = page.changes.map(\.revision)
            #expect(revisions == revisions.sorted())
            if let lowest = revisions.first { #expect(lowest > seen) }
            #expect((revisions.last ?? page.to) <= page.to)
            seen = page.to
        }
        #expect(max > 1_000_000 ? pages.count == 1 : pages.count > 1)
        try Self.check(station, rows, pages.last)
        #expect(rows.rows.keys.filter { $0.hasPrefix("task:") }.count == 151)
    }

    @Test func `a task given to another courier leaves with its reason`() throws {
        let station = try TestStation()
        try Self.open(station, 1...1)
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows)
        try station.store.record(
            [StationFact(.taskAssign(TaskAssignFact(task: "T1001", assignee: "c2")))],
            by: "manager", at: .minute(31))
        let pages = try station.pullAll(stream, into: &rows)
        let out = try #require(pages[0].changes.first)
        #expect(out.operation == .out(why: "reassigned") && out.buckets == [Self.courier])
        #expect(rows.rows["task:T1001"] == nil)
        try Self.check(station, rows, pages.last)
    }

    @Test func `another epoch and a cursor from the future begin again, with an incident`() throws {
        let station = try TestStation()
        let stream = TestStream()
        var visit = station.visit(stream)
        try station.store.note(visit)
        visit.hello.epoch = "e-old"
        let epoch = try station.store.answer(
            visit, heads: nil, pull: PullRequest(after: 1, scope: 1))
        #expect(epoch.page?.why == "epoch" && epoch.page?.reset == ["*"])
        #expect(epoch.incident == .cursor)
        visit.hello.epoch = "e-test"
        let ahead = try station.store.answer(
            visit, heads: nil, pull: PullRequest(after: 1_000_000, scope: 1))
        #expect(ahead.page?.why == "ahead" && ahead.incident == .cursor)
    }

    @Test func `a person who begins a shift brings a bucket, one who ends it drops it`() throws {
        let station = try TestStation()
        try Self.open(station, 1...3)
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows) { $0.who = [] }
        #expect(!rows.rows.keys.contains("task:T1001"))
        let begun = try station.pullAll(stream, into: &rows)
        #expect(begun[0].reset == [Self.courier] && begun[0].why == "scope")
        #expect(rows.rows.keys.contains("task:T1001"))
        try Self.check(station, rows, begun.last)
        let ended = try station.pullAll(stream, into: &rows) { $0.who = [] }
        #expect(ended[0].drop == [Self.courier] && ended[0].reset.isEmpty)
        #expect(!rows.rows.keys.contains("task:T1001"))
    }

    @Test func `a person who is not of this station has no bucket`() throws {
        let station = try TestStation()
        var closed = TestStation.person("c2")
        closed.state = .closed
        try station.store.record([StationFact(.personSet(closed))], by: "manager", at: .minute(1))
        let page = try station.pull(TestStream()) {
            $0.epoch = ""
            $0.who = [TestStation.courier, "c2", "c3"]
        }
        #expect(page.changes.allSatisfy { !$0.buckets.contains("courier:c2") })
        let (_, buckets) = try station.look { try $0.newestScope(of: TestStation.device) }
        #expect(buckets == [Self.courier, Self.device, Self.station])
    }

    @Test func `a bucket that was asked for is reset alone`() throws {
        let station = try TestStation()
        try Self.open(station, 1...3)
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows)
        let page = try station.pull(
            stream, after: rows.cursor, scope: rows.scope,
            reset: [Self.courier, "courier:somebody"])
        #expect(page.reset == [Self.courier] && page.why == "asked" && page.isBegin)
        #expect(page.changes.allSatisfy { $0.buckets == [Self.courier] })
    }

    @Test func `buckets that hold rows of a type come anew for a higher level`() throws {
        let station = try TestStation()
        try Self.open(station, 1...3)
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows)
        let page = try station.pull(
            stream, after: rows.cursor, scope: rows.scope, relevel: ["task", "nothing"])
        #expect(page.reset == [Self.courier] && page.why == "level" && page.isBegin)
        let none = try station.pull(
            stream, after: rows.cursor, scope: rows.scope, relevel: ["nothing"])
        #expect(none.reset.isEmpty && none.why == nil)
    }

    @Test(arguments: [
        "x", "1.1.1", "9.1.111.0.task.T1", "1.999999.111.0.task.T1", "1.1.11.0.task.T1",
    ])
    func `a token that is not known begins again`(token: String) throws {
        let station = try TestStation()
        let page = try station.pull(TestStream(), after: 1, scope: 1, token: token)
        #expect(page.isBegin && page.reset == ["*"] && page.why == "scope")
    }

    @Test func `a suspended handheld has its own bucket only, a revoked one no rows`() throws {
        let station = try TestStation()
        let stream = TestStream()
        var rows = TestRows()
        _ = try station.pullAll(stream, into: &rows)
        let suspended = try station.pull(
            stream, after: rows.cursor, scope: rows.scope, state: .suspended)
        #expect(suspended.drop == [Self.courier, Self.station])
        let revoked = try station.pull(
            stream, after: rows.cursor, scope: rows.scope, state: .revoked)
        #expect(revoked.code == "revoked" && revoked.changes.isEmpty && !revoked.isMore)
        #expect(revoked.to == rows.cursor && revoked.sums == nil)
    }

    @Test func `applied is the last entry whose effects are in the rows of the page`() throws {
        let station = try TestStation()
        var stream = TestStream()
        let start = try station.pull(stream) { $0.epoch = "" }
        for number in 0..<150 {
            try stream.record(.pickup(Sample.pickup("WB31\(1_000_000 + number)")))
        }
        try station.push(stream)
        let scope = start.scope
        var after = start.to
        var applied: [Int] = []
        for _ in 0..<20 {
            let page = try station.pull(stream, after: after, scope: scope, max: 65_536)
            applied.append(page.applied)
            let parcels = try station.look { db in
                try db.rows(
                    """
                    SELECT l.seq FROM ledger l JOIN stream s ON s.no=l.stream
                    WHERE s.id=? AND l.rev<=? ORDER BY l.seq
                    """, stream.id, page.to, as: { $0.integer(0) })
            }
            #expect(parcels.last ?? 0 == page.applied)
            after = page.to
            if !page.isMore { break }
        }
        #expect(applied.count > 1 && applied == applied.sorted() && applied.last == 150)
    }

    @Test func `no revision is turned inside an act`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for number in 0..<62 {
            try stream.record(.pickup(Sample.pickup("WB31\(1_000_000 + number)")))
        }
        try stream.record(
            .pickup(Sample.pickup("WB312000001")), act: Entry.Act(index: 1, count: 3))
        stream.append("{}")
        try stream.record(
            .pickup(Sample.pickup("WB312000002")), act: Entry.Act(index: 3, count: 3))
        try station.push(stream)
        let (line, row) = try station.look { db in
            (
                try db.first(
                    """
                    SELECT l.rev FROM ledger l JOIN stream s ON s.no=l.stream
                    WHERE s.id=? AND l.seq=63
                    """, stream.id, as: { $0.integer(0) }),
                try db.row(type: "parcel", id: "WB312000001")?.revision
            )
        }
        #expect(line == row)
    }

    @Test func `a parcel that a second pickup names follows the second task too`() throws {
        let station = try TestStation()
        var other = Sample.task("T1")
        other.assignee = "c2"
        try station.store.record([StationFact(.taskOpen(other))], by: "manager", at: .minute(1))
        var stream = TestStream()
        try stream.record(.pickup(Sample.pickup()))
        try station.push(stream)
        try stream.record(
            .pickup(Sample.pickup()), by: "c2", on: EntityReference(.task, "T1"))
        try station.push(stream)
        let buckets = try station.look { db in
            try db.row(type: "parcel", id: Sample.number)?.buckets.map {
                try db.bucketName($0) ?? ""
            }.sorted()
        }
        #expect(buckets == ["courier:c10482", "courier:c2"])
        try station.audit()
    }
}
