import CentralStore
import Domain
import Foundation
import HTTPWire
import SyncProtocol

@testable import Central

/// A whole server without a socket, over a database in a folder of its own that goes with the test.
final class TestCentral {
    static let station = "ST0931"
    static let masterKey = [UInt8](repeating: 5, count: 32)
    static let courier = "c1"

    private(set) var store: CentralStore
    private(set) var central: Central
    /// The server's clock, which a test sets.
    var now = TestCentral.minute(0)
    private let limits: CentralLimits
    private let folder: URL

    init(limits: CentralLimits = CentralLimits(), hasStation: Bool = true) throws {
        self.limits = limits
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("waybook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try CentralStore(path: folder.appendingPathComponent("central.sqlite").path)
        central = Central(
            store: store, masterKey: TestCentral.masterKey,
            random: .seeded(SeededGenerator(seed: 1)), limits: limits)
        guard hasStation else { return }
        _ = try perform(
            .initialise(StationSetup(station: TestCentral.station, name: "文三路站")))
        for person in [TestCentral.courier, "c2"] {
            _ = try perform(
                .setPerson(
                    PersonSetup(
                        person: person, name: "李伟", capabilities: ["pickup", "deliver", "cash"])))
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Goes on as after a restart, with another seed.
    func restart() throws {
        store = try CentralStore(path: path)
        central = Central(
            store: store, masterKey: TestCentral.masterKey,
            random: .seeded(SeededGenerator(seed: 2)), limits: limits)
    }

    var path: String { folder.appendingPathComponent("central.sqlite").path }

    /// Everything that the database's files hold.
    func fileBytes() throws -> [UInt8] {
        try [path, path + "-wal"].filter { FileManager.default.fileExists(atPath: $0) }
            .flatMap { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    }

    func reader() throws -> StationReader { try StationReader(path: path) }

    func perform(_ action: ManagerAction) throws -> ManagerOutcome {
        try central.perform(action, at: now)
    }

    func respond(
        _ request: Request, from origin: RequestOrigin = .network(address: "10.0.0.1")
    ) -> Response {
        central.respond(to: request, origin: origin, at: now)
    }

    /// A handheld that enrolled with a code of the manager.
    func enrol(_ label: String) throws -> TestHandheld {
        guard case .deviceSlot(_, let code, _) = try perform(.addDevice(label: label)) else {
            throw Refused()
        }
        let response = respond(TestCentral.enrolment(code))
        let answer = try EnrolAnswer(decoding: response.body)
        return TestHandheld(device: answer.device, key: answer.key)
    }

    struct Refused: Error {}

    static func enrolment(_ code: String) -> Request {
        Request(
            method: "POST", target: "/pjs/1/enrol",
            fields: [Field("Content-Type", "application/json")],
            body: EnrolRequest(code: code, model: "P60", app: "courier/test").encoded())
    }

    static func minute(_ minute: Int) -> Moment {
        Moment(
            wallMilliseconds: 1_789_027_200_000 + minute * 60_000,
            bootMilliseconds: 3_600_000 + minute * 60_000, bootNumber: 7, offsetMinutes: 480)
    }
}

extension Response {
    func value(of name: String) -> String? { fields.first { $0.isNamed(name) }?.value }

    /// The problem it tells, if it is one.
    var problem: WireProblem? { WireProblem(decoding: body) }
}
