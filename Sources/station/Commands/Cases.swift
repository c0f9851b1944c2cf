import Central
import CentralStore
import Commands
import Domain

/// The commands about cases.
extension StationProgram {
    func cases(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let isWithResolved = invocation.has("all")
        return reports.cases(
            try stored { try store.cases(isWithResolved: isWithResolved) },
            isWithResolved: isWithResolved)
    }

    func oneCase(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let id = argument().uppercased()
        guard let found = try stored({ try store.caseDetail(id) }) else {
            throw CommandFailure(.unknownCase(id))
        }
        return reports.oneCase(found)
    }

    func resolveCase() throws(CommandFailure) -> CommandOutput {
        guard let option = invocation.value("option") else {
            throw CommandFailure(.missing("option", "FIRST_TRUE"))
        }
        let version = try invocation.value("seen").map { text throws(CommandFailure) in
            try number("seen", text, in: 1...StationProgram.caseVersionMax)
        }
        let outcome = try desk().perform(
            .resolveCase(
                id: argument().uppercased(), option: option.uppercased(), version: version,
                note: invocation.value("note")))
        guard case .caseResolved(let id, let chosen) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        let words = CaseOption(rawValue: chosen)?.words ?? Words(zh: chosen, en: chosen)
        return CommandOutput(
            members: [JSONMember("case", .text(id)), JSONMember("option", .text(chosen))],
            text: [
                Words(zh: "\(id) 已裁决: \(words.zh)", en: "\(id) is decided: \(words.en)")[language]
            ])
    }

    /// A row has never so many versions.
    static let caseVersionMax = 1_000_000
}

extension CommandError {
    static func unknownCase(_ id: String) -> CommandError {
        .notFound(
            id,
            hint: Words(
                zh: "station case list --all 列出个案号", en: "station case list --all shows the numbers"
            ))
    }

    /// Why a case was not decided.
    static func caseRefusal(_ refusal: ManagerRefusal) -> CommandError {
        switch refusal {
        case .unknownCase(let id): return .unknownCase(id)
        case .caseClosed(let id, let resolution):
            let words = CaseOption(rawValue: resolution)?.words ?? Words(zh: "已消除", en: "ended")
            return CommandError(
                "E-CASE-CLOSED", field: "CASE",
                Words(
                    zh: "\(id) 已经裁决过: \(words.zh)", en: "\(id) is decided already: \(words.en)"),
                hint: Words(
                    zh: "有新的记录时它会自己重新打开", en: "it opens again by itself when new records come"),
                status: .answerIsNo)
        case .notAnOption(let id, let options):
            return CommandError(
                "E-OPTION", field: "option",
                Words(
                    zh: "\(id) 只能裁决为 \(options.joined(separator: "、"))",
                    en: "\(id) can be decided as \(options.joined(separator: ", ")) only"),
                hint: Words(
                    zh: "station case show \(id) 说明每一种", en: "station case show \(id) explains each"
                ),
                status: .usage)
        default: preconditionFailure("a refusal of something else")
        }
    }
}
