import CentralStore
import Domain
import Foundation
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// Blobs come in pieces, are whole when their hash says so, and are read by whom a fact gives the
/// right.
@Suite struct BlobTests {
    private static let content = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }

    /// One handheld's side of an upload.
    private struct Uploader {
        let central: TestCentral
        var handheld: TestHandheld

        init(_ central: TestCentral, _ label: String) throws {
            self.central = central
            handheld = try central.enrol(label)
        }

        /// Sends a request and checks the signature of its answer.
        mutating func ask(
            _ method: String, _ content: [UInt8], _ fields: [Field] = [], body: [UInt8] = [],
            isSigned: Bool = true
        ) -> Response {
            let target = "/pjs/1/blobs/\(SHA256.hash(content).hex)"
            handheld.counter += 1
            let signature = RequestSignature(
                key: handheld.key, device: handheld.device, counter: handheld.counter,
                nonce: TestHandheld.nonce, method: method, target: target, body: body)
            let response = central.respond(
                Request(
                    method: method, target: target,
                    fields: fields + [
                        Field(RequestSignature.fieldName, signature.headerValue)
                    ], body: body))
            let code = signature.answerCode(
                key: handheld.key, status: response.status,
                offset: response.value(of: "Upload-Offset") ?? "-",
                complete: response.value(of: "Upload-Complete") ?? "-", body: response.body)
            #expect(
                response.value(of: RequestSignature.fieldName) == (isSigned ? code.hex : nil))
            return response
        }

        mutating func patch(
            _ content: [UInt8], _ range: Range<Int>, total: Int? = nil, isLast: Bool? = nil,
            bytes: [UInt8]? = nil, isSigned: Bool = true
        ) -> Response {
            ask(
                "PATCH", content,
                [
                    Field("Content-Type", "application/partial-upload"),
                    Field("Upload-Offset", String(range.lowerBound)),
                    Field("Upload-Length", String(total ?? content.count)),
                    Field(
                        "Upload-Complete",
                        isLast ?? (range.upperBound == content.count) ? "?1" : "?0"),
                ], body: bytes ?? Array(content[range]), isSigned: isSigned)
        }

        /// Records and sends a note that lists a blob.
        mutating func list(_ content: [UInt8], bytes: Int? = nil) throws {
            try handheld.note("with a photo")
            let line = String(decoding: handheld.lines[handheld.lines.count - 1], as: UTF8.self)
            let attachment =
                #"{"a":[{"h":"\#(SHA256.hash(content).hex)","l":\#(bytes ?? content.count),"#
                + #""n":"goods","t":"image/jpeg"}],"#
            handheld.replaceLast(Array((attachment + line.dropFirst()).utf8))
            _ = try handheld.exchange(central)
        }
    }

    @Test func `a blob comes in pieces, also over a restart, and is read in ranges`() throws {
        let central = try TestCentral()
        var up = try Uploader(central, "H-01")
        try up.list(Self.content)
        #expect(try central.reader().status(now: 0).missingBlobs == 1)
        #expect(up.ask("HEAD", Self.content).status == 404)
        let first = up.patch(Self.content, 0..<400)
        #expect(first.status == 204 && first.value(of: "Upload-Offset") == "400")
        #expect(first.value(of: "Upload-Complete") == "?0")
        try central.restart()
        up.handheld.counter += 100
        let head = up.ask("HEAD", Self.content)
        #expect(head.status == 204 && head.value(of: "Upload-Offset") == "400")
        let wrong = up.patch(Self.content, 300..<400)
        #expect(wrong.status == 409 && wrong.problem?.code == .mismatchingOffset)
        #expect(wrong.value(of: "Upload-Offset") == "400")
        #expect(up.ask("GET", Self.content).status == 404)
        let last = up.patch(Self.content, 400..<1_000)
        #expect(last.status == 204 && last.value(of: "Upload-Complete") == "?1")
        #expect(up.ask("HEAD", Self.content).status == 200)
        #expect(up.ask("GET", Self.content).body == Self.content)
        let range = up.ask("GET", Self.content, [Field("Range", "bytes=10-19")])
        #expect(range.status == 206 && range.body == Array(Self.content[10..<20]))
        #expect(range.value(of: "Content-Range") == "bytes 10-19/1000")
        let outside = up.ask("GET", Self.content, [Field("Range", "bytes=1000-")])
        #expect(outside.status == 416 && outside.problem?.code == .range)
        let again = up.patch(Self.content, 0..<400)
        #expect(again.status == 409 && again.value(of: "Upload-Complete") == "?1")
        #expect(try central.reader().status(now: 0).missingBlobs == 0)
    }

    @Test func `a wrong hash and a wrong length drop what came`() throws {
        let central = try TestCentral()
        var up = try Uploader(central, "H-01")
        let bad = up.patch(Self.content, 0..<1_000, bytes: [UInt8](repeating: 1, count: 1_000))
        #expect(bad.status == 422 && bad.problem?.code == .blobHashMismatch)
        #expect(up.ask("HEAD", Self.content).status == 404)
        _ = up.patch(Self.content, 0..<400)
        let other = up.patch(Self.content, 400..<500, total: 999)
        #expect(other.status == 422 && other.problem?.code == .lengthMismatch)
        #expect(up.ask("HEAD", Self.content).status == 404)
        #expect(up.patch(Self.content, 0..<400, isLast: true).status == 422)
        #expect(up.patch(Self.content, 0..<1_000, isLast: false).status == 422)
        try up.list(Self.content, bytes: 999)
        #expect(up.patch(Self.content, 0..<400).problem?.code == .lengthMismatch)
    }

    @Test func `a revoked handheld brings what its facts list, and nothing else`() throws {
        let central = try TestCentral()
        var up = try Uploader(central, "H-01")
        try up.list(Self.content)
        _ = try central.perform(.setDevice(label: "H-01", state: .revoked, reason: "lost"))
        #expect(up.patch(Self.content, 0..<1_000).status == 204)
        let unlisted = up.patch([1, 2, 3], 0..<3)
        #expect(unlisted.status == 403 && unlisted.problem?.code == .notListed)
        #expect(up.ask("HEAD", [1, 2, 3]).status == 404)
        var other = try Uploader(central, "H-02")
        #expect(other.ask("GET", Self.content).status == 404)
    }

    @Test func `pieces and blobs have their limits`() throws {
        let central = try TestCentral()
        var up = try Uploader(central, "H-01")
        let whole = [UInt8](repeating: 9, count: Limits.blobBytesMax)
        let piece = Limits.blobPieceBytesMax
        for start in stride(from: 0, to: whole.count, by: piece) {
            #expect(up.patch(whole, start..<(start + piece)).status == 204)
        }
        #expect(up.ask("HEAD", whole).status == 200)
        let tooLong = up.patch(whole, 0..<(piece + 1), isSigned: false)
        #expect(tooLong.status == 413 && tooLong.problem?.code == .tooLarge)
        let tooMuch = up.patch([7], 0..<1, total: Limits.blobBytesMax + 1, isSigned: false)
        #expect(tooMuch.status == 413)
        #expect(up.patch([7], 0..<1, bytes: [], isSigned: false).status == 400)
    }

    @Test(arguments: [
        ("bytes=0-0", 0..<1), ("bytes=2-", 2..<10), ("bytes=0-99", 0..<10), ("bytes=9-9", 9..<10),
    ])
    func `a range is cut at the end`(text: String, range: Range<Int>) {
        #expect(ByteRange.read(text, count: 10) == range)
    }

    @Test(arguments: [
        "bytes=10-", "bytes=-5", "bytes=3-2", "bytes=1-2,4-5", "items=0-1", "bytes=", "bytes=a-b",
        "bytes=+1-2", "bytes=9999999999-",
    ])
    func `no other range is read`(text: String) {
        #expect(ByteRange.read(text, count: 10) == nil)
    }
}
