import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform
import SyncProtocol

/// Enrolment over an enrolled handheld: a new name and key, the same journal (PJS 11.1).
///
/// The new key is written beside the old one first, then the journal changes, then the key takes
/// its place. Whatever ends this in between, the next command goes on from there.
struct Reenrolment {
    let places: CourierPlaces

    /// Refuses, before a code is used up, what cannot go on under another identity: a journal that
    /// cannot be opened, and a handheld that its station ordered to erase itself.
    func check() throws(CommandFailure) {
        let isErasing: Bool
        do throws(JournalError) {
            isErasing = try !Journal.open(places.journal).directives("wipe").isEmpty
        } catch {
            throw CommandFailure(.journal(error, places))
        }
        guard !isErasing else { throw CommandFailure(.wipeOrdered) }
    }

    /// Takes the new identity. The caller holds the lock.
    func begin(
        _ file: DeviceFile, after former: DeviceFile, at now: Moment
    ) throws(CommandFailure) {
        let isSameStation = file.device.station == former.device.station
        if !isSameStation, try !isAllSent(former) {
            throw CommandFailure(.otherStation(file.device.station, former))
        }
        try file.write(to: places.nextDevice)
        try goOn(file, isSameStation: isSameStation, at: now)
    }

    /// Goes on with what an interrupted enrolment began; nothing else is done before.
    func settle(at now: Moment) throws(CommandFailure) {
        guard let next = try DeviceFile.read(places.nextDevice),
            let former = try DeviceFile.read(places)
        else { return }
        let lock: LockFile
        do throws(LockFile.Failure) {
            lock = try LockFile.take(places.lock, waitMilliseconds: 2_000)
        } catch {
            throw CommandFailure(.lock(error, seconds: 2))
        }
        defer { try? lock.release() }
        try goOn(
            next, isSameStation: next.device.station == former.device.station, at: now)
    }

    private func goOn(
        _ file: DeviceFile, isSameStation: Bool, at now: Moment
    ) throws(CommandFailure) {
        do throws(JournalError) {
            let journal = try Journal.open(places.journal)
            if try journal.status().device != file.device.id {
                var random = RandomSource.system
                let outcome = try journal.change(
                    to: NewIdentity(
                        device: file.device.id,
                        stream: random.uuid7(at: now.wallMilliseconds),
                        isSameStation: isSameStation), at: now)
                let memory = (try? KeptFile.read(places.memory)) ?? nil
                try? KeptFile.write(
                    Handheld.memory(after: outcome, keeping: memory, at: now),
                    to: places.memory)
            }
            try? MarkFile(places: places).write(journal.mark())
        } catch {
            throw CommandFailure(.journal(error, places))
        }
        do throws(POSIXFailure) {
            try DurableFile.move(places.nextDevice, to: places.device)
        } catch {
            throw CommandFailure(.system(error))
        }
    }

    private func isAllSent(_ former: DeviceFile) throws(CommandFailure) -> Bool {
        do throws(JournalError) {
            return try Journal.open(places.journal).status().pending == 0
        } catch {
            throw CommandFailure(.journal(error, places))
        }
    }
}

extension CommandError {
    fileprivate static func otherStation(
        _ station: String, _ former: DeviceFile
    ) -> CommandError {
        CommandError(
            "E-OTHER-STATION", field: "code-file",
            Words(
                zh: "登记码是站点 \(station) 的, 本机还有没传给 \(former.device.station) 的记录: 没有重新登记",
                en: "the code is of station \(station), and records for \(former.device.station) "
                    + "were not sent yet: nothing was changed"),
            hint: Words(
                zh: "先 courier sync run 或 journal export 交完记录, 再向站长要一个新码",
                en: "deliver them with courier sync run or journal export, then ask for a new code"),
            status: .notAllowed)
    }
}
