import Commands

/// Why a command did not do it: one error, or one for each fault of what was entered.
struct CommandFailure: Error {
    let errors: [CommandError]

    init(_ error: CommandError) { errors = [error] }
    init(_ errors: [CommandError]) { self.errors = errors }
}
