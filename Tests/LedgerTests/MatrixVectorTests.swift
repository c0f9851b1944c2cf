import Domain
import Foundation
import SyncProtocol
import Testing

@testable import Ledger

/// The list `cells` of the conformance vectors: facts of one parcel, in any order, and what they
/// come to.
@Suite struct MatrixVectorTests {
    /// What stands in the file.
    struct File: Decodable, Sendable {
        var matrixStreams: [Stream]
        var cells: [Cell]
    }

    /// A stream that the facts lie in.
    struct Stream: Decodable, Sendable {
        var name: String
        var device: String
        var stream: String
        var station: Bool
    }

    /// One case.
    struct Cell: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var have: String
        var arrives: String
        var scope: String
        var facts: [Line]
        var expect: Expectation

        var testDescription: String { "\(have)-\(arrives): \(name)" }
    }

    /// One fact.
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

    /// What the facts come to; facts by their place in the list.
    struct Expectation: Decodable, Equatable, Sendable {
        var cases: [Case]
        var uncounted: [Int]
        var solved: [Int]
        var dues: [String: Int]
    }

    /// A case.
    struct Case: Decodable, Equatable, Sendable {
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
    func `the facts of a cell come to the same in every order`(cell: Cell) throws {
        let deeds = try Self.deeds(of: cell)
        for order in Self.orders(deeds) {
            let numbered = order.enumerated().map { Self.renumber($0.element, $0.offset + 1) }
            let found = FactSet(cell.scope, numbered).findings()
            #expect(Self.described(found, deeds) == cell.expect)
        }
    }

    @Test func `every cell of the matrix that can be a conflict is there`() {
        let cells = Set(Self.file.cells.map { "\($0.have)-\($0.arrives)" })
        let kinds = ["PU", "CK", "PY", "DL", "AT", "PB", "RT", "HO"]
        let refused: Set = ["DL-AS", "DL-CN", "DL-AD", "DL-IC"]
        for have in ["PU", "CK", "PY", "DL"] {
            for arrives in kinds + ["AS", "CN", "AD", "PR", "IC"]
            where !refused.contains("\(have)-\(arrives)") && have != "CK" {
                #expect(cells.contains("\(have)-\(arrives)"))
            }
        }
        for have in kinds + ["AS", "CN", "AD", "PR", "IC"] {
            #expect(cells.contains("\(have)-PB"))
        }
    }

    // MARK: Reading

    static func deeds(of cell: Cell) throws -> [Deed] {
        var ends: [String: (sequence: Int, head: Digest)] = [:]
        return try cell.facts.enumerated().map { index, line in
            let stream = try #require(file.matrixStreams.first { $0.name == line.stream })
            let genesis = Chain.genesis(device: stream.device, stream: stream.stream)
            let end = ends[stream.name] ?? (0, genesis)
            let head = Chain.link(end.head, Array(line.line.utf8))
            ends[stream.name] = (end.sequence + 1, head)
            let entry = try Entry(decoding: Array(line.line.utf8)[...])
            let reading = ServerReading(
                entry, fact: head, effectiveMilliseconds: line.eff, isStation: stream.station)
            guard case .fact(let fact) = reading else {
                Issue.record("\(cell.name): line \(index) is no fact")
                throw CancellationError()
            }
            #expect(entry.sequence == end.sequence + 1)
            var deed = Deed(
                fact, stream: stream.stream, sequence: entry.sequence, number: index + 1,
                uncertainty: line.uncertainty,
                quality: try #require(EffectiveTime.Quality(rawValue: line.quality)))
            deed.isOfStation = stream.station
            deed.position = entry.position.map {
                Fix(
                    latitude: $0.latitude, longitude: $0.longitude,
                    accuracyMetres: $0.accuracyMetres)
            }
            if let caps = line.caps { deed.standing = .active(caps.compactMap(Capability.init)) }
            return deed
        }
    }

    static func renumber(_ deed: Deed, _ number: Int) -> Deed {
        var copy = Deed(
            deed.fact, stream: deed.stream, sequence: deed.sequence, number: number,
            uncertainty: deed.uncertainty, quality: deed.quality)
        copy.standing = deed.standing
        copy.position = deed.position
        copy.isOfStation = deed.isOfStation
        copy.skew = deed.skew
        copy.lateFor = deed.lateFor
        return copy
    }

    /// As it came, the other way round, and some between.
    private static func orders(_ deeds: [Deed]) -> [[Deed]] {
        var orders = [deeds, deeds.reversed()]
        for first in deeds.indices.dropFirst() {
            orders.append(Array(deeds[first...] + deeds[..<first]))
        }
        return orders
    }

    private static func described(_ found: Findings, _ deeds: [Deed]) -> Expectation {
        let places = Dictionary(uniqueKeysWithValues: deeds.enumerated().map { ($1.id, $0) })
        return Expectation(
            cases: found.cases.map { finding in
                Case(
                    rule: finding.key.rule.text, kind: finding.key.kind.rawValue,
                    scope: finding.key.scope, sev: finding.severity.rawValue,
                    facts: finding.deeds.compactMap { places[$0.id] }, amount: finding.amountFen)
            },
            uncounted: found.uncounted.compactMap { places[$0] }.sorted(),
            solved: found.solved.compactMap { places[$0] }.sorted(), dues: found.dues)
    }
}
