import Commands

/// Why a command did not do it: one error, or one for each fault of what was entered.
struct CommandFailure: Error {
    let errors: [CommandError]
    /// What scripts may want to know all the same.
    var members: [JSONMember] = []

    init(_ error: CommandError, members: [JSONMember] = []) {
        errors = [error]
        self.members = members
    }

    init(_ errors: [CommandError]) {
        precondition(!errors.isEmpty, "a failure has a reason")
        self.errors = errors
    }
}
