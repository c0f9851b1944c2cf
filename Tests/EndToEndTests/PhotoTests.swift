import Foundation
import SyncProtocol
import Testing

/// Photos of real handhelds, brought to a real server.
@Suite struct PhotoTests {
    private static func picture(_ count: Int, seed: UInt8 = 1) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, seed]
            + (0..<count - 4).map { UInt8(truncatingIfNeeded: ($0 &* 31 >> 3) ^ Int(seed)) }
    }

    private let station: TestStation
    private let courier: TestCourier
    private let folder: TemporaryFolder

    init() throws {
        station = try TestStation()
        courier = try TestCourier("HH-01", at: station)
        folder = try TemporaryFolder()
    }

    private func file(_ name: String, _ content: [UInt8]) throws -> String {
        let path = folder.path + "/" + name
        try Data(content).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func missing() throws -> Int? {
        try station.must(["status"])["missing_blobs"].integer
    }

    @Test func `a photo that cannot be kept is refused, and nothing is recorded`() throws {
        let tooLarge = try file("large.jpg", Self.picture(Limits.blobBytesMax + 1))
        let text = try file("text.jpg", Array("no picture".utf8))
        for (path, status, code) in [
            (folder.path + "/none.jpg", 66, "E-NO-FILE"), (tooLarge, 65, "E-PHOTO-LARGE"),
            (text, 65, "E-PHOTO-KIND"), (folder.path, 66, "E-FILE"),
        ] as [(String, Int32, String)] {
            let refused = try courier.run(courier.report("x") + ["--photo", path])
            #expect(refused.status == status, "\(code)")
            #expect(try refused.json["error"]["code"].text == code)
        }
        let many = (1...17).flatMap { ["--photo", "\($0).jpg"] }
        #expect(
            try courier.run(courier.report("x") + many).json["error"]["code"].text
                == "E-PHOTO-COUNT")
        #expect(try courier.must(["sync", "status"])["recorded"].integer == 0)
        #expect(try courier.photos().isEmpty)
        let whole = try file("whole.jpg", Self.picture(Limits.blobBytesMax))
        let kept = try courier.must(courier.report("x") + ["--photo", whole])
        #expect(kept["photos"].integer == 1)
        #expect(try courier.must(["sync", "run"])["photos_waiting"].integer == 0)
        #expect(try missing() == 0)
    }

    @Test func `photos are found by parcel, by line and by what is missing`() throws {
        let first = try file("a.jpg", Self.picture(9_000))
        let second = try file("b.jpg", Self.picture(9_000, seed: 2))
        let parcel = "EX0000000000012"
        try courier.must([
            "problem", "add", parcel, "--reason", "outer-damaged", "--photo", first, "--photo",
            second,
        ])
        try courier.must(courier.report("x") + ["--photo", first])
        let name = folder.path + "/HH-01"
        try courier.must(["journal", "export", name])
        try station.must(["deposit", name + "-001.pjs"])
        let all = try station.must(["blob", "list"])["photos"].list
        #expect(all.map { $0["state"].text } == ["waiting", "waiting", "waiting"])
        let ofParcel = try station.must(["blob", "list", "--parcel", parcel])["photos"].list
        #expect(ofParcel.map { $0["role"].text } == ["damage", "damage"])
        #expect(ofParcel.allSatisfy { $0["parcels"][0].text == parcel })
        let line = try #require(all.first?["line"].integer)
        let ofLine = try station.must(["blob", "list", "--line", String(line)])["photos"].list
        #expect(ofLine.map { $0["role"].text } == ["goods"])
        #expect(try station.must(["blob", "list", "--missing"])["count"].integer == 3)
        #expect(try station.must(["blob", "list", "--limit", "2"])["count"].integer == 2)
        try courier.must(["sync", "run"])
        #expect(try station.must(["blob", "list", "--missing"])["count"].integer == 0)
    }

    @Test func `a manager lists photos, and writing one out is in the audit trail`() throws {
        let picture = Self.picture(9_000)
        let path = try file("a.jpg", picture)
        try courier.must(courier.report("x") + ["--photo", path])
        try courier.must(["sync", "run"])
        let photos = try station.must(["blob", "list"])["photos"].list
        #expect(photos.count == 1)
        let number = try #require(photos.first?["photo"].text)
        #expect(number == SHA256.hash(picture).hex)
        #expect(try station.must(["blob", "list", "--missing"])["photos"].list.isEmpty)

        let out = folder.path + "/out.jpg"
        #expect(try station.run(["blob", "show", number]).status == 64)
        #expect(try station.run(["blob", "show", "xyz", "--out", out]).status == 64)
        #expect(try station.run(["blob", "show", "00000000", "--out", out]).status == 1)
        try station.must(["blob", "show", String(number.prefix(12)), "--out", out])
        #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == Data(picture))
        #expect(try station.run(["blob", "show", number, "--out", out]).status == 73)
        let trail = try station.must(["audit", "list"])["entries"].list
        #expect(trail.contains { $0["what"].text == "viewed" && $0["on"].text == number })
    }

    @Test func `an act that is refused leaves no photo`() throws {
        let path = try file("a.jpg", Self.picture(9_000))
        let refused = try courier.run([
            "deliver", "sign", "EX0000000000012", "--photo", path,
        ])
        #expect(refused.status != 0)
        #expect(try courier.photos().isEmpty)
    }

    @Test func `a courier killed while it keeps a photo leaves a whole act or none`() throws {
        var random = Rounds.numbers("photo killed")
        let clock = ContinuousClock()
        let first = try file("0.jpg", Self.picture(900_000, seed: 0))
        let usual = try clock.measure {
            try courier.must(courier.report("r0") + ["--photo", first])
        }
        for round in 1...Rounds.count {
            let content = Self.picture(900_000, seed: UInt8(round))
            let path = try file("\(round).jpg", content)
            let running = try courier.start(courier.report("r\(round)") + ["--photo", path])
            pause(milliseconds: Int.random(in: 0...Int(usual / .milliseconds(1)), using: &random))
            running.kill()
            _ = running.wait()
            // The next command that writes cleans up.
            try courier.must(courier.report("w\(round)"))
            let recorded = try courier.must(["sync", "status"])["recorded"].integer ?? 0
            let isRecorded = recorded == 2 * round + 1
            let name = SHA256.hash(content).hex
            #expect(try courier.photos()[name] == (isRecorded ? content : nil), "\(round)")
            try courier.must(courier.report("r\(round)") + ["--photo", path])
            #expect(try courier.photos()[name] == content, "\(round)")
        }
        #expect(try courier.photos().count == Rounds.count + 1)
        #expect(try courier.must(["sync", "run"])["photos_waiting"].integer == 0)
        #expect(try missing() == 0)
    }

    @Test(arguments: [true, false])
    func `an upload whose end dies goes on where it was`(isCourier: Bool) throws {
        let content = Self.picture(1_500_000)
        let path = try file("a.jpg", content)
        try courier.must(courier.report("x") + ["--photo", path])
        let relay = try Relay(to: station.port)
        try courier.must(["config", "set", "server", relay.address])
        relay.allow(700_000)
        let running = try courier.start(["sync", "run", "--timeout", "1"])
        try relay.waitUntilStuck()
        // The records went first.
        #expect(try station.must(["status"])["facts"].integer == 1)
        #expect(try missing() == 1)
        if isCourier {
            running.kill()
        } else {
            station.kill()
            try station.start()
            running.kill()
        }
        _ = running.wait()
        relay.allow(.max)
        let before = relay.sent
        let end = try courier.must(["sync", "run"])
        #expect(end["photos_waiting"].integer == 0)
        #expect(try missing() == 0)
        // All but the last piece of the first run is not sent again.
        #expect(relay.sent - before < content.count - 700_000 + Limits.blobPieceBytesMax + 16_384)
        #expect(relay.sent < content.count + Limits.blobPieceBytesMax + 32_768)
    }

    @Test func `others record while a photo goes up`() throws {
        let path = try file("a.jpg", Self.picture(900_000))
        try courier.must(courier.report("x") + ["--photo", path])
        let relay = try Relay(to: station.port)
        try courier.must(["config", "set", "server", relay.address])
        relay.allow(300_000)
        let running = try courier.start(["sync", "run"])
        try relay.waitUntilStuck()
        try courier.must(courier.report("meanwhile") + ["--timeout", "0"])
        #expect(try courier.run(["sync", "run", "--timeout", "0"]).status == 75)
        relay.allow(.max)
        let end = try running.wait().json
        #expect(end["photos_waiting"].integer == 0 && end["acked"].integer == 2)
    }

    @Test func `two facts that list one photo bring it once`() throws {
        let content = Self.picture(400_000)
        let path = try file("a.jpg", content)
        try courier.must(courier.report("x") + ["--photo", path])
        try courier.must(courier.report("y") + ["--photo", path, "--photo", path])
        #expect(try courier.photos().count == 1)
        let relay = try Relay(to: station.port)
        try courier.must(["config", "set", "server", relay.address])
        try courier.must(["sync", "run"])
        #expect((400_000..<430_000).contains(relay.sent))
        let again = try courier.must(["sync", "run"])
        #expect(again["photos_waiting"].integer == 0 && relay.sent < 440_000)
    }

    @Test func `a photo damaged on the handheld is reported, and the records go`() throws {
        let content = Self.picture(50_000)
        let path = try file("a.jpg", content)
        try courier.must(courier.report("x") + ["--photo", path])
        try courier.spoilPhoto(SHA256.hash(content).hex)
        let end = try courier.must(["sync", "run"])
        #expect(end["photos_lost"].integer == 1 && end["photos_waiting"].integer == 0)
        #expect(end["acked"].integer == 2)
        let kinds = try courier.must(["journal", "list"])["records"].list.map { $0["kind"].text }
        #expect(Set(kinds) == ["problem", "blob.corrupt"])
        #expect(try missing() == 1)
        let listed = try station.must(["blob", "list", "--missing"])["photos"].list
        #expect(listed.map { $0["state"].text } == ["lost"])
        let out = folder.path + "/out.jpg"
        let shown = try station.run(["blob", "show", SHA256.hash(content).hex, "--out", out])
        #expect(shown.status == 1)
        #expect(try shown.json["error"]["code"].text == "E-PHOTO-MISSING")
        #expect(!FileManager.default.fileExists(atPath: out))
        // Taken again, it goes.
        try courier.must(courier.report("y") + ["--photo", path])
        let cured = try courier.must(["sync", "run"])
        #expect(cured["photos_lost"].integer == 0)
        #expect(try missing() == 0)
    }

    @Test func `records go on a stick without their photos, which follow later`() throws {
        let path = try file("a.jpg", Self.picture(50_000))
        try courier.must(courier.report("x") + ["--photo", path])
        let name = folder.path + "/HH-01"
        try courier.must(["journal", "export", name])
        try station.must(["deposit", name + "-001.pjs"])
        #expect(try missing() == 1)
        try courier.must(["journal", "import", name + "-001.reply.pjs"])
        let status = try courier.must(["sync", "status"])
        #expect(status["pending"].integer == 0 && status["photos_waiting"].integer == 1)
        try courier.must(["sync", "run"])
        #expect(try missing() == 0)
    }

    @Test func `a restored server gets again what it lacks, and keeps what it has`() throws {
        let old = try file("a.jpg", Self.picture(50_000))
        let new = try file("b.jpg", Self.picture(300_000, seed: 2))
        try courier.must(courier.report("x") + ["--photo", old])
        try courier.must(["sync", "run"])
        let copy = station.folder.path + "/copy.sqlite"
        try station.must(["backup", "--to", copy])
        try courier.must(courier.report("y") + ["--photo", new])
        try courier.must(["sync", "run"])
        _ = station.stop()
        try station.must(["restore", copy])
        try station.start()
        #expect(try missing() == 0)
        let relay = try Relay(to: station.port)
        try courier.must(["config", "set", "server", relay.address])
        let end = try courier.must(["sync", "run"])
        #expect(end["photos_waiting"].integer == 0 && end["acked"].integer == 2)
        #expect((300_000..<345_000).contains(relay.sent))
        #expect(try station.must(["status"])["facts"].integer == 2)
        #expect(try missing() == 0)
    }

    @Test func `an erased handheld keeps no photo`() throws {
        let path = try file("a.jpg", Self.picture(50_000))
        try courier.must(courier.report("x") + ["--photo", path])
        try courier.must(["sync", "run"])
        #expect(try courier.photos().count == 1)
        try station.must(["device", "revoke", "HH-01", "--reason", "lost"])
        try station.must(["device", "wipe", "HH-01", "--reason", "lost", "--confirm", "HH-01"])
        #expect(try courier.must(["sync", "run"])["erased"].bool == true)
        #expect(try courier.photos().isEmpty)
    }
}

extension TestCourier {
    /// The files of photos, by name; those of commands that died among them.
    fileprivate func photos() throws -> [String: [UInt8]] {
        let root = data + "/photos"
        var photos: [String: [UInt8]] = [:]
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        for name in names where name != "taken" {
            photos[name] = FileManager.default.contents(atPath: root + "/" + name).map(Array.init)
        }
        return photos
    }

    /// Changes one byte of a photo.
    fileprivate func spoilPhoto(_ name: String) throws {
        let url = URL(fileURLWithPath: data + "/photos/" + name)
        var content = try Data(contentsOf: url)
        content[20_000] ^= 1
        try content.write(to: url)
    }
}
