import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform
import SyncProtocol

/// Begins a new journal in the place of one that is gone or damaged.
///
/// Key and name of the handheld stay. What the station has of the old stream comes back with the
/// next exchange, as far as the mark beside the journal names it; what was only here is lost, and
/// the damaged files are set aside for whoever can read them.
struct Renewal {
    let places: CourierPlaces
    let timeoutSeconds: Int

    /// Does it when `confirmation` is the label of this handheld.
    func run(_ confirmation: String, _ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let file = try DeviceFile.enrolled(places)
        guard confirmation == file.device.label else {
            throw CommandFailure(.renewalUnconfirmed(file.device.label))
        }
        let lock = try takeLock()
        defer { try? lock.release() }
        guard try isBeyondUse(file) else { throw CommandFailure(.journalSound(places)) }
        let aside = try setAside(at: page.now)
        let marks = MarkFile(places: places)
        var random = RandomSource.system
        do throws(JournalError) {
            let journal = try Journal.create(
                places.journal, device: file.device.id,
                stream: random.uuid7(at: page.now.wallMilliseconds),
                formerly: marks.read()?.stream, at: page.now.wallMilliseconds)
            try? marks.write(journal.mark())
        } catch {
            throw CommandFailure(.journal(error, places))
        }
        return page.renewed(aside: aside)
    }

    /// Whether the journal is not there or cannot be used any more.
    private func isBeyondUse(_ file: DeviceFile) throws(CommandFailure) -> Bool {
        do throws(JournalError) {
            let journal = try Journal.open(places.journal)
            return try journal.status().device != file.device.id
        } catch {
            switch error {
            case .notBegun, .damaged: return true
            case .storage where error.isFileDamage || error.isFileMissing: return true
            case .storage, .checking, .busy, .alreadyBegun, .lineTooLong, .badField, .draftRefused,
                .badPage:
                throw CommandFailure(.journal(error, places))
            }
        }
    }

    /// Moves what is left of the old journal out of the way; gives the new name of its main file.
    private func setAside(at now: Moment) throws(CommandFailure) -> String? {
        var moved: String?
        for suffix in ["", "-wal", "-shm"] {
            let old = places.journal + suffix
            let new = "\(places.journal).lost-\(now.wallMilliseconds)\(suffix)"
            guard FileManager.default.fileExists(atPath: old) else { continue }
            do throws(POSIXFailure) {
                try DurableFile.move(old, to: new)
            } catch {
                throw CommandFailure(.system(error))
            }
            if suffix.isEmpty { moved = new }
        }
        return moved
    }

    private func takeLock() throws(CommandFailure) -> LockFile {
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(places.journalFolder)
        } catch {
            throw CommandFailure(.system(error))
        }
        do throws(LockFile.Failure) {
            return try LockFile.take(places.lock, waitMilliseconds: timeoutSeconds * 1_000)
        } catch {
            throw CommandFailure(.lock(error, seconds: timeoutSeconds))
        }
    }
}

extension CommandError {
    fileprivate static func renewalUnconfirmed(_ label: String) -> CommandError {
        CommandError(
            "E-CONFIRM", field: "confirm",
            Words(
                zh: "换新账要写出本机的名字: --confirm \(label)",
                en: "a new journal is begun only when this handheld is named: --confirm \(label)"),
            hint: Words(
                zh: "没有传到站点的记录会丢失; 先请站长看过",
                en: "records that the station does not have are lost: let the manager look first"),
            status: .needsPerson)
    }

    fileprivate static func journalSound(_ places: CourierPlaces) -> CommandError {
        CommandError(
            "E-JOURNAL-SOUND",
            Words(zh: "\(places.journal) 完好, 不换", en: "\(places.journal) is sound and stays"),
            status: .cannotCreate)
    }
}

extension OutputPage {
    /// A new journal stands in the place of the old one.
    fileprivate func renewed(aside: String?) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("aside", .optional(aside))],
            text: [
                say("已开始新账。", "A new journal was begun."),
                aside.map { say("旧文件在 \($0)", "The old file is \($0)") },
                say(
                    "下一步: courier sync run 取回站点已有的记录",
                    "next: courier sync run brings back what the station has"),
            ].compactMap(\.self))
    }
}
