import Central
import CentralStore
import Commands
import Domain
import Foundation
import Platform

/// Makes one copy of the database while it is in use, recomputes everything in it, and only then
/// gives it its name and lets the server say that its records are secured.
struct BackupRun: Sendable {
    let desk: StationDesk

    /// How many copies stay in the station's own folder.
    static let keptDefault = 14
    static let keptMax = 10_000
    private static let prefix = "station-"
    private static let suffix = ".sqlite"

    /// What was saved.
    struct Saved: Sendable {
        let file: String
        let contents: BackupContents
        /// Older copies that were removed.
        let removed: Int
    }

    /// Makes a copy in a file that is not there yet; without a name in the station's own folder,
    /// where the newest `kept` copies stay.
    func run(to target: String?, kept: Int) throws(CommandFailure) -> Saved {
        let file = if let target { target } else { try ownFile() }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(.fileExists(file))
        }
        let contents = try copy(to: file)
        try note(contents, file)
        return Saved(
            file: file, contents: contents, removed: target == nil ? removeOld(kept: kept) : 0)
    }

    private func ownFile() throws(CommandFailure) -> String {
        let folder = desk.places.backups
        try system { () throws(POSIXFailure) in try DurableFile.makeFolder(folder) }
        let now = Timestamp.text(desk.moment.wallMilliseconds, offsetMinutes: 0)
        let digits = now.prefix { $0 != "+" }.filter(\.isNumber)
        return "\(folder)/\(Self.prefix)\(digits)\(Self.suffix)"
    }

    private func copy(to file: String) throws(CommandFailure) -> BackupContents {
        let unverified = file + ".new"
        do throws(CommandFailure) {
            try ScratchDatabase.remove(unverified)
            let wanted = try desk.read { store throws(CommandFailure) in
                try stored { try store.copy(to: unverified) }
            }
            let found = try stored { try CentralStore.verify(unverified) }
            guard found == wanted else { throw CommandFailure(.copyDiffers(file)) }
            try system { () throws(POSIXFailure) in
                try DurableFile.sync(unverified)
                try DurableFile.move(unverified, to: file)
            }
            return found
        } catch {
            try? ScratchDatabase.remove(unverified)
            throw error
        }
    }

    private func note(_ contents: BackupContents, _ file: String) throws(CommandFailure) {
        guard let end = contents.end else { return }
        _ = try desk.perform(
            .noteBackup(
                BackupRecord(
                    atMilliseconds: desk.moment.wallMilliseconds, file: file,
                    epoch: contents.epoch, end: end, streams: contents.streams)))
    }

    private func removeOld(kept: Int) -> Int {
        let folder = desk.places.backups
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let copies = names.filter { $0.hasPrefix(Self.prefix) && $0.hasSuffix(Self.suffix) }
        let old = copies.sorted().dropLast(kept)
        for name in old { try? DurableFile.remove("\(folder)/\(name)") }
        return old.count
    }
}

/// A database file that is being made and has no name of its own yet.
enum ScratchDatabase {
    /// Removes it with everything that SQLite keeps beside it.
    static func remove(_ path: String) throws(CommandFailure) {
        try system { () throws(POSIXFailure) in
            for end in ["", "-wal", "-shm", "-journal"] { try DurableFile.remove(path + end) }
        }
    }
}
