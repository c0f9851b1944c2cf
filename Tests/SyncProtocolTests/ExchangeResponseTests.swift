import SyncProtocol
import Testing

@Suite struct ExchangeResponseTests {
    private static let digest = Digest(bytes: Array(1...32 as ClosedRange<UInt8>)) ?? .zero

    @Test(
        arguments: [
            .ok(.init(at: 7, atHead: digest, have: 9, head: digest, new: 3, duplicate: 4)),
            .ok(
                .init(
                    at: 7, atHead: digest, have: 7, head: digest, new: 7, duplicate: 0,
                    out: [
                        .init(sequence: 2, disposition: "quarantined", why: "unparseable"),
                        .init(sequence: 5, disposition: "held", why: "schema"),
                        .init(sequence: 7, disposition: "case", why: "K-17", rule: "R24"),
                    ])),
            .gap(have: 4, head: digest), .fork(at: 3, have: 4, head: digest),
            .fork(at: nil, have: 4, head: digest), .chainMismatch, .badCode, .notYours,
            .streamClosed(have: 0, head: digest), .streamLimit, .lineTooLong(at: 6),
            .busy(waitSeconds: 2), .unknown(code: "later"),
        ] as [PushResult.Outcome])
    func `every answer to a push goes both ways`(outcome: PushResult.Outcome) throws {
        let response = ExchangeResponse(
            hello: Sample.answerHello,
            pushes: [PushResult(stream: Sample.stream, outcome: outcome)])
        #expect(try ExchangeResponse(decoding: response.encoded()) == response)
    }

    @Test(
        arguments: [
            ("ok", ["at", "athead", "have", "head", "new", "dup"]), ("gap", ["have", "head"]),
            ("fork", ["have", "head"]), ("stream_closed", ["have", "head"]),
            ("line_too_long", ["at"]),
        ])
    func `an answer without a key of its code is no answer`(code: String, keys: [String]) throws {
        let hello = try Sample.sections(
            of: ExchangeResponse(hello: Sample.answerHello).encoded())
        var push: CanonicalObject = [
            "@": "push", "code": .text(code), "stream": .text(Sample.stream), "at": 1,
            "athead": .text(Digest.zero.hex), "have": 1, "head": .text(Digest.zero.hex), "new": 1,
            "dup": 0,
        ]
        #expect(throws: Never.self) { try ExchangeResponse(decoding: Sample.frame(hello + [push])) }
        for key in keys {
            let value = push[key]
            push[key] = nil
            #expect(throws: ExchangeRefusal.badSection(detail: "push.\(key)")) {
                try ExchangeResponse(decoding: Sample.frame(hello + [push]))
            }
            push[key] = value
        }
    }

    private static var page: Page {
        Page(
            after: 3, to: 9, isMore: true, scope: 2, applied: 5, old: [Sample.device: 4],
            reset: ["*"], isBegin: true, why: "first", token: "t:1", drop: ["courier:a"],
            code: nil,
            changes: [
                RowChange(
                    operation: .put(version: 2, body: Array("{\"a\":\"\\n\",\"zz\":[1]}".utf8)),
                    type: "task", id: "T81", revision: 4,
                    buckets: ["courier:a", "station:S"]),
                RowChange(
                    operation: .out(why: "reassigned"), type: "task", id: "T7", revision: 5,
                    buckets: ["courier:a"]),
                RowChange(
                    operation: .out(why: nil), type: "task", id: "T8", revision: 6, buckets: []),
                RowChange(
                    operation: .delete(version: 5), type: "tariff", id: "OLD", revision: 9,
                    buckets: ["station:S"]),
            ],
            sums: ["station:S": BucketSum(sum: digest, count: 3), "courier:a": BucketSum()])
    }

    @Test func `an answer with every section goes both ways`() throws {
        var hello = Sample.answerHello
        hello.old = [.init(stream: Sample.device, have: 4, secured: 1)]
        hello.waitSeconds = 3
        hello.state = .suspended
        let response = ExchangeResponse(
            hello: hello, pushes: [PushResult(stream: Sample.stream, outcome: .streamLimit)],
            heads: HeadsResponse(
                stream: Sample.stream,
                heads: [.init(sequence: 0, head: .zero), .init(sequence: 9, head: .zero)]),
            page: ExchangeResponseTests.page,
            errors: [SectionError(section: "zz", code: "unknown_section")])
        let read = try ExchangeResponse(decoding: response.encoded())
        #expect(read == response)
        #expect(read.encoded() == response.encoded())
    }

    @Test func `a page that only names its code goes both ways`() throws {
        let response = ExchangeResponse(
            hello: Sample.answerHello,
            page: Page(after: 3, to: 3, scope: 2, applied: 5, code: "revoked"))
        #expect(try ExchangeResponse(decoding: response.encoded()) == response)
    }

    @Test func `unknown sections of an answer are skipped`() throws {
        let known = ExchangeResponse(hello: Sample.answerHello)
        let sections = try Sample.sections(of: known.encoded()) + [["@": "zz", "id": "D-9"]]
        #expect(try ExchangeResponse(decoding: Sample.frame(sections)) == known)
    }

    @Test func `a row line is canonical and keeps the bytes of its body`() throws {
        for change in ExchangeResponseTests.page.changes {
            let line = change.encodedLine()
            #expect(try CanonicalObject(decoding: line).encoded() == line)
        }
    }

    @Test(
        arguments: [
            ("op", "move"), ("op", nil), ("t", "Task"), ("t", "t"), ("t", nil), ("i", nil),
            ("r", 0), ("r", nil), ("bk", ["b:1", "x"]), ("bk", ["station:S", "courier:a"]),
            ("v", nil), ("v", 0), ("f", nil), ("f", 1), ("@", "d"),
        ] as [(String, CanonicalValue?)])
    func `a wrong row refuses the answer`(key: String, value: CanonicalValue?) throws {
        var row = try CanonicalObject(decoding: ExchangeResponseTests.page.changes[0].encodedLine())
        row[key] = value
        var page = ExchangeResponseTests.page
        page.changes = []
        var sections = try Sample.sections(
            of: ExchangeResponse(hello: Sample.answerHello, page: page).encoded())
        sections[1]["n"] = 1
        sections.insert(row, at: 2)
        #expect(throws: ExchangeRefusal.self) {
            try ExchangeResponse(decoding: Sample.frame(sections))
        }
    }

    @Test func `sums stand only after a page of the same end, and sections only once`() throws {
        let sections = try Sample.sections(
            of: ExchangeResponse(
                hello: Sample.answerHello, heads: HeadsResponse(stream: Sample.stream, heads: []),
                page: Page(after: 0, to: 5, scope: 1, applied: 0, sums: [:])
            ).encoded())
        let (hello, heads, page, sum) = (sections[0], sections[1], sections[2], sections[3])
        var otherSum = sum
        otherSum["to"] = 4
        for wrong in [
            [hello, sum], [hello, page, otherSum], [hello, page, page], [hello, heads, heads],
            [page],
        ] {
            #expect(throws: ExchangeRefusal.self) {
                try ExchangeResponse(decoding: Sample.frame(wrong))
            }
        }
    }

    @Test func `lines of a stream go both ways`() throws {
        let answer = LinesAnswer(
            stream: Sample.stream, from: 5, have: 9, head: ExchangeResponseTests.digest,
            lines: [Array("not json {".utf8)[...], Array("{}".utf8)[...]])
        #expect(try LinesAnswer(decoding: answer.encoded()) == answer)
        let hello = ExchangeResponse(hello: Sample.answerHello).encoded()
        #expect(throws: ExchangeRefusal.badSection(detail: "lines is missing")) {
            try LinesAnswer(decoding: hello)
        }
        var section = try Sample.sections(of: ExchangeFrame.encode([answer.encodedSection]))[0]
        section["n"] = 1
        #expect(throws: ExchangeRefusal.badSection(detail: "lines.n")) {
            try LinesAnswer(decoding: Sample.frame([section]))
        }
    }
}

extension LinesAnswer {
    /// The section line alone.
    fileprivate var encodedSection: [UInt8] {
        Array(encoded().prefix { $0 != UInt8(ascii: "\n") })
    }
}
