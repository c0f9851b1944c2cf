import SyncProtocol
import Testing

@Suite struct ExchangeRequestTests {
    private static var full: ExchangeRequest {
        var hello = Sample.hello
        hello.anchor = Anchor(boot: 4, bootMilliseconds: 1, now: 2, uncertainty: 3)
        hello.level = 2
        hello.who = ["a", "b"]
        hello.old = [.init(stream: Sample.device, recorded: 9, acknowledged: 3)]
        hello.status = ["free_mb": 120]
        hello.done = ["D-9"]
        var push = Sample.push(2)
        push.stream = Sample.stream
        push.keyNumber = 2
        push.tries = [.init(from: 1, to: 2, boot: 4, bootMilliseconds: 5)]
        var request = ExchangeRequest(
            hello: hello, pushes: [push, Sample.push(0)],
            heads: HeadsRequest(stream: Sample.stream, sequences: [0, 5, 9]),
            pull: PullRequest(
                after: 7, scope: 1, token: "t", reset: ["device:\(Sample.device)"],
                relevel: ["parcel", "task"]))
        request.wiped = WipeNotice(
            id: "D-1", mode: .now,
            streams: [.init(stream: Sample.stream, recorded: 9, head: .zero)],
            left: 2)
        request.reports = [
            DeviceReport(
                id: "D-2", status: ["chain": "ok"],
                streams: [
                    .init(
                        stream: Sample.stream, recorded: 9, head: .zero, acknowledged: 8,
                        secured: 7)
                ], log: ["a line"])
        ]
        return request
    }

    /// Reads a frame in which one key of one section was changed.
    private func read(
        changing index: Int, _ key: String, to value: CanonicalValue?
    ) throws -> ExchangeRequest {
        let full = ExchangeRequestTests.full
        var lines = try ExchangeFrame.lines(of: full.encoded()).map(Array.init)
        var section = try CanonicalObject(decoding: lines[index])
        section[key] = value
        lines[index] = section.encoded()
        return try ExchangeRequest(decoding: ExchangeFrame.encode(lines))
    }

    @Test func `a request with every section goes both ways`() throws {
        let full = ExchangeRequestTests.full
        let read = try ExchangeRequest(decoding: full.encoded())
        #expect(read == full)
        #expect(read.encoded() == full.encoded())
    }

    @Test(
        arguments: [
            (0, "pjs", 2), (0, "pjs", nil), (0, "app", nil), (0, "dev", "x"), (0, "stream", nil),
            (0, "epoch", nil), (0, "rec", -1), (0, "ack", nil), (0, "clk", nil),
            (0, "clk", ["w": 1, "m": 1]), (0, "clk", ["w": -1, "m": 1, "o": 1]),
            (0, "anch", [1, 2, 3]), (0, "anch", [1, 2, 3, -4]), (0, "anch", [1, 2, 3, 4, 5]),
            (0, "lvl", 0), (0, "who", ["b", "a"]), (0, "who", ["a", "a"]), (0, "who", ["a b"]),
            (0, "old", [["x", 1, 1]]), (0, "old", [[1]]), (0, "st", 1),
            (0, "done", ["a b"]), (0, "done", 1),
            (1, "from", 0), (1, "from", nil), (1, "n", 8), (1, "n", nil), (1, "n", -1),
            (1, "prev", nil), (1, "head", "0a"), (1, "mac", nil), (1, "kid", 0),
            (1, "stream", "x"), (1, "tries", [[1, 2, 3]]), (1, "tries", [[2, 1, 3, 4]]),
            (1, "tries", [[0, 1, 3, 4]]), (1, "from", .integer(Canonical.integerMax)),
            (5, "stream", nil), (5, "s", nil), (5, "s", [1, 1]), (5, "s", [2, 1]), (5, "s", [-1]),
            (5, "s", ["1"]), (6, "after", nil), (6, "after", -1), (6, "scope", nil),
            (6, "max", nil), (6, "max", 4095), (6, "max", 1_048_577), (6, "reset", ["x"]),
            (6, "at", 1), (6, "@", nil), (6, "@", 1), (6, "@", "hello"),
            (7, "id", nil), (7, "mode", "x"), (7, "left", -1), (7, "streams", [["x", 1, "y"]]),
            (8, "id", "a b"), (8, "st", nil), (8, "streams", [[1]]), (8, "log", [1]),
        ] as [(Int, String, CanonicalValue?)])
    func `a wrong field refuses the whole frame`(index: Int, key: String, value: CanonicalValue?) {
        let refusal = #expect(throws: ExchangeRefusal.self) {
            try read(changing: index, key, to: value)
        }
        #expect(refusal != .badFrame)
    }

    @Test func `unknown keys of a section are ignored`() throws {
        for index in [0, 1, 5, 6] {
            #expect(try read(changing: index, "zz", to: [1]) == ExchangeRequestTests.full)
        }
    }

    @Test func `sections out of order, twice or without hello are refused`() throws {
        let sections = try Sample.sections(
            of: ExchangeRequest(
                hello: Sample.hello, pushes: [Sample.push(0)],
                heads: HeadsRequest(stream: Sample.stream, sequences: []),
                pull: PullRequest(after: 0, scope: 0)
            ).encoded())
        #expect(throws: Never.self) { try ExchangeRequest(decoding: Sample.frame(sections)) }
        for order in [
            [1, 2, 3], [0, 0, 1], [0, 2, 1], [0, 3, 1], [0, 3, 2], [0, 2, 2], [0, 3, 3], [1, 0],
        ] {
            let frame = Sample.frame(order.map { sections[$0] })
            let refusal = #expect(throws: ExchangeRefusal.self) {
                try ExchangeRequest(decoding: frame)
            }
            #expect(refusal != .badFrame, "\(order)")
        }
    }

    @Test func `64 push sections and no more`() throws {
        func request(_ count: Int) -> [UInt8] {
            ExchangeRequest(
                hello: Sample.hello, pushes: Array(repeating: Sample.push(1), count: count)
            ).encoded()
        }
        #expect(Limits.pushSectionsMax == 64)
        #expect(try ExchangeRequest(decoding: request(64)).pushes.count == 64)
        #expect(throws: ExchangeRefusal.badSection(detail: "push.count")) {
            try ExchangeRequest(decoding: request(65))
        }
    }

    @Test func `2000 lines in a section and no more`() throws {
        func request(_ count: Int) -> [UInt8] {
            ExchangeRequest(hello: Sample.hello, pushes: [Sample.push(count)]).encoded()
        }
        #expect(Limits.pushLinesMax == 2_000)
        #expect(try ExchangeRequest(decoding: request(2_000)).pushes[0].lines.count == 2_000)
        #expect(throws: ExchangeRefusal.badSection(detail: "push.n")) {
            try ExchangeRequest(decoding: request(2_001))
        }
    }

    @Test func `a section ends at the last sequence there is`() throws {
        func request(_ count: Int) -> [UInt8] {
            let push = Sample.push(count, from: Canonical.integerMax - 1)
            return ExchangeRequest(hello: Sample.hello, pushes: [push]).encoded()
        }
        #expect(try ExchangeRequest(decoding: request(2)).pushes[0].last == Canonical.integerMax)
        #expect(throws: ExchangeRefusal.badSection(detail: "push.from")) {
            try ExchangeRequest(decoding: request(3))
        }
    }

    @Test func `lists of hello, push, heads and pull hold at their limit and not past it`() throws {
        func request(_ count: Int, _ change: (inout ExchangeRequest, Int) -> Void) -> [UInt8] {
            var request = ExchangeRequest(
                hello: Sample.hello, pushes: [Sample.push(0)],
                heads: HeadsRequest(stream: Sample.stream, sequences: []),
                pull: PullRequest(after: 0, scope: 0))
            change(&request, count)
            return request.encoded()
        }
        let lists: [(limit: Int, change: (inout ExchangeRequest, Int) -> Void)] = [
            (8, { $0.hello.who = (1...$1).map { "p\($0)" } }),
            (
                64,
                {
                    $0.hello.old = Array(
                        repeating: .init(stream: Sample.stream, recorded: 1, acknowledged: 0),
                        count: $1)
                }
            ),
            (
                32,
                {
                    $0.pushes[0].tries = Array(
                        repeating: .init(from: 1, to: 1, boot: 1, bootMilliseconds: 1), count: $1)
                }
            ),
            (64, { $0.heads?.sequences = Array(0..<$1) }),
            (8, { $0.pull?.reset = Array(repeating: "station:S", count: $1) }),
            (200, { $0.pull?.token = String(repeating: "字", count: $1) }),
            (40, { $0.hello.app = String(repeating: "a", count: $1) }),
            (40, { $0.hello.epoch = String(repeating: "e", count: $1) }),
        ]
        for (limit, change) in lists {
            #expect(throws: Never.self) {
                try ExchangeRequest(decoding: request(limit, change))
            }
            #expect(throws: ExchangeRefusal.self) {
                try ExchangeRequest(decoding: request(limit + 1, change))
            }
        }
    }

    @Test func `unknown sections are named, up to a limit`() throws {
        let hello = try Sample.sections(of: ExchangeRequest(hello: Sample.hello).encoded())
        func frame(_ count: Int, name: String = "zz") -> [UInt8] {
            Sample.frame(hello + Array(repeating: ["@": .text(name), "x": 1], count: count))
        }
        #expect(try ExchangeRequest(decoding: frame(2)).unknown == ["zz", "zz"])
        #expect(try ExchangeRequest(decoding: frame(32)).unknown.count == 32)
        #expect(throws: ExchangeRefusal.self) { try ExchangeRequest(decoding: frame(33)) }
        let longest = String(repeating: "z", count: 40)
        #expect(try ExchangeRequest(decoding: frame(1, name: longest)).unknown == [longest])
        #expect(throws: ExchangeRefusal.self) {
            try ExchangeRequest(decoding: frame(1, name: longest + "z"))
        }
    }

    @Test func `a section line that is not canonical refuses the frame`() {
        var lines = [Array("{\"@\":\"hello\" }".utf8)]
        #expect(throws: ExchangeRefusal.badSection(detail: "line 1 is no section")) {
            try ExchangeRequest(decoding: ExchangeFrame.encode(lines))
        }
        lines[0] = Array("{\"a\":1}".utf8)
        #expect(throws: ExchangeRefusal.badSection(detail: "line 1 is no section")) {
            try ExchangeRequest(decoding: ExchangeFrame.encode(lines))
        }
    }
}
