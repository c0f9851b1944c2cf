import Domain
import SyncProtocol
import Testing

@testable import WireMapping

/// The schemas say the same as the code: neither is made from the other.
struct SchemaTests {
    private static let rounds = 40

    @Test func `every keyword of the schemas is known and every reference leads somewhere`()
        throws
    {
        try SchemaBook().check()
    }

    @Test func `every kind of fact has its schema and every schema its kind`() throws {
        let kinds = Set(FactKind.allCases.map { "facts/\($0.rawValue).1.json" })
        let files = Set(try SchemaBook().paths.filter { $0.hasPrefix("facts/") })
        // The envelope of another fact is no kind of the domain.
        #expect(files.subtracting(kinds) == ["facts/carry.1.json"])
        #expect(kinds.subtracting(files).isEmpty)
    }

    @Test(arguments: FactKind.allCases)
    func `what the code writes for a kind holds by its schema`(kind: FactKind) throws {
        let book = try SchemaBook()
        var random = RandomValues(seed: 71)
        for _ in 0..<SchemaTests.rounds {
            let payload = try FactWriter.payload(of: random.payload(kind))
            let problem = try book.problem(of: .object(payload), in: path(kind))
            #expect(problem == nil)
        }
    }

    @Test(arguments: FactKind.allCases)
    func `a payload without a required field holds by neither`(kind: FactKind) throws {
        let book = try SchemaBook()
        var random = RandomValues(seed: 72)
        let payload = try FactWriter.payload(of: random.payload(kind))
        for key in PayloadTables.required[kind] ?? [] {
            let less = CanonicalObject(payload.members.filter { $0.key != key })
            #expect(try book.problem(of: .object(less), in: path(kind)) != nil, "\(key)")
        }
    }

    @Test(arguments: FactKind.allCases)
    func `a closed word that nobody knows holds by neither`(kind: FactKind) throws {
        let book = try SchemaBook()
        var random = RandomValues(seed: 73)
        random.fillPercent = 100
        let payload = try FactWriter.payload(of: random.payload(kind))
        for key in PayloadTables.closed[kind] ?? [] {
            let other = payload.members.map { $0.key == key ? ($0.key, "NO_SUCH_WORD") : $0 }
            let value = CanonicalValue.object(CanonicalObject(other))
            #expect(try book.problem(of: value, in: path(kind)) != nil, "\(key)")
        }
    }

    @Test(arguments: FactKind.allCases)
    func `a text past its limit holds by neither`(kind: FactKind) throws {
        let book = try SchemaBook()
        var random = RandomValues(seed: 74)
        let payload = try FactWriter.payload(of: random.payload(kind))
        for (key, max) in PayloadTables.textMax[kind] ?? [:] {
            let rest = payload.members.filter { $0.key != key }
            for (count, holds) in [(max, true), (max + 1, false)] {
                let text = String(repeating: "长", count: count)
                let value = CanonicalValue.object(CanonicalObject(rest + [(key, .text(text))]))
                #expect(try (book.problem(of: value, in: path(kind)) == nil) == holds, "\(key)")
            }
        }
    }

    private func path(_ kind: FactKind) -> String { "facts/\(kind.rawValue).1.json" }
}
