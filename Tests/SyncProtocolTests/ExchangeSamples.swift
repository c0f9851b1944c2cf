import SyncProtocol
import Testing

/// Sections and frames that tests build upon.
enum Sample {
    static let device = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d10"
    static let stream = "01990f2b-0d22-7b90-9c01-5a7f3d2e1c08"

    static var hello: HelloRequest {
        HelloRequest(
            app: "courier/1", device: device, stream: stream, epoch: "", recorded: 0,
            acknowledged: 0, wallMilliseconds: 1_789_027_700_000, bootMilliseconds: 4_100_000,
            bootNumber: 4)
    }

    static var answerHello: HelloResponse {
        HelloResponse(
            epoch: "e-1", now: 1, have: 0, head: .zero, secured: 0, revision: 0, state: .active)
    }

    static func push(_ count: Int, from: Int = 1) -> Push {
        Push(
            stream: nil, from: from, previous: .zero, head: .zero, code: .zero,
            lines: Array(repeating: Array("{}".utf8)[...], count: count))
    }

    /// The section lines of a frame as objects, entries left out.
    static func sections(of frame: [UInt8]) throws -> [CanonicalObject] {
        var sections: [CanonicalObject] = []
        var entries = 0
        for line in try ExchangeFrame.lines(of: frame) {
            if entries > 0 {
                entries -= 1
                continue
            }
            let section = try CanonicalObject(decoding: line)
            if section["@"] == "push" { entries = section["n"]?.integer ?? 0 }
            sections.append(section)
        }
        return sections
    }

    static func frame(_ sections: [CanonicalObject]) -> [UInt8] {
        ExchangeFrame.encode(sections.map { $0.encoded() })
    }
}
