import Domain
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// The list `scripts` of the conformance vectors: a server answers push sections in turn.
@Suite struct ScriptVectorTests {
    struct Script: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var device: String
        var keyHex: String
        var closed: [String]
        var foreign: [String]
        var steps: [Step]
        var final: [End]

        var testDescription: String { name }
    }

    struct Step: Decodable, Sendable {
        var what: String
        var push: Section
        var lines: [Text]?
        var linesHex: [String]?
        var expect: [String: Answer]
    }

    /// A string, or strings repeated and joined.
    struct Text: Decodable, Sendable {
        var bytes: [UInt8]

        private struct Repeated: Decodable { var rep: [Part] }

        private struct Part: Decodable {
            var bytes: [UInt8]

            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                let text = try container.decode(String.self)
                let count = try container.decode(Int.self)
                bytes = Array(String(repeating: text, count: count).utf8)
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                bytes = Array(text.utf8)
            } else {
                bytes = try container.decode(Repeated.self).rep.flatMap(\.bytes)
            }
        }
    }

    struct Section: Decodable, Sendable {
        var stream: String
        var from: Int
        var n: Int
        var prev: String
        var head: String
        var mac: String
    }

    struct End: Decodable, Sendable {
        var stream: String
        var have: Int
        var head: String
    }

    /// A value of an expected answer.
    indirect enum Answer: Decodable, Sendable {
        case integer(Int)
        case text(String)
        case list([Answer])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let integer = try? container.decode(Int.self) {
                self = .integer(integer)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([Answer].self))
            }
        }

        var canonical: CanonicalValue {
            switch self {
            case .integer(let value): .integer(value)
            case .text(let value): .text(value)
            case .list(let values): .list(values.map(\.canonical))
            }
        }
    }

    static let scripts: [Script] = {
        struct File: Decodable { var scripts: [Script] }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../SyncProtocol/Vectors/scripts.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return (try? decoder.decode(File.self, from: Data(contentsOf: file)).scripts) ?? []
    }()

    @Test func `there are scripts`() { #expect(Self.scripts.count >= 7) }

    @Test(arguments: scripts)
    func `the server answers as the script says`(script: Script) throws {
        let station = try TestStation()
        if script.device != TestStation.device { try station.enrol(script.device) }
        try station.prepare(script)
        let key = try #require(DeviceKey(bytes: try bytes(script.keyHex)))
        for step in script.steps {
            let push = Push(
                stream: step.push.stream, from: step.push.from,
                previous: try digest(step.push.prev), head: try digest(step.push.head),
                code: try digest(step.push.mac), lines: try lines(step).map { $0[...] })
            let stream = TestStream(id: step.push.stream, device: script.device, key: key.bytes)
            let result = try station.store.push(
                push, visit: station.visit(stream), key: key, isNoteDue: true)
            var expected = CanonicalObject(step.expect.map { ($0.key, $0.value.canonical) })
            expected["@"] = "push"
            expected["stream"] = .text(step.push.stream)
            let answer = ExchangeResponse(
                hello: HelloResponse(
                    epoch: "e", now: 0, have: 0, head: .zero, secured: 0, revision: 0,
                    state: .active),
                pushes: [result])
            let line = try ExchangeFrame.lines(of: answer.encoded())[1]
            #expect(
                String(decoding: line, as: UTF8.self)
                    == String(decoding: expected.encoded(), as: UTF8.self), "\(step.what)")
        }
        for end in script.final {
            let stream = TestStream(id: end.stream, device: script.device, key: key.bytes)
            let answer = try station.store.answer(station.visit(stream), heads: nil, pull: nil)
            #expect(answer.hello.have == end.have)
            #expect(answer.hello.head.hex == end.head)
        }
    }

    private func lines(_ step: Step) throws -> [[UInt8]] {
        if let hex = step.linesHex { return try hex.map(bytes) }
        return (step.lines ?? []).map(\.bytes)
    }

    private func bytes(_ hex: String) throws -> [UInt8] {
        try #require(Hex.bytes(of: hex))
    }

    private func digest(_ hex: String) throws -> Digest {
        try #require(Digest(hex: hex))
    }
}

extension TestStation {
    /// Closes and gives away the streams that a script names.
    fileprivate func prepare(_ script: ScriptVectorTests.Script) throws {
        let other = TestStation.otherDevice
        if !script.foreign.isEmpty { try enrol(other) }
        try store.writer.write { db in
            for id in script.closed {
                _ = try db.insertStream(id, device: script.device, recorded: 0)
                try db.execute("UPDATE stream SET state='closed' WHERE id=?", id)
            }
            for id in script.foreign { _ = try db.insertStream(id, device: other, recorded: 0) }
        }
    }
}
