import SyncProtocol
import Testing

/// A blob brought to a real server that dies on the way.
@Suite struct BlobTests {
    private static let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    private static let target = "/pjs/1/blobs/\(SHA256.hash(content).hex)"

    private static func piece(
        _ range: Range<Int>, of handheld: HandmadeHandheld
    ) -> SignedExchange {
        handheld.request(
            "PATCH", target,
            [
                ("Content-Type", "application/partial-upload"),
                ("Upload-Offset", String(range.lowerBound)),
                ("Upload-Length", String(content.count)),
                ("Upload-Complete", range.upperBound == content.count ? "?1" : "?0"),
            ], body: Array(content[range]))
    }

    /// A note that lists the blob.
    private static func line(_ sequence: Int) -> [UInt8] {
        Array(
            (#"{"a":[{"h":"\#(SHA256.hash(content).hex)","l":\#(content.count),"n":"goods","#
                + #""t":"image/jpeg"}],"h":"01a08a559660-0000","k":"note","kv":1,"m":3660000,"#
                + #""o":4,"p":{"text":"photo"},"s":\#(sequence),"u":"c10482","#
                + #""w":1789027200000,"z":480}"#).utf8)
    }

    @Test func `an upload that is cut, and whose server is killed, goes on where it was`() throws {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        handheld.record(Self.line(1))
        let answer = try handheld.send(handheld.exchange([handheld.push(1, 1)]))
        #expect(answer.hello.have == 1)
        #expect(try station.must(["status"])["missing_blobs"].integer == 1)

        let first = try handheld.ask(Self.piece(0..<60_000, of: handheld))
        #expect(first.status == 204 && first.value(of: "Upload-Offset") == "60000")
        // The connection breaks in the middle of a piece: as if it was not sent.
        var cut = Self.piece(60_000..<120_000, of: handheld)
        cut.bytes.removeLast(30_000)
        try handheld.sendAndLeave(cut)
        station.kill()
        try station.start()
        handheld.skipCounters()
        let head = try handheld.ask(handheld.request("HEAD", Self.target))
        #expect(head.status == 204 && head.value(of: "Upload-Offset") == "60000")

        _ = try handheld.ask(Self.piece(60_000..<120_000, of: handheld))
        try station.must(["device", "revoke", "HH-01", "--reason", "lost"])
        let last = try handheld.ask(Self.piece(120_000..<200_000, of: handheld))
        #expect(last.status == 204 && last.value(of: "Upload-Complete") == "?1")
        let other = try handheld.ask(
            handheld.request(
                "PATCH", "/pjs/1/blobs/\(SHA256.hash([1]).hex)",
                [
                    ("Content-Type", "application/partial-upload"), ("Upload-Offset", "0"),
                    ("Upload-Length", "1"), ("Upload-Complete", "?1"),
                ], body: [1]))
        #expect(other.status == 403)
        #expect(try station.must(["status"])["missing_blobs"].integer == 0)
        let read = try handheld.ask(handheld.request("GET", Self.target))
        #expect(read.body == Self.content)

        // A backup holds the evidence too.
        let copy = station.folder.path + "/copy.sqlite"
        try station.must(["backup", "--to", copy])
        _ = station.stop()
        try station.must(["restore", copy])
        try station.must(["ledger", "rebuild"])
        try station.start()
        handheld.skipCounters()
        #expect(try station.must(["status"])["missing_blobs"].integer == 0)
    }
}
