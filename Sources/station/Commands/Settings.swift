import Central
import CentralStore
import Commands
import Domain
import ReferenceData
import SyncProtocol

/// Settings of the station, unlock codes, and the audit trail.
extension StationProgram {
    /// `config set`: what a value may be is said before anything is asked of the server.
    func setSetting() throws(CommandFailure) -> CommandOutput {
        let name = argument()
        let value = invocation.arguments[1]
        guard let definition = ReferenceData.tables.settings[name] else {
            throw CommandFailure(.unknownSetting(name, known: ReferenceData.tables.settings.keys))
        }
        if case .failure(let problem) = definition.parse(value) {
            throw CommandFailure(.badSetting(name, value, definition, problem))
        }
        _ = try desk().perform(.setSetting(name: name, value: value))
        return CommandOutput(
            members: [JSONMember("name", .text(name)), JSONMember("value", .text(value))],
            text: ["\(name) = \(value)"],
            notes: [
                Words(zh: "手持端下次同步时生效", en: "handhelds follow at their next exchange")[
                    language]
            ])
    }

    /// `device unlock`.
    func unlock() throws(CommandFailure) -> CommandOutput {
        let outcome = try desk().perform(
            .unlock(
                label: argument(), challenge: invocation.arguments[1],
                reason: invocation.value("reason") ?? ""))
        guard case .unlockCode(let label, let code, let hours) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        return CommandOutput(
            members: [
                JSONMember("label", .text(label)), JSONMember("code", .text(code)),
                JSONMember("hours", .integer(hours)),
            ],
            text: [
                Words(zh: "\(label) 的解锁码: \(code)", en: "the code for \(label): \(code)")[language]
            ],
            notes: [
                Words(
                    zh: "只对这一个挑战码有效; 输入后打开 \(hours) 小时",
                    en: "it answers this challenge only, and opens the handheld for "
                        + "\(hours) hours")[language]
            ])
    }

    /// `device require`.
    func requireVersion() throws(CommandFailure) -> CommandOutput {
        let version = argument()
        guard version != "none" else {
            _ = try desk().perform(.requireVersion(nil))
            return CommandOutput(
                members: [JSONMember("version", .null)],
                text: [Words(zh: "不再要求升级", en: "no version is asked for")[language]])
        }
        guard let day = invocation.value("by") else {
            throw CommandFailure(.missing("by", "2026-12-01"))
        }
        guard let time = Timestamp.milliseconds(day + "T00:00+08:00") else {
            throw CommandFailure(
                .badOption(
                    "by", day,
                    expected: Words(zh: "写作 2026-12-01", en: "write it as 2026-12-01")))
        }
        _ = try desk().perform(
            .requireVersion(
                DeviceSettings.RequiredVersion(version: version, byMilliseconds: time)))
        return CommandOutput(
            members: [JSONMember("version", .text(version)), JSONMember("by", .text(day))],
            text: [
                Words(
                    zh: "要求版本 \(version), 从 \(day) 起旧版本不再收到资料",
                    en: "version \(version) is asked for; older ones get no data from \(day) on")[
                        language]
            ])
    }

    /// `config list`.
    func settingsList(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        reports.settings(try stored { try store.config() })
    }

    /// `audit list`.
    func audit(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let count = try invocation.value("count").map { text throws(CommandFailure) in
            try number("count", text, in: 1...StationProgram.ledgerLinesMax)
        }
        return reports.audit(
            try stored { try store.audit(max: count ?? StationProgram.ledgerLinesDefault) })
    }
}

extension CommandError {
    fileprivate static func unknownSetting(_ name: String, known: [String]) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "NAME",
            Words(zh: "没有设置 \(name)", en: "there is no setting \(name)"),
            hint: Words(
                zh: "station config list 列出全部 \(known.count) 项",
                en: "station config list shows all \(known.count)"), status: .answerIsNo)
    }

    fileprivate static func badSetting(
        _ name: String, _ value: String, _ definition: SettingDefinition,
        _ problem: SettingDefinition.Problem
    ) -> CommandError {
        let expected = definition.expected(problem)
        return CommandError(
            "E-VALUE", field: "VALUE",
            Words(zh: "\(name) 不能是「\(value)」", en: "\(name) cannot be \"\(value)\""),
            hint: Words(
                zh: "\(definition.words.zh): \(expected.zh)",
                en: "\(definition.words.en): \(expected.en)"), status: .badData)
    }
}
