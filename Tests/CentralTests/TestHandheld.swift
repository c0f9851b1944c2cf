import Domain
import HTTPWire
import SyncProtocol
import WireMapping

@testable import Central

/// A handheld that makes its frames by hand: a stream, a counter and a key.
struct TestHandheld {
    let device: String
    let key: DeviceKey
    var stream = "01990f30-0000-7000-8000-000000000001"
    var lines: [[UInt8]] = []
    var counter = 0
    var epoch = ""
    var who = [TestCentral.courier]

    init(device: String, key: DeviceKey) {
        self.device = device
        self.key = key
    }

    /// H(s).
    func head(_ sequence: Int) -> Digest {
        lines.prefix(sequence).reduce(Chain.genesis(device: device, stream: stream)) {
            Chain.link($0, $1)
        }
    }

    /// Records a fact and answers its id.
    @discardableResult
    mutating func record(
        _ payload: FactPayload, on subject: EntityReference? = nil, answering: Digest? = nil
    ) throws -> Digest {
        var entry = Entry(
            kind: payload.kind.rawValue, sequence: lines.count + 1, person: TestCentral.courier,
            wallMilliseconds: 1_789_027_200_000, bootMilliseconds: 3_600_000, bootNumber: 4,
            offsetMinutes: 480, stamp: "01a08a559660-0000",
            payload: try FactWriter.payload(of: payload))
        entry.subject = subject?.description
        entry.corrects = answering
        lines.append(entry.encoded())
        return head(lines.count)
    }

    /// Says the last line otherwise.
    mutating func replaceLast(_ line: [UInt8]) { lines[lines.count - 1] = line }

    @discardableResult
    mutating func note(_ text: String) throws -> Digest {
        try record(.note(NoteFact(text: text)))
    }

    var hello: HelloRequest {
        HelloRequest(
            app: "courier/test", device: device, stream: stream, epoch: epoch,
            recorded: lines.count, acknowledged: 0, wallMilliseconds: 1_789_027_200_000,
            bootMilliseconds: 3_600_000, bootNumber: 4, who: who)
    }

    func push(_ range: ClosedRange<Int>? = nil) -> Push {
        let from = range?.lowerBound ?? 1
        let last = range?.upperBound ?? lines.count
        return Push(
            stream: nil, from: from, previous: head(from - 1), head: head(last),
            code: key.headCode(
                device: device, stream: stream, sequence: last, head: head(last)),
            keyNumber: key.number, lines: lines[(from - 1)..<last].map { $0[...] })
    }

    /// Everything recorded, and a pull from the beginning.
    var frame: [UInt8] {
        ExchangeRequest(
            hello: hello, pushes: lines.isEmpty ? [] : [push()],
            pull: PullRequest(after: 0, scope: 0)
        ).encoded()
    }

    /// A request under the next counter.
    mutating func request(_ body: [UInt8], target: String = "/pjs/1/exchange") -> Request {
        counter += 1
        return signed(body, target: target)
    }

    /// A request under the present counter.
    func signed(
        _ body: [UInt8], method: String = "POST", target: String = "/pjs/1/exchange"
    ) -> Request {
        let signature = RequestSignature(
            key: key, device: device, counter: counter, nonce: TestHandheld.nonce,
            method: method, target: target, body: body)
        return Request(
            method: method, target: target,
            fields: [
                Field("Content-Type", "application/pjs+ndjson"),
                Field(RequestSignature.fieldName, signature.headerValue),
            ], body: body)
    }

    static let nonce = "AAAAAAAAAAAAAAAAAAAAAA"

    /// Whether an answer to the present counter is under a right signature.
    func trusts(_ response: Response, to request: Request) -> Bool {
        guard let header = request.value(of: RequestSignature.fieldName),
            let signature = RequestSignature(headerValue: header)
        else { return false }
        return response.value(of: RequestSignature.fieldName)
            == signature.answerCode(key: key, status: response.status, body: response.body).hex
    }

    /// Sends a frame and reads the answer, which is a right one.
    mutating func exchange(
        _ central: TestCentral, _ frame: [UInt8]? = nil
    ) throws -> ExchangeResponse {
        let request = request(frame ?? self.frame)
        let response = central.respond(request)
        guard response.status == 200, trusts(response, to: request) else {
            throw Refused(status: response.status, code: response.problem?.code)
        }
        return try ExchangeResponse(decoding: response.body)
    }

    struct Refused: Error, Equatable {
        let status: Int
        let code: WireProblem.Code?
    }
}
