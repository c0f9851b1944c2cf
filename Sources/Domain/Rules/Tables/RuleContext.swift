/// Where, when and by which rules a form is judged.
package struct RuleContext: Sendable {
    package let tables: RuleTables
    package let settings: RuleSettings
    package let terms: TariffTerms
    /// The row that `terms` come from; `nil` for the built-in standard tariff.
    package let tariff: TariffCitation?
    /// The row that `settings` come from; `nil` for the defaults alone.
    package let citation: SettingsCitation?
    /// Id of the station.
    package let station: String
    /// Id of the courier.
    package let courier: String
    /// Wall clock, ms UTC.
    package let now: Int
    /// Local time minus UTC.
    package let offsetMinutes: Int

    /// The settings are those of `config` over the defaults; without `tariff` the standard one
    /// holds.
    package init(
        tables: RuleTables, config: StationConfig? = nil, configVersion: Int? = nil,
        tariff: (citation: TariffCitation, terms: TariffTerms)? = nil, station: String,
        courier: String, now: Int, offsetMinutes: Int
    ) {
        self.tables = tables
        settings = RuleSettings(tables.settings, config: config)
        terms = tariff?.terms ?? tables.standardTariff
        self.tariff = tariff?.citation
        citation = config.flatMap { row in
            configVersion.map { SettingsCitation(id: row.id, version: $0) }
        }
        self.station = station
        self.courier = courier
        self.now = now
        self.offsetMinutes = offsetMinutes
    }

    /// The way of goods that are sent now to a recipient, as far as it is known.
    package func journey(to recipient: Party?) -> GoodsJourney {
        GoodsJourney(
            day: today, originProvince: settings.provinceCode, province: recipient?.province,
            city: recipient?.city)
    }

    /// The local date.
    package var today: CalendarDay {
        CalendarDay(milliseconds: now, offsetMinutes: offsetMinutes)
    }
}

/// The row of settings that something was decided by.
package struct SettingsCitation: Hashable, Sendable {
    package let id: String
    package let version: Int

    package init(id: String, version: Int) {
        self.id = id
        self.version = version
    }
}
