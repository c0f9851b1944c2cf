/// The settings of a station that differ from the defaults (`config` row; its id is the station).
package struct StationConfig: Hashable, Sendable {
    package let id: String
    /// Setting name to value, such as `day_cut_min`, `hotline` or `freight.volumetric_divisor`.
    package var values: [String: ConfigValue]

    /// A station with these settings.
    package init(id: String, values: [String: ConfigValue] = [:]) {
        self.id = id
        self.values = values
    }

    /// A whole number, if the setting is there and is one.
    package func integer(_ name: String) -> Int? {
        guard case .integer(let value) = values[name] else { return nil }
        return value
    }

    /// A text, if the setting is there and is one.
    package func text(_ name: String) -> String? {
        guard case .text(let value) = values[name] else { return nil }
        return value
    }

    /// A yes or no, if the setting is there and is one.
    package func flag(_ name: String) -> Bool? {
        guard case .flag(let value) = values[name] else { return nil }
        return value
    }
}

/// The value of one setting.
package indirect enum ConfigValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([ConfigValue])
}
