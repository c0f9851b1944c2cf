/// The settings that a company or a station may change: type, default and range of each.
package struct SettingTable: Sendable {
    private let definitions: [String: SettingDefinition]

    package init(_ definitions: [SettingDefinition]) {
        self.definitions = Dictionary(
            definitions.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All keys, sorted.
    package var keys: [String] { definitions.keys.sorted() }

    package subscript(key: String) -> SettingDefinition? { definitions[key] }

    /// What holds at a station: its own value where it has a good one, else the default.
    package func value(_ key: String, in config: StationConfig?) -> ConfigValue {
        guard let definition = definitions[key] else { preconditionFailure("no setting \(key)") }
        guard let own = config?.values[key], definition.problem(with: own) == nil else {
            return definition.standard
        }
        return own
    }
}

/// One setting.
package struct SettingDefinition: Sendable {
    package let key: String
    package let scope: Scope
    package let type: ValueType
    package let standard: ConfigValue
    package let unit: String
    package let words: Words
    /// The law, standard, terms or decision behind default and range.
    package let source: String

    /// Who decides the value.
    package enum Scope: String, CaseIterable, Sendable {
        case company = "COMPANY"
        case station = "STATION"
    }

    /// The form of the value, with its range.
    package enum ValueType: Hashable, Sendable {
        case integer(ClosedRange<Int>)
        case flag
        /// Upper-case letters, that many.
        case letters(Int)
        /// Digits, that many.
        case digits(Int)
        case choice([String])
        case choiceList([String])
        /// Pairs of an upper bound and a fee, both rising in the first.
        case tiers(ClosedRange<Int>)
    }

    /// Why a value is not taken.
    package enum Problem: Error, Hashable {
        case wrongType
        /// Not that many letters or digits.
        case wrongForm
        case outOfRange(ClosedRange<Int>)
        case notAnOption([String])
        case tiersNotRising
    }

    package static let tierCountMax = 10

    package init(
        key: String, scope: Scope, type: ValueType, standard: ConfigValue, unit: String,
        words: Words, source: String
    ) {
        self.key = key
        self.scope = scope
        self.type = type
        self.standard = standard
        self.unit = unit
        self.words = words
        self.source = source
    }

    /// What is wrong with a value, or `nil`.
    package func problem(with value: ConfigValue) -> Problem? {
        switch (type, value) {
        case (.integer(let range), .integer(let number)):
            range.contains(number) ? nil : .outOfRange(range)
        case (.flag, .flag): nil
        case (.letters(let count), .text(let text)):
            text.utf8.count == count && text.utf8.allSatisfy(\.isUpperLetter) ? nil : .wrongForm
        case (.digits(let count), .text(let text)):
            text.utf8.count == count && text.utf8.allSatisfy(\.isDigit) ? nil : .wrongForm
        case (.choice(let options), .text(let text)):
            options.contains(text) ? nil : .notAnOption(options)
        case (.choiceList(let options), .list(let list)):
            list.allSatisfy { options.map(ConfigValue.text).contains($0) }
                ? nil : .notAnOption(options)
        case (.tiers(let range), .list(let list)): Self.problem(withTiers: list, range: range)
        case (.integer, _), (.flag, _), (.letters, _), (.digits, _), (.choice, _), (.choiceList, _),
            (.tiers, _):
            .wrongType
        }
    }

    /// Reads a value as a person types it: lists with ";" between, tiers as "bound:fee".
    package func parse(_ typed: String) -> Result<ConfigValue, Problem> {
        let value: ConfigValue?
        switch type {
        case .integer: value = Int(typed).map(ConfigValue.integer)
        case .flag: value = ["true": .flag(true), "false": .flag(false)][typed]
        case .letters, .digits, .choice: value = .text(typed)
        case .choiceList: value = .list(typed.split(separator: ";").map { .text(String($0)) })
        case .tiers: value = Self.tiers(typed)
        }
        guard let value else { return .failure(.wrongType) }
        return problem(with: value).map { .failure($0) } ?? .success(value)
    }

    private static func tiers(_ typed: String) -> ConfigValue? {
        var tiers: [ConfigValue] = []
        for part in typed.split(separator: ";") {
            let numbers = part.split(separator: ":").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            tiers.append(.list(numbers.map(ConfigValue.integer)))
        }
        return .list(tiers)
    }

    private static func problem(withTiers list: [ConfigValue], range: ClosedRange<Int>) -> Problem?
    {
        guard let tiers = InsuranceTier.tiers(.list(list)), tiers.count <= tierCountMax else {
            return .wrongType
        }
        guard tiers.allSatisfy({ range.contains($0.declaredMaxFen) && range.contains($0.feeFen) })
        else { return .outOfRange(range) }
        let isRising = zip(tiers, tiers.dropFirst()).allSatisfy {
            $0.declaredMaxFen < $1.declaredMaxFen && $0.feeFen <= $1.feeFen
        }
        return isRising ? nil : .tiersNotRising
    }
}

/// Up to a declared value, one fee.
package struct InsuranceTier: Hashable, Sendable {
    package let declaredMaxFen: Int
    package let feeFen: Int

    package init(declaredMaxFen: Int, feeFen: Int) {
        self.declaredMaxFen = declaredMaxFen
        self.feeFen = feeFen
    }

    /// The tiers of a setting's value, or `nil` when it is no list of pairs.
    static func tiers(_ value: ConfigValue) -> [InsuranceTier]? {
        guard case .list(let list) = value else { return nil }
        var tiers: [InsuranceTier] = []
        for case .list(let pair) in list {
            guard pair.count == 2, case .integer(let bound) = pair[0],
                case .integer(let fee) = pair[1]
            else { return nil }
            tiers.append(InsuranceTier(declaredMaxFen: bound, feeFen: fee))
        }
        return tiers.count == list.count ? tiers : nil
    }
}
