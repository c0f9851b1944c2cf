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

    /// The content of a file flag, nil when it was not given.
    package func content(_ name: String) -> [UInt8]? {
        guard has(name) else { return nil }
        guard let content = contents[name] else { preconditionFailure("--\(name) was not read") }
        return content
    }

    /// The file flags still to be read, in the table's order, with their paths; `-` is stdin.
    package var unreadFiles: [(flag: String, path: String)] {
        flags.compactMap { flag in
            guard case .file = flag.kind, contents[flag.name] == nil,
                let path = values[flag.name]?.last
            else { return nil }
            return (flag.name, path)
        }
    }

    /// The same invocation with the content of one file flag.
    package func with(_ content: [UInt8], of flag: String) -> Invocation {
        var copy = self
        copy.contents[flag] = content
        return copy
    }
}
