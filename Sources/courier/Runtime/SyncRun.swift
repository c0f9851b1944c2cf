import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform

/// Exchanges with the station until everything recorded is there and everything of the station is
/// here, or until the time is up.
struct SyncRun {
    let access: JournalAccess
    let client: HTTPClient
    /// Where the station moved to; nil when it is where it was at enrolment.
    var server: ServerAddress?
    let timeoutSeconds: Int

    /// `courier sync run`.
    func run(_ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let lock = try takeLock()
        defer { try? lock.release() }
        let deadline = Deadline(after: timeoutSeconds * 1_000)
        var outcome = try access.write { try exchange(&$0, until: deadline) }
        if outcome.remains == nil, outcome.status.problem == nil, outcome.status.blobs.mayGo {
            outcome = try bringPhotos(after: outcome, until: deadline)
        }
        if outcome.remains == nil, outcome.isSynchronised {
            outcome.packs = try PackRun(
                access: access, client: client, server: server ?? access.enrolment.server
            ).fetch()
        }
        if let remains = outcome.remains {
            return try Erasure(places: access.places, client: client, server: server)
                .run(remains, try DeviceFile.enrolled(access.places), page)
        }
        return try page.synchronised(outcome)
    }

    /// Photos go after the records that list them. What was recorded meanwhile follows: a damaged
    /// photo becomes a record, and other commands did not have to wait.
    private func bringPhotos(
        after first: Outcome, until deadline: Deadline
    ) throws(CommandFailure) -> Outcome {
        let problem = try PhotoRun(
            access: access, client: client, server: server ?? access.enrolment.server
        ).bring(until: deadline)
        var outcome = try access.write { handheld in
            let status = try handheld.syncStatus(at: CourierProgram.now)
            guard status.pending == 0 else { return try exchange(&handheld, until: deadline) }
            return Outcome(
                status: status, isSynchronised: first.isSynchronised && handheld.isSynchronised,
                reports: [], messages: [],
                remains: try handheld.remainsIfDue(at: CourierProgram.now))
        }
        outcome.reports = first.reports + outcome.reports
        outcome.messages = first.messages + outcome.messages
        outcome.photoProblem = problem
        return outcome
    }

    /// One process exchanges at a time; others may record meanwhile.
    private func takeLock() throws(CommandFailure) -> LockFile {
        do throws(LockFile.Failure) {
            return try LockFile.take(
                access.places.exchangeLock, waitMilliseconds: timeoutSeconds * 1_000)
        } catch {
            throw CommandFailure(.lock(error, seconds: timeoutSeconds))
        }
    }

    /// What came of it.
    struct Outcome {
        let status: SyncStatus
        /// Both sides have everything of each other but photos, and the last exchange said so.
        let isSynchronised: Bool
        /// What somebody has to hear.
        var reports: [Words]
        /// What the station wants whoever uses the handheld to read.
        var messages: [StationMessage]
        /// The code of what keeps photos from going.
        var photoProblem: String?
        /// What came of fetching rule packs.
        var packs: PackDelivery?
        /// What to keep of this handheld, when it is to be erased now.
        var remains: WipedRemains?
    }

    /// Runs exchanges. One that makes headway is never broken off; a pause that would end after the
    /// time limit ends the run.
    func exchange(
        _ handheld: inout Handheld, until deadline: Deadline
    ) throws(JournalError) -> Outcome {
        var messages: [StationMessage] = []
        try handheld.ask(at: CourierProgram.now)
        while true {
            if let request = try handheld.nextRequest(at: CourierProgram.now) {
                let outcome = client.send(request, to: server ?? access.enrolment.server)
                try handheld.receive(outcome, at: CourierProgram.now)
                try keepKey(&handheld)
                if try handheld.remainsIfDue(at: CourierProgram.now) != nil { break }
                messages += try handheld.takeMessages(at: CourierProgram.now)
                continue
            }
            guard !handheld.isSynchronised, let alarm = handheld.alarm else { break }
            let wait = max(0, alarm - CourierProgram.now.bootMilliseconds)
            guard wait < deadline.millisecondsLeft else { break }
            Thread.sleep(forTimeInterval: Double(wait) / 1_000)
            try handheld.ring(at: CourierProgram.now)
        }
        let status = try handheld.syncStatus(at: CourierProgram.now)
        return Outcome(
            status: status, isSynchronised: handheld.isSynchronised && status.problem == nil,
            reports: handheld.takeReports(), messages: messages,
            remains: try handheld.remainsIfDue(at: CourierProgram.now))
    }

    /// Keeps the key that the station offers. Where that fails the old one stays in use, and the
    /// station offers it again.
    func keepKey(_ handheld: inout Handheld) throws(JournalError) {
        guard let offered = handheld.offeredKey else { return }
        let file = access.enrolment.with(handheld.device.signing(with: offered.key))
        guard (try? file.write(access.places)) != nil else { return }
        try handheld.adoptKey(at: CourierProgram.now)
    }
}
