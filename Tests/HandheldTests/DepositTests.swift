import Domain
import SyncProtocol
import Testing

@testable import Handheld

/// Frames that are carried, and the replies that come back the same way.
@Suite struct HandheldDepositTests {
    private var fixture: HandheldFixture

    init() throws { fixture = try HandheldFixture() }

    private func reply(
        to push: Push, code: Digest?, head: Digest? = nil, secured: Int = 0
    ) -> [UInt8] {
        var stored = PushResult.Stored(
            at: push.last, atHead: head ?? push.head, have: push.last, head: push.head,
            new: push.lines.count, duplicate: 0)
        stored.code = code
        let hello = HelloResponse(
            epoch: "e9", now: 5, have: push.last, head: push.head, secured: secured, revision: 900,
            state: .revoked)
        return ExchangeResponse(
            hello: hello,
            pushes: [PushResult(stream: push.stream ?? "", outcome: .ok(stored))]
        ).encoded()
    }

    private func code(_ push: Push, _ key: DeviceKey) -> Digest {
        key.acknowledgementCode(
            device: fixture.device.id, stream: push.stream ?? "", at: push.last, head: push.head)
    }

    private func pushes(unsentOnly: Bool = false) throws -> [Push] {
        try fixture.handheld.exportFrames(unsentOnly: unsentOnly, at: fixture.now)
            .flatMap { try ExchangeRequest(decoding: $0).pushes }
    }

    @Test mutating func `an export holds every entry, and only unsent ones if asked`() throws {
        try fixture.record(notes: 3)
        _ = try fixture.exchange()
        try fixture.record(notes: 2)
        let all = try #require(try pushes().first)
        #expect(all.from == 1 && all.last == 5)
        #expect(all.stream == ScriptedServer.first)
        #expect(
            all.code
                == fixture.device.key.headCode(
                    device: fixture.device.id, stream: ScriptedServer.first, sequence: 5,
                    head: all.head))
        let unsent = try #require(try pushes(unsentOnly: true).first)
        #expect(unsent.from == 4 && unsent.last == 5)
        _ = try fixture.exchange()
        #expect(try fixture.handheld.exportFrames(unsentOnly: true, at: fixture.now) == [])
    }

    @Test mutating func `a reply acknowledges what its code vouches for, and nothing else`() throws
    {
        try fixture.record(notes: 3)
        let push = try #require(try pushes().first)
        let before = try fixture.handheld.syncStatus(at: fixture.now)
        let outcome = try #require(
            try fixture.handheld.takeIn(
                reply: reply(to: push, code: code(push, fixture.device.key), secured: 3)))
        #expect(outcome.acknowledged == 3 && outcome.pending == 0)
        let after = try fixture.handheld.syncStatus(at: fixture.now)
        #expect(after.secured == before.secured)
        #expect(after.deviceState == before.deviceState)
    }

    @Test mutating func `a reply without its code, or of another history, moves nothing`() throws {
        try fixture.record(notes: 3)
        let push = try #require(try pushes().first)
        let other = try #require(DeviceKey(bytes: [UInt8](repeating: 3, count: 32)))
        let right = code(push, fixture.device.key)
        let replies = [
            reply(to: push, code: nil), reply(to: push, code: code(push, other)),
            reply(to: push, code: right, head: .zero),
        ]
        for reply in replies {
            let outcome = try #require(try fixture.handheld.takeIn(reply: reply))
            #expect(outcome.disbelieved == 1 && outcome.acknowledged == 0 && outcome.pending == 3)
        }
        #expect(try fixture.handheld.takeIn(reply: Array("{}\n".utf8)) == nil)
    }

    @Test(arguments: [(0, 1), (1, 2)])
    func `a frame is filled up to its size and then another begins`(extra: Int, count: Int) throws {
        var packer = FramePackerSample.packer()
        let limit = FramePackerSample.bytesMax - 2 * FramePackerSample.sectionBytes
        packer.add(FramePackerSample.push(bytes: limit - 1_000))
        packer.add(FramePackerSample.push(bytes: 1_000 + extra))
        #expect(packer.frames.count == count)
        #expect(packer.frames.allSatisfy { $0.count <= Limits.requestFrameBytesMax })
    }

    @Test func `a frame has at most 64 sections`() {
        var packer = FramePackerSample.packer()
        for _ in 1...65 { packer.add(FramePackerSample.push(bytes: 10)) }
        #expect(packer.frames.count == 2)
    }
}

/// Sections of a given size.
private enum FramePackerSample {
    static let bytesMax = FramePacker.bytesMax
    static let sectionBytes = FramePacker.sectionBytes

    static func packer() -> FramePacker {
        FramePacker(
            hello: HelloRequest(
                app: "courier/1", device: "019a0000-0000-7000-8000-00000000000d",
                stream: ScriptedServer.first, epoch: "", recorded: 0, acknowledged: 0,
                wallMilliseconds: 0, bootMilliseconds: 0, bootNumber: 0))
    }

    /// A section whose lines take that many bytes with their ends.
    static func push(bytes: Int) -> Push {
        Push(
            stream: ScriptedServer.first, from: 1, previous: .zero, head: .zero, code: .zero,
            lines: [[UInt8](repeating: 0x61, count: bytes - 1)[...]])
    }
}
