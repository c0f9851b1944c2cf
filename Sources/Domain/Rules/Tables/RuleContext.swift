/// Where, when and by which rules a form is judged.
package struct RuleContext: Sendable {
    package let tables: RuleTables
    package let settings: RuleSettings
    package let terms: TariffTerms
    /// The row that `terms` come from; `nil` for the built-in standard tariff.
    package let tariff: TariffCitation?
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
        tables: RuleTables, config: StationConfig? = nil,
        tariff: (citation: TariffCitation, terms: TariffTerms)? = nil, station: String,
        courier: String, now: Int, offsetMinutes: Int
    ) {
        self.tables = tables
        settings = RuleSettings(tables.settings, config: config)
        terms = tariff?.terms ?? tables.standardTariff
        self.tariff = tariff?.citation
        self.station = station
        self.courier = courier
        self.now = now
        self.offsetMinutes = offsetMinutes
    }

    /// The local date.
    package var today: CalendarDay {
        CalendarDay(milliseconds: now, offsetMinutes: offsetMinutes)
    }
}
