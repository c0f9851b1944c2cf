import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Synchronization

/// A new handheld exchanges its one-time code for an identity and a key (PJS section 11.1).
extension Central {
    func enrol(_ request: Request, from address: String, at moment: Moment) -> Response {
        let wait = state.withLock { state in
            state.enrolmentRates.take(address, atBootMilliseconds: moment.bootMilliseconds)
        }
        if let wait { return WireProblem(.slowDown, extra: ["wait_s": .integer(wait)]).response }
        guard let asked = try? EnrolRequest(decoding: request.body) else {
            return WireProblem(.badSection, detail: "the body is no enrolment request").response
        }
        do {
            return try enrolled(asked, at: moment)
        } catch let problem as WireProblem {
            return problem.response
        } catch {
            return problem(of: error).response
        }
    }

    private func enrolled(_ asked: EnrolRequest, at moment: Moment) throws -> Response {
        guard let station = try store.station() else {
            throw WireProblem(.maintenance, extra: ["wait_s": .integer(limits.busySeconds)])
        }
        let device = state.withLock { $0.random.uuid7(at: moment.wallMilliseconds) }
        let outcome = try store.enrol(
            code: slotCode(asked.code), device: device, model: asked.model, app: asked.app,
            numbers: try numberRules(), at: moment)
        switch outcome {
        case .wrong(let left): throw WireProblem(.codeWrong, extra: ["left": .integer(left)])
        case .expired: throw WireProblem(.codeExpired)
        case .enrolled(let label):
            let answer = EnrolAnswer(
                device: device, key: key(of: device, number: 1), station: station.code,
                label: label, server: "", epoch: station.epoch, now: moment.wallMilliseconds)
            return Response(
                status: 200, fields: Response.standardFields(Route.objectMediaType),
                body: answer.encoded())
        }
    }

    /// What the database keeps of an enrolment code: useless without the master key.
    func slotCode(_ typed: String) -> Digest {
        HMAC.code(key: masterKey, message: Array(Code32.normalised(typed).utf8))
    }
}
