import CentralStore
package import Domain
import HTTPWire
package import SyncProtocol

/// A frame that a person carried (PJS 7.5): its MACs and chains speak for the handheld, whoever
/// brings it. Nothing else of it is believed.
extension Central {
    /// Sections that a carried frame cannot have done.
    private static let notAllowed = "not_allowed"

    func deposit(_ request: Request, at moment: Moment) -> Response {
        switch deposit(request.body, at: moment) {
        case .success(let frame):
            return Response(
                status: 200, fields: Response.standardFields(Route.exchangeMediaType), body: frame)
        case .failure(let problem): return problem.response
        }
    }

    /// Takes a carried frame in and answers the frame that goes back the same way.
    package func deposit(
        _ body: [UInt8], at moment: Moment
    ) -> Result<[UInt8], WireProblem> {
        do {
            return .success(try deposited(body, at: moment))
        } catch let problem as WireProblem {
            return .failure(problem)
        } catch {
            return .failure(problem(of: error))
        }
    }

    private func deposited(_ body: [UInt8], at moment: Moment) throws -> [UInt8] {
        let frame: ExchangeRequest
        do {
            frame = try ExchangeRequest(decoding: body)
        } catch {
            switch error {
            case .badFrame: throw WireProblem(.badFrame)
            case .badSection(let detail): throw WireProblem(.badSection, detail: detail)
            }
        }
        guard frame.pushes.allSatisfy({ $0.stream != nil }) else {
            throw WireProblem(.badSection, detail: "push.stream")
        }
        let now = moment.wallMilliseconds
        let record = try depositor(frame, at: moment)
        let visit = Visit(
            hello: frame.hello.carried, state: record.state, at: moment,
            numbers: try numberRules())
        let pushes = try frame.pushes.map { push in
            try vouched(push, by: visit, at: moment)
        }
        if pushes.contains(where: \.isStored) {
            try store.noteHint(frame.hello.recorded, of: frame.hello.device, now: now)
        }
        let answer = try store.answer(visit, heads: frame.heads, pull: nil)
        return ExchangeResponse(
            hello: answer.hello, pushes: pushes, heads: answer.heads,
            errors: frame.refusedNames.map { SectionError(section: $0, code: Central.notAllowed) }
                + frame.unknown.map { SectionError(section: $0, code: "unknown_section") }
        ).encoded()
    }

    /// Whose frame it is; a handheld that this database lacks is known by the code of a section.
    private func depositor(
        _ frame: ExchangeRequest, at moment: Moment
    ) throws -> DeviceRecord {
        let device = frame.hello.device
        let known = try store.handheld(device, keyNumber: 1, at: moment.wallMilliseconds)
        if let known { return known.record }
        for push in frame.pushes {
            guard let stream = push.stream else { continue }
            let code = key(of: device, number: push.keyNumber).headCode(
                device: device, stream: stream, sequence: push.last, head: push.head)
            guard code.equalsInConstantTime(push.code) else { continue }
            if let found = try recognised(device, keyNumber: push.keyNumber, at: moment) {
                return found
            }
        }
        throw WireProblem(.deviceUnknown)
    }

    /// Stores a section; what is stored is vouched for by the ack MAC, because nothing signs the
    /// answer as a whole.
    private func vouched(
        _ push: Push, by visit: Visit, at moment: Moment
    ) throws -> PushResult {
        let key = try pushKey(push, of: visit, at: moment)
        var result = try store.push(
            push, visit: visit, key: key, isNoteDue: false, log: drainLog())
        if case .ok(var stored) = result.outcome, let key {
            stored.code = key.acknowledgementCode(
                device: visit.hello.device, stream: result.stream, at: stored.at,
                head: stored.atHead)
            result.outcome = .ok(stored)
        }
        return result
    }
}

extension HelloRequest {
    /// What may be used of a hello that nothing vouches for.
    fileprivate var carried: HelloRequest {
        HelloRequest(
            app: app, device: device, stream: stream, epoch: "", recorded: 0, acknowledged: 0,
            wallMilliseconds: 0, bootMilliseconds: 0, bootNumber: 0,
            old: old.map { OldStream(stream: $0.stream, recorded: 0, acknowledged: 0) })
    }
}

extension ExchangeRequest {
    /// The sections that only a signed request may have.
    fileprivate var refusedNames: [String] {
        (pull == nil ? [] : ["pull"]) + (close == nil ? [] : ["close"])
            + (wiped == nil ? [] : ["wiped"]) + reports.map { _ in "report" }
    }
}

extension PushResult {
    fileprivate var isStored: Bool {
        if case .ok = outcome { true } else { false }
    }
}
