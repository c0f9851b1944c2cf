import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// The quotes of a ledger with the rules of their time.
@Suite struct QuoteRecordsTests {
    private static func terms(firstFen: Int) throws -> TariffTerms {
        TariffTerms(
            from: 0, currency: "CNY", firstGrams: 1000, stepGrams: 1000, divisor: 6000,
            rounding: try #require(Code("CEIL_TO_STEP")),
            zones: [
                TariffZone(
                    zone: try #require(Code("STANDARD")), firstFeeFen: firstFen, stepFeeFen: 800,
                    permille: 1000)
            ])
    }

    @Test func `a quote comes with its pickup and the versions that it cites`() throws {
        let station = try TestStation()
        let tariff = EntityReference(.tariff, "T1")
        let config = EntityReference(.config, TestStation.code)
        for fen in [1300, 1300, 1400] {
            let values: [String: ConfigValue] = ["cod.fee_min_fen": .integer(fen)]
            try station.store.record(
                [
                    StationFact(
                        .tariffSet(
                            TariffSetFact(tariff: "T1", terms: Self.terms(firstFen: fen)))),
                    StationFact(
                        .configSet(ConfigSetFact(station: TestStation.code, values: values))),
                ], by: "manager", at: .minute(5))
        }
        var stream = TestStream()
        let configVersion = try #require(
            station.store.row(config)?.version)
        for (tariffVersion, parcel) in [(1, "EX0000000000012"), (2, "EX0000000000029"), (9, nil)] {
            let quote = try stream.record(
                .quote(Sample.quote(1_500)),
                base: [tariff: tariffVersion, config: configVersion])
            guard let parcel else { continue }
            var pickup = Sample.pickup(parcel)
            pickup.quote = quote.hex
            try stream.record(.pickup(pickup))
        }
        try stream.record(.quote(Sample.quote(1_600)))
        try station.push(stream)

        var found: [QuoteRecord] = []
        try StationReader(path: station.path).eachQuote { found.append($0) }
        #expect(
            found.map(\.pickup?.parcel) == ["EX0000000000012", "EX0000000000029", nil, nil])
        #expect(found.map { Self.firstFen($0.tariff) } == [1300, 1400, nil, nil])
        guard case .known(let settings) = found[0].config, case .unknown = found[2].tariff,
            case .none = found[3].config
        else {
            Issue.record("\(found.map(\.config))")
            return
        }
        #expect(settings.integer("cod.fee_min_fen") == 1400)
    }

    private static func firstFen(_ cited: CitedRules<TariffTerms>) -> Int? {
        if case .known(let terms) = cited { terms.zones.first?.firstFeeFen } else { nil }
    }
}
