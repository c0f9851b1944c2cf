import Domain

/// The packs beside the catalogue.
enum RulePacks {
    static func proofs() throws(PackProblem) -> [ProofRule] {
        let header = ["code", "zh", "en", "consent", "evidence", "interim"]
        return try PackReader(pack: .proofTypes).rows(header) { row throws(PackProblem) in
            let type = try row.member("code", of: ProofType.self)
            guard try row.flag("interim") == type.isDrop else { throw row.problem("interim") }
            return ProofRule(
                type: type, consent: try row.member("consent", of: ConsentNeed.self),
                evidence: try row.members("evidence", of: Evidence.self))
        }
    }

    static func exceptions() throws(PackProblem) -> [ExceptionRule] {
        let header = [
            "code", "zh", "en", "group", "attempt_counts", "default_next", "delay_cause",
        ]
        return try PackReader(pack: .exceptionReasons).rows(header) { row throws(PackProblem) in
            let reason = try row.member("code", of: ExceptionReason.self)
            guard try row.flag("attempt_counts") == reason.countsAsAttempt else {
                throw row.problem("attempt_counts")
            }
            return ExceptionRule(
                reason: reason, group: try row.code("group"),
                next: try row.member("default_next", of: NextAction.self),
                delayCause: try row.optionalMember("delay_cause", of: DelayCause.self))
        }
    }

    static func settings() throws(PackProblem) -> [SettingDefinition] {
        let header = [
            "key", "scope", "type", "default", "unit", "min", "max", "options", "zh", "en",
        ]
        return try PackReader(pack: .settings).rows(header) { row throws(PackProblem) in
            let type = try settingType(row)
            let definition = SettingDefinition(
                key: row.text("key"),
                scope: try row.member("scope", of: SettingDefinition.Scope.self), type: type,
                standard: .text(row.text("default")), unit: row.text("unit"), words: row.words())
            guard case .success(let standard) = definition.parse(row.text("default")) else {
                throw row.problem("default")
            }
            return SettingDefinition(
                key: definition.key, scope: definition.scope, type: type, standard: standard,
                unit: definition.unit, words: definition.words)
        }
    }

    private static func settingType(
        _ row: PackReader.Row
    ) throws(PackProblem) -> SettingDefinition.ValueType {
        switch row.text("type") {
        case "integer":
            let (low, high) = (try row.integer("min"), try row.integer("max"))
            guard low <= high else { throw row.problem("max") }
            return .integer(low...high)
        case "boolean": return .flag
        case "letters": return .letters(try row.integer("max"))
        case "digits": return .digits(try row.integer("max"))
        case "choice": return .choice(row.texts("options"))
        case "choice_list": return .choiceList(row.texts("options"))
        case "tier_table": return .tiers(0...Fen.amountMax)
        default: throw row.problem("type")
        }
    }

    /// The standard tariff; its weights, divisor, rounding and zone factors are settings.
    static func standardTariff(_ settings: SettingTable) throws(PackProblem) -> TariffTerms {
        let header = ["zone", "first_fee_fen", "step_fee_fen"]
        let zones = try PackReader(pack: .standardTariff).rows(header) { row throws(PackProblem) in
            let zone = try row.code("zone")
            let key = "freight.zone_factor_permille.\(zone.text.lowercased())"
            guard case .integer(let permille) = settings[key]?.standard else {
                throw row.problem("zone")
            }
            return TariffZone(
                zone: zone, firstFeeFen: try row.integer("first_fee_fen"),
                stepFeeFen: try row.integer("step_fee_fen"), permille: permille)
        }
        let surcharges = try PackReader(pack: .surcharges).rows(["code", "fee_fen"]) {
            row throws(PackProblem) in (try row.code("code"), try row.integer("fee_fen"))
        }
        return TariffTerms.standard(
            zones: zones, surcharges: surcharges, settings: settings)
    }
}
