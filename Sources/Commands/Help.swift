package import Domain
import Terminal

/// Help pages, written from the table alone.
extension CommandTable {
    /// The width that help is set to; a handheld's screen has at least 40 columns and wraps itself.
    static let helpColumns = 80

    /// The help page of a command, of a group of commands, or with an empty path of the program.
    package func help(for path: [String], _ language: Language) -> [String] {
        if let command = command(path) { return help(of: command, language) }
        let commands = commands(under: path)
        precondition(!commands.isEmpty, "help for no command")
        let name = ([program] + path).joined(separator: " ")
        let title = "\(program) \(version) - \(summary[language])"
        var lines = path.isEmpty ? DisplayWidth.wrapped(title, to: Self.helpColumns) + [""] : []
        lines.append(Titles.usage[language] + " \(name) \(Titles.command[language])")
        lines += ["", Titles.commands[language]]
        lines += Self.columns(
            commands.map { ($0.name, $0.summary[language] + mark($0, language)) })
        lines += section(Titles.globalFlags, globalFlags, language)
        lines += ["", Titles.more(program, path)[language]]
        return lines
    }

    private func help(of command: Command, _ language: Language) -> [String] {
        let name = "\(program) \(command.name)"
        let title = "\(name) - \(command.summary[language])\(mark(command, language))"
        var lines = DisplayWidth.wrapped(title, to: Self.helpColumns)
        let words = command.arguments.map(\.usage)
        let usage = ([name] + words + [Titles.flag[language]]).joined(separator: " ")
        lines += ["", Titles.usage[language] + " " + usage]
        if let details = command.details {
            lines.append("")
            lines += DisplayWidth.wrapped(details[language], to: Self.helpColumns)
        }
        if !command.arguments.isEmpty {
            lines += ["", Titles.arguments[language]]
            lines += Self.columns(command.arguments.map { ($0.name, $0.summary[language]) })
        }
        lines += section(Titles.flags, command.flags, language)
        for flag in command.flags { lines += choices(of: flag, language) }
        lines += section(Titles.globalFlags, globalFlags, language)
        if !command.examples.isEmpty {
            lines += ["", Titles.examples[language]]
            for example in command.examples {
                lines += ["  # \(example.summary[language])"] + Self.shellLines(example.line)
            }
        }
        return lines
    }

    private func section(_ title: Words, _ flags: [Flag], _ language: Language) -> [String] {
        guard !flags.isEmpty else { return [] }
        return ["", title[language]]
            + Self.columns(flags.map { ($0.usage, $0.summary[language]) })
    }

    /// The words of a named choice with their meanings.
    private func choices(of flag: Flag, _ language: Language) -> [String] {
        guard case .choice(let choices, let name?) = flag.kind else { return [] }
        return ["", Titles.choices(name)[language]]
            + Self.columns(choices.map { ($0.word, $0.summary?[language] ?? "") })
    }

    private func mark(_ command: Command, _ language: Language) -> String {
        command.needsServer ? " " + Titles.needsServer[language] : ""
    }

    /// A command line as a shell takes it, a long one continued by backslashes.
    private static func shellLines(_ line: String) -> [String] {
        let parts = DisplayWidth.wrapped(line, to: helpColumns - 8)
        return parts.enumerated().map { index, part in
            (index == 0 ? "  " : "      ") + part + (index == parts.count - 1 ? "" : " \\")
        }
    }

    /// Two columns; what does not fit the second goes on below it. A name too wide for the first
    /// stands on a line of its own.
    private static func columns(_ rows: [(name: String, summary: String)]) -> [String] {
        let widths = rows.map { DisplayWidth.columns($0.name) }
        let width = widths.filter { $0 <= 26 }.max() ?? 26
        let indent = String(repeating: " ", count: width + 4)
        return rows.flatMap { row in
            let summary = DisplayWidth.wrapped(row.summary, to: helpColumns - width - 4)
            let name = "  " + DisplayWidth.padded(row.name, to: width)
            if DisplayWidth.columns(row.name) > width {
                return [name] + summary.map { indent + $0 }
            }
            return [DisplayWidth.trimmed(name + "  " + summary[0])]
                + summary.dropFirst().map { indent + $0 }
        }
    }
}

extension Flag {
    /// `-h, --help` or `--weight-g GRAMS`, the long names below each other.
    var usage: String {
        let letter = letter.map { "-\($0), " } ?? "    "
        switch kind {
        case .toggle: return "\(letter)--\(name)"
        case .value, .list, .choice, .file, .secret:
            return "\(letter)--\(name) \(kind.placeholder ?? "")"
        case .toggleOrChoice: return "\(letter)--\(name)[=\(kind.placeholder ?? "")]"
        }
    }
}

extension Argument {
    var usage: String {
        switch count {
        case .one: name
        case .optional: "[\(name)]"
        case .many: "\(name)..."
        case .any: "[\(name)...]"
        }
    }
}

/// The fixed words of a help page.
private enum Titles {
    static let usage = Words(zh: "用法:", en: "Usage:")
    static let command = Words(zh: "命令 [选项]", en: "COMMAND [flags]")
    static let flag = Words(zh: "[选项]", en: "[flags]")
    static let commands = Words(zh: "命令:", en: "Commands:")
    static let arguments = Words(zh: "参数:", en: "Arguments:")
    static let flags = Words(zh: "选项:", en: "Flags:")
    static let globalFlags = Words(zh: "通用选项:", en: "Flags of every command:")
    static let examples = Words(zh: "例子:", en: "Examples:")
    static let needsServer = Words(zh: "(要联网)", en: "(needs the server)")

    static func choices(_ name: String) -> Words {
        Words(zh: "\(name) 是下面之一:", en: "\(name) is one of:")
    }

    static func more(_ program: String, _ path: [String]) -> Words {
        let line = ([program, "help"] + path).joined(separator: " ")
        return Words(zh: "一条命令的帮助: \(line) 命令", en: "Help of one command: \(line) COMMAND")
    }
}
