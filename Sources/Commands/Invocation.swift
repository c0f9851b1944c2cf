/// A command line that was read without a fault: which command, and what it was told.
package struct Invocation: Sendable, Equatable {
    package let command: Command
    /// The words after the command's path.
    package let arguments: [String]
    /// The flags that this command takes, global ones included.
    let flags: [Flag]
    /// The values of each flag given; a toggle has an empty list.
    var values: [String: [String]]
    /// The content of each file flag, once it was read.
    private var contents: [String: [UInt8]] = [:]

    init(command: Command, arguments: [String], flags: [Flag], values: [String: [String]]) {
        self.command = command
        self.arguments = arguments
        self.flags = flags
        self.values = values
    }

    /// Whether the flag was given.
    package func has(_ name: String) -> Bool {
        precondition(flags.contains { $0.name == name }, "\(command.name) has no flag \(name)")
        return values[name] != nil
    }

    /// The flag's value, nil when it was not given.
    package func value(_ name: String) -> String? { has(name) ? values[name]?.last : nil }

    /// All values of a flag that may be repeated.
    package func list(_ name: String) -> [String] { has(name) ? values[name] ?? [] : [] }

    /// The content of a file or secret flag; nil when there is none.
    package func content(_ name: String) -> [UInt8]? {
        let isGiven = has(name)
        let content = contents[name]
        precondition(content != nil || !isGiven, "--\(name) was not read")
        return content
    }

    /// The file and secret flags still to be read, in the table's order; the path `-` is stdin.
    package var unreadFiles: [UnreadFile] {
        flags.compactMap { flag in
            guard contents[flag.name] == nil, let path = values[flag.name]?.last else { return nil }
            switch flag.kind {
            case .file: return UnreadFile(flag: flag.name, path: path, isSecret: false)
            case .secret: return UnreadFile(flag: flag.name, path: path, isSecret: true)
            case .toggle, .value, .list, .choice, .toggleOrChoice: return nil
            }
        }
    }

    /// The same invocation with the content of a file flag; also of one that was not given, such as
    /// a secret typed at the terminal.
    package func with(_ content: [UInt8], of flag: String) -> Invocation {
        precondition(flags.contains { $0.name == flag }, "\(command.name) has no flag \(flag)")
        var copy = self
        copy.contents[flag] = content
        return copy
    }
}

/// A file that a command line names and somebody at the edge has to read.
package struct UnreadFile: Sendable, Equatable {
    package let flag: String
    package let path: String
    /// Of a secret only the first line counts.
    package let isSecret: Bool
}
