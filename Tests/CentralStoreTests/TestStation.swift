import Domain
import Foundation
import SQLite
import SyncProtocol

@testable import CentralStore

/// A station with one active handheld, its database in a folder of its own that goes with the test.
final class TestStation {
    static let device = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d10"
    static let otherDevice = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d11"
    static let courier = "c10482"
    static let code = "ST0931"

    let path: String
    private(set) var store: CentralStore
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("waybook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("central.sqlite").path
        store = try CentralStore(path: path)
        try store.found(
            Founding(
                code: TestStation.code, name: "文三路站", zoneMinutes: 480,
                device: "01990f00-0000-7000-8000-000000000001",
                stream: "01990f00-0000-7000-8000-000000000002", epoch: "e-test"),
            facts: [
                StationFact(.personSet(TestStation.person(TestStation.courier))),
                StationFact(.personSet(TestStation.person("c2"))),
            ], by: "manager", at: .minute(0))
        try enrol(TestStation.device)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A handheld as enrolment makes it.
    func enrol(_ device: String) throws {
        let slot = SHA256.hash(Array(device.utf8))
        try store.openSlot(
            OpenSlot(label: "H-\(device.suffix(2))", untilMilliseconds: Int.max), code: slot,
            triesMax: 5, by: "manager", at: 0)
        _ = try store.enrol(
            code: slot, device: device, model: "test", app: "courier/test",
            numbers: TestStation.numbers, at: .minute(0))
    }

    /// Opens the same file as after a restart.
    func reopen() throws { store = try CentralStore(path: path) }

    /// Looks into the file beside the store.
    func look<R>(_ body: (borrowing Connection) throws -> R) throws -> R {
        try Connection.openReadOnly(path).snapshot(body)
    }

    func count(_ sql: StaticString) throws -> Int {
        try look { db in try db.first(sql, as: { $0.integer(0) }) ?? 0 }
    }

    /// Pushes what a stream holds, or a part of it.
    @discardableResult
    func push(
        _ stream: TestStream, _ range: ClosedRange<Int>? = nil,
        state: Domain.DeviceState = .active, at moment: Moment = .minute(60),
        hello: ((inout HelloRequest) -> Void)? = nil
    ) throws -> PushResult.Outcome {
        try push(
            stream.push(range), of: stream, state: state, at: moment, hello: hello)
    }

    /// Pushes a section made by hand.
    func push(
        _ push: Push, of stream: TestStream, state: Domain.DeviceState = .active,
        at moment: Moment = .minute(60), hello change: ((inout HelloRequest) -> Void)? = nil
    ) throws -> PushResult.Outcome {
        var visit = visit(stream, state: state, at: moment)
        change?(&visit.hello)
        return try store.push(
            push, visit: visit, key: stream.key, isNoteDue: try store.isNoteDue(visit)
        ).outcome
    }

    /// What the handheld says of itself.
    func visit(
        _ stream: TestStream, state: Domain.DeviceState = .active, at moment: Moment = .minute(60)
    ) -> Visit {
        Visit(
            hello: HelloRequest(
                app: "courier/test", device: stream.device, stream: stream.id, epoch: "e-test",
                recorded: stream.lines.count, acknowledged: 0,
                wallMilliseconds: moment.wallMilliseconds,
                bootMilliseconds: moment.bootMilliseconds, bootNumber: moment.bootNumber,
                who: [TestStation.courier]),
            state: state, at: moment, numbers: TestStation.numbers)
    }

    /// Pulls as the handheld does; the visit is written down first if that is due.
    func pull(
        _ stream: TestStream, after: Int = 0, scope: Int = 0, max: Int = 1_048_576,
        token: String? = nil, reset: [String] = [], relevel: [String] = [],
        state: Domain.DeviceState = .active,
        at moment: Moment = .minute(60), hello change: ((inout HelloRequest) -> Void)? = nil
    ) throws -> Page {
        var visit = visit(stream, state: state, at: moment)
        change?(&visit.hello)
        if try store.isNoteDue(visit) { try store.note(visit) }
        let answer = try store.answer(
            visit, heads: nil,
            pull: PullRequest(
                after: after, scope: scope, bytesMax: max, token: token, reset: reset,
                relevel: relevel))
        guard let page = answer.page else { preconditionFailure("a pull has a page") }
        return page
    }

    /// `applied`, `held:group` … of the fact of a line.
    func disposition(_ stream: TestStream, _ sequence: Int) throws -> String? {
        try look { db in
            try db.first(
                """
                SELECT f.disp,f.why FROM ledger l JOIN stream s ON s.no=l.stream
                JOIN fact f ON f.lsn=l.lsn WHERE s.id=? AND l.seq=?
                """, stream.id, sequence
            ) { row in
                [row.text(0), row.optionalText(1)].compactMap { $0 }.joined(separator: ":")
            }
        }
    }

    func parcel(_ id: String) throws -> Parcel? {
        guard case .parcel(let parcel) = try store.entity(EntityReference(.parcel, id)) else {
            return nil
        }
        return parcel
    }

    static let numbers = NumberRules(
        refillBelow: 3, blockSize: 5, companyPrefix: "WB", stationGroup: "31")

    static func person(_ id: String) -> PersonSetFact {
        PersonSetFact(
            person: id, name: "李伟", capabilities: [.pickup, .deliver, .cash], state: .active)
    }
}

extension Moment {
    /// A minute of the test's day, by the server's clock.
    static func minute(_ minute: Int, boot: Int = 7) -> Moment {
        Moment(
            wallMilliseconds: 1_789_027_200_000 + minute * 60_000,
            bootMilliseconds: 3_600_000 + minute * 60_000, bootNumber: boot, offsetMinutes: 480)
    }
}
