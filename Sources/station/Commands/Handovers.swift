import Central
import CentralStore
import Commands
import Domain

/// The commands about parcels that change hands.
extension StationProgram {
    func handovers(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let isWithMatched = invocation.has("all")
        return reports.handovers(
            try stored { try store.handovers(isWithMatched: isWithMatched) },
            waiting: try stored { try store.waitingTasks() })
    }

    /// Each parcel once, in the order in which it was read.
    private func handedParcels() throws(CommandFailure) -> [String] {
        var seen: Set<String> = []
        let parcels = invocation.arguments.map { $0.uppercased() }
            .filter { seen.insert($0).inserted }
        guard parcels.count <= HandoverFact.parcelsMax else {
            throw CommandFailure(.tooManyParcels(parcels.count))
        }
        return parcels
    }

    func giveParcels() throws(CommandFailure) -> CommandOutput {
        let parcels = try handedParcels()
        let taker = try needed("to", "c10483")
        let reason: HandoverReason =
            invocation.has("why") ? try chosen("why", "second-attempt") : .dispatch
        let act = DeskAct.giveParcels(taker: taker, parcels: parcels, reason: reason)
        guard case .deskDone(let number) = try desk().perform(.desk(act)) else {
            preconditionFailure("another outcome than the action's")
        }
        let said = Words(
            zh: "交接号 \(number), \(parcels.count) 件; \(taker) 同步后确认: "
                + "courier handover take 运单号... --number \(number)",
            en: "number \(number), parcels: \(parcels.count); after an exchange \(taker) confirms "
                + "with: courier handover take WAYBILL... --number \(number)")
        return CommandOutput(
            members: [
                JSONMember("handover", .text(number)), JSONMember("to", .text(taker)),
                JSONMember("why", .text(reason.rawValue)),
                JSONMember("parcels", .list(parcels.map { .text($0) })),
            ], text: [said[language]])
    }

    func takeParcels() throws(CommandFailure) -> CommandOutput {
        let parcels = try handedParcels()
        guard let name = invocation.value("number"), !name.isEmpty else {
            throw CommandFailure(.missing("number", "H7K2M93QX"))
        }
        if let text = invocation.value("counted") {
            let counted = try number("counted", text, in: 0...HandoverFact.parcelsMax)
            guard counted == parcels.count else {
                throw CommandFailure(.handoverCount(listed: parcels.count, counted: counted))
            }
        }
        let act = DeskAct.takeParcels(
            number: name.uppercased(), giver: invocation.value("from"), parcels: parcels)
        guard case .deskDone(let number) = try desk().perform(.desk(act)) else {
            preconditionFailure("another outcome than the action's")
        }
        return try desk().read { store throws(CommandFailure) in
            guard let status = try stored({ try store.handover(number) }) else {
                throw CommandFailure(.storage(number))
            }
            return StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
                .taken(status)
        }
    }
}
