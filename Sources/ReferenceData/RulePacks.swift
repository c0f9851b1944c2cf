import Domain

/// The packs beside the catalogue.
enum RulePacks {
    static func proofs(_ packs: PackSet) throws(PackProblems) -> [ProofRule] {
        let header = ["code", "zh", "en", "consent", "evidence", "interim"]
        let reader = packs.reader(.proofTypes)
        let rules = try reader.rows(header, key: ["code"]) { row throws(PackProblem) in
            let type = try row.member("code", of: ProofType.self)
            guard try row.flag("interim") == type.isDrop else {
                throw row.problem("interim", .fixed(type.isDrop ? "yes" : "no"))
            }
            return ProofRule(
                type: type, consent: try row.member("consent", of: ConsentNeed.self),
                evidence: try row.members("evidence", of: Evidence.self))
        }
        try reader.require(
            ProofType.allCases.map(\.rawValue), among: rules.map(\.type.rawValue))
        return rules
    }

    static func exceptions(_ packs: PackSet) throws(PackProblems) -> [ExceptionRule] {
        let header = [
            "code", "zh", "en", "group", "attempt_counts", "default_next", "delay_cause",
        ]
        let reader = packs.reader(.exceptionReasons)
        let rules = try reader.rows(header, key: ["code"]) { row throws(PackProblem) in
            let reason = try row.member("code", of: ExceptionReason.self)
            guard try row.flag("attempt_counts") == reason.countsAsAttempt else {
                throw row.problem(
                    "attempt_counts", .fixed(reason.countsAsAttempt ? "yes" : "no"))
            }
            return ExceptionRule(
                reason: reason, group: try row.code("group"),
                next: try row.member("default_next", of: NextAction.self),
                delayCause: try row.optionalMember("delay_cause", of: DelayCause.self))
        }
        try reader.require(
            ExceptionReason.allCases.map(\.rawValue), among: rules.map(\.reason.rawValue))
        return rules
    }

    static func pages(_ packs: PackSet) throws(PackProblems) -> [HelpPage] {
        let header = ["id", "kind", "zh", "en", "text_zh", "text_en", "since", "source"]
        return try packs.reader(.helpPages).rows(header, key: ["id"]) { row throws(PackProblem) in
            let chinese = try row.name("text_zh").split(separator: "|").map(String.init)
            let english = try row.name("text_en").split(separator: "|").map(String.init)
            guard chinese.count == english.count else {
                throw row.problem("text_en", .outOfRange(chinese.count...chinese.count))
            }
            return HelpPage(
                id: try row.name("id"), kind: try row.member("kind", of: HelpPage.Kind.self),
                title: Words(zh: try row.name("zh"), en: try row.name("en")),
                lines: zip(chinese, english).map { Words(zh: $0, en: $1) },
                since: try row.day("since"), source: try row.name("source"))
        }
    }

    static func carriers() throws(PackProblems) -> [CarrierNumbers.Carrier] {
        let header = ["code", "zh", "en", "shapes", "s10_check"]
        return try PackReader(pack: .carrierNumbers).rows(header, key: ["code"]) {
            row throws(PackProblem) in
            CarrierNumbers.Carrier(
                code: try row.code("code").text, words: row.words(), shapes: row.texts("shapes"),
                hasCheckDigit: try row.flag("s10_check"))
        }
    }

    static func settings() throws(PackProblems) -> [SettingDefinition] {
        let header = [
            "key", "scope", "type", "default", "unit", "min", "max", "options", "zh", "en",
            "source",
        ]
        return try PackReader(pack: .settings).rows(header) { row throws(PackProblem) in
            let type = try settingType(row)
            let definition = SettingDefinition(
                key: row.text("key"),
                scope: try row.member("scope", of: SettingDefinition.Scope.self), type: type,
                standard: .text(row.text("default")), unit: row.text("unit"), words: row.words(),
                source: try row.name("source"))
            guard case .success(let standard) = definition.parse(row.text("default")) else {
                throw row.problem("default", .notANumber)
            }
            return SettingDefinition(
                key: definition.key, scope: definition.scope, type: type, standard: standard,
                unit: definition.unit, words: definition.words, source: definition.source)
        }
    }

    private static let settingTypes = [
        "integer", "boolean", "letters", "digits", "choice", "choice_list", "tier_table",
    ]

    private static func settingType(
        _ row: PackReader.Row
    ) throws(PackProblem) -> SettingDefinition.ValueType {
        switch row.text("type") {
        case "integer":
            let (low, high) = (try row.integer("min"), try row.integer("max"))
            guard low <= high else { throw row.problem("max", .endsBeforeItBegins) }
            return .integer(low...high)
        case "boolean": return .flag
        case "letters": return .letters(try row.integer("max"))
        case "digits": return .digits(try row.integer("max"))
        case "choice": return .choice(row.texts("options"))
        case "choice_list": return .choiceList(row.texts("options"))
        case "tier_table": return .tiers(0...Fen.amountMax)
        default: throw row.problem("type", .notAnOption(settingTypes))
        }
    }

    /// The tariff of fees and surcharges; its weights, divisor, rounding and zone factors are
    /// settings, those of `config` over the defaults.
    static func tariff(
        _ packs: PackSet, _ settings: SettingTable, config: StationConfig? = nil
    ) throws(PackProblems) -> TariffTerms {
        let header = ["zone", "first_fee_fen", "step_fee_fen"]
        let reader = packs.reader(.standardTariff)
        let zones = try reader.rows(header, key: ["zone"]) { row throws(PackProblem) in
            let zone = try row.code("zone")
            let key = "freight.zone_factor_permille.\(zone.text.lowercased())"
            guard settings[key] != nil,
                case .integer(let permille) = settings.value(key, in: config)
            else { throw row.problem("zone", .notThere) }
            return TariffZone(
                zone: zone, firstFeeFen: try row.fen("first_fee_fen"),
                stepFeeFen: try row.fen("step_fee_fen"), permille: permille)
        }
        let surcharges = try packs.reader(.surcharges).rows(["code", "fee_fen"], key: ["code"]) {
            row throws(PackProblem) in (try row.code("code"), try row.fen("fee_fen"))
        }
        return TariffTerms.standard(
            zones: zones, surcharges: surcharges, settings: settings, config: config)
    }
}
