import Central
import CentralStore
import Commands
import Domain
import SyncProtocol

/// Orders to handhelds, and what is known of one.
extension StationProgram {
    /// `device message`, `device report`, `device rekey`.
    func direct() throws(CommandFailure) -> CommandOutput {
        let label = argument()
        let order: ManagerOrder
        var reason = ""
        switch invocation.command.path.last {
        case "message":
            order = .message(invocation.arguments.dropFirst().joined(separator: " "))
        case "report": order = .report
        case "rekey", "rotate":
            order = invocation.command.path.last == "rekey" ? .rekey : .rotate
            reason = invocation.value("reason") ?? ""
        default: preconditionFailure("an order without its command")
        }
        return try directed(.direct(label: label, order: order, reason: reason))
    }

    /// Orders it and says so.
    func directed(_ action: ManagerAction) throws(CommandFailure) -> CommandOutput {
        guard case .directed(let label, let id, let what) = try desk().perform(action) else {
            preconditionFailure("another outcome than the action's")
        }
        return CommandOutput(
            members: [
                JSONMember("label", .text(label)), JSONMember("directive", .text(id)),
                JSONMember("what", .text(what)),
            ],
            text: [StationWords.directed(label, what)[language]],
            notes: [StationWords.directedHint(label)[language]])
    }

    /// `device show`.
    func device(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let label = argument()
        guard let details = try stored({ try store.device(label: label) }) else {
            throw CommandFailure(
                CommandError.refusal(
                    .unknownDevice(label: label),
                    of: .addDevice(label: label), folder: places.folder))
        }
        return reports.device(details)
    }
}
