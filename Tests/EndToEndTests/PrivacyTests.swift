import Foundation
import Testing

/// A whole day through the real programs, and then everything that was written is searched: no
/// identity number stands anywhere, and nobody's phone or name where it must not.
@Suite struct PrivacyTests {
    private static let number = "11010519491231002X"
    /// The phones of all parties of the day.
    private static let phones = ["13800005521", "13900007710", "13957102286"]
    /// Their names and what of their addresses is a door.
    private static let names = ["王芳", "李强", "张秀英", "科技园北区12栋402", "文一路122号"]

    private let station: TestStation
    private let courier: TestCourier
    private let out: TemporaryFolder
    /// What the programs said on their outputs without being asked for personal data.
    private var said: [String] = []

    init() throws {
        station = try TestStation()
        courier = try TestCourier("HH-01", at: station)
        out = try TemporaryFolder()
    }

    @Test mutating func `a day leaves no identity number, and no phone where it must not`() throws {
        try work()
        try look()
        try searchAll()
    }

    /// Pickup, refusal, delivery, failed attempt, problem, correction, papers, exports, sync.
    private mutating func work() throws {
        let total = try courier.price()
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: Self.number + "\n")
        let waybill = try #require(issued["waybill"].text)
        let record = try #require(issued["record"].text)
        try say(courier.run(["pickup", "refuse", "--reason", "inspection-refused"]))
        let wrong = courier.pickup(key: "k2", acceptFen: total)
        try say(courier.run(wrong, input: "110105194912310021\n"))
        try orderDelivery()
        try courier.must(["sync", "run"])
        try say(
            courier.run([
                "deliver", "fail", "EX0100000001013", "--reason", "no-answer", "--contact",
                "call:no-answer",
            ]))
        try courier.must(courier.deliver("EX0100000001013", to: "张秀英"))
        try courier.must(["problem", "add", waybill, "--reason", "outer-damaged"])
        for (paper, format) in [("receipt", "escpos"), ("receipt", "text")] {
            let name = record
            try say(
                courier.run([
                    "print", paper, name, "--format", format, "--encoding", "utf8", "--out",
                    out.path + "/\(paper).\(format)",
                ]))
        }
        for format in ["text", "zpl", "tspl", "cpcl"] {
            try say(
                courier.run([
                    "print", "label", waybill, "--format", format, "--encoding", "utf8", "--out",
                    out.path + "/label.\(format)",
                ]))
        }
        try courier.must(["sync", "run"])
        try say(courier.run(["track", waybill, "--format", "epcis"]))
        try say(
            station.run(["track", waybill, "--evidence", out.path + "/evidence.jsonl"]))
        for format in ["epcis", "kuaidi100", "kdniao", "upu", "aftership", "schema-org"] {
            try say(station.run(["track", waybill, "--format", format]))
        }
        try courier.must(["day", "close", "--cash-fen", String(total)])
        try courier.must(["sync", "run"])
    }

    private func orderDelivery() throws {
        let file = station.folder.path + "/orders.csv"
        let orders = """
            kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
            recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,\
            until,collect_fen,cod_fen,note
            DELIVERY,D01,c10482,EX0100000001013,,,,张秀英,13957102286,文一路122号,杭州,,,,,,,0,0,

            """
        try Data(orders.utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        try FileManager.default.removeItem(atPath: file)
    }

    /// Every list that anybody may look at.
    private mutating func look() throws {
        for command in [
            ["task", "list", "--all"], ["deliver", "list"], ["problem", "list"],
            ["journal", "list"], ["sync", "status"], ["day", "summary"], ["message", "list"],
        ] {
            try say(courier.run(command))
        }
        let records = try courier.must(["journal", "list"])["records"].list
        for entry in records {
            guard let name = entry["record"].text else { continue }
            try say(courier.run(["journal", "show", name]))
        }
        for command in [
            ["status"], ["order", "list"], ["problem", "list", "--all"], ["parcel", "quiet"],
            ["ledger", "list"], ["audit", "list"], ["incident", "list"], ["day", "status"],
            ["case", "list"], ["device", "list"], ["courier", "list"], ["frame", "list"],
        ] {
            try say(station.run(command))
        }
    }

    private mutating func say(_ finished: Finished) throws {
        said.append(finished.stdout + finished.stderr)
    }

    private func searchAll() throws {
        // The number itself is nowhere: not in a journal, a ledger, a log, a frame or a file.
        let roots = [station.folder.path, courier.data, out.path]
        for path in try roots.flatMap(files) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.range(of: Data(Self.number.utf8)) == nil, "\(path)")
            #expect(bytes.range(of: Data("110105194912310021".utf8)) == nil, "\(path)")
        }
        // Papers, exports and outputs show nobody; databases and frames hold what they must.
        for path in try files(out.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let text = String(decoding: bytes, as: UTF8.self)
            for personal in Self.phones + Self.names {
                #expect(!text.contains(personal), "\(personal) in \(path)")
            }
        }
        #expect(said.count > 40)
        for text in said {
            for personal in Self.phones + Self.names + [Self.number] {
                #expect(!text.contains(personal), "\(personal) in \(text.prefix(200))")
            }
        }
        // The search finds what is there: the ledger does hold the phone of the sender.
        let database = try ["", "-wal"].map { suffix in
            try Data(
                contentsOf: URL(
                    fileURLWithPath: station.folder.path + "/station/central.sqlite" + suffix))
        }
        let phone = Data(Self.phones[0].utf8)
        #expect(database.contains { $0.range(of: phone) != nil })
    }

    private func files(_ root: String) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
        return names.map { root + "/" + $0 }.filter { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return attributes?[.type] as? FileAttributeType == .typeRegular
        }
    }
}
