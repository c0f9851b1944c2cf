import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform
import SyncProtocol

/// Brings photos to the station after the records (PJS 7.6).
///
/// Between two requests the journal is closed: on a slow link a photo takes minutes, in which
/// people go on recording.
struct PhotoRun {
    let access: JournalAccess
    let client: HTTPClient
    let server: ServerAddress

    /// Brings what can be brought. A delivery that makes headway is never broken off; a pause that
    /// would end after the deadline ends the run.
    ///
    /// - Returns: the code of what keeps photos from going, if something does.
    func bring(until deadline: Deadline) throws(CommandFailure) -> String? {
        let folder = PhotoFolder(places: access.places)
        var delivery = BlobDelivery()
        var input = Input.nothing
        while true {
            let (step, next) = try access.write { handheld in
                // A copy: after a disk error all of this is done again.
                var copy = delivery
                let step = try Self.step(input, &copy, &handheld, at: CourierProgram.now)
                return (step, copy)
            }
            delivery = next
            switch step {
            case .finished: return delivery.problem
            case .send(let request): input = .answer(client.send(request, to: server))
            case .load(let blob): input = .content(folder.content(of: blob))
            case .erase(let blob):
                guard folder.erase(blob) else { return delivery.problem }
                input = .erased(blob)
            case .wait(let time):
                let wait = max(0, time - CourierProgram.now.bootMilliseconds)
                guard wait < deadline.millisecondsLeft else { return delivery.problem }
                Thread.sleep(forTimeInterval: Double(wait) / 1_000)
                input = .nothing
            }
        }
    }

    /// What came of the last step.
    private enum Input {
        case nothing
        case answer(TransportOutcome)
        case content([UInt8]?)
        case erased(Digest)
    }

    private static func step(
        _ input: Input, _ delivery: inout BlobDelivery, _ handheld: inout Handheld, at now: Moment
    ) throws(JournalError) -> BlobStep {
        switch input {
        case .nothing: break
        case .answer(let outcome):
            if let leaving = try handheld.receive(outcome, of: &delivery, at: now) {
                return .erase(leaving)
            }
        case .content(let bytes): try handheld.take(content: bytes, into: &delivery, at: now)
        case .erased(let blob): try handheld.noteErased(blob)
        }
        return try handheld.nextStep(of: &delivery, at: now)
    }
}
