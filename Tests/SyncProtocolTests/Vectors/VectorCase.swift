import Foundation
import SyncProtocol
import Testing

/// One case of one list of the conformance vectors.
struct VectorCase: Sendable, CustomTestStringConvertible {
    let list: String
    let index: Int
    let fields: [String: VectorValue]

    var testDescription: String {
        if case .text(let name) = fields["name"] { "\(list): \(name)" } else { "\(list) \(index)" }
    }

    /// A field that the case must have.
    subscript(key: String) -> VectorValue {
        get throws {
            try fields.value(key)
        }
    }

    var key: DeviceKey {
        get throws {
            let number: Int
            if let value = fields["kid"] { number = try value.integer } else { number = 1 }
            return try #require(DeviceKey(bytes: try self["key_hex"].hexBytes, number: number))
        }
    }
}

/// The vector files: all of `SyncProtocol/Vectors`, or those that the environment variable
/// `PJS_VECTORS` names, separated by colons.
enum Vectors {
    /// Every key a case of a list may have. Another list or key is an error of the runner.
    static let known: [String: Set<String>] = [
        "canonical_ok": ["name", "value", "text", "sha256"],
        "canonical_bad": ["name", "hex", "error"],
        "hash": ["name", "text", "sha256"],
        "hmac": ["name", "key_hex", "text", "mac"],
        "chains": [
            "name", "device", "stream", "key_hex", "lines", "heads", "macs", "acks", "refs",
            "locals",
        ],
        "carries": [
            "name", "device", "into", "envelope", "source", "line", "head", "fact_id",
        ],
        "buckets": ["name", "empty", "steps"],
        "matrix_streams": ["name", "device", "stream", "station"],
        "cells": ["name", "have", "arrives", "scope", "facts", "expect"],
        "frames_ok": ["name", "lines", "frame"],
        "frames_bad": ["name", "hex", "error"],
        "exchanges": ["name", "request", "response"],
        "scripts": ["name", "device", "key_hex", "closed", "foreign", "steps", "final"],
        "handhelds": ["name", "device", "key_hex", "streams", "cursor", "steps", "final"],
        "seals": ["name", "device", "stream", "lines", "from", "to", "expect"],
        "days": [
            "name", "manifest", "hash", "line_hashes", "line_codes", "key_hex", "receipt",
        ],
        "hlc": ["ms", "c", "text"],
        "hlc_runs": ["name", "start", "steps"],
        "times": ["name", "anchors", "prior", "entries", "recv", "expect"],
        "codes": ["hex", "code", "local"],
        "directives": ["key_hex", "dev", "id", "what", "args", "mac"],
        "unlocks": ["key_hex", "dev", "challenge", "code"],
        "signatures": [
            "name", "key_hex", "dev", "kid", "counter", "nonce", "method", "target", "body",
            "request", "status", "offset", "complete", "answer", "response",
        ],
        "strokes": ["w", "h", "strokes", "data"],
        "enrol_codes": ["typed", "code"],
    ]

    /// Lists whose frames and hashes are checked here, but not all they state: `scripts` need a
    /// server and run against `Central`, `handhelds` a handheld and run against `Handheld`.
    static let partly: Set = ["scripts", "handhelds"]

    static let files: [URL] = {
        if let names = ProcessInfo.processInfo.environment["PJS_VECTORS"], !names.isEmpty {
            return names.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
        }
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("SyncProtocol/Vectors")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
            .map { folder.appendingPathComponent($0) }
    }()

    /// The top level of a file.
    static func read(_ file: URL) throws -> [String: VectorValue] {
        try JSONDecoder().decode(VectorValue.self, from: Data(contentsOf: file)).object
    }

    /// The cases of one list in all files. A file that cannot be read fails a test of its own.
    static func cases(_ list: String) -> [VectorCase] {
        files.flatMap { file -> [VectorCase] in
            guard let cases = try? read(file)[list]?.list else { return [] }
            return cases.enumerated().compactMap { index, value in
                (try? value.object).map { VectorCase(list: list, index: index, fields: $0) }
            }
        }
    }
}

@Suite struct VectorFileTests {
    private static let envelope: Set = ["pjs", "format", "set", "note"]

    @Test func `there are vector files`() {
        #expect(!Vectors.files.isEmpty)
    }

    @Test(arguments: Vectors.files)
    func `a file has only lists and keys that the runner checks`(file: URL) throws {
        let top = try Vectors.read(file)
        #expect(try top["pjs"]?.integer == 1)
        #expect(try top["format"]?.integer == 1)
        for (list, cases) in top where !VectorFileTests.envelope.contains(list) {
            let keys = try #require(Vectors.known[list], "unknown list \(list)")
            #expect(try !cases.list.isEmpty, "\(list) is empty")
            for value in try cases.list {
                let unknown = try Set(value.object.keys).subtracting(keys)
                #expect(unknown.isEmpty, "unknown keys in \(list): \(unknown)")
            }
        }
    }

    @Test func `the project's own files together hold every list`() throws {
        let present = try Vectors.files.reduce(into: Set<String>()) { names, file in
            names.formUnion(try Vectors.read(file).keys)
        }
        guard ProcessInfo.processInfo.environment["PJS_VECTORS"] == nil else { return }
        #expect(present.subtracting(VectorFileTests.envelope) == Set(Vectors.known.keys))
    }
}
