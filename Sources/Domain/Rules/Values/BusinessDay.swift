/// Which business day a moment belongs to (PJS 16.1): the local date, moved by the cut.
package struct BusinessDays: Hashable, Sendable {
    /// Minutes east of UTC.
    package var zoneMinutes: Int
    /// So many minutes after local midnight the next day begins; 1560 is 02:00 of the next
    /// morning.
    package var cutMinutes: Int

    /// Midnight.
    package static let cutStandard = 1_440
    package static let cutRange = 720...2_160

    package init(zoneMinutes: Int, cutMinutes: Int = BusinessDays.cutStandard) {
        self.zoneMinutes = zoneMinutes
        self.cutMinutes = Self.cutRange.contains(cutMinutes) ? cutMinutes : Self.cutStandard
    }

    /// What the row `config` says; a station without one has the zone that it was made with.
    package init(_ config: StationConfig?, zoneMinutes: Int) {
        self.init(
            zoneMinutes: config?.integer("tz_min") ?? zoneMinutes,
            cutMinutes: config?.integer("day_cut_min") ?? BusinessDays.cutStandard)
    }

    /// The business day of a moment, ms UTC.
    package func day(of milliseconds: Int) -> CalendarDay {
        CalendarDay(
            milliseconds: milliseconds - (cutMinutes - Self.cutStandard) * 60_000,
            offsetMinutes: zoneMinutes)
    }
}

extension CalendarDay {
    /// `YYYY-MM-DD`.
    package var text: String {
        func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }

    /// Reads `YYYY-MM-DD`.
    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard self.text == text else { return nil }
    }

    /// The day after.
    package var next: CalendarDay {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? CalendarDay(year: year, month: month + 1, day: 1)
            ?? CalendarDay(year: year + 1, month: 1, day: 1) ?? self
    }

    /// The day id at a station, `<station>-<YYYY-MM-DD>`.
    package func id(of station: String) -> String { "\(station)-\(text)" }

    /// The day of a day id; nil for what is none.
    package init?(dayID: String) {
        guard dayID.utf8.count > 11 else { return nil }
        self.init(text: String(dayID.suffix(10)))
    }
}
