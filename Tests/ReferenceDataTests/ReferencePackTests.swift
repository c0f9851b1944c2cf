import Domain
import ReferenceData
import Testing

@Suite struct ReferencePackTests {
    @Test(arguments: ReferencePack.all.map(\.name))
    func `a pack has LF line ends, the last included, and no mark`(name: String) throws {
        let pack = try #require(ReferencePack.all.first { $0.name == name })
        let bytes = Array(pack.csv.utf8)
        #expect(bytes.last == 0x0A)
        #expect(!bytes.contains(0x0D))
        #expect(bytes.first != 0xEF)
        #expect(!pack.csv.contains("\n\n"))
        #expect((20_200_101...20_991_231).contains(pack.version))
    }

    @Test func `pack names are unique`() {
        #expect(Set(ReferencePack.all.map(\.name)).count == ReferencePack.all.count)
    }

    /// The key columns of each pack.
    @Test(arguments: [
        ("acceptance_steps", ["id"]), ("code_words", ["list", "code"]), ("everyday_items", ["zh"]),
        ("exception_reasons", ["code"]), ("false_alarm_guards", ["text"]),
        ("foreign_events", ["code"]), ("foreign_states", ["list", "code"]),
        ("freight_zones", ["code"]), ("goods_limits", ["code"]),
        ("goods_units", ["word", "measure"]), ("harmless_head_nouns", ["zh"]),
        ("identity_documents", ["code"]), ("inspection_decisions", ["code"]),
        ("item_categories", ["code"]), ("loss_patterns", ["code"]), ("measure_words", ["word"]),
        ("official_items", ["category", "zh"]), ("payment_methods", ["code"]),
        ("proof_types", ["code"]), ("settings", ["key"]), ("standard_tariff", ["zone"]),
        ("surcharges", ["code"]), ("tracking_events", ["code"]),
        ("traditional_forms", ["traditional"]),
    ])
    func `the keys of a pack are unique`(name: String, key: [String]) throws {
        let rows = try rows(of: name)
        let keys = rows.map { row in key.map { row[$0] } }
        #expect(!rows.isEmpty)
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: [
        ("everyday_items", 118), ("official_items", 220), ("false_alarm_guards", 33),
        ("item_categories", 39), ("exception_reasons", 46), ("tracking_events", 30),
        ("foreign_events", 30), ("loss_patterns", 7),
        ("proof_types", 9), ("identity_documents", 9), ("acceptance_steps", 13),
        ("inspection_decisions", 8),
    ])
    func `a pack is complete`(name: String, count: Int) throws {
        #expect(try rows(of: name).count == count)
    }

    private func rows(of name: String) throws -> [CSVRow] {
        let pack = try #require(ReferencePack.all.first { $0.name == name })
        let header = pack.csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
        return try CSVTable.read(Array(pack.csv.utf8), header: header).get().rows
    }
}
