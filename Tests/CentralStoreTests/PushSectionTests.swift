import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// PJS 9.2, step by step, over a real file.
@Suite struct PushSectionTests {
    private static func notes(_ count: Int, stream: Int = 1) throws -> TestStream {
        var result = TestStream(stream)
        for number in 0..<count { try result.note("n\(number + 1)") }
        return result
    }

    private static func stored(_ outcome: PushResult.Outcome) throws -> PushResult.Stored {
        guard case .ok(let stored) = outcome else {
            throw Unexpected(outcome: outcome)
        }
        return stored
    }

    struct Unexpected: Error { let outcome: PushResult.Outcome }

    @Test func `the first push makes the stream and stores every line byte for byte`() throws {
        let station = try TestStation()
        let stream = try Self.notes(3)
        let stored = try Self.stored(station.push(stream))
        #expect(stored.at == 3 && stored.atHead == stream.heads[3])
        #expect(stored.have == 3 && stored.head == stream.heads[3])
        #expect(stored.new == 3 && stored.duplicate == 0 && stored.out.isEmpty)
        let lines = try station.look { db in
            try db.rows(
                """
                SELECT l.line,l.head FROM ledger l JOIN stream s ON s.no=l.stream
                WHERE s.id=? ORDER BY l.seq
                """, stream.id, as: { ($0.blob(0), $0.blob(1)) })
        }
        #expect(lines.map(\.0) == stream.lines)
        #expect(lines.map(\.1) == stream.heads.dropFirst().map(\.bytes))
    }

    @Test func `a repeated push changes nothing`() throws {
        let station = try TestStation()
        let stream = try Self.notes(3)
        try station.push(stream)
        let before = try station.fingerprint()
        let stored = try Self.stored(station.push(stream))
        #expect(stored.new == 0 && stored.duplicate == 3 && stored.have == 3)
        #expect(try station.fingerprint() == before)
    }

    @Test func `an overlapping push adds what is new`() throws {
        let station = try TestStation()
        let stream = try Self.notes(5)
        try station.push(stream, 1...3)
        let stored = try Self.stored(station.push(stream, 2...5))
        #expect(stored.new == 2 && stored.duplicate == 2 && stored.have == 5)
        #expect(stored.head == stream.heads[5])
    }

    @Test func `a part of what is stored is acknowledged at its own end`() throws {
        let station = try TestStation()
        let stream = try Self.notes(5)
        try station.push(stream)
        let stored = try Self.stored(station.push(stream, 2...3))
        #expect(stored.at == 3 && stored.atHead == stream.heads[3])
        #expect(stored.have == 5 && stored.head == stream.heads[5])
    }

    @Test func `a push past the end is a gap and stores nothing`() throws {
        let station = try TestStation()
        let stream = try Self.notes(5)
        try station.push(stream, 1...2)
        #expect(
            try station.push(stream, 4...5) == .gap(have: 2, head: stream.heads[2]))
        #expect(try station.push(stream, 3...5) != .gap(have: 2, head: stream.heads[2]))
    }

    @Test func `a gap below what was acknowledged is an incident`() throws {
        let station = try TestStation()
        let stream = try Self.notes(5)
        try station.push(stream, 1...2)
        try station.push(stream, 5...5) { $0.acknowledged = 2 }
        #expect(try station.incidents() == [])
        try station.push(stream, 5...5) { $0.acknowledged = 4 }
        #expect(try station.incidents() == ["rewind 2"])
    }

    @Test func `a stream that the ledger has lost is an incident`() throws {
        let station = try TestStation()
        let stream = try Self.notes(3)
        try station.push(stream, 3...3)
        #expect(try station.incidents() == ["rewind 0"])
        let other = try Self.notes(1, stream: 2)
        try station.push(other) { $0.acknowledged = 1 }
        #expect(try station.incidents() == ["rewind 0", "rewind 0", "rotate 0"])
    }

    @Test func `another history is a fork at its first line and an incident`() throws {
        let station = try TestStation()
        let stream = try Self.notes(4)
        try station.push(stream)
        var other = try Self.notes(2)
        try other.note("something else")
        try other.note("n4")
        #expect(
            try station.push(other) == .fork(at: 3, have: 4, head: stream.heads[4]))
        #expect(
            try station.push(other, 4...4) == .fork(at: nil, have: 4, head: stream.heads[4]))
        #expect(try station.incidents() == ["fork 3", "fork 4"])
        #expect(try station.count("SELECT COUNT(*) FROM ledger WHERE stream=2") == 4)
    }

    @Test func `lines that do not hash to the head are a chain mismatch before all else`() throws {
        let station = try TestStation()
        let stream = try Self.notes(2)
        var push = stream.push()
        push.lines[1] = Array("{}".utf8)[...]
        #expect(try station.push(push, of: stream) == .chainMismatch)
        push = stream.push()
        push.head = stream.heads[1]
        push.code = .zero
        #expect(try station.push(push, of: stream) == .chainMismatch)
        #expect(try station.count("SELECT COUNT(*) FROM stream") == 1)
    }

    @Test func `a head that the key does not vouch for is refused`() throws {
        let station = try TestStation()
        let stream = try Self.notes(2)
        var push = stream.push()
        push.code = stream.key.headCode(
            device: stream.device, stream: stream.id, sequence: 1, head: push.head)
        #expect(try station.push(push, of: stream) == .badCode)
        let result = try station.store.push(
            stream.push(), visit: station.visit(stream), key: nil, isNoteDue: true)
        #expect(result.outcome == .badCode)
    }

    @Test func `a stream belongs to the handheld that began it`() throws {
        let station = try TestStation()
        try station.enrol(TestStation.otherDevice)
        let stream = try Self.notes(2)
        try station.push(stream)
        var stolen = TestStream(
            id: stream.id, device: TestStation.otherDevice, key: stream.key.bytes)
        try stolen.note("n1")
        #expect(try station.push(stolen) == .notYours)
    }

    @Test func `a closed stream says where it ended`() throws {
        let station = try TestStation()
        let stream = try Self.notes(3)
        try station.push(stream, 1...2)
        try station.closeStreams()
        #expect(try station.push(stream) == .streamClosed(have: 2, head: stream.heads[2]))
    }

    @Test func `the sixty-fifth stream of a handheld is refused`() throws {
        let station = try TestStation()
        for number in 1...Limits.streamsMax {
            let outcome = try station.push(try Self.notes(1, stream: number))
            guard case .ok = outcome else { throw Unexpected(outcome: outcome) }
        }
        let past = try Self.notes(1, stream: Limits.streamsMax + 1)
        #expect(try station.push(past) == .streamLimit)
        let known = try Self.notes(1, stream: Limits.streamsMax)
        guard case .ok = try station.push(known) else {
            Issue.record("a known stream goes on")
            return
        }
    }

    @Test func `a line at the limit is stored and one past it names its place`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("n1")
        stream.append([UInt8](repeating: 0x41, count: Limits.storedLineBytesMax))
        let stored = try Self.stored(station.push(stream))
        #expect(stored.out.map(\.why) == ["unparseable"])
        stream.append([UInt8](repeating: 0x41, count: Limits.storedLineBytesMax + 1))
        #expect(try station.push(stream) == .lineTooLong(at: 3))
        var broken = stream.push()
        broken.head = .zero
        #expect(try station.push(broken, of: stream) == .lineTooLong(at: 3))
    }

    @Test func `an empty section asks whether the heads agree`() throws {
        let station = try TestStation()
        let stream = try Self.notes(2)
        try station.push(stream)
        var question = stream.push(2...2)
        question.from = 3
        question.previous = stream.heads[2]
        question.lines = []
        let stored = try Self.stored(station.push(question, of: stream))
        #expect(stored.at == 2 && stored.new == 0 && stored.duplicate == 0)
    }

    @Test func `the lines answer goes on from a place and ends at the limit`() throws {
        let station = try TestStation()
        var stream = try Self.notes(2)
        for _ in 0..<17 { stream.append([UInt8](repeating: 0x41, count: 65_536)) }
        try station.push(stream)
        let whole = try #require(
            try station.store.lines(stream: stream.id, device: stream.device, from: 1))
        #expect(whole.have == 19)
        #expect(whole.lines.count == 17, "2 short lines and 15 long ones fit into 1 MiB")
        #expect(whole.head == stream.heads[17])
        let rest = try #require(
            try station.store.lines(stream: stream.id, device: stream.device, from: 18))
        #expect(rest.lines.count == 2 && rest.head == stream.heads[19])
        let end = try #require(
            try station.store.lines(stream: stream.id, device: stream.device, from: 20))
        #expect(end.lines.isEmpty && end.head == stream.heads[19])
        #expect(try station.store.lines(stream: stream.id, device: stream.device, from: 21) == nil)
        #expect(
            try station.store.lines(
                stream: stream.id, device: TestStation.otherDevice, from: 1) == nil)
    }
}

extension TestStation {
    /// Everything that a push could change: the ledger, the facts, the rows and their sums.
    ///
    /// That facts were held for a while stays told in the rows `disp`, which can be left out.
    func fingerprint(isTold: Bool = true) throws -> [String] {
        try look { db in
            try db.rows(
                """
                SELECT s.id||l.seq||hex(l.line)||hex(l.head)||f.disp||COALESCE(f.why,'')
                FROM ledger l JOIN stream s ON s.no=l.stream LEFT JOIN fact f ON f.lsn=l.lsn
                ORDER BY s.id,l.seq
                """, as: { $0.text(0) })
                + db.rows(
                    "SELECT t||':'||i||' '||v||hex(f) FROM row WHERE ? OR t<>'disp' ORDER BY t,i",
                    isTold ? 1 : 0, as: { $0.text(0) })
                + db.rows(
                    """
                    SELECT name||hex(sum)||n FROM bucket WHERE ? OR name NOT LIKE 'device:%'
                    ORDER BY name
                    """, isTold ? 1 : 0, as: { $0.text(0) })
                + db.rows(
                    "SELECT account||cur||SUM(amount) FROM posting GROUP BY account,cur ORDER BY 1",
                    as: { $0.text(0) })
        }
    }

    /// Closes the streams of the handheld, as an operator does.
    func closeStreams() throws {
        try store.writer.write { db in
            _ = try db.execute("UPDATE stream SET state='closed' WHERE dev=?", TestStation.device)
        }
    }

    func incidents() throws -> [String] {
        try look { db in
            try db.rows(
                "SELECT what||' '||k FROM incident ORDER BY what,k,stream",
                as: { $0.text(0) })
        }
    }
}
