import Domain
import SyncEngine
import SyncProtocol
import Testing

/// One blob on its way, decided without a network.
@Suite struct BlobUploadTests {
    private static let blob = SHA256.hash([1])
    private static let byteCount = 200_000
    private var upload = BlobUpload()
    private var random = RandomSource.seeded(SeededGenerator(seed: 7))
    private var boot = 1_000_000

    init() { upload.begin(Self.blob, byteCount: Self.byteCount) }

    private var now: Moment {
        Moment(
            wallMilliseconds: 1_790_000_000_000 + boot, bootMilliseconds: boot, bootNumber: 1,
            offsetMinutes: 480)
    }

    @discardableResult
    private mutating func hear(
        _ event: BlobUpload.Event, after milliseconds: Int = 50
    ) -> [BlobUpload.Effect] {
        let began = now
        boot += milliseconds
        return upload.handle(event, began: began, at: now, random: &random)
    }

    private var step: BlobUpload.Step { upload.step(at: now) }

    /// Lets a pause pass.
    private mutating func wait() {
        if case .wait(let time) = step { boot = time }
    }

    @Test mutating func `it is asked for, loaded, and sent in pieces that grow`() {
        #expect(step == .ask(Self.blob))
        hear(.told(have: 0, isComplete: false))
        #expect(step == .load(Self.blob))
        hear(.loaded)
        #expect(step == .send(Self.blob, 0..<32_768))
        hear(.told(have: 32_768, isComplete: false))
        #expect(step == .send(Self.blob, 32_768..<98_304))
        hear(.told(have: 98_304, isComplete: false), after: 60_000)
        #expect(step == .send(Self.blob, 98_304..<167_936))
        hear(.told(have: 167_936, isComplete: false))
        #expect(step == .send(Self.blob, 167_936..<200_000))
        let effects = hear(.told(have: 200_000, isComplete: true))
        #expect(effects == [.delivered(Self.blob), .unload])
        #expect(step == .choose)
    }

    @Test mutating func `what the server has whole is not sent, nor read`() {
        #expect(hear(.told(have: 200_000, isComplete: true)).first == .delivered(Self.blob))
        #expect(step == .choose && upload.problem == nil)
    }

    @Test mutating func `after a cut the server is asked, and less is sent from there`() {
        hear(.told(have: 0, isComplete: false))
        hear(.loaded)
        hear(.failed(.cut))
        #expect(upload.problem == "cut")
        wait()
        #expect(step == .ask(Self.blob))
        hear(.told(have: 20_000, isComplete: false))
        #expect(step == .send(Self.blob, 20_000..<36_384))
        #expect(upload.problem == nil)
    }

    @Test(arguments: [(200_001, true), (200_000, false), (100, true), (-1, false)])
    mutating func `an answer that cannot be is none`(have: Int, isComplete: Bool) {
        #expect(hear(.told(have: have, isComplete: isComplete)).isEmpty)
        #expect(upload.problem == "not_pjs")
        wait()
        #expect(step == .ask(Self.blob))
    }

    @Test mutating func `an offset elsewhere is where it goes on, but one that stands is a cut`() {
        hear(.told(have: 0, isComplete: false))
        hear(.loaded)
        hear(.told(have: 90_000, isComplete: false))
        #expect(step == .send(Self.blob, 90_000..<155_536))
        hear(.told(have: 90_000, isComplete: false))
        #expect(upload.problem == "cut")
    }

    @Test mutating func `refused content goes once more from the beginning, then not again`() {
        hear(.told(have: 0, isComplete: false))
        hear(.loaded)
        #expect(hear(.contentRefused(code: "blob_hash_mismatch")) == [.unload])
        #expect(step == .load(Self.blob))
        hear(.loaded)
        #expect(step == .send(Self.blob, 0..<32_768))
        hear(.contentRefused(code: "blob_hash_mismatch"))
        #expect(step == .choose && upload.skipped == [Self.blob])
        #expect(upload.problem == "blob_hash_mismatch")
    }

    @Test mutating func `each refusal has its remedy`() {
        let stale = ExchangeFailure.Refusal(
            status: 409, code: "stale_counter", isSigned: true, lastCounter: 70)
        #expect(hear(.failed(.refused(stale))) == [.raiseCounter(above: 70)])
        #expect(step == .ask(Self.blob))
        hear(.failed(.refused(ExchangeFailure.Refusal(status: 507, code: "server_full"))))
        #expect(step == .wait(untilBootMilliseconds: boot + 300_000))
        wait()
        let refused = ExchangeFailure.Refusal(status: 403, code: "not_listed", isSigned: true)
        hear(.failed(.refused(refused)))
        #expect(step == .choose && upload.skipped == [Self.blob])
    }

    @Test mutating func `a refusal of anybody stops all for a while, and skips nothing`() {
        hear(.failed(.refused(ExchangeFailure.Refusal(status: 403, code: "", isSigned: false))))
        #expect(step == .wait(untilBootMilliseconds: boot + 300_000))
        #expect(upload.skipped.isEmpty)
    }

    @Test mutating func `the pause grows with each failure up to a limit`() {
        var longest = 0
        for _ in 0..<40 {
            hear(.failed(.unreachable))
            if case .wait(let time) = step { longest = max(longest, time - boot) }
            wait()
        }
        #expect((20_000...300_000).contains(longest))
    }
}
