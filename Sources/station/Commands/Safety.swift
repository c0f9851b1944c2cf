import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform

/// The commands that save the ledger, put it back, and read it again.
extension StationProgram {
    func backup() throws(CommandFailure) -> CommandOutput {
        let kept = try invocation.value("copies").map { text throws(CommandFailure) in
            try number("copies", text, in: 1...BackupRun.keptMax)
        }
        let saved = try BackupRun(desk: desk()).run(
            to: invocation.value("to").map(StationPlaces.absolute),
            kept: kept ?? BackupRun.keptDefault)
        return reports.saved(saved)
    }

    /// Puts a verified copy in the place of the database, which is kept beside it.
    func restore() throws(CommandFailure) -> CommandOutput {
        let file = StationPlaces.absolute(argument())
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(.noSuchFile(file))
        }
        let desk = try desk()
        _ = try desk.masterKey(makesIt: false)
        return try alone { () throws(CommandFailure) in
            let scratch = places.database + ".restoring"
            do throws(CommandFailure) {
                try ScratchDatabase.remove(scratch)
                try system { () throws(POSIXFailure) in
                    try DurableFile.copy(file, to: scratch)
                }
                let contents = try stored { try CentralStore.verify(scratch) }
                let lost = try lost(after: contents)
                var random = RandomSource.system
                let epoch = NewEpoch.drawn(.restored, at: desk.moment, from: &random)
                try stored {
                    try CentralStore.prepare(
                        scratch, epoch: epoch, at: desk.moment.wallMilliseconds)
                }
                let kept = try replaceDatabase(by: scratch)
                try tell(contents.end, epoch)
                return reports.restored(contents, epoch: epoch.epoch, lost: lost, kept: kept)
            } catch {
                try? ScratchDatabase.remove(scratch)
                throw error
            }
        }
    }

    /// Makes everything again from the ledger, and says what came out otherwise.
    func rebuild() throws(CommandFailure) -> CommandOutput {
        let desk = try desk()
        try desk.requireStation()
        return try alone { () throws(CommandFailure) in
            let scratch = places.database + ".rebuilt"
            do throws(CommandFailure) {
                try ScratchDatabase.remove(scratch)
                _ = try desk.open()
                var random = RandomSource.system
                let epoch = NewEpoch.drawn(.rebuilt, at: desk.moment, from: &random)
                let report = try stored {
                    try CentralStore.rebuild(
                        places.database, into: scratch, epoch: epoch,
                        at: desk.moment.wallMilliseconds)
                }
                if invocation.has("dry-run") {
                    try ScratchDatabase.remove(scratch)
                    return reports.rebuilt(report, epoch: nil, kept: nil)
                }
                let end = try stored { try CentralStore(path: scratch).ledgerEnd() }
                let kept = try replaceDatabase(by: scratch)
                try tell(end, epoch)
                return reports.rebuilt(report, epoch: epoch.epoch, kept: kept)
            } catch {
                try? ScratchDatabase.remove(scratch)
                throw error
            }
        }
    }

    private var reports: StationReports {
        StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
    }

    /// Runs while no server can: these commands replace the file under it.
    private func alone<R>(_ body: () throws(CommandFailure) -> R) throws(CommandFailure) -> R {
        let desk = try desk()
        let lock: LockFile
        do throws(LockFile.Failure) {
            lock = try LockFile.take(places.lock, waitMilliseconds: desk.waitMilliseconds)
        } catch {
            switch error {
            case .busy: throw CommandFailure(.serverRuns)
            case .system: throw desk.failure(error)
            }
        }
        defer { try? lock.release() }
        return try body()
    }

    /// What the database holds that the copy does not; nil when it cannot be read.
    private func lost(after copy: BackupContents) throws(CommandFailure) -> StationReports.Lost? {
        guard FileManager.default.fileExists(atPath: places.database),
            let store = try? CentralStore(path: places.database),
            let station = (try? store.station()) ?? nil
        else { return nil }
        guard station.code == copy.station else {
            throw CommandFailure(.otherStation(copy.station, here: station.code))
        }
        return try stored {
            let lines = try store.lineCounts(after: copy.end?.number ?? 0)
            return StationReports.Lost(ofHandhelds: lines.handhelds, ofStation: lines.station)
        }
    }

    /// Tells outside the database where it ends now. If this does not happen any more, the next
    /// start begins one more epoch, and nothing is lost.
    private func tell(_ end: LedgerEnd?, _ epoch: NewEpoch) throws(CommandFailure) {
        guard let end else { return }
        try desk().watermark().note(LedgerMark(end: end, epoch: epoch.epoch), isSynced: true)
    }

    /// Gives a finished database its place and keeps the old one beside it.
    private func replaceDatabase(by scratch: String) throws(CommandFailure) -> String? {
        let now = Timestamp.text(
            ClockReading.now().wallMilliseconds, offsetMinutes: 0)
        let kept = places.database + ".replaced-" + now.prefix { $0 != "+" }.filter(\.isNumber)
        let isThere = FileManager.default.fileExists(atPath: places.database)
        try system { () throws(POSIXFailure) in
            try DurableFile.sync(scratch)
            // A log without its database must not lie beside another one.
            for end in ["-wal", "-shm", ""]
            where FileManager.default.fileExists(atPath: places.database + end) {
                try DurableFile.move(places.database + end, to: kept + end)
            }
            try DurableFile.move(scratch, to: places.database)
        }
        return isThere ? kept : nil
    }
}
