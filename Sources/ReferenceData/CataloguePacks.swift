import Domain

/// The packs that make the prohibited-item catalogue.
enum CataloguePacks {
    static func tables(
        _ settings: SettingTable
    ) throws(PackProblem) -> ProhibitedCatalogue.Tables {
        let categories = try categories()
        var basis: [Code: String] = [:]
        for category in categories { basis[category.code] = category.basis }
        var tables = ProhibitedCatalogue.Tables(version: ReferencePack.everydayItems.version)
        tables.items = try everydayItems() + officialItems(basis: basis)
        tables.guards = try guards()
        tables.categories = categories
        tables.headNouns = try PackReader(pack: .harmlessHeadNouns).rows(["zh", "en"]) {
            row throws(PackProblem) in row.text("zh")
        }
        tables.measureWords = try PackReader(pack: .measureWords).rows(["word"]) {
            row throws(PackProblem) in row.text("word")
        }
        tables.limits = try limits(items: Set(tables.items.compactMap(\.names.first)))
        tables.units = try units()
        for key in RuleSettings.goodsBoundKeys {
            guard case .integer(let value) = settings[key]?.standard else {
                throw PackProblem(pack: ReferencePack.settings.name, line: 1, column: key)
            }
            tables.bounds[key] = value
        }
        for (traditional, simplified) in try traditionalForms() {
            tables.simplified[traditional] = simplified
        }
        return tables
    }

    static func categories() throws(PackProblem) -> [ItemCategory] {
        let header = ["code", "zh", "en", "report", "evacuate", "head_noun", "source"]
        return try PackReader(pack: .itemCategories).rows(header) { row throws(PackProblem) in
            guard let asks = ["ASKS": true, "FIRM": false][row.text("head_noun")] else {
                throw row.problem("head_noun")
            }
            return ItemCategory(
                code: try row.code("code"), words: row.words(), reportTarget: row.text("report"),
                mustEvacuate: try row.flag("evacuate"), asksAboutHeadNouns: asks,
                basis: row.text("source"))
        }
    }

    private static func everydayItems() throws(PackProblem) -> [CatalogueItem] {
        let header = [
            "zh", "also", "en", "category", "decision", "air", "layer", "source", "note_zh",
            "note_en",
        ]
        return try PackReader(pack: .everydayItems).rows(header) { row throws(PackProblem) in
            guard let isForbiddenByAir = ["FORBIDDEN": true, "": false][row.text("air")] else {
                throw row.problem("air")
            }
            return CatalogueItem(
                names: [row.text("zh")] + row.texts("also") + [row.text("en")],
                category: try row.code("category"),
                decision: try row.member("decision", of: InspectionDecision.self),
                isForbiddenByAir: isForbiddenByAir, isOfficial: false, basis: row.text("source"),
                note: row.words("note_zh", "note_en"))
        }
    }

    private static func officialItems(
        basis: [Code: String]
    ) throws(PackProblem) -> [CatalogueItem] {
        let header = ["category", "zh", "en", "decision"]
        return try PackReader(pack: .officialItems).rows(header) { row throws(PackProblem) in
            let category = try row.code("category")
            guard let basis = basis[category] else { throw row.problem("category") }
            return CatalogueItem(
                names: [row.text("zh"), row.text("en")], category: category,
                decision: try row.member("decision", of: InspectionDecision.self),
                isForbiddenByAir: false, isOfficial: true, basis: basis,
                note: Words(zh: "", en: ""))
        }
    }

    private static func guards() throws(PackProblem) -> [CatalogueGuard] {
        let header = [
            "text", "looks_like", "decision_if_confirmed", "category_if_confirmed", "meaning_zh",
            "meaning_en",
        ]
        return try PackReader(pack: .falseAlarmGuards).rows(header) { row throws(PackProblem) in
            CatalogueGuard(
                text: row.text("text"),
                confirmedDecision: try row.member(
                    "decision_if_confirmed", of: InspectionDecision.self),
                confirmedCategory: Code(row.text("category_if_confirmed")),
                meaning: row.words("meaning_zh", "meaning_en"))
        }
    }

    private static func traditionalForms() throws(PackProblem) -> [(Unicode.Scalar, Unicode.Scalar)]
    {
        let header = ["traditional", "simplified"]
        return try PackReader(pack: .traditionalForms).rows(header) { row throws(PackProblem) in
            let from = Array(row.text("traditional").unicodeScalars)
            let to = Array(row.text("simplified").unicodeScalars)
            guard from.count == 1 else { throw row.problem("traditional") }
            guard to.count == 1 else { throw row.problem("simplified") }
            return (from[0], to[0])
        }
    }

    private static func limits(items: Set<String>) throws(PackProblem) -> [GoodsLimit] {
        let header = [
            "code", "items", "measure", "max", "review_max", "zh", "en", "unit_zh", "unit_en",
            "source",
        ]
        return try PackReader(pack: .goodsLimits).rows(header) { row throws(PackProblem) in
            guard items.isSuperset(of: row.texts("items")) else { throw row.problem("items") }
            return GoodsLimit(
                code: try row.code("code"), items: row.texts("items"),
                measure: try row.member("measure", of: GoodsLimit.Measure.self),
                max: try bound(row, "max"),
                reviewMax: row.text("review_max").isEmpty ? nil : try bound(row, "review_max"),
                words: row.words(), unit: row.words("unit_zh", "unit_en"), basis: row.text("source")
            )
        }
    }

    private static func bound(
        _ row: PackReader.Row, _ column: String
    ) throws(PackProblem) -> GoodsLimit.Bound {
        let text = row.text(column)
        if let value = Int(text) { return .fixed(value) }
        guard RuleSettings.goodsBoundKeys.contains(text) else { throw row.problem(column) }
        return .setting(text)
    }

    private static func units() throws(PackProblem) -> [GoodsUnit] {
        let header = ["word", "measure", "thousandths"]
        return try PackReader(pack: .goodsUnits).rows(header) { row throws(PackProblem) in
            GoodsUnit(
                word: row.text("word"),
                measure: try row.member("measure", of: GoodsLimit.Measure.self),
                thousandths: try row.integer("thousandths"))
        }
    }
}
