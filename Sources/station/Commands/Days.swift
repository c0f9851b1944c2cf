import Central
import CentralStore
import Commands
import Domain
import Platform

/// The commands that close a day.
extension StationProgram {
    func changeDay() throws(CommandFailure) -> CommandOutput {
        let order: DayOrder
        switch invocation.command.path {
        case ["day", "begin"]: order = .begin
        case ["day", "close"]: order = .close
        default:
            guard let reason = invocation.value("reason") else {
                throw CommandFailure(.missing("reason", "明早补交"))
            }
            order = .waive(
                what: invocation.arguments[0], reference: invocation.arguments[1],
                reason: reason)
        }
        let day = try dayOption()?.text
        guard case .dayStands(let stands, _) = try desk().perform(.day(order, day: day)) else {
            preconditionFailure("another outcome than the action's")
        }
        return try standing(
            CalendarDay(text: stands), at: ClockReading.now().wallMilliseconds)
    }

    func showDay(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let day = try dayOption()
        let now = ClockReading.now().wallMilliseconds
        return reports.standing(try stored { try store.standing(day, at: now) })
    }

    private func standing(
        _ day: CalendarDay?, at now: Int
    ) throws(CommandFailure) -> CommandOutput {
        try desk().read { store throws(CommandFailure) in
            StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
                .standing(try stored { try store.standing(day, at: now) })
        }
    }

    private func dayOption() throws(CommandFailure) -> CalendarDay? {
        guard let text = invocation.value("day") else { return nil }
        guard let day = CalendarDay(text: text) else {
            throw CommandFailure(
                .badOption(
                    "day", text,
                    expected: Words(zh: "写作 2026-11-25", en: "write it as 2026-11-25")))
        }
        return day
    }
}

extension CommandError {
    /// Why a day is not begun or closed.
    static func dayRefusal(_ refusal: ManagerRefusal) -> CommandError {
        switch refusal {
        case .dayNotNow(let day):
            return CommandError(
                "E-DAY-ORDER", field: "day",
                Words(
                    zh: "\(day): 未到、已关账, 或要先关它",
                    en: "\(day) has not come, is closed, or has to be closed first"),
                hint: Words(
                    zh: "station day show 看现在该关哪一天", en: "station day show tells which is next"),
                status: .answerIsNo)
        case .dayNotBegun(let day):
            return CommandError(
                "E-DAY-NOT-BEGUN", field: "day",
                Words(
                    zh: "\(day.isEmpty ? "这一天" : day) 还没开始关账",
                    en: "nobody began to close \(day.isEmpty ? "the day" : day)"),
                hint: Words(zh: "先 station day begin", en: "station day begin first"),
                status: .answerIsNo)
        case .dayBlocked(let day, let count):
            return CommandError(
                "E-DAY-BLOCKED", field: "day",
                Words(
                    zh: "\(day) 还不能关账: \(count) 项挡着",
                    en: "\(day) cannot be closed yet: \(count) things are in the way"),
                hint: Words(
                    zh: "station day show 列出每一项; 实在等不到的用 station day waive",
                    en: "station day show lists them; station day waive lets one pass"),
                status: .needsPerson)
        case .unknownBlock(let day):
            return CommandError(
                "E-NOT-FOUND", field: "REF",
                Words(zh: "\(day) 没有这一项挡着", en: "nothing like it is in the way of \(day)"),
                hint: Words(
                    zh: "照 station day show 列出的写", en: "write it as station day show lists it"),
                status: .answerIsNo)
        default: preconditionFailure("a refusal of something else")
        }
    }
}
