import Central
import CentralStore
import Commands
import Domain

/// The commands about facts that are stored and not applied.
extension StationProgram {
    func exceptions(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let limit = try invocation.value("limit").map { text throws(CommandFailure) in
            try number("limit", text, in: 1...StationProgram.ledgerLinesMax)
        }
        let isWithClosed = invocation.has("closed")
        return reports.exceptions(
            try stored {
                try store.exceptions(
                    max: limit ?? StationProgram.ledgerLinesDefault, isWithClosed: isWithClosed)
            })
    }

    func line(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let number = try lineNumber(argument())
        guard let line = try stored({ try store.line(number) }) else {
            throw CommandFailure(
                .notFound(
                    String(number),
                    hint: Words(
                        zh: "station ledger list 列出行号",
                        en: "station ledger list shows the numbers")))
        }
        return reports.line(line)
    }

    func readAgain() throws(CommandFailure) -> CommandOutput {
        var lines: [Int] = []
        for text in invocation.arguments { lines.append(try lineNumber(text)) }
        let isTrial = invocation.has("dry-run")
        guard let reason = invocation.value("reason") else {
            throw CommandFailure(.missing("reason", "程序已修复"))
        }
        let outcome = try desk().perform(
            .readAgain(lines: lines, reason: reason, isTrial: isTrial))
        guard case .readAgain(let outcomes) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        return StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
            .readAgain(outcomes, isTrial: isTrial)
    }

    func remark(isClosing: Bool) throws(CommandFailure) -> CommandOutput {
        let flag = isClosing ? "reason" : "note"
        guard let text = invocation.value(flag) else {
            throw CommandFailure(.missing(flag, "已与快递员核对"))
        }
        let number = try lineNumber(argument())
        _ = try desk().perform(.remark(line: number, text: text, isClosing: isClosing))
        return CommandOutput(
            members: [
                JSONMember("number", .integer(number)), JSONMember("closed", .bool(isClosing)),
            ],
            text: [
                isClosing
                    ? Words(zh: "第 \(number) 行已结案", en: "line \(number) is closed")[language]
                    : Words(zh: "已在第 \(number) 行旁记下", en: "noted beside line \(number)")[language]
            ])
    }

    private func lineNumber(_ text: String) throws(CommandFailure) -> Int {
        guard (1...15).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0
        else {
            throw CommandFailure(
                CommandError(
                    "E-USAGE-VALUE", field: "NUMBER",
                    Words(zh: "「\(text)」不是行号", en: "\"\(text)\" is no number of a line"),
                    hint: Words(
                        zh: "用 station ledger list 或 exceptions 里的号",
                        en: "take one from station ledger list or exceptions"), status: .usage))
        }
        return number
    }
}
