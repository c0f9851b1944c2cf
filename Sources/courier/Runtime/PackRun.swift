import Commands
import Domain
import Handheld
import Journal

/// Fetches the rule packs that the station put in force. Between two requests the journal is
/// closed, so that people go on recording.
struct PackRun {
    let access: JournalAccess
    let client: HTTPClient
    let server: ServerAddress

    /// Fetches what is missing and puts it to use.
    func fetch() throws(CommandFailure) -> PackDelivery {
        var delivery = PackDelivery()
        while true {
            let (request, next) = try access.write { handheld in
                // A copy: after a disk error all of this is done again.
                var copy = delivery
                let request = try handheld.nextRequest(of: &copy, at: CourierProgram.now)
                return (request, copy)
            }
            delivery = next
            guard let request else { return delivery }
            let outcome = client.send(request, to: server)
            delivery = try access.write { handheld in
                var copy = delivery
                handheld.receive(outcome, of: &copy)
                return copy
            }
        }
    }
}
