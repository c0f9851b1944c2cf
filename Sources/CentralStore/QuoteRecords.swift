package import Domain
import SQLite
import SyncProtocol

/// A quote of the ledger, with what it was made from.
package struct QuoteRecord: Sendable {
    package let reference: String
    package let person: String
    package let quote: QuoteFact
    /// The pickup that names it.
    package let pickup: PickupFact?
    /// The tariff that it cites.
    package let tariff: CitedRules<TariffTerms>
    /// The settings that it cites.
    package let config: CitedRules<StationConfig>
}

/// Rules of the version that a fact cites.
package enum CitedRules<Rules: Sendable>: Sendable {
    /// It cites none.
    case none
    case known(Rules)
    /// The ledger has no such version.
    case unknown
}

extension StationReader {
    /// Hands out every quote of the ledger in effect, in ledger order.
    package func eachQuote(_ body: (QuoteRecord) throws -> Void) throws {
        try connection.snapshot { db in
            var book = try QuoteBook(stationStreams: db.existingStation().streams)
            var last = 0
            while true {
                let lines = try db.quoteLines(after: last)
                guard let end = lines.last else { break }
                for line in lines { try book.take(line, body) }
                last = end.lsn
            }
            try book.finish(body)
        }
    }
}

/// Goes through the ledger once and keeps the versions of what quotes cite.
private struct QuoteBook {
    private let stationStreams: Set<String>
    /// Every version of a row, the first at index 0.
    private var tariffs: [String: [TariffTerms]] = [:]
    private var configs: [String: [StationConfig]] = [:]
    /// Quotes whose pickup has not come, by their ids.
    private var open: [String: Fact] = [:]
    private var order: [String] = []

    init(stationStreams: Set<String>) { self.stationStreams = stationStreams }

    mutating func take(_ line: StoredLine, _ body: (QuoteRecord) throws -> Void) throws {
        guard let fact = line.fact(stationStreams: stationStreams) else { return }
        switch fact.payload {
        case .tariffSet(let setting):
            let versions = tariffs[setting.tariff] ?? []
            if versions.last != setting.terms {
                tariffs[setting.tariff] = versions + [setting.terms]
            }
        case .configSet(let setting):
            let versions = configs[setting.station] ?? []
            var config = versions.last ?? StationConfig(id: setting.station)
            config.values.merge(setting.values) { _, new in new }
            if versions.last != config { configs[setting.station] = versions + [config] }
        case .quote:
            open[fact.id] = fact
            order.append(fact.id)
        case .pickup(let pickup):
            guard let id = pickup.quote, let quote = open.removeValue(forKey: id) else { return }
            try body(record(quote, pickup))
        default: return
        }
    }

    /// Hands out the quotes that no pickup names.
    mutating func finish(_ body: (QuoteRecord) throws -> Void) throws {
        for id in order {
            if let quote = open[id] { try body(record(quote, nil)) }
        }
    }

    private func record(_ fact: Fact, _ pickup: PickupFact?) throws -> QuoteRecord {
        guard case .quote(let quote) = fact.payload else {
            preconditionFailure("only quotes are kept open")
        }
        return QuoteRecord(
            reference: fact.reference, person: fact.person, quote: quote, pickup: pickup,
            tariff: cited(.tariff, fact, tariffs), config: cited(.config, fact, configs))
    }

    private func cited<Rules>(
        _ type: EntityType, _ fact: Fact, _ versions: [String: [Rules]]
    ) -> CitedRules<Rules> {
        guard let (reference, version) = fact.base.first(where: { $0.key.type == type }) else {
            return .none
        }
        let known = versions[reference.id] ?? []
        return known.indices.contains(version - 1) ? .known(known[version - 1]) : .unknown
    }
}

extension Connection {
    /// The next lines in effect of the kinds that a quote is made from.
    fileprivate func quoteLines(after lsn: Int) throws -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms FROM fact f
            JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
            WHERE f.lsn>? AND f.disp='applied'
                AND f.kind IN ('quote','pickup','tariff.set','config.set')
            ORDER BY f.lsn LIMIT 500
            """, lsn, as: StoredLine.init)
    }
}
