/// A place of the server's audit chain: after so many entries its head was this. A handheld keeps
/// the newest one and sends it back, so that it is a witness (PJS section 8).
public struct Witness: Sendable, Equatable {
    public let entry: Int
    public let head: Digest

    public init(entry: Int, head: Digest) {
        self.entry = entry
        self.head = head
    }

    var encoded: CanonicalValue { [.integer(entry), .text(head.hex)] }

    init?(_ value: CanonicalValue) {
        guard let parts = value.list, parts.count == 2, let entry = parts[0].integer, entry >= 0,
            let head = parts[1].text.flatMap({ Digest(hex: $0) })
        else { return nil }
        self.init(entry: entry, head: head)
    }
}

/// How large frames, lines and pages may be at this server; a handheld keeps to it (PJS section 8).
public struct FrameLimits: Sendable, Equatable {
    /// Bytes of a request frame, of a line, and of the rows of a page.
    public let frame: Int
    public let line: Int
    public let page: Int

    public init(frame: Int, line: Int, page: Int) {
        self.frame = frame
        self.line = line
        self.page = page
    }

    var encoded: CanonicalValue {
        ["frame": .integer(frame), "line": .integer(line), "page": .integer(page)]
    }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            frame: try fields.integer("frame", in: FieldReader.positive),
            line: try fields.integer("line", in: FieldReader.positive),
            page: try fields.integer("page", in: FieldReader.positive))
    }
}

/// The version that pull will need, and from when on (PJS section 8).
public struct Upgrade: Sendable, Equatable {
    /// As in `app` of hello: `courier/1.4.0`.
    public let minimum: String
    public let byMilliseconds: Int

    public init(minimum: String, byMilliseconds: Int) {
        self.minimum = minimum
        self.byMilliseconds = byMilliseconds
    }

    var encoded: CanonicalValue { ["min": .text(minimum), "by": .integer(byMilliseconds)] }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            minimum: try fields.text("min", max: 40), byMilliseconds: try fields.integer("by"))
    }
}
