import Domain

/// The packs that make the prohibited-item catalogue.
enum CataloguePacks {
    /// What the version of a catalogue covers.
    static let names: [ReferencePack] = [
        .everydayItems, .officialItems, .falseAlarmGuards, .goodsLimits, .goodsUnits,
        .harmlessHeadNouns, .itemCategories, .measureWords, .traditionalForms, .datedRules,
        .provinceRules,
    ]

    static func tables(
        _ packs: PackSet, _ settings: SettingTable
    ) throws(PackProblems) -> ProhibitedCatalogue.Tables {
        let categories = try categories(packs)
        var basis: [Code: String] = [:]
        for category in categories { basis[category.code] = category.basis }
        let version = names.map { packs.pack($0).version }.max() ?? 0
        var tables = ProhibitedCatalogue.Tables(version: version)
        tables.items =
            try everydayItems(packs, basis: basis) + officialItems(packs, basis: basis)
        tables.guards = try guards(packs, basis: basis)
        tables.categories = categories
        tables.headNouns = try packs.reader(.harmlessHeadNouns).rows(["zh", "en"], key: ["zh"]) {
            row throws(PackProblem) in try row.name("zh")
        }
        tables.measureWords = try packs.reader(.measureWords).rows(["word"], key: ["word"]) {
            row throws(PackProblem) in try row.name("word")
        }
        tables.limits = try limits(packs, items: Set(tables.items.compactMap(\.names.first)))
        tables.units = try units(packs)
        for key in RuleSettings.goodsBoundKeys {
            guard case .integer(let value) = settings[key]?.standard else {
                preconditionFailure("the setting \(key) is a number")
            }
            tables.bounds[key] = value
        }
        for (traditional, simplified) in try traditionalForms(packs) {
            tables.simplified[traditional] = simplified
        }
        tables.datedRules =
            try datedRules(packs.reader(.datedRules), basis: basis)
            + datedRules(packs.reader(.provinceRules), basis: basis)
        return tables
    }

    private static func categories(_ packs: PackSet) throws(PackProblems) -> [ItemCategory] {
        let header = ["code", "zh", "en", "report", "evacuate", "head_noun", "source"]
        return try packs.reader(.itemCategories).rows(header, key: ["code"]) {
            row throws(PackProblem) in
            guard let asks = ["ASKS": true, "FIRM": false][row.text("head_noun")] else {
                throw row.problem("head_noun", .notAnOption(["ASKS", "FIRM"]))
            }
            return ItemCategory(
                code: try row.code("code"), words: row.words(), reportTarget: row.text("report"),
                mustEvacuate: try row.flag("evacuate"), asksAboutHeadNouns: asks,
                basis: row.text("source"))
        }
    }

    private static func everydayItems(
        _ packs: PackSet, basis: [Code: String]
    ) throws(PackProblems) -> [CatalogueItem] {
        let header = [
            "zh", "also", "en", "category", "decision", "air", "layer", "source", "note_zh",
            "note_en",
        ]
        return try packs.reader(.everydayItems).rows(header, key: ["zh"]) {
            row throws(PackProblem) in
            guard let isForbiddenByAir = ["FORBIDDEN": true, "": false][row.text("air")] else {
                throw row.problem("air", .notAnOption(["FORBIDDEN", ""]))
            }
            return CatalogueItem(
                names: [try row.name("zh")] + row.texts("also") + [try row.name("en")],
                category: try category(row, basis),
                decision: try row.member("decision", of: InspectionDecision.self),
                isForbiddenByAir: isForbiddenByAir, isOfficial: false, basis: row.text("source"),
                note: row.words("note_zh", "note_en"))
        }
    }

    /// The code of a category that there is.
    private static func category(
        _ row: PackReader.Row, _ basis: [Code: String], _ column: String = "category"
    ) throws(PackProblem) -> Code {
        let code = try row.code(column)
        guard basis[code] != nil else { throw row.problem(column, .notThere) }
        return code
    }

    private static func officialItems(
        _ packs: PackSet, basis: [Code: String]
    ) throws(PackProblems) -> [CatalogueItem] {
        let header = ["category", "zh", "en", "decision"]
        return try packs.reader(.officialItems).rows(header, key: ["category", "zh"]) {
            row throws(PackProblem) in
            let category = try row.code("category")
            guard let basis = basis[category] else { throw row.problem("category", .notThere) }
            return CatalogueItem(
                names: [try row.name("zh"), try row.name("en")], category: category,
                decision: try row.member("decision", of: InspectionDecision.self),
                isForbiddenByAir: false, isOfficial: true, basis: basis,
                note: Words(zh: "", en: ""))
        }
    }

    private static func guards(
        _ packs: PackSet, basis: [Code: String]
    ) throws(PackProblems) -> [CatalogueGuard] {
        let header = [
            "text", "looks_like", "decision_if_confirmed", "category_if_confirmed", "meaning_zh",
            "meaning_en",
        ]
        return try packs.reader(.falseAlarmGuards).rows(header, key: ["text"]) {
            row throws(PackProblem) in
            CatalogueGuard(
                text: try row.name("text"),
                confirmedDecision: try row.member(
                    "decision_if_confirmed", of: InspectionDecision.self),
                confirmedCategory: row.text("category_if_confirmed").isEmpty
                    ? nil : try category(row, basis, "category_if_confirmed"),
                meaning: row.words("meaning_zh", "meaning_en"))
        }
    }

    private static func traditionalForms(
        _ packs: PackSet
    ) throws(PackProblems) -> [(Unicode.Scalar, Unicode.Scalar)] {
        let header = ["traditional", "simplified"]
        return try packs.reader(.traditionalForms).rows(header, key: ["traditional"]) {
            row throws(PackProblem) in
            let from = Array(row.text("traditional").unicodeScalars)
            let to = Array(row.text("simplified").unicodeScalars)
            guard from.count == 1 else { throw row.problem("traditional", .outOfRange(1...1)) }
            guard to.count == 1 else { throw row.problem("simplified", .outOfRange(1...1)) }
            return (from[0], to[0])
        }
    }

    private static func limits(
        _ packs: PackSet, items: Set<String>
    ) throws(PackProblems) -> [GoodsLimit] {
        let header = [
            "code", "items", "measure", "max", "review_max", "zh", "en", "unit_zh", "unit_en",
            "source",
        ]
        return try packs.reader(.goodsLimits).rows(header, key: ["code"]) {
            row throws(PackProblem) in
            if let missing = row.texts("items").first(where: { !items.contains($0) }) {
                throw row.problem("items", .notThere, seen: missing)
            }
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
        guard RuleSettings.goodsBoundKeys.contains(text) else {
            throw row.problem(column, .notAnOption(RuleSettings.goodsBoundKeys))
        }
        return .setting(text)
    }

    private static func units(_ packs: PackSet) throws(PackProblems) -> [GoodsUnit] {
        let header = ["word", "measure", "thousandths"]
        return try packs.reader(.goodsUnits).rows(header) { row throws(PackProblem) in
            GoodsUnit(
                word: row.text("word"),
                measure: try row.member("measure", of: GoodsLimit.Measure.self),
                thousandths: try row.integer("thousandths"))
        }
    }

    private static func datedRules(
        _ reader: PackReader, basis: [Code: String]
    ) throws(PackProblems) -> [DatedRule] {
        let header = [
            "rule_id", "title_zh", "title_en", "valid_from", "valid_until", "destinations",
            "origin_province", "categories", "keywords", "decision", "extra_steps", "issued_by",
        ]
        return try reader.rows(header, key: ["rule_id"]) { row throws(PackProblem) in
            let from = try row.day("valid_from")
            let until = row.text("valid_until").isEmpty ? nil : try row.day("valid_until")
            guard until.map({ from < $0 }) ?? true else {
                throw row.problem("valid_until", .endsBeforeItBegins)
            }
            var categories: [Code] = []
            for text in row.texts("categories") {
                guard let code = Code(text), basis[code] != nil else {
                    throw row.problem("categories", .notThere, seen: text)
                }
                categories.append(code)
            }
            guard !categories.isEmpty else { throw row.problem("categories", .empty) }
            let province = row.text("origin_province")
            guard province.isEmpty || (province.utf8.count == 2 && Int(province) != nil) else {
                throw row.problem("origin_province", .notANumber)
            }
            return DatedRule(
                id: try row.name("rule_id"), title: row.words("title_zh", "title_en"), from: from,
                until: until, destinations: row.texts("destinations"),
                originProvince: province.isEmpty ? nil : province, categories: categories,
                keywords: row.texts("keywords"),
                decision: try row.member("decision", of: InspectionDecision.self),
                steps: try row.members("extra_steps", of: DatedRule.Step.self),
                issuer: try row.name("issued_by"))
        }
    }
}
