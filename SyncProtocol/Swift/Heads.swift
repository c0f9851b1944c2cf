/// Asks which heads the ledger holds of a stream (PJS section 9.4).
public struct HeadsRequest: Sendable, Equatable {
    public var stream: String
    /// Ascending sequences, 0 allowed.
    public var sequences: [Int]

    public init(stream: String, sequences: [Int]) {
        self.stream = stream
        self.sequences = sequences
    }

    var encoded: CanonicalObject {
        [
            "@": "heads", "stream": .text(stream),
            "s": .list(sequences.map { .integer($0) }),
        ]
    }

    init(_ fields: FieldReader) throws(FieldError) {
        stream = try fields.text("stream", max: 36, where: WireText.isUUID)
        guard let values = fields.object["s"]?.list, values.count <= Limits.headsMax else {
            throw FieldError(key: "s")
        }
        sequences = values.compactMap(\.integer)
        guard sequences.count == values.count, sequences.first ?? 0 >= 0,
            zip(sequences, sequences.dropFirst()).allSatisfy(<)
        else { throw FieldError(key: "s") }
    }
}

/// The heads asked for, as far as the ledger reaches.
public struct HeadsResponse: Sendable, Equatable {
    public var stream: String
    public var heads: [Head]

    /// The head at one sequence.
    public struct Head: Sendable, Equatable {
        public let sequence: Int
        public let head: Digest

        public init(sequence: Int, head: Digest) {
            self.sequence = sequence
            self.head = head
        }
    }

    public init(stream: String, heads: [Head]) {
        self.stream = stream
        self.heads = heads
    }

    var encoded: CanonicalObject {
        [
            "@": "heads", "stream": .text(stream),
            "h": .list(heads.map { [.integer($0.sequence), .text($0.head.hex)] }),
        ]
    }

    init(_ fields: FieldReader) throws(FieldError) {
        stream = try fields.text("stream", max: 36, where: WireText.isUUID)
        heads = []
        for value in try fields.list("h", max: Limits.headsMax) {
            guard let parts = value.list, parts.count == 2, let sequence = parts[0].integer,
                let hex = parts[1].text, let head = Digest(hex: hex)
            else { throw FieldError(key: "h") }
            heads.append(Head(sequence: sequence, head: head))
        }
    }
}

/// A section that was refused or is not known (PJS section 7.3).
public struct SectionError: Sendable, Equatable {
    public var section: String
    public var code: String

    public init(section: String, code: String) {
        self.section = section
        self.code = code
    }

    var encoded: CanonicalObject {
        ["@": "error", "of": .text(section), "code": .text(code)]
    }
}
