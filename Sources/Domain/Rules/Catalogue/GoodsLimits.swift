/// The limits of a catalogue, and how a declared name is held against them.
struct GoodsLimits: Sendable {
    private let limits: [GoodsLimit]
    private let units: GoodsUnits
    private let standard: [String: Int]
    private let simplified: [Unicode.Scalar: Unicode.Scalar]

    init(_ tables: ProhibitedCatalogue.Tables) {
        limits = tables.limits
        simplified = tables.simplified
        units = GoodsUnits(tables.units, simplified: tables.simplified)
        standard = tables.bounds
    }

    /// The hits, each with what the text states beyond the limit of its goods.
    func apply(
        to hits: [CatalogueHit], in clauses: GoodsClauses, bounds: [String: Int]
    ) -> [CatalogueHit] {
        guard hits.contains(where: { hit in limits.contains { $0.holds(for: hit) } }) else {
            return hits
        }
        let parts = clauses.parts(units: units).map {
            (text: CatalogueText($0.text, simplified: simplified), amounts: $0.amounts)
        }
        let bounds = standard.merging(bounds) { $1 }
        let found = limits.compactMap { limit in
            excess(over: limit, hits: hits, parts: parts, bounds: bounds)
        }
        return hits.map { hit in
            hit.with(found.filter { $0.limit.holds(for: hit) }.max { $0.isMilder(than: $1) })
        }
    }

    private func excess(
        over limit: GoodsLimit, hits: [CatalogueHit],
        parts: [(text: CatalogueText, amounts: StatedAmounts)], bounds: [String: Int]
    ) -> LimitExcess? {
        let keywords = hits.filter(limit.holds).map {
            CatalogueText($0.keyword, simplified: simplified)
        }
        guard !keywords.isEmpty, let max = limit.max.value(bounds) else { return nil }
        let naming = parts.filter { part in keywords.contains { part.text.contains($0) } }
        let amounts = (naming.isEmpty ? parts : naming).compactMap {
            $0.amounts.amount(limit.measure, volts: bounds[Self.nominalVoltage])
        }
        let stated = limit.measure.isSummed ? amounts.reduce(0, Self.sum) : amounts.max() ?? 0
        guard stated > (max.times(1_000) ?? .max) else { return nil }
        let reviewMax = limit.reviewMax?.value(bounds) ?? max
        return LimitExcess(
            limit: limit, stated: stated.dividedUp(by: 1_000), max: max,
            isReviewable: stated <= (reviewMax.times(1_000) ?? .max))
    }

    private static func sum(_ one: Int, _ other: Int) -> Int { one.plus(other) ?? .max }

    /// The setting with the voltage of a battery that states none, in millivolts.
    package static let nominalVoltage = "battery.nominal_millivolts"
}

extension GoodsLimit {
    /// Whether the limit is one for the goods of a hit that counts as what it stands for.
    func holds(for hit: CatalogueHit) -> Bool {
        hit.isConfirmed && hit.item.names.first.map(items.contains) == true
    }
}

extension GoodsLimit.Measure {
    /// Whether all things of a parcel count together.
    var isSummed: Bool {
        switch self {
        case .stick, .piece, .volume, .mass: true
        case .energy, .charge, .voltage, .strength: false
        }
    }
}

extension GoodsLimit.Bound {
    func value(_ bounds: [String: Int]) -> Int? {
        switch self {
        case .fixed(let value): value
        case .setting(let key): bounds[key]
        }
    }
}

extension LimitExcess {
    func isMilder(than other: LimitExcess) -> Bool { isReviewable && !other.isReviewable }
}

extension StatedAmounts {
    /// What the text states of a measure; `volts` in thousandths for a battery that states none.
    func amount(_ measure: GoodsLimit.Measure, volts: Int?) -> Int? {
        switch measure {
        case .stick, .piece: total(measure)
        case .volume, .mass: contents(measure)
        case .charge, .voltage, .strength: greatest(measure)
        case .energy: greatest(.energy) ?? energy(volts: greatest(.voltage) ?? volts)
        }
    }

    /// Watt-hours from milliampere-hours: Wh = V x mAh / 1000.
    private func energy(volts: Int?) -> Int? {
        guard let charge = greatest(.charge), let volts else { return nil }
        return (charge / 1_000).times(volts).map { $0.dividedUp(by: 1_000) } ?? .max
    }
}
