import CentralStore
import Commands
import Domain
import Platform
import ReferenceData

/// The lists of parcels in trouble.
extension StationProgram {
    func problems(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let isUnidentified = invocation.has("unidentified")
        let isWithClosed = invocation.has("all")
        let found = try stored { try store.problems() }.filter { status in
            (isWithClosed || status.problem.state != .closed)
                && (!isUnidentified || !status.isIdentified)
        }
        return reports.problems(found, unknown: try stored { try store.unknownParcels() })
    }

    func quiet(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let now = ClockReading.now().wallMilliseconds
        let hours = try invocation.value("hours").map { text throws(CommandFailure) in
            try number("hours", text, in: 1...StationProgram.quietHoursMax)
        }
        let settings = RuleSettings(
            ReferenceData.tables.settings, config: try stored { try store.config() })
        return reports.quiet(
            try stored {
                try store.quietParcels(
                    now: now, hoursSameCity: hours ?? settings.quietHoursSameCity,
                    hoursDomestic: hours ?? settings.quietHoursDomestic)
            }, now: now)
    }

    /// A year.
    private static let quietHoursMax = 8_760
}
