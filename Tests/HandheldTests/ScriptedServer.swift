import Handheld
import SyncProtocol

/// A server of one handheld, as small as the protocol allows, that can be told to misbehave.
struct ScriptedServer {
    var epoch = "e1"
    var now = 1_790_000_000_000
    /// What it holds, by stream.
    var streams: [String: [[UInt8]]] = [:]
    /// Streams that an operator closed.
    var closed: Set<String> = []
    /// Answers to `heads` that are not true, first one first.
    var falseHeads: [HeadsResponse] = []
    var lastCounter = 0
    var state = DeviceState.active
    /// What the next push sections get instead of a verdict, first one first.
    var outcomes: [PushResult.Outcome] = []
    /// The pages that the next pulls get; after them pages without rows.
    var pages: [Page] = []
    /// What pages say of `applied` and of the sums of all buckets.
    var applied = 0
    var sums: [String: BucketSum] = [:]
    private(set) var requests: [ExchangeRequest] = []
    /// What it orders, until the handheld says it is done.
    var directives: [Directive] = []
    let device: String
    var key: DeviceKey

    /// The first stream of the handheld.
    static let first = "019a0000-0000-7000-8000-000000000001"

    /// What it holds of that stream.
    var lines: [[UInt8]] {
        get { streams[ScriptedServer.first] ?? [] }
        set { streams[ScriptedServer.first] = newValue }
    }

    init(device: EnrolledDevice) {
        self.device = device.id
        key = device.key
    }

    /// Takes a request in and gives the signed answer.
    mutating func respond(to request: OutgoingRequest) -> ReceivedAnswer {
        let header = request.fields.first { $0.name == RequestSignature.fieldName }?.value ?? ""
        guard let signature = RequestSignature(headerValue: header),
            signature.isValid(
                key: key, method: request.method, target: request.target, body: request.body)
        else { return ReceivedAnswer(status: 401, body: WireProblem(.badSignature).encoded()) }
        guard signature.counter > lastCounter else {
            let problem = WireProblem(.staleCounter, extra: ["last": .integer(lastCounter)])
            return signed(signature, 409, problem.encoded(), WireProblem.mediaType)
        }
        lastCounter = signature.counter
        if request.method == "GET" { return lines(for: request, signature) }
        guard let exchange = try? ExchangeRequest(decoding: request.body) else {
            return signed(
                signature, 400, WireProblem(.badFrame).encoded(), WireProblem.mediaType)
        }
        return signed(
            signature, 200, answer(exchange).encoded(), OutgoingRequest.frameMediaType)
    }

    /// Any body under a right signature.
    func signed(
        _ signature: RequestSignature, _ status: Int, _ body: [UInt8], _ mediaType: String
    ) -> ReceivedAnswer {
        let code = signature.answerCode(key: key, status: status, body: body)
        return ReceivedAnswer(
            status: status, mediaType: mediaType, signature: code.hex, body: body)
    }

    private mutating func answer(_ exchange: ExchangeRequest) -> ExchangeResponse {
        requests.append(exchange)
        let open = exchange.hello.stream
        let results = exchange.pushes.map { push in
            let stream = push.stream ?? open
            return PushResult(
                stream: stream,
                outcome: outcomes.isEmpty
                    ? verdict(on: push, stream: stream) : outcomes.removeFirst())
        }
        let have = streams[open]?.count ?? 0
        let hello = HelloResponse(
            epoch: epoch, now: now, have: have, head: heads(of: open)[have], secured: 0,
            revision: 1, state: state,
            old: exchange.hello.old.map {
                HelloResponse.OldStream(
                    stream: $0.stream, have: streams[$0.stream]?.count ?? 0, secured: 0)
            })
        var response = ExchangeResponse(hello: hello, pushes: results)
        if let heads = exchange.heads {
            let own = self.heads(of: heads.stream)
            response.heads =
                falseHeads.isEmpty
                ? HeadsResponse(
                    stream: heads.stream,
                    heads: heads.sequences.filter { $0 < own.count }.map {
                        HeadsResponse.Head(sequence: $0, head: own[$0])
                    }) : falseHeads.removeFirst()
        }
        directives.removeAll { exchange.hello.done.contains($0.id) }
        response.directives = directives
        if let pull = exchange.pull {
            response.page = page(for: pull, epoch: exchange.hello.epoch)
        }
        return response
    }

    /// A handheld of another epoch first gets an empty reset, then the pages that were set.
    private mutating func page(for pull: PullRequest, epoch cursor: String) -> Page {
        guard cursor == epoch else {
            return Page(
                after: pull.after, to: 1, isMore: true, scope: 1, applied: 0, reset: ["*"],
                isBegin: true, why: cursor.isEmpty ? "first" : "epoch")
        }
        guard pages.isEmpty else { return pages.removeFirst() }
        return Page(
            after: pull.after, to: pull.after, scope: pull.scope, applied: applied, sums: sums)
    }

    private mutating func verdict(on push: Push, stream: String) -> PushResult.Outcome {
        let heads = heads(of: stream)
        let have = heads.count - 1
        let code = key.headCode(
            device: device, stream: stream, sequence: push.last, head: push.head)
        guard push.code == code else { return .badCode }
        if closed.contains(stream) { return .streamClosed(have: have, head: heads[have]) }
        guard push.from <= have + 1 else { return .gap(have: have, head: heads[have]) }
        guard heads[push.from - 1] == push.previous else {
            return .fork(at: nil, have: have, head: heads[have])
        }
        var head = push.previous
        for (index, line) in push.lines.enumerated() where push.from + index <= have {
            head = Chain.link(head, line)
            guard heads[push.from + index] == head else {
                return .fork(at: push.from + index, have: have, head: heads[have])
            }
        }
        let fresh = push.lines.dropFirst(have - push.from + 1)
        streams[stream, default: []] += fresh.map { Array($0) }
        let after = self.heads(of: stream)
        return .ok(
            PushResult.Stored(
                at: push.last, atHead: push.head, have: after.count - 1,
                head: after[after.count - 1],
                new: fresh.count, duplicate: push.lines.count - fresh.count))
    }

    /// `GET /pjs/1/streams/{stream}/lines?from=q`, at most three lines at a time.
    private func lines(
        for request: OutgoingRequest, _ signature: RequestSignature
    ) -> ReceivedAnswer {
        let parts = request.target.split { $0 == "/" || $0 == "?" || $0 == "=" }.map(String.init)
        guard parts.count == 7, let from = Int(parts[6]), let lines = streams[parts[3]],
            from <= lines.count
        else {
            return signed(
                signature, 404, WireProblem(.notFound).encoded(), WireProblem.mediaType)
        }
        let some = lines[(from - 1)...].prefix(3)
        let answer = LinesAnswer(
            stream: parts[3], from: from, have: lines.count,
            head: heads(of: parts[3])[from - 1 + some.count], lines: some.map { $0[...] })
        return signed(signature, 200, answer.encoded(), OutgoingRequest.frameMediaType)
    }

    private func heads(of stream: String) -> [Digest] {
        var heads = [Chain.genesis(device: device, stream: stream)]
        for line in streams[stream] ?? [] { heads.append(Chain.link(heads[heads.count - 1], line)) }
        return heads
    }
}
