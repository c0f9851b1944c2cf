package import Domain

/// The settings of the rules of conflict that hold at a station (PJS 17.5). A value out of range
/// gives way to its default.
package struct ConflictSettings: Hashable, Sendable {
    /// One act that is recorded twice lies within so much time.
    package var sameActMilliseconds = 600_000
    /// Two payments of one handheld so close are most likely one.
    package var doubleTapMilliseconds = 120_000
    /// So near to the new address is at the new address.
    package var oldAddressMetres = 150
    /// A position less exact than this proves nothing.
    package var oldAddressAccuracyMetres = 50
    /// Further away from the address is implausible.
    package var farMetres = 5_000
    package var amountMaxFen = 3_000_000
    package var weightFactor = 3
    /// A wall clock so wrong is implausible.
    package var flagMilliseconds = 3_600_000
    package var isImplausibleACase = false
    /// A delivery or return is corrected without approval for so long.
    package var correctTerminalMilliseconds = 30 * 60_000
    /// Minutes east of UTC at the station: when its days begin.
    package var zoneMinutes = 480

    package init() {}

    /// What the row `config` sets.
    package init(_ config: StationConfig?) {
        guard let config else { return }
        func take(
            _ key: String, _ range: ClosedRange<Int>, times factor: Int = 1,
            _ path: WritableKeyPath<ConflictSettings, Int>
        ) {
            guard let value = config.integer(key), range.contains(value) else { return }
            self[keyPath: path] = value * factor
        }
        take("sync.same_act_seconds", 60...3_600, times: 1_000, \.sameActMilliseconds)
        take("sync.double_tap_seconds", 10...600, times: 1_000, \.doubleTapMilliseconds)
        take("sync.old_address_meters", 20...1_000, \.oldAddressMetres)
        take("sync.old_address_accuracy_meters", 10...200, \.oldAddressAccuracyMetres)
        take("sync.far_meters", 500...50_000, \.farMetres)
        take("sync.amount_max_fen", 10_000...100_000_000, \.amountMaxFen)
        take("sync.weight_factor", 2...10, \.weightFactor)
        take(
            "sync.correct_terminal_minutes", 0...1_440, times: 60_000, \.correctTerminalMilliseconds
        )
        take("clock.flag_seconds", 300...86_400, times: 1_000, \.flagMilliseconds)
        take("tz_min", -840...840, \.zoneMinutes)
        isImplausibleACase = config.flag("sync.implausible_opens_case") ?? false
    }

    /// The business day of a moment.
    func day(_ milliseconds: Int) -> CalendarDay {
        CalendarDay(milliseconds: milliseconds, offsetMinutes: zoneMinutes)
    }
}
