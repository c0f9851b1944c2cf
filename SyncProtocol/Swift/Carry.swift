/// What a `carry` entry brings into another stream: one entry of an abandoned stream, verbatim
/// (PJS section 9.7).
public struct Carry: Sendable, Equatable {
    /// The kind that wraps an entry of an abandoned stream.
    public static let kind = "carry"

    /// The fact id: the head of the entry in the stream where it was first recorded.
    public let fact: Digest
    /// Where it was first recorded.
    public let stream: String
    public let sequence: Int
    /// The bytes of the original line.
    public let line: [UInt8]

    /// Nil for a line that is no text: only a damaged disk has one, and no entry can hold it.
    public init?(fact: Digest, stream: String, sequence: Int, line: [UInt8]) {
        guard String(validating: line, as: UTF8.self) != nil else { return nil }
        self.fact = fact
        self.stream = stream
        self.sequence = sequence
        self.line = line
    }

    /// Reads the payload of a `carry`.
    public init(_ payload: CanonicalObject) throws(FieldError) {
        let fields = FieldReader(payload)
        fact = try fields.digest("h")
        stream = try fields.text("stream", max: 36, where: WireText.isUUID)
        sequence = try fields.integer("s", in: FieldReader.positive)
        line = Array(try fields.text("line", max: Limits.storedLineBytesMax).utf8)
    }

    /// The payload of the entry that carries this.
    public var payload: CanonicalObject {
        [
            "h": .text(fact.hex), "line": .text(String(decoding: line, as: UTF8.self)),
            "s": .integer(sequence), "stream": .text(stream),
        ]
    }

    /// The fact that a line says: that of the original where the line carries one.
    ///
    /// - Parameter entry: a line that was read.
    /// - Returns: nil when a carry holds nothing that reads, or too many carries one in another.
    public static func original(of entry: Entry) -> Entry? {
        var entry = entry
        for _ in 0...Limits.carryDepthMax {
            guard entry.kind == kind else { return entry }
            guard let carry = try? Carry(entry.payload),
                let inner = try? Entry(decoding: carry.line)
            else { return nil }
            entry = inner
        }
        return nil
    }
}
