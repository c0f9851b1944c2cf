import Central
import CentralStore
import Domain
import Handheld
import SyncProtocol

/// Days: nights pass, the manager closes, and what was sealed is proved.
extension World {
    static let hour = 3_600_000
    /// After those of the copies.
    static let rebuildDisk = World.firstBackupDisk + World.backupsMax

    mutating func closeDays() throws(Violation) {
        guard plan.hasDays else { return }
        switch dice.below(8) {
        case 0:
            now += dice.number(in: 4...20) * World.hour
            tally.count(.night)
        case 1: _ = try order(.day(.begin, day: nil))
        case 2: try waiveBlocks()
        case 3:
            try waiveBlocks()
            if case .dayStands? = try order(.day(.close, day: nil)) { tally.count(.dayClosed) }
        default: break
        }
    }

    /// The manager lets everything pass that stands against the open day.
    private mutating func waiveBlocks() throws(Violation) {
        guard case .dayStands? = try order(.day(.begin, day: nil)),
            let standing = try? server.store?.openStanding(
                at: server.moment(at: now).wallMilliseconds)
        else { return }
        for block in standing.blocks where !block.isWaived {
            let waiver = DayOrder.waive(
                what: block.what.rawValue, reference: block.reference, reason: "known")
            if case .dayStands? = try order(.day(waiver, day: standing.day)) {
                tally.count(.waived)
            }
        }
    }

    /// Closed days stay as they are and add up (I-11); a seal agrees exactly when the ledger has
    /// what the handheld sealed (I-12).
    mutating func checkDays() throws(Violation) {
        guard plan.hasDays, let store = server.store, let days = try? store.auditDays(),
            let seals = try? store.auditSeals()
        else { return }
        try ledger.note(closedDays: days.closed)
        try demand(days.faults.isEmpty, "I-11", "\(days.faults.prefix(3))")
        for seal in seals where seal.state != "foreign" {
            let expected: String
            if ledger.have(seal.stream) < seal.last {
                expected = "waits"
            } else {
                expected = isTrue(seal) && seal.isNext ? "agree" : "differ"
            }
            try demand(
                seal.state == expected, "I-12",
                "the seal of \(seal.stream) up to \(seal.last) is \(seal.state), not \(expected)")
        }
    }

    /// Whether the ledger has the range as it was sealed: the head says every byte before it.
    private func isTrue(_ seal: AuditSeal) -> Bool {
        guard seal.range != nil else { return true }
        return ledger.head(seal.stream, at: seal.last)?.hex == seal.head
    }

    /// What is made again from the ledger is what the station has (I-22).
    mutating func checkRebuild() throws(Violation) {
        guard plan.hasDays, server.store != nil else { return }
        let disk = Disk(World.rebuildDisk)
        disk.clear()
        var source = dice.source()
        let moment = server.moment(at: now)
        let report: RebuildReport
        do {
            report = try CentralStore.rebuild(
                server.disk.path(ServerNode.databaseName),
                into: disk.path(ServerNode.databaseName),
                epoch: NewEpoch.drawn(.rebuilt, at: moment, from: &source),
                at: moment.wallMilliseconds, vfs: Disk.vfs)
        } catch {
            throw Violation("I-22", "the ledger cannot be read again: \(error)")
        }
        tally.count(.rebuild)
        try demand(report.differences.isEmpty, "I-22", "\(report.differences.prefix(3))")
    }

    /// When all is quiet no seal waits for its lines, and who sealed a closed day has its proof.
    mutating func checkDaysAtEnd() throws(Violation) {
        guard plan.hasDays, let store = server.store, let seals = try? store.auditSeals() else {
            return
        }
        for seal in seals {
            try demand(seal.state != "waits", "I-12", "a seal of \(seal.stream) waits at the end")
            tally.count(seal.state == "agree" ? .sealAgrees : .sealDiffers)
        }
        tally.count(.late, by: (try? store.auditLateCount()) ?? 0)
        for index in devices.indices {
            guard let standings = try? devices[index].handheld?.sealStandings() else { continue }
            for standing in standings where standing.row?.state.isClosed == true {
                try demand(
                    standing.receipt != nil, "I-12",
                    "handheld \(index) has no receipt of \(standing.day)")
                tally.count(.receipt)
            }
        }
    }
}
