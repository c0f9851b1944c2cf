import Domain
import Foundation
import Handheld
import Journal
import SyncProtocol
import Testing
import WireMapping

/// A handheld with a real journal in a folder of its own, and the server it exchanges with.
struct HandheldFixture {
    var handheld: Handheld
    var server: ScriptedServer
    var bootMilliseconds = 1_000_000
    /// The revision that the handheld has come to.
    private var revision = 1
    let device: EnrolledDevice
    private let persons: [String]
    private let folder: TemporaryFolder

    init(persons: [String] = ["c1"]) throws {
        folder = try TemporaryFolder()
        self.persons = persons
        let key = try #require(DeviceKey(bytes: Array(1...32)))
        device = EnrolledDevice(
            id: "019a0000-0000-7000-8000-00000000000d", key: key, station: "ST0931",
            label: "H-017")
        let journal = try Journal.create(
            folder.path + "/journal.db", device: device.id,
            stream: ScriptedServer.first,
            at: 1_790_000_000_000)
        handheld = try Handheld(
            device: device, persons: persons, journal: journal,
            random: .seeded(SeededGenerator(seed: 1)))
        server = ScriptedServer(device: device)
    }

    /// Goes on with the journal as it was when `folder` was copied, and what was kept beside it.
    mutating func restore(
        _ copy: TemporaryFolder, memory: CanonicalObject? = nil, level: Int = Handheld.rowLevel
    ) throws {
        handheld = try Handheld(
            device: device, persons: persons,
            journal: try Journal.open(copy.path + "/journal.db"), memory: memory, level: level,
            random: .seeded(SeededGenerator(seed: UInt64(bootMilliseconds))))
    }

    /// The files of the journal as a kill leaves them; of another one than the first where it was
    /// restored from.
    func copy(of restored: TemporaryFolder? = nil) throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        for name in ["/journal.db", "/journal.db-wal"] {
            try FileManager.default.copyItem(
                atPath: (restored ?? folder).path + name, toPath: copy.path + name)
        }
        return copy
    }

    /// How many durable changes the log of the journal holds: its frames that end one.
    func commitCount() throws -> Int {
        let log = try [UInt8](Data(contentsOf: URL(filePath: folder.path + "/journal.db-wal")))
        let pageSize = log[8..<12].reduce(0) { $0 << 8 | Int($1) }
        return stride(from: 32, to: log.count, by: 24 + pageSize).count { frame in
            log[frame + 4..<frame + 8].contains { $0 != 0 }
        }
    }

    var now: Moment {
        Moment(
            wallMilliseconds: 1_790_000_000_000 + bootMilliseconds,
            bootMilliseconds: bootMilliseconds, bootNumber: 1, offsetMinutes: 480)
    }

    /// Lets the station send these rows, each once, in the next exchange.
    mutating func receive(_ entities: [Entity]) throws {
        let first = revision + 1
        let changes = entities.enumerated().map { index, entity in
            RowChange(
                operation: .put(version: 7, body: RowMapping.body(of: entity).encoded()),
                type: entity.reference.type.rawValue, id: entity.reference.id,
                revision: first + index, buckets: ["station:ST0931"])
        }
        if revision == 1 { _ = try exchange() }
        server.pages = [
            Page(
                after: revision, to: revision + entities.count, scope: 1,
                applied: server.applied, changes: changes)
        ]
        revision += entities.count
        _ = try exchange()
        #expect(server.pages.isEmpty)
    }

    /// Lets the station take rows away, after everything recorded so far has been applied.
    mutating func lose(_ references: [EntityReference], why: String) throws {
        _ = try exchange()
        server.applied = server.lines.count
        let first = revision + 1
        let changes = references.enumerated().map { index, reference in
            RowChange(
                operation: .out(why: why), type: reference.type.rawValue, id: reference.id,
                revision: first + index, buckets: ["station:ST0931"])
        }
        server.pages = [
            Page(
                after: revision, to: revision + references.count, scope: 1,
                applied: server.applied, changes: changes)
        ]
        revision += references.count
        _ = try exchange()
        #expect(server.pages.isEmpty)
    }

    /// Records this many notes.
    mutating func record(notes count: Int) throws {
        for number in 1...count {
            _ = try handheld.record(
                [{ _ in FactDraft(.note(NoteFact(text: "note \(number)"))) }], by: "c1", at: now,
                draft: "note-\(server.lines.count)-\(number)-\(bootMilliseconds)")
        }
    }

    /// Asks for an exchange and answers requests as `answer` says until none is left; gives how
    /// many there were.
    mutating func exchange(
        _ answer: (inout ScriptedServer, OutgoingRequest) -> TransportOutcome = {
            .answered($0.respond(to: $1))
        }
    ) throws -> Int {
        try handheld.ask(at: now)
        var count = 0
        while count < 100, let request = try handheld.nextRequest(at: now) {
            count += 1
            bootMilliseconds += 50
            try handheld.receive(answer(&server, request), at: now)
        }
        return count
    }
}

/// A folder that goes when the last one who knows it is gone.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("handheld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
