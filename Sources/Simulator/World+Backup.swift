import Central
import CentralStore
import Domain

/// The backup operator: copies of the database, and what is done with them.
extension World {
    static let backupsMax = 4
    static let firstBackupDisk = 16

    /// Makes a copy as `station backup` does: of a running server, verified, and only then told.
    mutating func backUp() throws(Violation) {
        guard let store = server.store, server.backups.count < World.backupsMax else { return }
        try ledger.read(store)
        let disk = Disk(World.firstBackupDisk + server.backups.count)
        disk.clear()
        let path = disk.path(ServerNode.databaseName)
        let contents: BackupContents
        do {
            let wanted = try StationReader(
                path: server.disk.path(ServerNode.databaseName), vfs: Disk.vfs
            ).copy(to: path, vfs: Disk.vfs)
            contents = try CentralStore.verify(path, vfs: Disk.vfs)
            try demand(contents == wanted, "I-08", "a copy differs from what was copied")
        } catch let violation as Violation {
            throw violation
        } catch {
            return trace.note("\(now) backup fails")
        }
        tally.count(.backup)
        guard let end = contents.end else { return }
        let backup = ServerNode.Backup(
            disk: disk, ledger: ledger,
            watermark: LedgerMark(end: end, epoch: contents.epoch))
        _ = try order(
            .noteBackup(
                BackupRecord(
                    atMilliseconds: now, file: path, epoch: contents.epoch, end: end,
                    streams: contents.streams)))
        server.backups.append(backup)
    }

    /// Makes a copy, or puts one in the place of the database: with the program, by hand, or by
    /// hand together with what is kept beside the database.
    mutating func restoreServer() throws(Violation) {
        guard let backup = server.backups.last, dice.below(2) == 0 else { return try backUp() }
        stopServer()
        server.disk.copy(backup.disk)
        ledger.goBack(to: backup.ledger)
        switch dice.below(5) {
        case 0...2:
            tally.count(.serverRestore)
            let moment = server.moment(at: now)
            var source = dice.source()
            let epoch = NewEpoch.drawn(.restored, at: moment, from: &source)
            do {
                try CentralStore.prepare(
                    server.disk.path(ServerNode.databaseName), epoch: epoch,
                    at: moment.wallMilliseconds, vfs: Disk.vfs)
            } catch {
                throw Violation("I-08", "a copy cannot be put back: \(error)")
            }
            server.watermark = LedgerMark(end: backup.watermark.end, epoch: epoch.epoch)
        case 3:
            // What was told beside the database shows it, unless nothing came since the copy.
            tally.count(.copiedBack)
            guard server.watermark == backup.watermark else { break }
            server.wasCopiedBack = true
            oracle.forgetCounters()
        default:
            tally.count(.copiedBack)
            server.watermark = backup.watermark
            server.wasCopiedBack = true
            oracle.forgetCounters()
        }
        trace.note("\(now) restored to \(ledger.lines.count)")
        restartServerLater()
    }
}
