import Foundation
import Testing

/// Papers from a handheld's records, by the program itself.
@Suite struct PrintTests {
    private let station: TestStation
    private let courier: TestCourier
    private let folder: TemporaryFolder
    private let waybill: String
    private let record: String

    init() throws {
        station = try TestStation()
        courier = try TestCourier("HH-01", at: station)
        folder = try TemporaryFolder()
        let total = try courier.price()
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        waybill = try #require(issued["waybill"].text)
        record = try #require(issued["record"].text)
    }

    private func file(_ name: String) -> String { folder.path + "/" + name }

    @Test func `a preview is no print, a print is recorded, and the next one is a copy`() throws {
        let before = try courier.must(["sync", "status"])["recorded"].integer
        let preview = try courier.must(["print", "receipt", record])
        #expect(preview["copy"].bool == false)
        #expect(preview["preview"].list.contains { $0.text?.contains("元整") == true })
        #expect(try courier.must(["sync", "status"])["recorded"].integer == before)
        let first = try courier.must([
            "print", "receipt", record, "--format", "escpos", "--out", file("1.bin"),
        ])
        #expect(first["copy"].bool == false && first["missing"].text == "")
        let second = try courier.must([
            "print", "receipt", record, "--format", "escpos", "--out", file("2.bin"),
        ])
        #expect(second["copy"].bool == true && second["prints"].integer == 1)
        #expect(try courier.must(["sync", "status"])["recorded"].integer == before.map { $0 + 2 })
        let copy = Data("COPY".utf8)
        let bytes = try ["1.bin", "2.bin"].map { try Data(contentsOf: URL(filePath: file($0))) }
        #expect(bytes[0].range(of: copy) == nil && bytes[1].range(of: copy) != nil)
        #expect(first["bytes"].integer == bytes[0].count)
        try courier.must(["sync", "run"])
        #expect(try station.must(["ledger", "exceptions"])["lines"].list.isEmpty)
    }

    @Test func `a label is masked in every printer language`() throws {
        for format in ["text", "zpl", "tspl", "cpcl"] {
            let path = file("label.\(format)")
            try courier.must([
                "print", "label", waybill, "--format", format, "--encoding", "utf8", "--out", path,
            ])
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(waybill))
            for personal in [
                "王芳", "李强", "13800005521", "13900007710", "文三路259", "栋402", "11010519",
            ] {
                #expect(!text.contains(personal), "\(personal) in \(format)")
            }
        }
    }

    @Test func `problems and refusals have sheets`() throws {
        let problem = try courier.must(["problem", "add", waybill, "--reason", "outer-damaged"])
        let refusal = try courier.must([
            "pickup", "refuse", "--reason", "inspection-refused", "--item", "粉末", "--nature",
            "粉末", "--qty", "1",
        ])
        for act in [problem, refusal] {
            let name = try #require(act["record"].text)
            let sheet = try courier.must(["print", "sheet", name, "--width", "80"])
            #expect(sheet["preview"].list.contains { $0.text?.contains(name) == true })
        }
    }

    @Test func `mistakes are said and nothing is overwritten`() throws {
        let problem = try courier.must(["problem", "add", waybill, "--reason", "outer-damaged"])
        let name = try #require(problem["record"].text)
        try "mine".write(toFile: file("kept"), atomically: true, encoding: .utf8)
        for (arguments, status) in [
            (["receipt", name], 1), (["sheet", record], 1), (["receipt", "ZZZZ-ZZZZ"], 1),
            (["label", "SF9999999999"], 1), (["receipt", record, "--format", "zpl"], 64),
            (["receipt", record, "--format", "escpos"], 64), (["receipt", "nonsense"], 65),
            (["label", waybill, "--out", file("kept")], 73),
            (["label", waybill, "--out", file("none/here")], 74),
        ] as [([String], Int32)] {
            let refused = try courier.run(["print"] + arguments)
            #expect(refused.status == status, "\(arguments): \(refused)")
        }
        #expect(try String(contentsOfFile: file("kept"), encoding: .utf8) == "mine")
    }

    @Test func `a device takes a print as it is`() throws {
        let printed = try courier.must(["print", "label", waybill, "--out", "/dev/null"])
        #expect(printed["out"].text == "/dev/null")
    }
}
