import Domain
import Foundation
import Handheld
import HandheldUI
import Journal
import SyncProtocol
import Testing

/// Handhelds that are copied, put back and cut off at random, with a server that is put back too:
/// in the end every fact that anybody still had is at the server, once.
@Suite struct HistoryModelTests {
    @Test(arguments: 0..<20)
    func `whatever is copied and put back, no fact is lost or counted twice`(seed: Int) throws {
        var model = try HistoryModel(seed: UInt64(seed))
        for _ in 0..<40 { try model.step() }
        try model.heal()
    }
}

/// One server and up to four copies of one handheld.
struct HistoryModel {
    private var server: ScriptedServer
    private var nodes: [Node] = []
    private var generator: SeededGenerator
    private var now = 1_000_000
    private var noteCount = 0
    private let device: EnrolledDevice
    /// States of the server and of databases that may be put back.
    private var servers: [[String: [[UInt8]]]] = [[:]]
    private var saved: [TemporaryFolder] = []

    /// A handheld, where its database is, and the mark beside it.
    private struct Node {
        var handheld: Handheld
        var folder: TemporaryFolder
        var mark: JournalMark?
    }

    init(seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        let key = try #require(DeviceKey(bytes: Array(1...32)))
        device = EnrolledDevice(
            id: "019a0000-0000-7000-8000-00000000000d", key: key, station: "ST0931",
            label: "H-017")
        server = ScriptedServer(device: device)
        let folder = try TemporaryFolder()
        _ = try Journal.create(
            folder.path + "/journal.db", device: device.id, stream: ScriptedServer.first, at: 1)
        nodes = [try open(folder, mark: nil)]
    }

    private var moment: Moment {
        Moment(
            wallMilliseconds: 1_790_000_000_000 + now, bootMilliseconds: now, bootNumber: 1,
            offsetMinutes: 480)
    }

    private mutating func open(
        _ folder: TemporaryFolder, mark: JournalMark?, memory: CanonicalObject? = nil
    ) throws -> Node {
        var handheld = try Handheld(
            device: device, persons: ["c1"],
            journal: try Journal.open(folder.path + "/journal.db"), memory: memory,
            random: .seeded(SeededGenerator(seed: generator.next())))
        try handheld.compare(with: mark, at: moment)
        return Node(handheld: handheld, folder: folder, mark: try handheld.mark())
    }

    private func copy(_ folder: TemporaryFolder) throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        for name in ["/journal.db", "/journal.db-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path + name, toPath: copy.path + name)
        }
        return copy
    }

    // MARK: What happens

    mutating func step() throws {
        now += Int.random(in: 1_000...600_000, using: &generator)
        let index = Int.random(in: 0..<nodes.count, using: &generator)
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<40: try record(index)
        case 40..<75: try exchange(index, cut: Int.random(in: 0..<12, using: &generator))
        case 75..<80:
            guard nodes.count < 4 else { return }
            nodes.append(
                try open(copy(nodes[index].folder), mark: nodes[index].mark))
        case 80..<85: saved.append(try copy(nodes[index].folder))
        case 85..<91:
            guard let old = saved.randomElement(using: &generator) else { return }
            let hasMark = Bool.random(using: &generator)
            nodes[index] = try open(copy(old), mark: hasMark ? nodes[index].mark : nil)
        case 91..<94: servers.append(server.streams)
        case 94..<97:
            guard let old = servers.randomElement(using: &generator) else { return }
            server.streams = old
            if Bool.random(using: &generator) { server.epoch += "x" }
        default:
            let node = nodes[index]
            nodes[index] = try open(node.folder, mark: node.mark, memory: node.handheld.memory)
        }
    }

    private mutating func record(_ index: Int) throws {
        for _ in 0...Int.random(in: 0..<4, using: &generator) {
            noteCount += 1
            let text = "note \(noteCount)"
            _ = try nodes[index].handheld.record(
                [{ _ in FactDraft(.note(NoteFact(text: text))) }], by: "c1", at: moment,
                draft: "d-\(noteCount)")
        }
        // The mark may lag by one change.
        if Bool.random(using: &generator) {
            nodes[index].mark = try nodes[index].handheld.mark()
        }
    }

    /// Exchanges; the request of this number is lost, or its answer.
    private mutating func exchange(_ index: Int, cut: Int) throws {
        try nodes[index].handheld.ask(at: moment)
        var count = 0
        while count < 100, let request = try nodes[index].handheld.nextRequest(at: moment) {
            count += 1
            now += 50
            if count == cut {
                if Bool.random(using: &generator) { _ = server.respond(to: request) }
                try nodes[index].handheld.receive(.cut, at: moment)
                break
            }
            try nodes[index].handheld.receive(
                .answered(server.respond(to: request)), at: moment)
        }
        #expect(count < 100)
        nodes[index].mark = try nodes[index].handheld.mark()
    }

    // MARK: What must hold

    mutating func heal() throws {
        var facts = try factsAtServer()
        for node in nodes {
            for record in try node.handheld.records(.init(count: 10_000)) {
                guard case .note(let note) = record.fact?.payload else { continue }
                let known = facts.updateValue(note.text, forKey: record.entry.place.id)
                #expect(known == nil || known == note.text)
            }
        }
        for round in 0..<20 {
            for index in nodes.indices {
                now += 400_000
                try exchange(index, cut: .max)
                if round == 19 { #expect(nodes[index].handheld.isSynchronised) }
            }
        }
        let end = try factsAtServer()
        #expect(end == facts)
        #expect(Set(end.values).count == end.count)
        for node in nodes {
            let status = try node.handheld.syncStatus()
            #expect(status.pending == 0 && status.lost.isEmpty)
            #expect(try node.handheld.verify().fault == nil)
            let texts = try node.handheld.records(.init(count: 10_000)).compactMap {
                if case .note(let note) = $0.fact?.payload { note.text } else { nil }
            }
            // What a handheld shows is each fact once.
            #expect(Set(texts).count == texts.count)
        }
    }

    /// The text of each note at the server, by fact id.
    private func factsAtServer() throws -> [String: String] {
        var facts: [String: String] = [:]
        for (stream, lines) in server.streams {
            var head = Chain.genesis(device: device.id, stream: stream)
            for line in lines {
                head = Chain.link(head, line)
                let entry = try Entry(decoding: line)
                let carry = entry.kind == Carry.kind ? try Carry(entry.payload) : nil
                let original = try #require(Carry.original(of: entry))
                facts[(carry?.fact ?? head).hex] = original.payload["text"]?.text ?? ""
            }
        }
        return facts
    }
}
