import Domain
import Handheld
import HandheldUI
import Journal
import SyncEngine
import SyncProtocol
import Testing

/// A handheld whose journal and whose station's ledger have parted.
@Suite struct RotateTests {
    /// The texts of all notes that the server holds, however they came.
    private func notes(at server: ScriptedServer) throws -> [String] {
        var texts: [String: String] = [:]
        for (stream, lines) in server.streams {
            var head = Chain.genesis(device: server.device, stream: stream)
            for line in lines {
                head = Chain.link(head, line)
                let entry = try Entry(decoding: line)
                let carry = entry.kind == Carry.kind ? try Carry(entry.payload) : nil
                let original = try #require(Carry.original(of: entry))
                let text = original.payload["text"]?.text ?? ""
                // The same fact has the same id wherever it stands.
                let id = (carry?.fact ?? head).hex
                #expect(texts[id] == nil || texts[id] == text)
                texts[id] = text
            }
        }
        return texts.values.sorted()
    }

    @Test func `two histories of one stream both reach the server`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 70)
        _ = try fixture.exchange()
        let first = try notes(at: fixture.server)
        try fixture.restore(copy)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports == [.rotated(.fork, carried: 2, left: 0)])
        let status = try fixture.handheld.syncStatus()
        #expect(status.recorded == 5 && status.acknowledged == 5 && status.pending == 0)
        #expect(status.streams.map(\.recorded) == [3, 2])
        #expect(fixture.server.lines.count == 73)
        #expect(try notes(at: fixture.server).count == first.count + 2)
        let records = try fixture.handheld.records(
            JournalRange(count: 20, parcel: nil, kind: nil))
        #expect(records.map(\.state) == Array(repeating: .sent, count: 5))
        #expect(records.map(\.kind) == Array(repeating: "note", count: 5))
    }

    @Test func `an older copy takes back what it lost and begins a new stream`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 7)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        _ = try fixture.exchange()
        #expect(fixture.handheld.reports == [.broughtBack(count: 7)])
        #expect(fixture.handheld.isSynchronised)
        let status = try fixture.handheld.syncStatus()
        #expect(status.streams.map(\.recorded) == [9, 0])
        #expect(status.recorded == 9 && status.pending == 0)
        #expect(status.news.map(\.words.en).first?.contains("7 records were brought back") == true)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        #expect(try fixture.handheld.syncStatus().streams.map(\.acknowledged) == [9, 1])
        #expect(try notes(at: fixture.server).count == 10)
    }

    @Test func `with the mark an older copy uses no number twice`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        let mark = try fixture.handheld.mark()
        try fixture.restore(copy)
        try fixture.handheld.compare(with: mark, at: fixture.now)
        #expect(fixture.handheld.reports == [.rotated(.olderCopy, carried: 0, left: 0)])
        try fixture.handheld.compare(with: try fixture.handheld.mark(), at: fixture.now)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports.contains(.broughtBack(count: 3)))
        let status = try fixture.handheld.syncStatus()
        #expect(status.streams.map(\.recorded) == [5, 1])
        #expect(status.pending == 0)
        #expect(try notes(at: fixture.server).count == 6)
    }

    @Test func `a record made while lines are fetched parts the histories and is carried`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 7)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        try fixture.handheld.ask(at: fixture.now)
        var fetched = 0
        while let request = try fixture.handheld.nextRequest(at: fixture.now) {
            fixture.bootMilliseconds += 50
            if request.method == "GET" {
                fetched += 1
                if fetched == 2 { try fixture.record(notes: 1) }
            }
            try fixture.handheld.receive(
                .answered(fixture.server.respond(to: request)), at: fixture.now)
        }
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports == [.rotated(.fork, carried: 1, left: 0)])
        #expect(try notes(at: fixture.server).count == 10)
    }

    @Test func `a closed stream ends where the server has it and the rest is carried`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 4)
        _ = try fixture.exchange()
        fixture.server.closed = [ScriptedServer.first]
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports == [.rotated(.closed, carried: 3, left: 0)])
        #expect(try fixture.handheld.syncStatus().streams.map(\.acknowledged) == [4, 3])
        #expect(try notes(at: fixture.server).count == 7)
    }

    @Test func `a closed stream with another history ends at the last common entry`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        fixture.server.closed = [ScriptedServer.first]
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(try fixture.handheld.syncStatus().streams.map(\.acknowledged) == [2, 2])
    }

    @Test func `a line that the server finds too long stays behind, the others go on`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 4)
        fixture.server.outcomes = [.lineTooLong(at: 2)]
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports == [.rotated(.lineTooLong, carried: 2, left: 1)])
        let status = try fixture.handheld.syncStatus()
        #expect(status.streams.map(\.acknowledged) == [1, 2])
        #expect(
            status.lost == [LostRange(stream: ScriptedServer.first, sequences: 2...2)])
        #expect(
            fixture.server.requests.last?.hello.status?["unrec"] == [
                [
                    .text(ScriptedServer.first), 2, 2,
                ]
            ])
    }

    @Test func `carried twice, each fact still counts once`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let old = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        // The copy forks and carries, is copied again, and that copy forks once more.
        try fixture.restore(old)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let second = try fixture.copy(of: old)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        try fixture.restore(second)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(try notes(at: fixture.server).count == 9)
        #expect(try fixture.handheld.syncStatus().streams.map(\.recorded) == [2, 2, 3])
    }

    @Test func `a restored server gets the entries of a frozen stream again, too`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 4)
        _ = try fixture.exchange()
        try fixture.handheld.rotate(for: .ordered, at: fixture.now)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        #expect(try notes(at: fixture.server).count == 6)
        fixture.server.lines.removeLast(3)
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(fixture.handheld.reports.last == .rewound(from: 4, to: 1))
        #expect(try notes(at: fixture.server).count == 6)
        // The frozen stream is sent before the open one.
        fixture.server.streams = [:]
        fixture.server.epoch = "e2"
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(try notes(at: fixture.server).count == 6)
    }

    @Test func `heads that cannot be true end no stream`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 1)
        fixture.server.falseHeads = [
            HeadsResponse(stream: ScriptedServer.first, heads: []),
            HeadsResponse(
                stream: "019a0000-0000-7000-8000-000000000002",
                heads: [HeadsResponse.Head(sequence: 1, head: SHA256.hash([]))]),
        ]
        _ = try fixture.exchange()
        #expect(fixture.server.falseHeads.isEmpty)
        #expect(fixture.handheld.isSynchronised)
        #expect(try fixture.handheld.syncStatus().streams.map(\.recorded) == [3, 1])
    }

    @Test func `lines that do not continue the journal are thrown away`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 5)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        _ = try fixture.exchange { server, request in
            guard request.method == "GET" else { return .answered(server.respond(to: request)) }
            let header = request.fields.first { $0.name == RequestSignature.fieldName }?.value
            guard let signature = RequestSignature(headerValue: header ?? "") else { return .cut }
            let answer = LinesAnswer(
                stream: ScriptedServer.first, from: 3, have: 7, head: SHA256.hash([]),
                lines: [Array("{}".utf8)[...]])
            return .answered(
                server.signed(
                    signature, 200, answer.encoded(), OutgoingRequest.frameMediaType))
        }
        #expect(fixture.handheld.reports == [.noEcho])
        #expect(try fixture.handheld.syncStatus().streams.map(\.recorded) == [2])
        // Asked again, an honest server is believed.
        fixture.bootMilliseconds += 10_000
        _ = try fixture.exchange()
        #expect(fixture.handheld.isSynchronised)
        #expect(try fixture.handheld.syncStatus().streams.map(\.recorded) == [7, 0])
    }

    @Test(arguments: 0..<30)
    func `an exchange that is cut anywhere is done in the end`(cut: Int) throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        let copy = try fixture.copy()
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 4)
        _ = try fixture.exchange()
        try fixture.restore(copy)
        fixture.bootMilliseconds += 10
        try fixture.record(notes: 3)
        var count = 0
        for _ in 0..<20 where !fixture.handheld.isSynchronised || count == 0 {
            _ = try fixture.exchange { server, request in
                count += 1
                // Half of the cuts lose the request, the others its answer.
                if count - 1 == cut / 2 {
                    if cut % 2 == 0 { _ = server.respond(to: request) }
                    return .cut
                }
                return .answered(server.respond(to: request))
            }
            // As after a kill: what is not on the disk is gone.
            try fixture.restore(copy, memory: fixture.handheld.memory)
            fixture.bootMilliseconds += 400_000
            try fixture.handheld.ask(at: fixture.now)
            _ = try fixture.exchange()
        }
        #expect(fixture.handheld.isSynchronised)
        #expect(try notes(at: fixture.server).count == 9)
        #expect(try fixture.handheld.syncStatus().pending == 0)
    }
}
