import Domain
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore
@testable import Ledger

/// The cells of the conflict matrix through a real store: whatever the order of arrival, the same
/// cases come of the same facts (I-19), and a ledger that is read again has them too (I-22).
@Suite struct ConflictMatrixTests {
    struct File: Decodable, Sendable {
        var matrixStreams: [Stream]
        var cells: [Cell]
    }

    struct Stream: Decodable, Sendable {
        var name: String
        var device: String
        var stream: String
        var station: Bool
    }

    struct Cell: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var have: String
        var arrives: String
        var facts: [Line]
        var expect: Expectation

        var testDescription: String { "\(have)-\(arrives): \(name)" }
    }

    struct Line: Decodable, Sendable {
        var stream: String
        var line: String
        var eff: Int
        var uncertainty: Int
        var quality: String
        var caps: [String]?

        enum CodingKeys: String, CodingKey {
            case line, eff, caps
            case stream = "in"
            case uncertainty = "u"
            case quality = "q"
        }
    }

    struct Expectation: Decodable, Sendable {
        var cases: [Case]
    }

    struct Case: Decodable, Hashable, Sendable {
        var rule: String
        var kind: String
        var scope: String
        var sev: String
        var facts: [Int]
        var amount: Int?
    }

    static let file: File = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../SyncProtocol/Vectors/matrix.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let data = try? Data(contentsOf: url),
            let file = try? decoder.decode(File.self, from: data)
        else { preconditionFailure("matrix.json is not there or not readable") }
        return file
    }()

    @Test(arguments: file.cells)
    func `a cell comes to its cases in every order of arrival`(cell: Cell) throws {
        let lines = try Self.prepared(cell)
        for order in Self.orders(lines) {
            let station = try TestStation()
            try Self.prepare(station, cell)
            for index in order { try Self.take(lines[index], station) }
            let found = try Self.cases(station, lines)
            #expect(Set(found) == Set(cell.expect.cases), "\(order)")
            let numbers = try station.look { db in
                try db.rows("SELECT no FROM dispute ORDER BY no", as: { $0.integer(0) })
            }
            #expect(numbers == Array(1..<(numbers.count + 1)))
            try station.audit()
        }
    }

    // MARK: Arrival

    /// A line with its place in its stream and the fact it says.
    struct Prepared {
        let line: Line
        let stream: Stream
        let sequence: Int
        let head: Digest
        let reading: LineReading
    }

    static func prepared(_ cell: Cell) throws -> [Prepared] {
        var ends: [String: (sequence: Int, head: Digest)] = [:]
        return try cell.facts.map { line in
            let stream = try #require(file.matrixStreams.first { $0.name == line.stream })
            let end =
                ends[stream.name]
                ?? (0, Chain.genesis(device: stream.device, stream: stream.stream))
            let bytes = Array(line.line.utf8)
            let head = Chain.link(end.head, bytes)
            ends[stream.name] = (end.sequence + 1, head)
            return Prepared(
                line: line, stream: stream, sequence: end.sequence + 1, head: head,
                reading: LineReading(
                    bytes[...], stream: stream.stream, sequence: end.sequence + 1, head: head))
        }
    }

    /// The orders in which lines can come: each stream in its own order.
    static func orders(_ lines: [Prepared]) -> [[Int]] {
        var orders: [[Int]] = []
        func go(_ taken: [Int]) {
            guard orders.count < 24 else { return }
            guard taken.count < lines.count else { return orders.append(taken) }
            for index in lines.indices.reversed() where !taken.contains(index) {
                let isNext = lines.indices.allSatisfy { other in
                    lines[other].stream.name != lines[index].stream.name
                        || lines[other].sequence >= lines[index].sequence || taken.contains(other)
                }
                if isNext { go(taken + [index]) }
            }
        }
        go([])
        return orders
    }

    /// The handhelds, and a task that makes the parcel known.
    private static func prepare(_ station: TestStation, _ cell: Cell) throws {
        for stream in file.matrixStreams where !stream.station {
            if stream.device != TestStation.device { try station.enrol(stream.device) }
        }
        try station.store.record(
            [StationFact(.taskOpen(Sample.task("T-KNOWN", parcel: "WB310000000012")))],
            by: "manager", at: .minute(1))
        for line in cell.facts {
            guard let caps = line.caps, let entry = try? Entry(decoding: Array(line.line.utf8)[...])
            else { continue }
            try station.store.record(
                [
                    StationFact(
                        .personSet(
                            PersonSetFact(
                                person: entry.person, name: "王",
                                capabilities: caps.compactMap(Capability.init), state: .active)))
                ], by: "manager", at: .minute(1))
        }
    }

    /// Takes one line in, as if it had come alone.
    private static func take(_ prepared: Prepared, _ station: TestStation) throws {
        let quality = try #require(EffectiveTime.Quality(rawValue: prepared.line.quality))
        let time = EffectiveTime(
            milliseconds: prepared.line.eff, uncertainty: prepared.line.uncertainty,
            quality: quality)
        try station.store.writer.write { db in
            var number = try db.stream(prepared.stream.stream)?.number
            if number == nil {
                number = try db.insertStream(
                    prepared.stream.stream, device: prepared.stream.device, recorded: 0)
            }
            var writer = try LedgerWriter(at: prepared.line.eff, db)
            let position = LedgerWriter.StreamPosition(
                number: try #require(number), id: prepared.stream.stream,
                sequence: prepared.sequence, head: prepared.head)
            let (lsn, isNew) = try writer.append(
                Array(prepared.line.line.utf8), to: position, reading: prepared.reading, time: time,
                firstAttempt: nil, db)
            let line = StoredLine(
                lsn: lsn, stream: prepared.stream.stream, sequence: prepared.sequence,
                line: Array(prepared.line.line.utf8), head: prepared.head,
                effectiveMilliseconds: prepared.line.eff)
            let pending = try #require(writer.pending(line, isNew: isNew))
            try writer.mention(pending.fact, lsn: lsn, db)
            try writer.apply([pending], db)
            try writer.finish(db)
        }
    }

    // MARK: What came of it

    private static func cases(
        _ station: TestStation, _ lines: [Prepared]
    ) throws -> [Case] {
        let places = Dictionary(
            uniqueKeysWithValues: lines.enumerated().map { ($1.reading.fact.hex, $0) })
        return try station.look { db in
            try db.openDisputes().map { number in
                guard
                    case .dispute(let row) = try db.entity(
                        EntityReference(.case, CaseRow.id(number)))
                else { preconditionFailure("a case has its row") }
                return Case(
                    rule: row.rule, kind: row.kind, scope: row.subject ?? "",
                    sev: row.severity.rawValue, facts: row.facts.compactMap { places[$0.fact] },
                    amount: row.amountFen)
            }
        }
    }
}
