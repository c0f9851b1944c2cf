import CentralStore
import Commands
import Domain
import Exports
import Platform

/// The commands that only read.
extension StationProgram {
    func report() throws(CommandFailure) -> CommandOutput {
        try desk().read { store throws(CommandFailure) in
            let reports = StationReports(
                language: language, zoneMinutes: StationProgram.zoneMinutes)
            switch invocation.command.path {
            case ["courier", "list"]: return reports.people(try stored { try store.people() })
            case ["device", "list"]: return try devices(store, reports)
            case ["device", "show"]: return try device(store, reports)
            case ["status"]:
                return reports.status(
                    try stored { try store.status(now: now) },
                    incidentCount: try stored {
                        try store.incidentCount(after: now - StationProgram.recentMilliseconds)
                    }, now: now)
            case ["incident", "list"]: return try incidents(store, reports)
            case ["config", "list"]: return try settingsList(store, reports)
            case ["audit", "list"]: return try audit(store, reports)
            case ["day", "show"]: return try showDay(store, reports)
            case ["quote", "verify"]: return try verifyQuotes(store, reports)
            case ["blob", "list"]: return try blobs(store, reports)
            case ["handover", "list"]: return try handovers(store, reports)
            case ["cash", "list"]: return try cashHandovers(store, reports)
            case ["payment", "list"]: return try payments(store, reports)
            case ["case", "list"]: return try cases(store, reports)
            case ["case", "show"]: return try oneCase(store, reports)
            case ["order", "list"]:
                let courier = invocation.value("courier")
                let word = invocation.value("state")
                let state = TaskState.allCases.first { Choice.word(for: $0.rawValue) == word }
                return reports.orders(
                    try stored { try store.orders(courier: courier, state: state) })
            case ["problem", "list"]: return try problems(store, reports)
            case ["parcel", "quiet"]: return try quiet(store, reports)
            case ["track"]: return try track(store, reports)
            case ["day", "status"]: return try day(store, reports)
            case ["ledger", "list"]: return try ledger(store, reports)
            case ["ledger", "exceptions"]: return try exceptions(store, reports)
            case ["ledger", "show"]: return try line(store, reports)
            case ["ledger", "verify"]: return reports.proof(try stored { try store.verify() })
            default: preconditionFailure("a report without an answer")
            }
        }
    }

    private var now: Int { ClockReading.now().wallMilliseconds }

    private func devices(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let devices = try stored { try store.status(now: now) }.devices
        return CommandOutput(
            text: devices.isEmpty ? [StationWords.noDevices[language]] : [],
            list: reports.devices(devices))
    }

    private func track(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let waybill = argument().uppercased()
        guard let parcel = try stored({ try store.track(waybill) }) else {
            throw CommandFailure(.unknownWaybill(waybill))
        }
        guard !invocation.has("full") else {
            throw CommandFailure(.missing("evidence", "claim.jsonl"))
        }
        let format = invocation.value("format").flatMap { word in
            TraceFormat.allCases.first { Choice.word(for: $0.rawValue) == word }
        }
        guard let format else { return reports.track(parcel) }
        return reports.export(parcel, format, madeAt: now)
    }

    private func day(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        if let text = invocation.value("day") {
            guard Timestamp.milliseconds(text + "T00:00Z") != nil else {
                throw CommandFailure(
                    .badOption(
                        "day", text,
                        expected: Words(zh: "写作 2026-11-25", en: "write it as 2026-11-25")))
            }
            return reports.day(try stored { try store.day(text) })
        }
        return reports.day(try stored { try store.day(try store.day(at: now)) })
    }

    private func incidents(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let days = try invocation.value("days").map { text throws(CommandFailure) in
            try number("days", text, in: 1...StationProgram.incidentDaysMax)
        }
        let start = now - (days ?? StationProgram.incidentDaysDefault) * 86_400_000
        return reports.incidents(
            try stored {
                try store.incidents(after: start, max: StationProgram.ledgerLinesMax)
            })
    }

    private func ledger(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let after = try invocation.value("after").map { text throws(CommandFailure) in
            try number("after", text, in: 0...999_999_999_999)
        }
        let limit = try invocation.value("limit").map { text throws(CommandFailure) in
            try number("limit", text, in: 1...StationProgram.ledgerLinesMax)
        }
        return reports.ledger(
            try stored {
                try store.ledger(
                    after: after ?? 0, max: limit ?? StationProgram.ledgerLinesDefault)
            })
    }

    static let incidentDaysDefault = 30
    static let incidentDaysMax = 3_650
    /// Incidents of the last week are pointed out in `status`.
    static let recentMilliseconds = 7 * 86_400_000
    static let ledgerLinesDefault = 50
    static let ledgerLinesMax = 10_000
}
