import Domain
import Handheld
import Journal
import SyncEngine
import SyncProtocol
import Testing
import WireMapping

struct ExchangeTests {
    @Test func `everything recorded reaches the server once and in order`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 60)
        #expect(try fixture.exchange() == 2)
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.server.lines.count == 60)
        let status = try fixture.handheld.syncStatus()
        #expect(status.recorded == 60 && status.acknowledged == 60 && status.pending == 0)
        for (index, line) in fixture.server.lines.enumerated() {
            #expect(try Entry(decoding: line).sequence == index + 1)
        }
    }

    @Test func `a backlog goes up without asking for rows in between`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 200)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.server.lines.count == 200)
        let asked = fixture.server.requests.map { $0.pull != nil }
        #expect(asked.count > 2)
        #expect(asked.first == true && asked.last == true)
        #expect(asked.dropFirst().dropLast().allSatisfy { !$0 })
    }

    @Test func `a lost reply is sent again and stored once`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 3)
        let first = try fixture.exchange { server, request in
            _ = server.respond(to: request)
            return .cut
        }
        #expect(first == 1)
        #expect(try fixture.handheld.syncStatus().acknowledged == 0)
        #expect(fixture.handheld.alarm != nil)
        fixture.bootMilliseconds += 5_000
        _ = try fixture.exchange()
        #expect(fixture.server.lines.count == 3)
        #expect(try fixture.handheld.syncStatus().acknowledged == 3)
        let tries = try #require(fixture.server.requests.dropFirst().first?.pushes.first?.tries)
        #expect(tries.map(\.bootMilliseconds) == [1_000_000])
    }

    @Test func `a request that is taken late is no late answer`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        try fixture.handheld.ask(at: fixture.now)
        fixture.bootMilliseconds += 1_000_000
        try fixture.handheld.ring(at: fixture.now)
        let request = try #require(try fixture.handheld.nextRequest(at: fixture.now))
        #expect(
            fixture.handheld.alarm
                == fixture.bootMilliseconds + request.replyLimitMilliseconds)
        try fixture.handheld.receive(
            .answered(fixture.server.respond(to: request)), at: fixture.now)
        #expect(try fixture.handheld.syncStatus().pending == 0)
    }

    @Test func `a restored server gets again what it lost`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 5)
        _ = try fixture.exchange()
        fixture.server.lines.removeLast(3)
        fixture.server.epoch = "e2"
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        #expect(fixture.server.lines.count == 6)
        #expect(fixture.handheld.reports == [.rewound(from: 5, to: 2)])
        #expect(try fixture.handheld.syncStatus().pending == 0)
    }

    @Test func `a stale counter is answered by a larger one`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 1)
        fixture.server.lastCounter = 1_000_000
        #expect(try fixture.exchange() == 3)
        #expect(fixture.server.requests.count == 2)
        #expect(fixture.server.lines.count == 1)
    }

    /// Answers of somebody else than the station.
    static let impostors: [(String, ReceivedAnswer)] = [
        ("portal", ReceivedAnswer(status: 200, mediaType: "text/html", body: Array("<p>".utf8))),
        (
            "unsigned",
            ReceivedAnswer(
                status: 200, mediaType: OutgoingRequest.frameMediaType, body: Array("{}\n".utf8))
        ),
        (
            "wrong signature",
            ReceivedAnswer(
                status: 200, mediaType: OutgoingRequest.frameMediaType,
                signature: String(repeating: "0", count: 64), body: Array("{}\n".utf8))
        ),
        (
            "conflict",
            ReceivedAnswer(
                status: 409, body: WireProblem(.staleCounter, extra: ["last": 99]).encoded())
        ),
    ]

    @Test(arguments: impostors)
    func `nothing that is not signed moves a number`(
        _ name: String, answer: ReceivedAnswer
    ) throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        let count = try fixture.exchange { _, _ in .answered(answer) }
        #expect(count == 1)
        #expect(try fixture.handheld.syncStatus().problem?.code == "not_pjs")
        #expect(try fixture.handheld.syncStatus().acknowledged == 0)
        #expect(fixture.handheld.alarm != nil)
    }

    @Test(arguments: ["text/html", "application/json", ""])
    func `a signed answer of another media type is not believed`(_ mediaType: String) throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 1)
        _ = try fixture.exchange { server, request in
            let answer = server.respond(to: request)
            return .answered(
                ReceivedAnswer(
                    status: answer.status, mediaType: mediaType, signature: answer.signature,
                    body: answer.body))
        }
        #expect(try fixture.handheld.syncStatus().problem?.code == "not_pjs")
        #expect(try fixture.handheld.syncStatus().acknowledged == 0)
    }

    @Test func `an answer to an earlier request does not fit`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 1)
        var first: ReceivedAnswer?
        _ = try fixture.exchange { server, request in
            first = server.respond(to: request)
            return .cut
        }
        fixture.bootMilliseconds += 5_000
        let old = try #require(first)
        _ = try fixture.exchange { _, _ in .answered(old) }
        #expect(try fixture.handheld.syncStatus().problem?.code == "not_pjs")
        #expect(try fixture.handheld.syncStatus().acknowledged == 0)
    }

    @Test func `an act is not split when there is something before it to send`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 1)
        let filler = String(repeating: "x", count: 700)
        let act: [FactStep] = (1...12).map { number in
            { _ in FactDraft(.note(NoteFact(text: "\(number)\(filler)"))) }
        }
        _ = try fixture.handheld.record(act, by: "c1", at: fixture.now, draft: "act")
        _ = try fixture.exchange()
        #expect(fixture.server.requests.first?.pushes.first?.lines.count == 1)
        #expect(fixture.server.requests[1].pushes.first?.lines.count == 12)
        #expect(fixture.server.lines.count == 13)
    }

    @Test func `all that one answer changes is one durable change`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive([StationRows.courier])
        try fixture.record(notes: 2)
        fixture.server.now += 60_000
        fixture.server.applied = 2
        let task = StationRows.deliveryTask
        fixture.server.pages = [
            Page(
                after: 2, to: 3, scope: 1, applied: 2,
                changes: [
                    RowChange(
                        operation: .put(version: 1, body: RowMapping.body(of: task).encoded()),
                        type: "task", id: task.reference.id, revision: 3,
                        buckets: ["station:ST0931"])
                ])
        ]
        try fixture.handheld.ask(at: fixture.now)
        let request = try #require(try fixture.handheld.nextRequest(at: fixture.now))
        let before = try fixture.commitCount()
        try fixture.handheld.receive(
            .answered(fixture.server.respond(to: request)), at: fixture.now)
        let status = try fixture.handheld.syncStatus()
        #expect(status.acknowledged == 2 && status.applied == 2)
        #expect(try fixture.handheld.task(task.reference.id) != nil)
        #expect(try fixture.commitCount() == before + 1)
    }

    @Test func `a page that is thrown away does not take the acknowledgement along`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive([StationRows.courier])
        try fixture.record(notes: 2)
        fixture.server.pages = [
            Page(after: 2, to: 2, scope: 1, applied: 0, reset: ["*"])
        ]
        try fixture.handheld.ask(at: fixture.now)
        let request = try #require(try fixture.handheld.nextRequest(at: fixture.now))
        let answer = fixture.server.respond(to: request)
        try fixture.handheld.receive(.answered(answer), at: fixture.now)
        #expect(try fixture.handheld.syncStatus().acknowledged == 2)
        #expect(try fixture.handheld.syncStatus().problem?.code == "bad_page")
    }

    @Test func `hello says what was recorded, who works and which clock it was`() throws {
        var fixture = try HandheldFixture(persons: ["c2", "c1"])
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let hello = try #require(fixture.server.requests.first?.hello)
        #expect(hello.recorded == 2 && hello.acknowledged == 0)
        #expect(hello.who == ["c1", "c2"])
        #expect(hello.anchor == nil)
        #expect(hello.bootMilliseconds == 1_000_000 && hello.bootNumber == 1)
        _ = try fixture.exchange()
        let anchor = fixture.server.requests.last?.hello.anchor
        #expect(anchor?.now == fixture.server.now && anchor?.uncertainty == 50)
    }
}
