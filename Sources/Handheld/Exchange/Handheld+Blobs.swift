package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// One delivery of blobs under way. It outlives the journal, which is closed between two requests:
/// a slow link keeps nobody from recording.
package struct BlobDelivery: Sendable {
    var upload = BlobUpload()
    var content: [UInt8] = []
    var request: (signature: RequestSignature, began: Moment)?
    /// The blob at hand is not to be brought: its file goes once the server says that it has it.
    var isLeaving = false

    package init() {}

    /// The code of what keeps blobs from going (PJS 13), if something does.
    package var problem: String? { upload.problem }
}

/// What the caller has to do next for the blobs.
package enum BlobStep: Equatable, Sendable {
    /// Everything that can go has gone.
    case finished
    /// Send it and report what came of it to `receive(_:of:)`.
    case send(OutgoingRequest)
    /// Read the file of this blob and give it to `take(content:into:)`.
    case load(Digest)
    /// The server has it and the journal does not need it: erase its file, then `noteErased`.
    case erase(Digest)
    /// Nothing before this boot time.
    case wait(untilBootMilliseconds: Int)
}

/// Blobs go after the facts that list them (PJS 7.6).
extension Handheld {
    /// What to do now.
    package mutating func nextStep(
        of delivery: inout BlobDelivery, at now: Moment
    ) throws(JournalError) -> BlobStep {
        switch delivery.upload.step(at: now) {
        case .choose:
            guard let next = try chooseBlob(&delivery) else { return .finished }
            delivery.upload.begin(next.blob, byteCount: next.byteCount)
            return try nextStep(of: &delivery, at: now)
        case .ask(let blob):
            return .send(
                try blobRequest("HEAD", blob, body: [], fields: [], of: &delivery, at: now))
        case .load(let blob): return .load(blob)
        case .send(let blob, let range): return .send(try piece(blob, range, &delivery, at: now))
        case .wait(let time): return .wait(untilBootMilliseconds: time)
        }
    }

    private func chooseBlob(_ delivery: inout BlobDelivery) throws(JournalError) -> ListedBlob? {
        delivery.isLeaving = false
        let skipped = delivery.upload.skipped
        if let next = try journal.blobsToBring(atMost: 1, except: skipped).first { return next }
        guard let next = try journal.blobsToLeave(atMost: 1).first, !skipped.contains(next.blob)
        else { return nil }
        delivery.isLeaving = true
        return next
    }

    /// Takes the content of the blob at hand; nil where there is no file. Damaged content is never
    /// sent: that it is lost becomes a fact.
    package mutating func take(
        content: [UInt8]?, into delivery: inout BlobDelivery, at now: Moment
    ) throws(JournalError) {
        guard let blob = delivery.upload.blob else { return }
        let byteCount = delivery.upload.byteCount
        if let content, content.count == byteCount, SHA256.hash(content) == blob {
            delivery.content = content
            _ = delivery.upload.handle(.loaded, began: now, at: now, random: &random)
            return
        }
        try recordLoss(
            of: ListedBlob(blob: blob, byteCount: byteCount), found: content?.count ?? 0, at: now)
        delivery.upload.drop()
        delivery.content = []
    }

    /// Takes in what came of the request that is under way.
    ///
    /// - Returns: a blob whose file may be erased now.
    package mutating func receive(
        _ outcome: TransportOutcome, of delivery: inout BlobDelivery, at now: Moment
    ) throws(JournalError) -> Digest? {
        guard let request = delivery.request else { return nil }
        delivery.request = nil
        let event: BlobUpload.Event =
            switch outcome {
            case .answered(let answer):
                AnswerReader.blob(answer, to: request.signature, key: device.key)
            case .unreachable: .failed(.unreachable)
            case .cut: .failed(.cut)
            case .timedOut: .failed(.timedOut)
            case .notHTTP: .failed(.notPJS)
            }
        var leaving: Digest?
        let effects = delivery.upload.handle(
            event, began: request.began, at: now, random: &random)
        for effect in effects {
            switch effect {
            case .delivered(let blob):
                try journal.noteBlob(blob, isAtServer: true)
                if delivery.isLeaving { leaving = blob }
            case .raiseCounter(let last): try journal.raiseCounter(above: last)
            case .unload: delivery.content = []
            }
        }
        return leaving
    }

    /// Takes in that the file of a blob was erased.
    package func noteErased(_ blob: Digest) throws(JournalError) {
        try journal.noteErasedBlob(blob)
    }

    /// Whether a fact lists the blob and its file is wanted.
    package func keepsBlob(_ blob: Digest) throws(JournalError) -> Bool {
        try journal.keepsBlob(blob)
    }

    private mutating func recordLoss(
        of listed: ListedBlob, found byteCount: Int, at now: Moment
    ) throws(JournalError) {
        let journal = journal
        let facts = try journal.facts(at: try journal.keys(listing: listed.blob))
        try journal.together { () throws(JournalError) in
            for fact in facts {
                var loss = BlobCorruptFact(blob: listed.blob.hex, length: listed.byteCount)
                loss.foundLength = byteCount
                let draft = FactDraft(
                    .blobCorrupt(loss), subject: fact.subject, corrects: fact.id)
                _ = try journal.record([{ _ in draft }], by: "system", at: now)
            }
            try journal.noteLostBlob(listed.blob)
        }
        overlay = nil
        try handle(.recorded(through: try journal.status().recorded), at: now)
    }

    // MARK: Requests

    private mutating func piece(
        _ blob: Digest, _ range: Range<Int>, _ delivery: inout BlobDelivery, at now: Moment
    ) throws(JournalError) -> OutgoingRequest {
        let total = delivery.content.count
        let fields = [
            OutgoingRequest.Field(name: "Content-Type", value: OutgoingRequest.pieceMediaType),
            OutgoingRequest.Field(name: "Upload-Offset", value: String(range.lowerBound)),
            OutgoingRequest.Field(name: "Upload-Length", value: String(total)),
            OutgoingRequest.Field(
                name: "Upload-Complete", value: range.upperBound == total ? "?1" : "?0"),
        ]
        return try blobRequest(
            "PATCH", blob, body: Array(delivery.content[range]), fields: fields, of: &delivery,
            at: now)
    }

    private mutating func blobRequest(
        _ method: String, _ blob: Digest, body: [UInt8], fields: [OutgoingRequest.Field],
        of delivery: inout BlobDelivery, at now: Moment
    ) throws(JournalError) -> OutgoingRequest {
        let target = "/pjs/1/blobs/\(blob.hex)"
        let signature = RequestSignature(
            key: device.key, device: device.id, counter: try journal.nextCounter(),
            nonce: Base64URL.text(of: random.bytes(RequestSignature.nonceBytes)), method: method,
            target: target, body: body)
        delivery.request = (signature, now)
        return OutgoingRequest(
            method: method, target: target,
            fields: fields + [
                OutgoingRequest.Field(
                    name: RequestSignature.fieldName, value: signature.headerValue)
            ], body: body,
            replyLimitMilliseconds: BlobUpload.replyLimitMilliseconds(bytes: body.count))
    }
}
