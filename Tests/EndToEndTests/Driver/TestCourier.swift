import Foundation
import SyncProtocol
import Testing

/// A handheld with a courier at work: real `courier` processes on one data folder.
final class TestCourier {
    let label: String
    private let station: TestStation
    private let folder: TemporaryFolder

    /// Enrols a handheld and logs the courier in.
    init(
        _ label: String, at station: TestStation, person: String = TestStation.person
    ) throws {
        self.label = label
        self.station = station
        folder = try TemporaryFolder()
        let code = try station.slot(label)
        try must(
            ["enrol", "--server", station.address, "--code-file", "-"], input: code + "\n")
        try must(["sync", "run"])
        try must(
            ["login", person, "--pin-file", "-"], input: TestStation.pin + "\n")
        try must(["sync", "run"])
    }

    /// A handheld whose files are these ones.
    private init(_ label: String, at station: TestStation, folder: TemporaryFolder) {
        self.label = label
        self.station = station
        self.folder = folder
    }

    /// Somebody copies the whole data folder onto another handheld.
    func copy() throws -> TestCourier {
        let copy = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: folder.path + "/courier", toPath: copy.path + "/courier")
        return TestCourier(label, at: station, folder: copy)
    }

    /// Saves the folder of the database.
    func saveJournal() throws -> TemporaryFolder {
        let saved = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: folder.path + "/courier/journal", toPath: saved.path + "/journal")
        return saved
    }

    /// Puts a saved folder of the database back.
    func putBack(_ saved: TemporaryFolder) throws {
        let place = folder.path + "/courier/journal"
        try FileManager.default.removeItem(atPath: place)
        try FileManager.default.copyItem(atPath: saved.path + "/journal", toPath: place)
    }

    /// Deletes the database, or writes over its beginning.
    func spoilJournal(isGone: Bool) throws {
        let path = folder.path + "/courier/journal/journal.sqlite"
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
        if isGone { return try FileManager.default.removeItem(atPath: path) }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for index in 0..<8_192 { bytes[index] = UInt8(truncatingIfNeeded: index * 7 + 1) }
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    /// Takes away the mark beside the database.
    func removeMark() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/courier/journal.mark")
    }

    /// Who it is and the key it signs with.
    func deviceFile() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: folder.path + "/courier/device.json"))
    }

    /// Leaves the files as an enrolment that ended before the new key took its place.
    func interruptEnrolment(former: Data, next: Data) throws {
        let path = folder.path + "/courier/device"
        try former.write(to: URL(fileURLWithPath: path + ".json"))
        try next.write(to: URL(fileURLWithPath: path + ".next.json"))
    }

    /// Lets so many PINs of a person have been wrong.
    func countWrongPINs(_ count: Int, of person: String) throws {
        let text = "{\"\(person)\":[\(count),0,0]}"
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/courier/pins.json"))
    }

    func run(_ arguments: [String], input: String = "") throws -> Finished {
        try Program.courier.run(arguments + options, home: folder.path, input: input)
    }

    /// Whether any file of the handheld holds a text.
    func holds(_ text: String) throws -> Bool {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            ($0 as? String).map { folder.path + "/" + $0 }
        }
        return (files ?? []).contains { path in
            let bytes = FileManager.default.contents(atPath: path)
            return bytes?.range(of: Data(text.utf8)) != nil
        }
    }

    func start(_ arguments: [String]) throws -> Running {
        try Program.courier.start(arguments + options, home: folder.path)
    }

    /// A command that has to succeed.
    @discardableResult
    func must(_ arguments: [String], input: String = "") throws -> JSON {
        let finished = try run(arguments, input: input)
        guard finished.status == 0 else {
            throw DriverFailure("courier \(arguments): \(finished)")
        }
        return try finished.json
    }

    /// Records a small fact: a problem parcel with an unreadable number.
    func report(_ text: String) -> [String] {
        [
            "problem", "add", "--unreadable", text, "--reason", "no-label", "--idempotency-key",
            text,
        ]
    }

    /// A file with the strokes of a signature.
    func signatureFile() throws -> String {
        let path = folder.path + "/signature"
        let points = (0..<12).map { (4 + 6 * $0, $0.isMultiple(of: 2) ? 8 : 22) }
        let strokes = try #require(
            Strokes(
                width: 96, height: 32,
                strokes: [points.map { Strokes.Point(x: $0.0, y: $0.1) }]))
        try Data(strokes.encoded.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Delivers a parcel to its recipient, with the cash that is due.
    func deliver(_ waybill: String, to signer: String, cashFen: Int = 0) throws -> [String] {
        let signature = try signatureFile()
        var arguments = [
            "deliver", "sign", waybill, "--outside", "intact", "--received-by", "recipient",
            "--signer", signer, "--told-to-inspect", "--signature", signature,
        ]
        if cashFen > 0 { arguments += ["--pay", "cash", "--tendered-fen", String(cashFen)] }
        return arguments
    }

    /// The price of that pickup, in fen.
    func price() throws -> Int {
        let quote = try must([
            "pickup", "quote", "--weight-g", "1250", "--size-mm", "200x150x100", "--zone",
            "standard", "--insure", "none", "--pay", "cash",
        ])
        return try #require(quote["total_fen"].integer)
    }

    /// A walk-in pickup that passes every step of acceptance, with the next number of the block.
    func pickup(key: String, acceptFen: Int) -> [String] {
        [
            "pickup", "issue", "--from-name", "王芳", "--from-phone", "13800005521",
            "--from-address", "文三路259号", "--from-province", "浙江", "--from-city", "杭州",
            "--to-name", "李强", "--to-phone", "13900007710", "--to-address", "科技园北区12栋402",
            "--to-province", "广东", "--to-city", "深圳", "--item", "图书", "--nature", "印刷品",
            "--qty", "1", "--notice", "--id-type", "resident-id", "--id-number-file", "-",
            "--id-method", "manual", "--id-matches", "--inspected", "--declaration-ok",
            "--packed-by", "courier", "--packing-ok", "--weight-g", "1250", "--size-mm",
            "200x150x100", "--zone", "standard",
            "--insure", "none",
            "--accept-fen", String(acceptFen), "--pay", "cash", "--tendered-fen", "100000",
            "--mark", "--bind", "next", "--idempotency-key", key,
        ]
    }

    /// The worked example of GB 11643: nobody's number.
    static let documentNumber = "11010519491231002X\n"

    /// The folder of the handheld's files.
    var data: String { folder.path + "/courier" }

    private var options: [String] { ["--data", data, "--json"] }
}
