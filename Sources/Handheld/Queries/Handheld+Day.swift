package import Domain
package import Journal
import SyncEngine

/// One business day of this handheld in the station's zone, counted from its facts.
package struct DaySummary: Equatable, Sendable {
    package let day: CalendarDay
    /// How many records of each kind, corrections not taken off.
    package let counts: [FactKind: Int]
    /// Money by person, who took any; sorted by person.
    package let money: [PersonMoney]
    /// Records of the day that the server does not have yet.
    package let unsent: Int

    /// What one person took.
    package struct PersonMoney: Equatable, Sendable {
        package let person: String
        package let summary: MoneySummary
    }

    /// Cash of all persons.
    package var cashFen: Int { Fen.sum(money.map(\.summary.cashFen)) ?? .max }
}

extension Handheld {
    /// What was done and taken on a day; today without one.
    package mutating func daySummary(
        _ day: CalendarDay?, at now: Moment
    ) throws(JournalError) -> DaySummary {
        let zoneMinutes = try stationZoneMinutes() ?? now.offsetMinutes
        func dayOf(_ milliseconds: Int) -> CalendarDay {
            CalendarDay(milliseconds: milliseconds, offsetMinutes: zoneMinutes)
        }
        let day = day ?? dayOf(now.wallMilliseconds)
        var counts: [FactKind: Int] = [:]
        var book = MoneyBook()
        var unsent = 0
        try journal.forEachFact { standing in
            let fact = standing.fact
            guard dayOf(fact.recordedAt) == day else { return }
            counts[fact.kind, default: 0] += 1
            book.add(fact)
            if !standing.isAcknowledged { unsent += 1 }
        }
        return DaySummary(
            day: day, counts: counts,
            money: book.byPerson.sorted { $0.key < $1.key }.map {
                DaySummary.PersonMoney(person: $0.key, summary: $0.value)
            }, unsent: unsent)
    }

    /// Minutes east of UTC at the station, whatever this machine is set to; nil before the first
    /// exchange.
    package mutating func stationZoneMinutes() throws(JournalError) -> Int? {
        guard case .config(let config) = try entity(EntityReference(.config, device.station))
        else { return nil }
        return config.integer("tz_min").flatMap { Handheld.zoneMinutes.contains($0) ? $0 : nil }
    }

    /// How long lines of closed days are kept, as the station says.
    mutating func retainDays() throws(JournalError) -> Int {
        guard case .config(let config) = try entity(EntityReference(.config, device.station)),
            let days = config.integer("sync.retain_days")
        else { return Journal.retainDaysDefault }
        return max(Journal.retainDaysDefault, days)
    }

    /// No place on earth is further from UTC; anything else in the row is not believed.
    private static let zoneMinutes = -14 * 60...14 * 60
}
