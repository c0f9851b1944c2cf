import Foundation
import Testing

/// The trace of a parcel on both sides, and what others get of it.
@Suite struct TrackTests {
    private let station: TestStation
    private let courier: TestCourier
    private let waybill: String

    init() throws {
        station = try TestStation()
        courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        waybill = try #require(issued["waybill"].text)
        try courier.must(["problem", "add", waybill, "--reason", "outer-damaged"])
        try courier.must(["sync", "run"])
    }

    @Test func `the trace shows stages, events and the exception flag`() throws {
        for program in [station.must, courier.must] {
            let track = try program(["track", waybill], "")
            #expect(track["stage"].text == "PICKED_UP")
            #expect(track["exception"].bool == true)
            #expect(track["stopped"].bool == false)
            let accepted = track["events"].list.first { $0["event"].text == "ACCEPTED" }
            #expect(accepted?["stage"].text == "PICKED_UP")
            #expect(track["events"].list.contains { $0["event"].text == "DAMAGED" })
        }
    }

    @Test func `every format is one document without names, on both sides`() throws {
        for format in ["epcis", "kuaidi100", "kdniao", "upu", "aftership", "schema-org"] {
            for run in [station.run, courier.run] {
                let said = try run(["track", waybill, "--format", format], "")
                #expect(said.status == 0)
                let enveloped = try said.json
                #expect(enveloped["format"].text == format)
                guard case .object = enveloped["document"] else {
                    Issue.record("\(format) is no object")
                    continue
                }
                for personal in [TestStation.person, "张伟", "王芳", "李强", "栋402"] {
                    #expect(!said.stdout.contains(personal))
                }
            }
        }
    }

    @Test func `an unknown format is named with those there are`() throws {
        let refused = try station.run(["track", waybill, "--format", "fedex"])
        #expect(refused.status == 64)
        #expect(try refused.json["error"]["code"].text?.hasPrefix("E-USAGE") == true)
    }

    @Test func `evidence is masked, noted in the trail and provable`() throws {
        let folder = try TemporaryFolder()
        let masked = folder.path + "/masked.jsonl"
        let written = try station.must(["track", waybill, "--evidence", masked])
        #expect(written["records"].integer == 6)
        #expect(written["full"].bool == false)
        let text = try String(contentsOfFile: masked, encoding: .utf8)
        for personal in ["王芳", "13800005521", "13900007710", "栋402"] {
            #expect(!text.contains(personal))
        }
        let trail = try station.must(["audit", "list"])["entries"].list
        #expect(
            trail.contains {
                $0["what"].text == "viewed" && $0["on"].text == waybill
                    && $0["with"]["evidence"] == written["sha256"]
            })
        let check = try station.must(["evidence", "check", masked])
        #expect(check["compared"].bool == true && check["differing"].list.isEmpty)
        #expect(try station.run(["track", waybill, "--evidence", masked]).status == 73)

        let full = folder.path + "/full.jsonl"
        try station.must(["track", waybill, "--evidence", full, "--full"])
        #expect(try station.must(["evidence", "check", full])["proved"].integer == 6)
        let elsewhere = try Program.station.run(
            ["evidence", "check", full, "--data", folder.path + "/none"], home: folder.path)
        #expect(elsewhere.status == 0, "\(elsewhere)")
        let alone = try Program.station.run(
            ["evidence", "check", masked, "--data", folder.path + "/none"], home: folder.path)
        #expect(alone.status == 1)
        let changed = try String(contentsOfFile: full, encoding: .utf8)
            .replacing("1250", with: "1251")
        try changed.write(toFile: full, atomically: true, encoding: .utf8)
        #expect(try station.run(["evidence", "check", full]).status == 65)
        #expect(try station.run(["track", waybill, "--full"]).status == 64)
    }
}
