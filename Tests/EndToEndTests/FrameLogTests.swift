import Foundation
import SyncProtocol
import Testing

/// Frames stay two weeks as they came, and can be taken out, with processes.
@Suite struct FrameLogTests {
    @Test func `an exchange is kept byte by byte, privately, over a torn record`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let folder = station.folder.path + "/station/frames"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 1)
        let path = folder + "/" + files[0]
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let before = try station.must(["frame", "list"])["frames"].list.count
        #expect(before > 0)
        // A power cut took the end of the last one.
        _ = station.stop()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.dropLast(7).write(to: URL(fileURLWithPath: path))
        try station.start()
        try courier.must(courier.report("kept"))
        try courier.must(["sync", "run"])
        let listed = try station.must(["frame", "list"])["frames"].list
        #expect(listed.count >= before)
        // The first one after the torn one is whole.
        try station.must(["frame", "save", String(before), station.folder.path + "/next"])
        for (end, isRequest) in [("request", true), ("answer", false)] {
            let path = station.folder.path + "/next.\(end).pjs"
            let frame = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(throws: Never.self) {
                if isRequest {
                    _ = try ExchangeRequest(decoding: HashedBody(frame))
                } else {
                    _ = try ExchangeResponse(decoding: frame)
                }
            }
        }
        let last = try #require(listed.last)
        #expect(last["label"].text == "HH-01")
        let name = station.folder.path + "/out"
        let number = try #require(last["number"].integer)
        try station.must(["frame", "save", String(number), name])
        let request = try [UInt8](Data(contentsOf: URL(fileURLWithPath: name + ".request.pjs")))
        #expect(SHA256.hash(request).hex == last["request"].text)
        #expect(throws: Never.self) { try ExchangeRequest(decoding: HashedBody(request)) }
        #expect(try station.run(["frame", "save", String(number), name]).status == 73)
        #expect(try station.run(["frame", "save", "999999", name + "2"]).status == 1)
        #expect(try station.run(["frame", "list", "--day", "today"]).status == 64)
    }

    @Test(arguments: [(13, true), (14, true), (15, false), (400, false)])
    func `frames of fourteen days stay, and older ones go`(age: Int, stays: Bool) throws {
        let station = try TestStation()
        _ = station.stop()
        let format = DateFormatter()
        format.dateFormat = "yyyy-MM-dd"
        format.timeZone = TimeZone(identifier: "UTC")
        format.locale = Locale(identifier: "en_US_POSIX")
        let day = format.string(from: Date(timeIntervalSinceNow: Double(-age) * 86_400))
        let path = station.folder.path + "/station/frames/\(day).frames"
        try Data().write(to: URL(fileURLWithPath: path))
        try station.start()
        #expect(FileManager.default.fileExists(atPath: path) == stays)
    }
}
