package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// What is kept of a handheld that was erased by order of its station (PJS 11.7): where its
/// streams ended, and nothing that anybody recorded.
package struct WipedRemains: Equatable, Sendable {
    package let notice: WipeNotice
    /// The stream that was open, and its last acknowledged sequence.
    package let stream: String
    package let acknowledged: Int
    /// The last request counter that may have been used.
    package var counter: Int
    /// Wall clock when it was erased.
    package let erasedMilliseconds: Int

    /// How long the station is tried to be told before the key goes too.
    package static let tellMilliseconds = 24 * 3_600_000

    /// The text in which it is kept.
    package var encoded: CanonicalObject {
        [
            "wiped": .object(notice.encoded), "stream": .text(stream),
            "ack": .integer(acknowledged), "counter": .integer(counter),
            "at": .integer(erasedMilliseconds),
        ]
    }

    /// Reads what was kept; nil for anything else.
    package init?(decoding object: CanonicalObject) {
        guard let section = object["wiped"]?.object,
            let notice = try? WipeNotice(FieldReader(section)),
            let stream = object["stream"]?.text, let acknowledged = object["ack"]?.integer,
            let counter = object["counter"]?.integer, let at = object["at"]?.integer
        else { return nil }
        self.init(
            notice: notice, stream: stream, acknowledged: acknowledged, counter: counter,
            erasedMilliseconds: at)
    }

    init(
        notice: WipeNotice, stream: String, acknowledged: Int, counter: Int,
        erasedMilliseconds: Int
    ) {
        self.notice = notice
        self.stream = stream
        self.acknowledged = acknowledged
        self.counter = counter
        self.erasedMilliseconds = erasedMilliseconds
    }
}

extension Handheld {
    /// Remembers an order to erase, with the boot clock from which its grace counts.
    func hear(
        wipe directive: Directive, at now: Moment
    ) throws(JournalError) {
        var arguments = directive.arguments
        arguments["o"] = .integer(now.bootNumber)
        arguments["m"] = .integer(now.bootMilliseconds)
        try journal.hear(
            directive.id, directive.what, arguments, at: now.wallMilliseconds)
    }

    /// Whether the station ordered this handheld to be erased: nothing more is recorded or shown.
    package func isWipeOrdered() throws(JournalError) -> Bool {
        try journal.directives("wipe").contains { !$0.isDone }
    }

    /// What to keep of this handheld, if it is to be erased now: at once, or when everything is
    /// delivered or the grace is over. The caller keeps it durably, then erases everything else.
    package func remainsIfDue(at now: Moment) throws(JournalError) -> WipedRemains? {
        guard let order = try journal.directives("wipe").first(where: { !$0.isDone }),
            case .wipe(let wipe) = Directive.Order(what: "wipe", arguments: order.arguments)
        else { return nil }
        let status = try journal.status()
        let photosWaiting = try journal.blobCounts().waiting
        let isDue =
            switch wipe.mode {
            case .now: true
            case .sealThenWipe:
                status.pending == 0 && photosWaiting == 0
                    || waited(since: order, at: now) >= wipe.graceSeconds * 1_000
            }
        guard isDue else { return nil }
        let notice = WipeNotice(
            id: order.id, mode: wipe.mode,
            streams: try journal.streamEnds().suffix(Limits.streamsMax).map { end in
                WipeNotice.Stream(stream: end.stream, recorded: end.recorded, head: end.head)
            }, left: status.pending)
        return WipedRemains(
            notice: notice, stream: status.stream, acknowledged: status.acknowledged,
            counter: try journal.nextCounter() + Limits.counterBlock,
            erasedMilliseconds: now.wallMilliseconds)
    }

    /// Boot time since the order was heard; what passed in an earlier boot is not counted.
    private func waited(since order: HeardDirective, at now: Moment) -> Int {
        guard order.arguments["o"]?.integer == now.bootNumber,
            let heard = order.arguments["m"]?.integer
        else { return now.bootMilliseconds }
        return now.bootMilliseconds - heard
    }
}

/// A handheld that was erased and still has to say so.
package struct WipedHandheld {
    private let device: EnrolledDevice
    package private(set) var remains: WipedRemains
    private var random: RandomSource
    private var signature: RequestSignature?

    package init(device: EnrolledDevice, remains: WipedRemains, random: RandomSource) {
        self.device = device
        self.remains = remains
        self.random = random
    }

    /// The request that tells the station. `remains` has the next counter then; the caller keeps it
    /// before the request leaves.
    package mutating func request(at now: Moment) -> OutgoingRequest {
        remains.counter += 1
        let open = remains.notice.streams.first { $0.stream == remains.stream }
        var frame = ExchangeRequest(
            hello: HelloRequest(
                app: Handheld.app, device: device.id, stream: remains.stream, epoch: "",
                recorded: open?.recorded ?? 0, acknowledged: remains.acknowledged,
                wallMilliseconds: now.wallMilliseconds, bootMilliseconds: now.bootMilliseconds,
                bootNumber: now.bootNumber))
        frame.wiped = remains.notice
        let body = frame.encoded()
        let target = "/pjs/1/exchange"
        let signature = RequestSignature(
            key: device.key, device: device.id, counter: remains.counter,
            nonce: Base64URL.text(of: random.bytes(RequestSignature.nonceBytes)), method: "POST",
            target: target, body: body)
        self.signature = signature
        return OutgoingRequest(
            method: "POST", target: target,
            fields: [
                OutgoingRequest.Field(
                    name: "Content-Type", value: OutgoingRequest.frameMediaType),
                OutgoingRequest.Field(
                    name: RequestSignature.fieldName, value: signature.headerValue),
            ], body: body, replyLimitMilliseconds: WipedHandheld.replyLimitMilliseconds)
    }

    private static let replyLimitMilliseconds = 30_000

    /// Whether the station was told: its answer to the last request is whole and signed.
    package mutating func receive(_ outcome: TransportOutcome) -> Bool {
        guard case .answered(let answer) = outcome, let signature else { return false }
        switch AnswerReader.exchange(answer, to: signature, key: device.key) {
        case .success: return true
        case .failure(.refused(let refusal)):
            if refusal.isSigned, let last = refusal.lastCounter {
                remains.counter = max(remains.counter, last)
            }
            return false
        case .failure: return false
        }
    }
}
