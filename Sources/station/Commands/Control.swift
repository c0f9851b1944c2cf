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
        case "rekey", "rotate", "refetch":
            let orders: [String: ManagerOrder] = ["rekey": .rekey, "rotate": .rotate]
            order = orders[invocation.command.path[1]] ?? .refetch
            reason = invocation.value("reason") ?? ""
        default: preconditionFailure("an order without its command")
        }
        return try directed(.direct(label: label, order: order, reason: reason))
    }

    /// `device wipe`: nothing happens until the label is said twice.
    func wipe() throws(CommandFailure) -> CommandOutput {
        let label = argument()
        let hours = try invocation.value("grace").map { text throws(CommandFailure) in
            try number("grace", text, in: 0...StationProgram.graceHoursMax)
        }
        let details = try desk().read { store throws(CommandFailure) in
            try stored { try store.device(label: label) }
        }
        guard let details else { throw CommandFailure(noDevice(label)) }
        guard invocation.value("confirm") == label else {
            throw CommandFailure(
                .wipeUnconfirmed(
                    label, missing: details.streams.reduce(0) { $0 + $1.missing },
                    isNow: invocation.has("now"), seen: invocation.value("confirm")))
        }
        let wipe = Directive.Wipe(
            mode: invocation.has("now") ? .now : .sealThenWipe,
            graceSeconds: (hours ?? StationProgram.graceHoursDefault) * 3_600)
        return try directed(
            .direct(
                label: label, order: .wipe(wipe), reason: invocation.value("reason") ?? ""))
    }

    /// `device release`: the facts that the state of a handheld held back are applied; the state
    /// stays what it is.
    func release() throws(CommandFailure) -> CommandOutput {
        let label = argument()
        guard let reason = invocation.value("reason") else {
            throw CommandFailure(.missing("reason", "手持端已找回, 与快递员核对过"))
        }
        let isThere = try desk().read { store throws(CommandFailure) in
            try stored { try store.device(label: label) } != nil
        }
        guard isThere else { throw CommandFailure(noDevice(label)) }
        var outcomes: [Rereading] = []
        while case let lines = try held(label), !lines.isEmpty {
            let outcome = try desk().perform(
                .readAgain(lines: lines, reason: reason, isTrial: false))
            guard case .readAgain(let some) = outcome, !some.isEmpty else { break }
            outcomes += some
        }
        guard !outcomes.isEmpty else {
            throw CommandFailure(
                .notFound(
                    label,
                    hint: Words(
                        zh: "没有因吊销或暂停而暂缓的记录",
                        en: "no records of it are held because it was revoked or suspended")))
        }
        return StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
            .readAgain(outcomes, isTrial: false)
    }

    private func held(_ label: String) throws(CommandFailure) -> [Int] {
        try desk().read { store throws(CommandFailure) in
            try stored {
                try store.heldForState(label: label, max: Central.linesReadAgainMax)
            }
        }
    }

    static let graceHoursDefault = 24
    static let graceHoursMax = 744

    private func noDevice(_ label: String) -> [CommandError] {
        CommandError.refusal(
            .unknownDevice(label: label), of: .addDevice(label: label), folder: places.folder)
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
            throw CommandFailure(noDevice(label))
        }
        return reports.device(details)
    }
}
