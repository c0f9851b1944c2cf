import Central
import CentralStore
import Commands
import Domain
import Foundation
import ReferenceData

/// The rule tables of the station.
extension StationProgram {
    /// `data check`, `diff` and `publish` of a file.
    func changeData() throws(CommandFailure) -> CommandOutput {
        if invocation.command.path == ["data", "revert"] { return try revert() }
        let standard = try replaceable(packName())
        let text = try tableText()
        let published = try publishedPacks()
        try check(standard.name, text, published)
        switch invocation.command.path {
        case ["data", "check"]:
            return CommandOutput(
                members: [JSONMember("name", .text(standard.name))],
                text: [
                    Words(zh: "\(standard.name) 没有问题", en: "\(standard.name) is right")[language]
                ])
        case ["data", "diff"]: return difference(standard, text, published)
        default:
            let order = PackOrder.publish(name: standard.name, content: text)
            guard case .packPublished(let name, let version, _) = try desk().perform(.pack(order))
            else { preconditionFailure("another outcome than the action's") }
            return publication(name, version, isBuiltIn: false)
        }
    }

    private func revert() throws(CommandFailure) -> CommandOutput {
        let name = try replaceable(argument()).name
        let outcome = try desk().perform(.pack(.revert(name: name)))
        guard case .packPublished(_, let version, let isBuiltIn) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        return publication(name, version, isBuiltIn: isBuiltIn)
    }

    private func publication(
        _ name: String, _ version: Int, isBuiltIn: Bool
    ) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("name", .text(name)), JSONMember("version", .integer(version)),
                JSONMember("built_in", .bool(isBuiltIn)),
            ],
            text: [
                isBuiltIn
                    ? Words(
                        zh: "\(name) 换回自带的表", en: "\(name): the built-in table is in force again")[
                            language]
                    : Words(
                        zh: "\(name) 第 \(version) 版已生效",
                        en: "\(name): version \(version) is in force")[
                            language]
            ],
            notes: [
                Words(zh: "手持端下次同步时更换", en: "handhelds change in their next exchange")[language]
            ])
    }

    /// `data list`.
    func dataList() throws(CommandFailure) -> CommandOutput {
        let published = try publishedPacks()
        let isWithHistory = invocation.has("history")
        var rows: [OutputList.Row] = []
        for standard in ReferencePack.replaceable {
            let own = published.filter { $0.name == standard.name }
            let current = own.first(where: \.isInForce)
            let shown = isWithHistory ? own.filter { !$0.isInForce } : []
            rows.append(
                row(standard.name, current?.version ?? standard.version, current, isInForce: true))
            rows += shown.map { row(standard.name, $0.version, $0, isInForce: false) }
        }
        return CommandOutput(
            list: OutputList(
                key: "tables",
                columns: [
                    .init(Words(zh: "表", en: "table")), .init(Words(zh: "版本", en: "version")),
                    .init(Words(zh: "来源", en: "from")), .init(Words(zh: "发布", en: "published")),
                ], rows: rows))
    }

    private func row(
        _ name: String, _ version: Int, _ pack: PublishedPack?, isInForce: Bool
    ) -> OutputList.Row {
        let reports = StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
        let origin =
            pack == nil
            ? Words(zh: "自带", en: "built in")
            : isInForce ? Words(zh: "本站", en: "own") : Words(zh: "以前", en: "earlier")
        return OutputList.Row(
            [
                name, String(version), origin[language],
                pack.map { reports.short($0.atMilliseconds) } ?? "-",
            ],
            json: [
                "name": .text(name), "version": .integer(version), "own": .bool(pack != nil),
                "in_force": .bool(isInForce), "published": reports.time(pack?.atMilliseconds),
            ])
    }

    /// `data show`.
    func showData() throws(CommandFailure) -> CommandOutput {
        let standard = try replaceable(argument())
        let published = try publishedPacks().filter { $0.name == standard.name }
        var csv = content(of: standard, published)
        if let text = invocation.value("of-version") {
            let version = try number("of-version", text, in: 0...999_999_999)
            guard let found = published.first(where: { $0.version == version }) else {
                throw CommandFailure(
                    .notFound(
                        "\(standard.name) \(version)",
                        hint: Words(
                            zh: "station data list --history 列出各版",
                            en: "station data list --history shows them")))
            }
            csv = String(decoding: found.content, as: UTF8.self)
        }
        return CommandOutput(
            members: [JSONMember("name", .text(standard.name)), JSONMember("csv", .text(csv))],
            text: csv.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init))
    }

    private func content(of standard: ReferencePack, _ published: [PublishedPack]) -> String {
        published.first { $0.isInForce && $0.name == standard.name }
            .map { String(decoding: $0.content, as: UTF8.self) } ?? standard.csv
    }

    /// What was published at the station; nothing where there is no station yet.
    func publishedPacks() throws(CommandFailure) -> [PublishedPack] {
        guard FileManager.default.isReadableFile(atPath: places.database) else { return [] }
        return try desk().read { store throws(CommandFailure) in
            try stored { try store.packs() }
        }
    }

    private func check(
        _ name: String, _ text: String, _ published: [PublishedPack]
    ) throws(CommandFailure) {
        var packs = Central.packs(inForce: published).filter { $0.name != name }
        packs.append(ReferencePack(name: name, version: 0, csv: text))
        do throws(PackProblems) {
            _ = try ReferenceData.tables(replacing: packs)
        } catch {
            throw CommandFailure(error.list.map { .tableRow($0, of: name) })
        }
    }

    private func difference(
        _ standard: ReferencePack, _ text: String, _ published: [PublishedPack]
    ) -> CommandOutput {
        let old = content(of: standard, published).split(separator: "\n").map(String.init)
        let new = text.split(whereSeparator: \.isNewline).map(String.init)
        let changes = new.difference(from: old)
        let removed = changes.removals.compactMap { change -> (Int, String)? in
            if case .remove(let offset, let line, _) = change { (offset, "- " + line) } else { nil }
        }
        let added = changes.insertions.compactMap { change -> (Int, String)? in
            if case .insert(let offset, let line, _) = change { (offset, "+ " + line) } else { nil }
        }
        return CommandOutput(
            status: changes.isEmpty ? .done : .answerIsNo,
            members: [
                JSONMember("name", .text(standard.name)),
                JSONMember("removed", .list(removed.map { .text(String($0.1.dropFirst(2))) })),
                JSONMember("added", .list(added.map { .text(String($0.1.dropFirst(2))) })),
            ],
            text: changes.isEmpty
                ? [Words(zh: "和现行的一样", en: "the same as in force")[language]]
                : (removed + added).sorted { $0.0 < $1.0 }.map(\.1))
    }

    private func tableText() throws(CommandFailure) -> String {
        let bytes = try fileBytes()
        guard bytes.count <= StationProgram.tableBytesMax else {
            throw CommandFailure(.tableTooLarge)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(
                CommandError(
                    "E-TABLE", field: "FILE", CSVProblem.Kind.notUTF8.words, status: .badData))
        }
        return text
    }

    /// The running server takes a request of at most 1 MiB, in which quotes and line ends count
    /// double.
    static let tableBytesMax = 512 << 10

    private func packName() throws(CommandFailure) -> String {
        if let name = invocation.value("as") { return name }
        let file = argument().split(separator: "/").last.map(String.init) ?? ""
        return file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    }

    private func replaceable(_ name: String) throws(CommandFailure) -> ReferencePack {
        guard let pack = ReferencePack.replaceable.first(where: { $0.name == name }) else {
            throw CommandFailure(.unknownTable(name))
        }
        return pack
    }
}

extension CommandError {
    static func tableRow(_ problem: PackProblem, of name: String) -> CommandError {
        let column = problem.column ?? "-"
        // Another table may name a row that is not there any more.
        let table = problem.pack == name ? "" : "\(problem.pack): "
        return CommandError(
            "E-TABLE-ROW", field: column,
            Words(
                zh: "\(table)第 \(problem.line) 行 \(column): \(problem.words.zh)",
                en: "\(table)line \(problem.line), \(column): \(problem.words.en)"),
            hint: Words(
                zh: "改好后再来; 现行的表没有变", en: "correct the file; the table in force is unchanged"),
            status: .badData)
    }

    static var tableTooLarge: CommandError {
        let kibibytes = StationProgram.tableBytesMax >> 10
        return CommandError(
            "E-TABLE", field: "FILE",
            Words(
                zh: "文件超过 \(kibibytes) KiB", en: "the file is larger than \(kibibytes) KiB"),
            status: .badData)
    }

    static func unknownTable(_ name: String) -> CommandError {
        let names = ReferencePack.replaceable.map(\.name)
        return CommandError(
            "E-TABLE-NAME", field: "as",
            Words(
                zh: "没有能换的表叫「\(name)」", en: "no table that can be replaced is called \"\(name)\""),
            hint: Nearest.name(to: name, in: names).map {
                Words(zh: "是不是 \($0)?", en: "did you mean \($0)?")
            }
                ?? Words(
                    zh: "用 --as 写明是哪一张: \(names.joined(separator: " "))",
                    en: "say which with --as: \(names.joined(separator: " "))"),
            status: .badData)
    }

    static func packRefusal(_ name: String, _ refusal: PackRefusal) -> CommandError {
        switch refusal {
        case .unknown: unknownTable(name)
        case .unchanged:
            CommandError(
                "E-TABLE-SAME", field: "NAME",
                Words(zh: "\(name) 现在就是这样", en: "\(name) is like this already"),
                status: .answerIsNo)
        case .nothingEarlier:
            CommandError(
                "E-TABLE-FIRST", field: "NAME",
                Words(
                    zh: "\(name) 用的就是自带的表", en: "the built-in table of \(name) is in force"),
                status: .answerIsNo)
        case .wrong:
            CommandError(
                "E-TABLE-ROW", field: "NAME",
                Words(
                    zh: "\(name) 和现在的其他表放在一起不对",
                    en: "\(name) does not fit the other tables any more"),
                hint: Words(
                    zh: "station data check 说明哪一行", en: "station data check says which line"),
                status: .badData)
        }
    }
}
