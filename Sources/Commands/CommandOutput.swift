package import Domain
import Terminal

/// The result of a command before anyone chose how to print it: one value, four forms.
package struct CommandOutput: Sendable, Equatable {
    package var status: ExitStatus
    /// The keys of the JSON envelope after `schema` and `ok`, in order.
    package var members: [JSONMember]
    /// What a person reads, above the list.
    package var text: [String]
    package var list: OutputList?
    /// What a person reads below the list.
    package var closing: [String]
    /// Remarks that are not data; they go to stderr and `--quiet` drops them.
    package var notes: [String]

    package init(
        status: ExitStatus = .done, members: [JSONMember] = [], text: [String] = [],
        list: OutputList? = nil, closing: [String] = [], notes: [String] = []
    ) {
        self.status = status
        self.members = members
        self.text = text
        self.list = list
        self.closing = closing
        self.notes = notes
    }
}

/// Like things, one to a line.
package struct OutputList: Sendable, Equatable {
    /// What the cells at one place of every row mean.
    package struct Column: Sendable, Equatable {
        package let title: Words
        /// Numbers stand on the right.
        package let isNumber: Bool

        package init(_ title: Words, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    /// One thing of the list, for people and for scripts.
    package struct Row: Sendable, Equatable {
        /// One text for each column.
        package let cells: [String]
        /// The same thing for scripts: an object.
        package let json: JSONValue

        package init(_ cells: [String], json: JSONValue) {
            self.cells = cells
            self.json = json
        }
    }

    /// The key of the list in the JSON envelope.
    package let key: String
    package let columns: [Column]
    package let rows: [Row]

    package init(key: String, columns: [Column], rows: [Row]) {
        precondition(rows.allSatisfy { $0.cells.count == columns.count }, "one cell a column")
        self.key = key
        self.columns = columns
        self.rows = rows
    }
}

/// The bytes a program writes before it ends: data on stdout, messages on stderr.
package struct PrintedOutput: Sendable, Equatable {
    package let status: ExitStatus
    package let stdout: String
    package let stderr: String
}

extension CommandTable {
    /// Prints a result in the form and language asked for.
    package func print(_ output: CommandOutput, _ options: OutputOptions) -> PrintedOutput {
        let notes = options.isQuiet ? [] : output.notes.map { SafeText.visible($0) }
        let stdout =
            switch options.format {
            case .text: output.textLines(options.language)
            case .plain: output.plainLines
            case .json: [output.document(schema: schema).serialized]
            case .jsonLines: output.jsonLines(schema: schema)
            }
        return PrintedOutput(
            status: output.status, stdout: Self.joined(stdout), stderr: Self.joined(notes))
    }

    /// Prints why a command failed: for scripts one document with the first error under `error`
    /// and, when there are more, all of them under `errors`; for people every error on stderr.
    package func print(_ errors: [CommandError], _ options: OutputOptions) -> PrintedOutput {
        guard let first = errors.first else { preconditionFailure("a failure without an error") }
        let language = options.language
        switch options.format {
        case .json, .jsonLines:
            var members = [
                JSONMember("schema", .text(schema)), JSONMember("ok", false),
                JSONMember("error", first.json(language)),
            ]
            if errors.count > 1 {
                members.append(JSONMember("errors", .list(errors.map { $0.json(language) })))
            }
            let document = JSONValue.object(members).serialized
            return PrintedOutput(status: first.status, stdout: document + "\n", stderr: "")
        case .text, .plain:
            return PrintedOutput(
                status: first.status, stdout: "", stderr: Self.joined(lines(errors, language)))
        }
    }

    /// Every error for a person. A hint that holds for several in a row stands once, below them.
    private func lines(_ errors: [CommandError], _ language: Language) -> [String] {
        errors.indices.flatMap { index -> [String] in
            let error = errors[index]
            let isRepeated = errors.dropFirst(index + 1).first?.hint == error.hint
            return isRepeated ? Array(error.lines(language).prefix(1)) : error.lines(language)
        }
    }

    /// Answers a request that needs no work: help, version, a fault. Nil when a command is to run.
    package func answer(to line: ParsedCommandLine) -> PrintedOutput? {
        let options = line.output
        switch line.request {
        case .run: return nil
        case .refused(let error): return self.print([error], options)
        case .help(let path):
            let help = help(for: path, options.language)
            return self.print(
                CommandOutput(
                    members: [JSONMember("help", .text(help.joined(separator: "\n")))],
                    text: help), options)
        case .version:
            return self.print(
                CommandOutput(
                    members: [
                        JSONMember("program", .text(program)),
                        JSONMember("version", .text(version)),
                    ], text: ["\(program) \(version)"]), options)
        case .incomplete(let path):
            let error = CommandError.incompleteCommand(path)
            guard options.format == .text || options.format == .plain else {
                return self.print([error], options)
            }
            let lines = error.lines(options.language) + [""] + help(for: path, options.language)
            return PrintedOutput(status: .usage, stdout: "", stderr: Self.joined(lines))
        }
    }

    private static func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}

extension CommandOutput {
    func document(schema: String) -> JSONValue {
        let rows = list.map { [JSONMember($0.key, .list($0.rows.map(\.json)))] } ?? []
        return .object(
            [JSONMember("schema", .text(schema)), JSONMember("ok", .bool(status == .done))]
                + members + rows)
    }

    /// One object a line for a list; the envelope when there is none.
    func jsonLines(schema: String) -> [String] {
        list.map { $0.rows.map(\.json.serialized) } ?? [document(schema: schema).serialized]
    }

    /// A list as one line a row; anything else as one line a key.
    var plainLines: [String] {
        if let list {
            return list.rows.map { $0.cells.map(SafeText.visible).joined(separator: "\t") }
        }
        return members.map { "\($0.key)\t\(SafeText.visible($0.value.plain))" }
    }

    func textLines(_ language: Language) -> [String] {
        let table = list.map { $0.lines(language) } ?? []
        return text.map(SafeText.visible) + table + closing.map(SafeText.visible)
    }
}

extension OutputList {
    /// The rows under their titles, the columns aligned by what a terminal shows.
    func lines(_ language: Language) -> [String] {
        guard !rows.isEmpty else { return [] }
        let cells =
            [columns.map { $0.title[language] }] + rows.map { $0.cells.map(SafeText.visible) }
        let widths = columns.indices.map { column in
            cells.map { DisplayWidth.columns($0[column]) }.max() ?? 0
        }
        return cells.map { row in
            let padded = columns.indices.map { column in
                columns[column].isNumber
                    ? DisplayWidth.paddedLeft(row[column], to: widths[column])
                    : DisplayWidth.padded(row[column], to: widths[column])
            }
            return DisplayWidth.trimmed(padded.joined(separator: "  "))
        }
    }
}

extension JSONValue {
    /// The value alone, as `--plain` shows it.
    var plain: String {
        if case .text(let text) = self { return text }
        return self == .null ? "" : serialized
    }
}
