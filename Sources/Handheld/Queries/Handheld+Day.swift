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
        let facts = try journal.facts(after: 0)
        let ofDay = facts.filter { dayOf($0.recordedAt) == day }
        let unsent = try journal.facts(after: engine.stream.acknowledged)
        let book = MoneyBook(ofDay)
        return DaySummary(
            day: day,
            counts: Dictionary(ofDay.map { ($0.kind, 1) }, uniquingKeysWith: +),
            money: book.byPerson.sorted { $0.key < $1.key }.map {
                DaySummary.PersonMoney(person: $0.key, summary: $0.value)
            },
            unsent: unsent.count { dayOf($0.recordedAt) == day })
    }

    /// Minutes east of UTC at the station, whatever this machine is set to; nil before the first
    /// exchange.
    package mutating func stationZoneMinutes() throws(JournalError) -> Int? {
        guard case .config(let config) = try entity(EntityReference(.config, device.station))
        else { return nil }
        return config.integer("tz_min")
    }
}
