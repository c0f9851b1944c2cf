package import Domain

/// Everything one program can be told on its command line. Parser, help and completion read only
/// this table, so they cannot disagree.
package struct CommandTable: Sendable {
    /// The program's name: `courier`.
    package let program: String
    package let version: String
    /// The name and number of its JSON documents: `courier/1`.
    package let schema: String
    package let summary: Words
    /// Flags that every command takes.
    package let globalFlags: [Flag]
    package let commands: [Command]

    /// Fails on a table that the parser could not read without guessing.
    package init(
        program: String, version: String, schema: String, summary: Words, globalFlags: [Flag],
        commands: [Command]
    ) {
        self.program = program
        self.version = version
        self.schema = schema
        self.summary = summary
        self.globalFlags = Flag.standard + globalFlags
        self.commands = commands + Command.standard
        if let fault { preconditionFailure("command table of \(program): \(fault)") }
    }

    /// The command with exactly this path.
    package func command(_ path: [String]) -> Command? { commands.first { $0.path == path } }

    /// The commands whose path begins with `words`.
    package func commands(under words: [String]) -> [Command] {
        commands.filter { $0.path.count > words.count && $0.path.starts(with: words) }
    }

    /// The flags that `command` takes: its own, then the global ones.
    package func flags(of command: Command) -> [Flag] { command.flags + globalFlags }

    /// What keeps the parser from reading a flag in front of its command: a name that takes a value
    /// in one command and none in another, or a name twice in one place.
    private var fault: String? {
        var known: [String: FlagKind.Arity] = [:]
        for flag in globalFlags + commands.flatMap(\.flags) {
            for name in flag.names {
                if let arity = known[name], arity != flag.kind.arity {
                    return "the flag \(name) takes a value in one place only"
                }
                known[name] = flag.kind.arity
            }
        }
        for command in commands {
            let names = flags(of: command).flatMap(\.names)
            if Set(names).count < names.count { return "\(command.name) has a flag twice" }
        }
        let paths = commands.map(\.path)
        return Set(paths).count < paths.count ? "a command is there twice" : nil
    }
}

/// One thing the program can do.
package struct Command: Sendable, Equatable {
    /// The words that call it: `["pickup", "issue"]`.
    package let path: [String]
    package let summary: Words
    /// A paragraph for the command's own help page.
    package let details: Words?
    package let arguments: [Argument]
    package let flags: [Flag]
    package let examples: [Example]
    /// Whether it can do nothing without the server.
    package let needsServer: Bool

    package init(
        _ path: String..., summary: Words, details: Words? = nil, arguments: [Argument] = [],
        flags: [Flag] = [], examples: [Example] = [], needsServer: Bool = false
    ) {
        self.path = path
        self.summary = summary
        self.details = details
        self.arguments = arguments
        self.flags = flags
        self.examples = examples
        self.needsServer = needsServer
    }

    /// The words of the path with blanks between them.
    package var name: String { path.joined(separator: " ") }

    /// The commands that every program of the package has; the parser answers them itself.
    package static let standard: [Command] = [
        Command(
            "help", summary: Words(zh: "显示一条命令的帮助", en: "show the help of a command"),
            arguments: [Argument("COMMAND", .any, Words(zh: "命令的几个词", en: "the command's words"))]),
        Command("version", summary: Words(zh: "显示版本", en: "show the version")),
    ]
}

/// A word that a command takes after its path.
package struct Argument: Sendable, Equatable {
    /// How often the word may stand there.
    package enum Count: Sendable { case one, optional, many, any }

    /// In capitals, as help shows it: `WAYBILL`.
    package let name: String
    package let count: Count
    package let summary: Words

    package init(_ name: String, _ count: Count, _ summary: Words) {
        self.name = name
        self.count = count
        self.summary = summary
    }
}

/// A command line that does something useful as it stands.
package struct Example: Sendable, Equatable {
    package let line: String
    package let summary: Words

    package init(_ line: String, _ summary: Words) {
        self.line = line
        self.summary = summary
    }
}

/// How a flag takes its value.
package enum FlagKind: Sendable, Equatable {
    /// No value; saying it twice is the same as once.
    case toggle
    /// One value, named for help: `GRAMS`.
    case value(String)
    /// A value each time; may be repeated.
    case list(String)
    /// One of these words; a long list has a name, and help explains it below the flags.
    case choice([Choice], named: String? = nil)
    /// Alone, or with one of these words joined by `=`.
    case toggleOrChoice([Choice])
    /// The path of a file whose content is the value; `-` is stdin.
    case file(String)
    /// The path of a file whose first line is a secret, which never stands on a command line.
    case secret(String)

    /// Whether a value must, may or cannot follow.
    enum Arity { case none, needed, optional }

    var arity: Arity {
        switch self {
        case .toggle: .none
        case .value, .list, .choice, .file, .secret: .needed
        case .toggleOrChoice: .optional
        }
    }

    /// The value as help shows it.
    var placeholder: String? {
        switch self {
        case .toggle: nil
        case .value(let name), .list(let name), .file(let name), .secret(let name): name
        case .choice(let choices, let name): name ?? choices.map(\.word).joined(separator: "|")
        case .toggleOrChoice(let choices): choices.map(\.word).joined(separator: "|")
        }
    }
}

/// One of the words that a flag takes.
package struct Choice: Sendable, Equatable {
    /// Lower-case words with dashes: `not-home`.
    package let word: String
    /// What it means, when the word alone does not say.
    package let summary: Words?

    package init(_ word: String, _ summary: Words? = nil) {
        self.word = word
        self.summary = summary
    }

    /// The word on the command line for a code of the wire: `NOT_HOME` is `not-home`. What a person
    /// types is folded the same way, so the code itself is taken too.
    package static func word(for code: String) -> String {
        String(code.lowercased().map { $0 == "_" ? "-" : $0 })
    }
}

/// A named part of a command line: `--weight-g GRAMS`.
package struct Flag: Sendable, Equatable {
    /// The long name without dashes.
    package let name: String
    /// The single letter that means the same.
    package let letter: Character?
    package let kind: FlagKind
    package let summary: Words

    package init(
        _ name: String, letter: Character? = nil, _ kind: FlagKind, _ summary: Words
    ) {
        self.name = name
        self.letter = letter
        self.kind = kind
        self.summary = summary
    }

    /// The flag as it is typed: `--weight-g`, `-h`.
    var names: [String] { ["--" + name] + (letter.map { ["-\($0)"] } ?? []) }

    /// The flags that every program of the package has.
    package static let standard: [Flag] = [
        Flag("help", letter: "h", .toggle, Words(zh: "显示这一页帮助", en: "show this help")),
        Flag("version", .toggle, Words(zh: "显示版本", en: "show the version")),
        Flag(
            "json", .toggleOrChoice([Choice("lines")]),
            Words(
                zh: "输出一个 JSON 文档; =lines 时列表每项一行",
                en: "print one JSON document; with =lines one object per line of a list")),
        Flag(
            "plain", .toggle,
            Words(zh: "每条记录一行, 制表符分隔", en: "one record per line, fields separated by tabs")),
        Flag("quiet", letter: "q", .toggle, Words(zh: "不显示提示, 只报错", en: "no notes, errors only")),
        Flag(
            "lang", .choice([Choice("zh"), Choice("en")]),
            Words(
                zh: "语言; 不写则看 LC_ALL, LC_MESSAGES, LANG",
                en: "language; else LC_ALL, LC_MESSAGES, LANG decide")),
    ]
}
