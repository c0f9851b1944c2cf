import Domain

/// What a command line asks for, and how it wants the answer.
package struct ParsedCommandLine: Sendable, Equatable {
    /// What is asked for.
    package enum Request: Sendable, Equatable {
        case run(Invocation)
        /// The help page of a command, of a group, or with an empty path of the program.
        case help(path: [String])
        case version
        /// A group alone, or nothing at all: help is due, on stderr, as a usage error.
        case incomplete(path: [String])
        case refused(CommandError)
    }

    package let output: OutputOptions
    package let request: Request
}

extension CommandTable {
    /// Reads the words after the program's name as POSIX and GNU programs do: flags before or after
    /// the command, `--x=v` and `--x v`, single letters joined, `--` before words that begin with a
    /// dash. The first fault wins; form and language of the answer are honoured even then.
    package func parse(
        _ arguments: [String], environment: [String: String] = [:]
    ) -> ParsedCommandLine {
        var parser = CommandLineParser(table: self)
        parser.scan(arguments)
        let output = parser.output(environment)
        return ParsedCommandLine(output: output, request: parser.request())
    }
}

private struct CommandLineParser {
    let table: CommandTable
    private let known: [String: Flag]
    private var given: [(flag: Flag, value: String?)] = []
    private var words: [String] = []
    private var operands: [String] = []
    private var fault: CommandError?

    init(table: CommandTable) {
        self.table = table
        let flags = table.globalFlags + table.commands.flatMap(\.flags)
        known = Dictionary(
            flags.flatMap { flag in flag.names.map { ($0, flag) } }, uniquingKeysWith: { $1 })
    }

    // MARK: Words to flags

    mutating func scan(_ arguments: [String]) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands = Array(rest)
                return
            } else if word.hasPrefix("--") {
                scanLong(word, &rest)
            } else if word.hasPrefix("-") && word != "-" {
                scanLetters(word, &rest)
            } else {
                words.append(word)
            }
        }
    }

    private mutating func scanLong(_ word: String, _ rest: inout ArraySlice<String>) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let joined = parts.count == 2 ? String(parts[1]) : nil
        guard let flag = known[name] else {
            note(.unknownFlag(name, nearest: nearestFlag(to: name)))
            return
        }
        switch flag.kind.arity {
        case .none:
            if joined != nil { note(.valueNotTaken(flag)) }
            given.append((flag, nil))
        case .optional:
            given.append((flag, joined))
        case .needed:
            take(flag, joined, &rest)
        }
    }

    private mutating func scanLetters(_ word: String, _ rest: inout ArraySlice<String>) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let flag = known["-\(letter)"] else {
                note(.unknownFlag("-\(letter)", nearest: nil))
                return
            }
            guard flag.kind.arity == .needed else {
                given.append((flag, nil))
                continue
            }
            take(flag, letters.isEmpty ? nil : String(letters), &rest)
            return
        }
    }

    /// A value that begins with a dash must be joined by `=`, so that a forgotten value never
    /// swallows the next flag. `-` alone and negative numbers are values.
    private mutating func take(_ flag: Flag, _ joined: String?, _ rest: inout ArraySlice<String>) {
        if let joined {
            given.append((flag, joined))
        } else if let next = rest.first, !looksLikeFlag(next) {
            given.append((flag, rest.removeFirst()))
        } else {
            note(.valueMissing(flag))
        }
    }

    private func looksLikeFlag(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
            && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1])
    }

    private mutating func note(_ error: CommandError) { fault = fault ?? error }

    // MARK: Flags to a request

    func output(_ environment: [String: String]) -> OutputOptions {
        var options = OutputOptions(language: .preferred(in: environment))
        for (flag, value) in given {
            switch (flag.name, value) {
            case ("json", "lines"): options.format = .jsonLines
            case ("json", _): options.format = .json
            case ("plain", _) where options.format == .text: options.format = .plain
            case ("quiet", _): options.isQuiet = true
            case ("lang", "zh"): options.language = .zh
            case ("lang", "en"): options.language = .en
            default: break
            }
        }
        return options
    }

    func request() -> ParsedCommandLine.Request {
        let isHelp = isGiven("help") || words.first == "help"
        let asked = words.first == "help" ? Array(words.dropFirst()) : words
        let (path, next) = table.resolve(asked)
        let command = table.command(path)
        if isHelp && (command != nil || next == nil) { return .help(path: path) }
        if isGiven("version") || words == ["version"] && fault == nil { return .version }
        if let fault { return .refused(fault) }
        guard let command else {
            guard let next else { return .incomplete(path: path) }
            let names = table.commands(under: path).map { $0.path[path.count] }
            return .refused(.unknownCommand(path, next, nearest: Nearest.name(to: next, in: names)))
        }
        let arguments = Array(words.dropFirst(path.count)) + operands
        return run(command, arguments)
    }

    private func run(_ command: Command, _ arguments: [String]) -> ParsedCommandLine.Request {
        let flags = table.flags(of: command)
        var values: [String: [String]] = [:]
        for (used, value) in given {
            guard let flag = flags.first(where: { $0.name == used.name }) else {
                return .refused(.flagOfOtherCommand(used, command, in: table))
            }
            if let error = flag.fault(in: value, after: values[flag.name]) {
                return .refused(error)
            }
            if value?.isEmpty == true, table.globalFlags.contains(where: { $0.name == flag.name }) {
                return .refused(.valueMissing(flag))
            }
            values[flag.name, default: []] += value.map { [flag.kind.normalised($0)] } ?? []
        }
        if values["json"] != nil && values["plain"] != nil { return .refused(.twoFormats) }
        if let error = command.fault(in: arguments) { return .refused(error) }
        let invocation = Invocation(
            command: command, arguments: arguments, flags: flags, values: values)
        let fromStdin = invocation.unreadFiles.filter { $0.path == "-" }
        if fromStdin.count > 1 { return .refused(.stdinTwice(fromStdin.map(\.flag))) }
        return .run(invocation)
    }

    private func isGiven(_ name: String) -> Bool { given.contains { $0.flag.name == name } }

    /// The nearest name among the flags of the command meant, else among all flags.
    private func nearestFlag(to name: String) -> String? {
        let command = table.command(table.resolve(words).path)
        let near = command.map { table.flags(of: $0).map { "--" + $0.name } } ?? []
        let all = (table.globalFlags + table.commands.flatMap(\.flags)).map { "--" + $0.name }
        return Nearest.name(to: name, in: near) ?? Nearest.name(to: name, in: all)
    }
}

extension CommandTable {
    /// The longest path that `words` begin with, and the word after it when that is no path. A
    /// whole command's path has no such word: what follows are its arguments.
    func resolve(_ words: [String]) -> (path: [String], next: String?) {
        var path: [String] = []
        for word in words {
            let longer = path + [word]
            guard commands.contains(where: { $0.path.starts(with: longer) }) else {
                return (path, command(path) == nil ? word : nil)
            }
            path = longer
        }
        return (path, nil)
    }
}

extension Flag {
    /// What is wrong with giving this flag `value` after the values it already has.
    func fault(in value: String?, after earlier: [String]?) -> CommandError? {
        switch kind {
        case .toggle, .list: nil
        case .value, .file, .secret: earlier == nil ? nil : .flagTwice(self)
        case .choice(let choices, _):
            earlier == nil ? fault(in: value ?? "", among: choices) : .flagTwice(self)
        case .toggleOrChoice(let choices): value.flatMap { fault(in: $0, among: choices) }
        }
    }

    private func fault(in value: String, among choices: [Choice]) -> CommandError? {
        let words = choices.map(\.word)
        return words.contains(kind.normalised(value)) ? nil : .badChoice(self, value, words)
    }
}

extension FlagKind {
    /// A choice as its word; any other value as it was typed.
    func normalised(_ value: String) -> String {
        switch self {
        case .choice, .toggleOrChoice: Choice.word(for: value)
        case .toggle, .value, .list, .file, .secret: value
        }
    }
}

extension Command {
    /// What is wrong with the number of arguments.
    func fault(in given: [String]) -> CommandError? {
        var rest = given[...]
        for argument in arguments {
            switch argument.count {
            case .one:
                if rest.popFirst() == nil { return .argumentMissing(argument, self) }
            case .optional:
                _ = rest.popFirst()
            case .many:
                if rest.isEmpty { return .argumentMissing(argument, self) }
                rest = []
            case .any:
                rest = []
            }
        }
        return rest.first.map { .argumentTooMany($0, self) }
    }
}
