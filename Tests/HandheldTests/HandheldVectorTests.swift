import Domain
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import Handheld
@testable import Journal

/// The list `handhelds` of the conformance vectors: answers come in, requests go out.
@Suite struct HandheldVectorTests {
    @Test func `there are scripts for every way in which histories part`() {
        #expect(HandheldScript.all.count >= 11)
    }

    @Test(arguments: HandheldScript.all)
    func `the handheld asks as the script says`(script: HandheldScript) throws {
        var run = try ScriptRun(script)
        for step in script.steps { try run.perform(step) }
        try run.checkEnd()
    }
}

/// One case of `handheld.json`.
struct HandheldScript: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var device: String
    var keyHex: String
    /// The streams of the journal at first, the oldest first; the open one comes last.
    var streams: [Stream]
    var cursor: Cursor
    var steps: [Step]
    var final: End

    var testDescription: String { name }

    struct Stream: Decodable, Sendable {
        var stream: String
        var lines: [String]
        var acked: Int
        /// Nil while the stream is open.
        var frozenAt: Int?
    }

    struct Cursor: Decodable, Sendable, Equatable {
        var epoch: String
        var after: Int
        var scope: Int
    }

    struct Step: Decodable, Sendable {
        var what: String
        /// Wall clock and boot clock of the step; boot number 1, 480 minutes east.
        var w: Int
        var m: Int
        /// The stream that the handheld begins when it begins one.
        var newStream: String
        var expect: Expectation
        /// The lines of the answer's frame without its end line.
        var answer: [String]
        /// How many bytes of the frame come; left out: all.
        var cut: Int?
    }

    /// What of a request is compared.
    struct Expectation: Decodable, Sendable {
        var epoch: String?
        var pushes: [Section]?
        var heads: Heads?
        var pull: Pull?
        /// The target of a GET.
        var get: String?
    }

    struct Section: Decodable, Sendable, Equatable {
        var stream: String
        var from: Int
        var n: Int
        var prev: String
        var head: String
        var mac: String
    }

    struct Heads: Decodable, Sendable, Equatable {
        var stream: String
        var s: [Int]
    }

    struct Pull: Decodable, Sendable, Equatable {
        var after: Int
        var scope: Int
        var at: String?
    }

    struct End: Decodable, Sendable {
        var streams: [StreamEnd]
        var cursor: Cursor
    }

    struct StreamEnd: Decodable, Sendable, Equatable {
        var stream: String
        var recorded: Int
        var acked: Int
        var head: String
    }

    static let all: [HandheldScript] = {
        struct File: Decodable { var handhelds: [HandheldScript] }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../SyncProtocol/Vectors/handheld.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(File.self, from: Data(contentsOf: file)).handhelds
        } catch {
            Issue.record("handheld.json: \(error)")
            return []
        }
    }()
}

/// A handheld on its way through a script.
struct ScriptRun {
    private let script: HandheldScript
    private let key: DeviceKey
    private let folder: TemporaryFolder
    private let journal: Journal
    private var handheld: Handheld
    private var isAsked = false

    init(_ script: HandheldScript) throws {
        self.script = script
        let bytes = try #require(Hex.bytes(of: script.keyHex))
        key = try #require(DeviceKey(bytes: bytes))
        folder = try TemporaryFolder()
        let first = try #require(script.streams.first)
        journal = try Journal.create(
            folder.path + "/journal.db", device: script.device, stream: first.stream, at: 1)
        try journal.fill(script.streams, script.cursor)
        handheld = try Handheld(
            device: EnrolledDevice(
                id: script.device, key: key, station: "ST0931", label: "H-017"),
            persons: [], journal: journal, random: .seeded(SeededGenerator(seed: 1)))
    }

    mutating func perform(_ step: HandheldScript.Step) throws {
        let now = Moment(
            wallMilliseconds: step.w, bootMilliseconds: step.m, bootNumber: 1,
            offsetMinutes: 480)
        if !isAsked { try handheld.ask(at: now) }
        isAsked = true
        var next = try handheld.nextRequest(at: now)
        if next == nil {
            // It waits after a failure.
            try handheld.ring(at: now)
            next = try handheld.nextRequest(at: now)
        }
        guard let request = next else {
            Issue.record("\(step.what): nothing is asked")
            return
        }
        try compare(request, step)
        // What the handheld draws next makes the id of the stream that it begins.
        handheld.random = .seeded(SeededGenerator(seed: UInt64(step.m)))
        var same = handheld.random
        #expect(same.uuid7(at: step.w) == step.newStream)
        var frame = ExchangeFrame.encode(step.answer.map { Array($0.utf8) })
        if let cut = step.cut { frame.removeLast(frame.count - cut) }
        let header = request.fields.first { $0.name == RequestSignature.fieldName }?.value
        let signature = try #require(RequestSignature(headerValue: header ?? ""))
        let answer = ReceivedAnswer(
            status: 200, mediaType: OutgoingRequest.frameMediaType,
            signature: signature.answerCode(key: key, status: 200, body: frame).hex,
            body: frame)
        try handheld.receive(.answered(answer), at: now)
    }

    private func compare(_ request: OutgoingRequest, _ step: HandheldScript.Step) throws {
        if let target = step.expect.get {
            #expect(request.method == "GET" && request.target == target, "\(step.what)")
            return
        }
        let frame = try ExchangeRequest(decoding: request.body)
        #expect(frame.hello.epoch == step.expect.epoch, "\(step.what)")
        let pushes = frame.pushes.map { push in
            HandheldScript.Section(
                stream: push.stream ?? frame.hello.stream, from: push.from, n: push.lines.count,
                prev: push.previous.hex, head: push.head.hex, mac: push.code.hex)
        }
        #expect(pushes == step.expect.pushes ?? [], "\(step.what)")
        for push in frame.pushes {
            let end = push.lines.reduce(push.previous) { Chain.link($0, $1) }
            #expect(end == push.head, "\(step.what)")
        }
        let heads = frame.heads.map {
            HandheldScript.Heads(stream: $0.stream, s: $0.sequences)
        }
        #expect(heads == step.expect.heads, "\(step.what)")
        let pull = frame.pull.map {
            HandheldScript.Pull(after: $0.after, scope: $0.scope, at: $0.token)
        }
        #expect(pull == step.expect.pull, "\(step.what)")
    }

    func checkEnd() throws {
        let status = try journal.status()
        let streams = try status.streams.map { stream in
            HandheldScript.StreamEnd(
                stream: stream.id, recorded: stream.recorded, acked: stream.acknowledged,
                head: try journal.head(at: stream.recorded, of: stream.id)?.hex ?? "")
        }
        #expect(streams == script.final.streams)
        let cursor = HandheldScript.Cursor(
            epoch: status.cursor.epoch, after: status.cursor.after, scope: status.cursor.scope)
        #expect(cursor == script.final.cursor)
        #expect(try journal.verify().allSatisfy { $0.fault == nil })
    }
}

extension Journal {
    /// Puts in what a script begins with.
    fileprivate func fill(
        _ streams: [HandheldScript.Stream], _ cursor: HandheldScript.Cursor
    ) throws {
        try write { connection in
            for (index, stream) in streams.enumerated() {
                if index > 0 {
                    try connection.execute(
                        """
                        INSERT INTO stream(no, id, dev, state, made, frozen_at)
                        SELECT ?1, ?2, dev, 'frozen', 1, 0 FROM stream WHERE no = 1
                        """, index + 1, stream.stream)
                }
                let known = try self.stream(stream.stream)
                var head = known.genesis
                for (offset, text) in stream.lines.enumerated() {
                    let line = Array(text.utf8)
                    head = Chain.link(head, line)
                    let entry = try Entry(decoding: line)
                    let carry = entry.kind == Carry.kind ? try Carry(entry.payload) : nil
                    try insert(
                        EntryRow(
                            line: line, head: head, fact: carry?.fact ?? head, kind: entry.kind),
                        at: known.key(offset + 1))
                }
            }
            for stream in streams {
                let state = stream.frozenAt == nil ? "open" : "frozen"
                try connection.execute(
                    "UPDATE stream SET state = ?2, frozen_at = ?3, acked = ?4 WHERE id = ?1",
                    stream.stream, state, stream.frozenAt, stream.acked)
            }
            try connection.execute(
                "UPDATE cursor SET epoch = ?1, rev = ?2, scope = ?3", cursor.epoch, cursor.after,
                cursor.scope)
        }
    }
}
