import Domain

/// The faults of a command line, each with its stable code and its words. Exit status 64.
extension CommandError {
    static func unknownFlag(_ name: String, nearest: String?) -> CommandError {
        usage(
            "E-USAGE-FLAG", field: name,
            Words(zh: "没有 \(name) 这个选项", en: "there is no flag \(name)"),
            hint: nearest.map(Self.meant))
    }

    static func unknownCommand(
        _ path: [String], _ word: String, nearest: String?
    ) -> CommandError {
        let place = path.isEmpty ? "" : path.joined(separator: " ") + " "
        let name = place + word
        return usage(
            "E-USAGE-COMMAND", field: name,
            Words(zh: "没有命令「\(name)」", en: "there is no command \"\(name)\""),
            hint: nearest.map { Self.meant(place + $0) }
                ?? Words(zh: "-h 列出命令", en: "-h lists the commands"))
    }

    static func incompleteCommand(_ path: [String]) -> CommandError {
        usage(
            "E-USAGE-COMMAND", field: path.isEmpty ? nil : path.joined(separator: " "),
            path.isEmpty
                ? Words(zh: "没有写命令", en: "no command was given")
                : Words(
                    zh: "「\(path.joined(separator: " "))」后面还差一个词",
                    en: "\"\(path.joined(separator: " "))\" needs one more word"))
    }

    static func flagOfOtherCommand(
        _ flag: Flag, _ command: Command, in table: CommandTable
    ) -> CommandError {
        let own = table.flags(of: command).map { "--" + $0.name }
        let owner = table.commands.first { $0.flags.contains { $0.name == flag.name } }
        return usage(
            "E-USAGE-FLAG", field: "--" + flag.name,
            Words(
                zh: "\(command.name) 不用 --\(flag.name)",
                en: "\(command.name) does not take --\(flag.name)"),
            hint: Nearest.name(to: "--" + flag.name, in: own).map(Self.meant)
                ?? owner.map {
                    Words(zh: "它属于 \($0.name)", en: "it belongs to \($0.name)")
                })
    }

    static func valueMissing(_ flag: Flag) -> CommandError {
        let form = "--\(flag.name)=\(flag.kind.placeholder ?? "VALUE")"
        return usage(
            "E-USAGE-VALUE", field: "--" + flag.name,
            Words(zh: "--\(flag.name) 后面缺少值", en: "--\(flag.name) needs a value"),
            hint: Words(
                zh: "写作 --\(flag.name) \(flag.kind.placeholder ?? "VALUE"); 值以 - 开头时写作 \(form)",
                en: "write --\(flag.name) \(flag.kind.placeholder ?? "VALUE"), or \(form) "
                    + "when the value begins with a dash"))
    }

    static func valueNotTaken(_ flag: Flag) -> CommandError {
        usage(
            "E-USAGE-VALUE", field: "--" + flag.name,
            Words(zh: "--\(flag.name) 不带值", en: "--\(flag.name) takes no value"),
            hint: Words(zh: "去掉 = 和后面的部分", en: "leave out the = and what follows"))
    }

    static func badChoice(_ flag: Flag, _ value: String, _ words: [String]) -> CommandError {
        let list = words.joined(separator: ", ")
        return usage(
            "E-USAGE-VALUE", field: "--" + flag.name,
            Words(
                zh: "--\(flag.name) 不能是「\(value)」", en: "--\(flag.name) cannot be \"\(value)\""),
            hint: Nearest.name(to: value, in: words).map(Self.meant)
                ?? Words(zh: "可以用: \(list)", en: "it takes: \(list)"))
    }

    static func flagTwice(_ flag: Flag) -> CommandError {
        usage(
            "E-USAGE-TWICE", field: "--" + flag.name,
            Words(zh: "--\(flag.name) 写了两次", en: "--\(flag.name) was given twice"),
            hint: Words(zh: "只留一个", en: "keep one of them"))
    }

    static var twoFormats: CommandError {
        usage(
            "E-USAGE-TWICE", field: "--plain",
            Words(zh: "--json 和 --plain 不能同时用", en: "--json and --plain exclude each other"),
            hint: Words(zh: "只留一个", en: "keep one of them"))
    }

    static func stdinTwice(_ flags: [String]) -> CommandError {
        let names = flags.map { "--" + $0 }
        return usage(
            "E-USAGE-STDIN", field: names.last,
            Words(
                zh: "\(names.joined(separator: " 和 ")) 不能都从标准输入读",
                en: "\(names.joined(separator: " and ")) cannot both read stdin"),
            hint: Words(zh: "其中一个改用文件", en: "give one of them a file"))
    }

    static func argumentMissing(_ argument: Argument, _ command: Command) -> CommandError {
        usage(
            "E-USAGE-ARGUMENT", field: argument.name,
            Words(
                zh: "\(command.name) 缺少 \(argument.name)",
                en: "\(command.name) needs \(argument.name)"),
            hint: argument.summary)
    }

    static func argumentTooMany(_ word: String, _ command: Command) -> CommandError {
        usage(
            "E-USAGE-ARGUMENT", field: word,
            Words(zh: "多了一个词「\(word)」", en: "there is a word too many: \"\(word)\""),
            hint: Words(
                zh: "值里有空格时用引号括起来", en: "put a value that has blanks in quotes"))
    }

    private static func usage(
        _ code: String, field: String?, _ message: Words, hint: Words? = nil
    ) -> CommandError {
        CommandError(code, field: field, message, hint: hint, status: .usage)
    }

    private static func meant(_ name: String) -> Words {
        Words(zh: "是不是 \(name)?", en: "did you mean \(name)?")
    }
}
