import Commands
import Domain
import Handheld
import HandheldUI
import SyncProtocol

/// What every screen shows of the handheld.
extension ScreenDesk {
    /// Reads everything from the journal.
    mutating func figures(
        _ page: OutputPage, at now: Moment
    ) throws(CommandFailure) -> ScreenFigures {
        let isExchanging = isExchanging
        return try look { handheld in
            var figures = ScreenFigures()
            figures.label = handheld.device.label
            figures.station = handheld.device.station
            figures.person = handheld.persons.first
            if let person = handheld.persons.first,
                case .person(let found, _) = try handheld.login(person)
            {
                figures.personName = found.name
            }
            figures.isExchanging = isExchanging
            figures.mayShowPersonal = try !handheld.lease(at: now).state.isEnded
            try Self.read(try handheld.syncStatus(at: now), into: &figures, page)
            if let alarm = handheld.alarm {
                figures.retryAt = now.wallMilliseconds + alarm - now.bootMilliseconds
            }
            let tasks = try handheld.tasks(kind: nil, includingEnded: false)
            figures.pickupCount = tasks.count { $0.task.kind == .pickup }
            figures.deliveryCount = tasks.count { $0.task.kind == .delivery }
            figures.problemCount = try handheld.problems().count { $0.state != .closed }
            figures.draftCount = try handheld.drafts().count
            figures.news += try handheld.messages().suffix(Self.messagesMax).map {
                page.say("站点消息: ", "station: ") + $0.text
            }
            let range = JournalRange(count: Self.recordsMax)
            figures.records = try handheld.records(range).reversed().compactMap { record in
                record.fact.map { fact in
                    ScreenFigures.RecordLine(
                        at: fact.recordedAt, what: fact.kind.words,
                        about: fact.parcels.first ?? fact.subject?.id ?? "",
                        state: record.state.words)
                }
            }
            return figures
        }
    }

    private static let messagesMax = 2
    private static let recordsMax = 3

    private static func read(
        _ status: SyncStatus, into figures: inout ScreenFigures, _ page: OutputPage
    ) throws {
        figures.unsentCount = status.pending
        figures.oldestUnsentAt = status.oldestPendingMilliseconds
        figures.conflictCount = status.cases
        figures.lastExchangeAt = status.lastSuccessMilliseconds
        figures.problem = status.problem.map { SyncWords.problem($0.code) }
        figures.recordedCount = status.recorded
        figures.sentCount = status.acknowledged
        figures.numbersLeft = status.numbersLeft
        figures.news = status.news.map {
            page.clock($0.atMilliseconds) + " " + $0.words[page.language]
        }
        figures.news += page.warnings(status)
    }
}
