import Domain
import HandheldUI
import Journal
import SyncProtocol
import Testing

@testable import Handheld

/// Photos of acts, and their delivery to a server that can misbehave.
@Suite struct BlobDeliveryTests {
    private static let content: [UInt8] = [0xFF, 0xD8, 0xFF] + Array(repeating: 9, count: 70_000)
    private static let blob = SHA256.hash(content)
    private static let photo = TakenPhoto(
        blob: blob, byteCount: content.count, format: .jpeg)
    private var fixture: HandheldFixture
    private var delivery = BlobDelivery()
    /// What the server has of the blob.
    private var stored: [UInt8] = []

    init() throws {
        fixture = try HandheldFixture()
        try fixture.receive([StationRows.courier])
    }

    private mutating func report(
        _ text: String, reason: ExceptionReason = .noLabel
    ) throws -> Receipt {
        let input = ProblemInput(subject: .unreadable(text), reason: reason)
        let result = try fixture.handheld.report(
            input, photos: [Self.photo], draft: text, at: fixture.now)
        guard case .recorded(let receipt) = result else {
            throw TestFailure("not recorded: \(result)")
        }
        return receipt
    }

    private struct TestFailure: Error {
        init(_ text: String) { self.text = text }
        let text: String
    }

    private mutating func step() throws -> BlobStep {
        fixture.bootMilliseconds += 10
        return try fixture.handheld.nextStep(of: &delivery, at: fixture.now)
    }

    /// The server's answer, whose signature covers the upload fields.
    private mutating func answer(_ request: OutgoingRequest) throws -> ReceivedAnswer {
        let fields = Dictionary(
            uniqueKeysWithValues: request.fields.map { ($0.name, $0.value) })
        let signature = try #require(
            RequestSignature(headerValue: fields[RequestSignature.fieldName] ?? ""))
        #expect(request.target == "/pjs/1/blobs/\(Self.blob.hex)")
        if request.method == "PATCH" {
            #expect(fields["Upload-Offset"] == String(stored.count))
            #expect(fields["Upload-Length"] == String(Self.content.count))
            stored += request.body
            #expect(
                fields["Upload-Complete"]
                    == (stored.count == Self.content.count ? "?1" : "?0"))
        }
        let isWhole = stored.count == Self.content.count
        if request.method == "HEAD", stored.isEmpty { return signed(signature, 404) }
        return signed(
            signature, request.method == "HEAD" && isWhole ? 200 : 204,
            offset: String(stored.count), complete: isWhole ? "?1" : "?0")
    }

    private func signed(
        _ signature: RequestSignature, _ status: Int, offset: String? = nil,
        complete: String? = nil
    ) -> ReceivedAnswer {
        let code = signature.answerCode(
            key: fixture.device.key, status: status, offset: offset ?? "-",
            complete: complete ?? "-", body: [])
        return ReceivedAnswer(
            status: status, signature: code.hex, uploadOffset: offset, uploadComplete: complete,
            body: [])
    }

    private var counts: BlobCounts {
        get throws { try fixture.handheld.syncStatus().blobs }
    }

    @Test mutating func `photos go with the act, and only after it`() throws {
        let receipt = try report("x", reason: .outerDamaged)
        let listed = try #require(receipt.main.attachments.first)
        #expect(receipt.main.attachments.count == 1)
        #expect(listed.blob == Self.blob.hex && listed.role == .damage)
        #expect(listed.mediaType == "image/jpeg" && listed.byteCount == Self.content.count)
        #expect(try step() == .finished)
        #expect(try counts.waiting == 1)
    }

    @Test mutating func `a whole delivery ends with nothing waiting`() throws {
        _ = try report("x")
        _ = try report("y")
        _ = try fixture.exchange()
        #expect(
            fixture.server.requests.last?.hello.status?["blob"]
                == [.integer(1), .integer(Self.content.count)])
        var requests = 0
        while true {
            switch try step() {
            case .send(let request):
                requests += 1
                let answer = try answer(request)
                #expect(
                    try fixture.handheld.receive(
                        .answered(answer), of: &delivery, at: fixture.now) == nil)
                continue
            case .load:
                try fixture.handheld.take(
                    content: Self.content, into: &delivery, at: fixture.now)
                continue
            case .finished: break
            case .erase, .wait: Issue.record("nothing of that sort")
            }
            break
        }
        #expect(stored == Self.content && requests == 3)
        #expect(try counts.waiting == 0)
    }

    @Test(arguments: ["unsigned", "offset", "complete"])
    mutating func `a forged "complete" ends nothing`(forged: String) throws {
        _ = try report("x")
        _ = try fixture.exchange()
        guard case .send(let request) = try step() else { throw TestFailure("no question") }
        let header = request.fields.first { $0.name == RequestSignature.fieldName }?.value ?? ""
        let signature = try #require(RequestSignature(headerValue: header))
        let whole = String(Self.content.count)
        let true204 = signed(signature, 204, offset: "5", complete: "?0")
        let code = signed(signature, 200, offset: whole, complete: "?1").signature
        let answer = ReceivedAnswer(
            status: forged == "complete" ? 204 : 200,
            signature: forged == "unsigned" ? nil : forged == "offset" ? code : true204.signature,
            uploadOffset: forged == "offset" ? "5" : whole, uploadComplete: "?1", body: [])
        _ = try fixture.handheld.receive(.answered(answer), of: &delivery, at: fixture.now)
        #expect(try counts.waiting == 1)
        #expect(delivery.problem == "not_pjs")
    }

    @Test(arguments: [nil, 3, 70_003])
    mutating func `damaged content is never sent, and each fact is told of it`(
        found: Int?
    ) throws {
        let first = try report("x")
        let second = try report("y")
        _ = try fixture.exchange()
        guard case .send(let request) = try step() else { throw TestFailure("no question") }
        let answer = try answer(request)
        _ = try fixture.handheld.receive(.answered(answer), of: &delivery, at: fixture.now)
        #expect(try step() == .load(Self.blob))
        try fixture.handheld.take(
            content: found.map { Array(repeating: 1, count: $0) }, into: &delivery,
            at: fixture.now)
        #expect(try step() == .finished)
        let counts = try counts
        #expect(counts.lost == 1 && counts.waiting == 0)
        _ = try fixture.exchange()
        let losses = try fixture.server.lines.map { try Entry(decoding: $0) }
            .filter { $0.kind == "blob.corrupt" }
        #expect(losses.map { $0.corrects?.hex } == [first.main.id, second.main.id])
        for loss in losses {
            #expect(loss.person == "system")
            #expect(loss.payload["h"] == .text(Self.blob.hex))
            #expect(loss.payload["l"] == .integer(Self.content.count))
            #expect(loss.payload["found_l"] == .integer(found ?? 0))
        }
    }

    @Test mutating func `an erasure after delivery waits for photos too`() throws {
        _ = try report("x")
        _ = try fixture.exchange()
        let order = Directive(
            id: "D-1", order: .wipe(Directive.Wipe(mode: .sealThenWipe, graceSeconds: 3_600)),
            device: fixture.device.id, key: fixture.device.key)
        fixture.server.directives = [order]
        _ = try fixture.exchange()
        #expect(try fixture.handheld.remainsIfDue(at: fixture.now) == nil)
        stored = Self.content
        guard case .send(let request) = try step() else { throw TestFailure("no question") }
        let answer = try answer(request)
        _ = try fixture.handheld.receive(.answered(answer), of: &delivery, at: fixture.now)
        #expect(try fixture.handheld.remainsIfDue(at: fixture.now) != nil)
    }

    /// Closes the day of a record that was delivered with its photo, and lets its line go.
    private mutating func forget() throws {
        let journal = fixture.handheld.journal
        let head = try journal.head(at: 1)?.hex ?? ""
        let range = SealedRange(from: 1, to: 1, count: 1, head: head)
        let hash = String(repeating: "ab", count: 32)
        let day = "ST0931-2026-09-10"
        let seal = DaySealFact(day: day, range: range, cashDeclared: [:])
        _ = try journal.record(
            [{ _ in FactDraft(.daySeal(seal)) }], by: "c1", at: fixture.now, draft: nil)
        let line = try journal.ownDays().seals.last?.lineHash.hex ?? ""
        let receipt = DayReceiptFact(
            day: day, manifest: hash, receipt: hash, line: line, number: 1)
        _ = try journal.record(
            [{ _ in FactDraft(.dayReceipt(receipt)) }], by: "c1", at: fixture.now, draft: nil)
        try journal.acknowledge(through: 3)
        try journal.secure(through: 3)
        var later = fixture.now
        later = Moment(
            wallMilliseconds: later.wallMilliseconds + 31 * 86_400_000,
            bootMilliseconds: later.bootMilliseconds, bootNumber: 1, offsetMinutes: 480)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
        #expect(try journal.forgetLines(retainDays: 30) == 1)
    }

    @Test(arguments: [true, false])
    mutating func `a file goes with its line, but only if the server still has it`(
        isStillThere: Bool
    ) throws {
        _ = try report("x")
        _ = try fixture.exchange()
        try fixture.handheld.journal.noteBlob(Self.blob, isAtServer: true)
        #expect(try step() == .finished)
        try forget()
        #expect(try counts.mayGo && counts.waiting == 0)
        if isStillThere { stored = Self.content }
        guard case .send(let request) = try step() else { throw TestFailure("no question") }
        #expect(request.method == "HEAD")
        let answer = try answer(request)
        let leaving = try fixture.handheld.receive(
            .answered(answer), of: &delivery, at: fixture.now)
        #expect(leaving == (isStillThere ? Self.blob : nil))
        guard isStillThere else {
            // It lost it: it is brought again, and stays here.
            #expect(try step() == .load(Self.blob))
            #expect(try fixture.handheld.keepsBlob(Self.blob))
            return
        }
        #expect(try fixture.handheld.keepsBlob(Self.blob))
        try fixture.handheld.noteErased(Self.blob)
        #expect(try !fixture.handheld.keepsBlob(Self.blob))
        #expect(try step() == .finished)
        #expect(try !counts.mayGo)
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], PhotoFormat.jpeg), ([0xFF, 0xD8], nil), ([], nil),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
            ([0x89, 0x50, 0x4E, 0x47, 0x0A], nil), (Array("RIFF1234WEBPVP8 ".utf8), .webP),
            (Array("RIFF1234WAVE".utf8), nil), (Array("<svg>".utf8), nil),
        ] as [([UInt8], PhotoFormat?)])
    func `the first bytes tell a picture`(content: [UInt8], format: PhotoFormat?) {
        #expect(PhotoFormat(content: content) == format)
    }
}
