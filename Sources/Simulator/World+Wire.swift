import Domain
import HTTPWire
import Handheld
import SyncProtocol

/// The network: what it does to requests and answers.
extension World {
    /// Sends a request of a handheld.
    mutating func send(_ request: OutgoingRequest, from device: Int) {
        flightCount += 1
        tally.count(.exchange)
        if isHealing { devices[device].exchangesSinceHealing += 1 }
        let flight = Flight(
            device: device, life: devices[device].life, number: flightCount,
            request: Request(
                method: request.method, target: request.target,
                fields: request.fields.map { Field($0.name, $0.value) }, body: request.body))
        devices[device].flight = flight.number
        trace.note("\(now) \(device) sends \(flight.number) \(request.body.count)")
        queue.plan(.answer(flight, .timedOut), at: now + request.replyLimitMilliseconds)
        if devices[device].sent.count < World.keptFramesMax {
            devices[device].sent.append(flight)
        } else {
            devices[device].sent[flight.number % World.keptFramesMax] = flight
        }
        guard !isHealing else {
            queue.plan(.arrive(flight), at: now + plan.latency)
            return
        }
        carry(flight)
    }

    static let keptFramesMax = 6

    private mutating func happens(_ fault: FaultClass, _ rate: Int) -> Bool {
        let strength = plan.strength(fault)
        return strength > 0 && !isHealing && dice.permille(rate * strength)
    }

    private mutating func travel() -> Int {
        var time = dice.delay(mean: plan.latency)
        if happens(.delay, 30) { time += dice.below(600_000) }
        return now + time
    }

    private mutating func carry(_ flight: Flight) {
        if devices[flight.device].cutOffUntil > now {
            answer(flight, .unreachable)
            return
        }
        if happens(.loss, 60) {
            tally.count(.lostRequest)
            if dice.below(2) == 0 { answer(flight, .unreachable) }
            return
        }
        if happens(.portal, 20) {
            tally.count(.portal)
            let page = ReceivedAnswer(
                status: 200, mediaType: "text/html", body: Array("<html>login</html>".utf8))
            answer(flight, .answered(page))
            return
        }
        if happens(.redirect, 20) {
            tally.count(.redirect)
            let status = dice.pick([301, 302, 307, 308])
            answer(flight, .answered(ReceivedAnswer(status: status, body: [])))
            return
        }
        if happens(.serverError, 30) {
            tally.count(.serverError)
            let status = dice.pick([500, 502, 503, 504, 413, 429, 401, 404, 409, 422])
            answer(flight, .answered(ReceivedAnswer(status: status, body: unsignedBody())))
            return
        }
        var carried = flight
        damage(&carried)
        queue.plan(.arrive(carried), at: travel())
        if happens(.duplicate, 60) {
            var late = carried
            late.isLate = true
            queue.plan(.arrive(late), at: travel() + dice.delay(mean: 30_000))
        }
    }

    /// What a middlebox might say in the place of the station.
    private mutating func unsignedBody() -> [UInt8] {
        let bodies: [CanonicalObject] = [
            [:], ["code": "stale_counter", "last": 1_000_000], ["code": "too_large", "max": 1],
            ["code": "slow_down", "wait_s": 86_400], ["code": "revoked"],
        ]
        return dice.pick(bodies).encoded()
    }

    private mutating func damage(_ flight: inout Flight) {
        guard !flight.request.body.isEmpty else { return }
        if happens(.cut, 30) {
            tally.count(.cutFrame)
            flight.damage = .cut
            let length = dice.below(flight.request.body.count)
            flight.request.body.removeLast(flight.request.body.count - length)
        } else if happens(.flip, 30) {
            tally.count(.bentFrame)
            flight.damage = .bent
            flip(&flight.request.body)
        }
    }

    private mutating func flip(_ body: inout [UInt8]) {
        guard !body.isEmpty else { return }
        body[dice.below(body.count)] ^= 1 << UInt8(dice.below(8))
    }

    // MARK: Answers

    /// Plans what the handheld sees of its request.
    mutating func answer(_ flight: Flight, _ outcome: TransportOutcome) {
        queue.plan(.answer(flight, outcome), at: isHealing ? now + plan.latency : travel())
    }

    mutating func sendBack(_ response: Response, to flight: Flight) {
        let received = ReceivedAnswer(
            status: response.status, mediaType: response.value(of: "Content-Type"),
            signature: response.value(of: RequestSignature.fieldName),
            retryAfter: response.value(of: "Retry-After"), body: response.body)
        if happens(.loss, 60) || devices[flight.device].cutOffUntil > now {
            tally.count(.lostAnswer)
            if dice.below(2) == 0 { answer(flight, .cut) }
            return
        }
        var back = flight
        let arriving = bent(received, of: flight)
        back.isAnswerTrue = flight.damage == .none && arriving == received
        answer(back, .answered(arriving))
        if received.signature != nil {
            devices[flight.device].lastAnswer = (flight.number, received)
        }
    }

    /// The answer as it comes out of the wire; what was done to it is seen by its signature.
    private mutating func bent(_ answer: ReceivedAnswer, of flight: Flight) -> ReceivedAnswer {
        if happens(.cut, 30), !answer.body.isEmpty {
            tally.count(.cutFrame)
            let length = dice.below(answer.body.count)
            return changed(answer, body: Array(answer.body.prefix(length)))
        }
        if happens(.flip, 30) {
            tally.count(.bentFrame)
            var body = answer.body
            flip(&body)
            return changed(answer, body: body)
        }
        if happens(.swap, 30), let other = devices[flight.device].lastAnswer,
            other.flight != flight.number
        {
            tally.count(.swappedAnswer)
            return other.answer
        }
        return answer
    }

    private func changed(_ answer: ReceivedAnswer, body: [UInt8]) -> ReceivedAnswer {
        ReceivedAnswer(
            status: answer.status, mediaType: answer.mediaType, signature: answer.signature,
            retryAfter: answer.retryAfter, body: body)
    }
}

extension Response {
    /// The value of a field.
    fileprivate func value(of name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
