/// Raw lines of a stream, for a handheld whose journal is older than the ledger (PJS section 9.6).
public struct LinesAnswer: Sendable, Equatable {
    public var stream: String
    public var from: Int
    /// What the ledger holds in all.
    public var have: Int
    /// H(from+n−1).
    public var head: Digest
    public var lines: [ArraySlice<UInt8>]

    public init(
        stream: String, from: Int, have: Int, head: Digest, lines: [ArraySlice<UInt8>]
    ) {
        self.stream = stream
        self.from = from
        self.have = have
        self.head = head
        self.lines = lines
    }

    /// The frame.
    public func encoded() -> [UInt8] {
        let section: CanonicalObject = [
            "@": "lines", "stream": .text(stream), "from": .integer(from),
            "n": .integer(lines.count), "have": .integer(have), "head": .text(head.hex),
        ]
        return ExchangeFrame.encode([section.encoded()] + lines.map { Array($0) })
    }

    /// Reads a frame.
    public init(decoding body: [UInt8]) throws(ExchangeRefusal) {
        var sections = try SectionLines(body)
        guard let section = try sections.next(), section.name == "lines" else {
            throw .badSection(detail: "lines is missing")
        }
        do {
            stream = try section.fields.text("stream", max: 36, where: WireText.isUUID)
            from = try section.fields.integer("from", in: FieldReader.positive)
            have = try section.fields.integer("have")
            head = try section.fields.digest("head")
            lines = try sections.take(try section.fields.integer("n"))
        } catch {
            throw .badSection(detail: "lines.\(error.key)")
        }
    }
}
