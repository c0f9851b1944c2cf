/// A push section and its lines: a change set of one stream (PJS section 9).
public struct Push: Sendable, Equatable {
    /// Left out = the stream of hello.
    public var stream: String?
    /// First sequence.
    public var from: Int
    /// H(from−1) and H(from+n−1).
    public var previous: Digest
    public var head: Digest
    /// Head MAC of the last sequence.
    public var code: Digest
    public var keyNumber: Int
    /// When entries were first put into a request.
    public var tries: [Attempt]
    /// The entries, verbatim; whatever they contain.
    public var lines: [ArraySlice<UInt8>]

    /// Entries `from…to` were first sent at this boot clock.
    public struct Attempt: Sendable, Equatable {
        public let from: Int
        public let to: Int
        public let boot: Int
        public let bootMilliseconds: Int

        public init(from: Int, to: Int, boot: Int, bootMilliseconds: Int) {
            self.from = from
            self.to = to
            self.boot = boot
            self.bootMilliseconds = bootMilliseconds
        }
    }

    public init(
        stream: String?, from: Int, previous: Digest, head: Digest, code: Digest,
        keyNumber: Int = 1, tries: [Attempt] = [], lines: [ArraySlice<UInt8>]
    ) {
        self.stream = stream
        self.from = from
        self.previous = previous
        self.head = head
        self.code = code
        self.keyNumber = keyNumber
        self.tries = tries
        self.lines = lines
    }

    /// The last sequence of the section, `from−1` when it has no lines.
    public var last: Int { from + lines.count - 1 }

    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "push", "from": .integer(from), "n": .integer(lines.count),
            "prev": .text(previous.hex), "head": .text(head.hex), "mac": .text(code.hex),
        ]
        object["stream"] = stream.map { .text($0) }
        if keyNumber != 1 { object["kid"] = .integer(keyNumber) }
        if !tries.isEmpty {
            object["tries"] = .list(
                tries.map {
                    [
                        .integer($0.from), .integer($0.to), .integer($0.boot),
                        .integer($0.bootMilliseconds),
                    ]
                })
        }
        return object
    }

    /// The section line alone; the lines are added by the frame's reader.
    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            stream: try fields.textIfPresent("stream", max: 36, where: WireText.isUUID),
            from: try fields.integer("from", in: FieldReader.positive),
            previous: try fields.digest("prev"), head: try fields.digest("head"),
            code: try fields.digest("mac"),
            keyNumber: try fields.integerIfPresent("kid", in: FieldReader.positive) ?? 1, lines: [])
        for value in try fields.list("tries", max: Limits.triesMax) {
            guard let numbers = value.list?.compactMap(\.integer), numbers.count == 4,
                value.list?.count == 4, numbers[0] >= 1, numbers[1] >= numbers[0],
                numbers[2] >= 0, numbers[3] >= 0
            else { throw FieldError(key: "tries") }
            tries.append(
                Attempt(
                    from: numbers[0], to: numbers[1], boot: numbers[2],
                    bootMilliseconds: numbers[3]))
        }
    }

    static func lineCount(_ fields: FieldReader) throws(FieldError) -> Int {
        try fields.integer("n", in: 0...Limits.pushLinesMax)
    }
}

/// The server's answer to one push section (PJS section 9).
public struct PushResult: Sendable, Equatable {
    public var stream: String
    public var outcome: Outcome

    /// What became of the section; the raw words of the wire stand in `code`.
    public enum Outcome: Sendable, Equatable {
        case ok(Stored)
        case gap(have: Int, head: Digest)
        case fork(at: Int?, have: Int, head: Digest)
        case chainMismatch
        case badCode
        case notYours
        case streamClosed(have: Int, head: Digest)
        case streamLimit
        case lineTooLong(at: Int)
        case busy(waitSeconds: Int)
        /// A code that this version does not know; treated as not stored.
        case unknown(code: String)
    }

    /// A stored section: the echo of the handheld's own head, and what the ledger holds.
    public struct Stored: Sendable, Equatable {
        public var at: Int
        public var atHead: Digest
        public var have: Int
        public var head: Digest
        /// Newly stored and already present lines; together the lines of the section.
        public var new: Int
        public var duplicate: Int
        /// Newly stored entries that were not plainly applied, in sequence order.
        public var out: [Notice]
        /// The ack MAC, in an answer that travels as a file (PJS section 7.5).
        public var code: Digest?

        public init(
            at: Int, atHead: Digest, have: Int, head: Digest, new: Int, duplicate: Int,
            out: [Notice] = []
        ) {
            self.at = at
            self.atHead = atHead
            self.have = have
            self.head = head
            self.new = new
            self.duplicate = duplicate
            self.out = out
        }
    }

    /// One entry of `out`: sequence, disposition, reason, and the rule of a case.
    public struct Notice: Sendable, Equatable {
        public let sequence: Int
        public let disposition: String
        public let why: String
        public let rule: String?

        public init(sequence: Int, disposition: String, why: String, rule: String? = nil) {
            self.sequence = sequence
            self.disposition = disposition
            self.why = why
            self.rule = rule
        }
    }

    public init(stream: String, outcome: Outcome) {
        self.stream = stream
        self.outcome = outcome
    }

    /// The word of the wire.
    public var code: String {
        switch outcome {
        case .ok: "ok"
        case .gap: "gap"
        case .fork: "fork"
        case .chainMismatch: "chain_mismatch"
        case .badCode: "bad_mac"
        case .notYours: "not_yours"
        case .streamClosed: "stream_closed"
        case .streamLimit: "stream_limit"
        case .lineTooLong: "line_too_long"
        case .busy: "busy"
        case .unknown(let code): code
        }
    }
}
