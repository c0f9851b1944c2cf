import Domain
import ReferenceData
import Testing

@Suite struct SettingTableTests {
    private let table = ReferenceData.tables.settings

    private func problem(_ key: String, _ value: ConfigValue) throws -> SettingDefinition.Problem? {
        try #require(table[key]).problem(with: value)
    }

    @Test func `a number is taken at the ends of its range and not past them`() throws {
        #expect(try problem("parcel.weight_max_g", .integer(1000)) == nil)
        #expect(try problem("parcel.weight_max_g", .integer(50_000)) == nil)
        let range = 1000...50_000
        #expect(try problem("parcel.weight_max_g", .integer(999)) == .outOfRange(range))
        #expect(try problem("parcel.weight_max_g", .integer(50_001)) == .outOfRange(range))
        #expect(try problem("parcel.weight_max_g", .text("1000")) == .wrongType)
    }

    @Test func `a choice is one of its options`() throws {
        #expect(try problem("freight.weight_rounding", .text("HALF_UP")) == nil)
        #expect(try problem("freight.weight_rounding", .text("DOWN")) != nil)
        #expect(try problem("payment.methods_enabled", .list([.text("CASH")])) == nil)
        #expect(try problem("payment.methods_enabled", .list([.text("GOLD")])) != nil)
    }

    @Test func `tiers rise`() throws {
        func tiers(_ pairs: [(Int, Int)]) -> ConfigValue {
            .list(pairs.map { .list([.integer($0.0), .integer($0.1)]) })
        }
        #expect(try problem("insurance.fee_tiers", tiers([(100, 1), (200, 2)])) == nil)
        #expect(
            try problem("insurance.fee_tiers", tiers([(200, 1), (100, 2)])) == .tiersNotRising)
        let most = (1...SettingDefinition.tierCountMax).map { ($0, $0) }
        #expect(try problem("insurance.fee_tiers", tiers(most)) == nil)
        #expect(try problem("insurance.fee_tiers", tiers(most + [(99, 99)])) == .wrongType)
    }

    @Test func `letters and digits have their count`() throws {
        #expect(try problem("waybill.company_prefix", .text("WB")) == nil)
        for bad in ["wb", "W", "WBX", "W1"] {
            #expect(try problem("waybill.company_prefix", .text(bad)) == .wrongForm)
        }
        #expect(try problem("waybill.station_group", .text("07")) == nil)
        #expect(try problem("waybill.station_group", .text("7")) == .wrongForm)
    }

    @Test func `a typed value is read by its type`() throws {
        let weight = try #require(table["parcel.weight_max_g"])
        #expect(weight.parse("30000") == .success(.integer(30_000)))
        #expect(weight.parse("3kg") == .failure(.wrongType))
        let split = try #require(table["payment.split_allowed"])
        #expect(split.parse("false") == .success(.flag(false)))
        #expect(split.parse("no") == .failure(.wrongType))
    }

    @Test func `a station's good value holds, and a bad one gives way to the default`() {
        let config = StationConfig(
            id: "WH01",
            values: [
                "parcel.weight_max_g": .integer(30_000), "parcel.side_max_mm": .integer(9999),
                "payment.methods_enabled": .list([.text("WECHAT")]),
            ])
        let settings = RuleSettings(table, config: config)
        #expect(settings.parcelLimits.weightMaxGrams == 30_000)
        #expect(settings.parcelLimits.sideMaxMillimetres == 1500)
        #expect(settings.methodsEnabled == [.wechat, .cash])
    }
}
