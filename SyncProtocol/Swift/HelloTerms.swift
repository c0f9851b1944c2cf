/// How much the server would like to take and give at once (PJS section 8, key `lim`).
public struct ExchangeLimits: Sendable, Equatable {
    /// Bytes of entries in one request, of one line, and of rows in one answer.
    public var frameBytes: Int
    public var lineBytes: Int
    public var pageBytes: Int

    /// What holds where a server names no limits.
    public static let standard = ExchangeLimits(
        frameBytes: 262_144, lineBytes: 65_536, pageBytes: 262_144)

    public init(frameBytes: Int, lineBytes: Int, pageBytes: Int) {
        self.frameBytes = frameBytes
        self.lineBytes = lineBytes
        self.pageBytes = pageBytes
    }

    var encoded: CanonicalValue {
        .object([
            "frame": .integer(frameBytes), "line": .integer(lineBytes),
            "page": .integer(pageBytes),
        ])
    }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            frameBytes: try fields.integer("frame", in: FieldReader.positive),
            lineBytes: try fields.integer("line", in: FieldReader.positive),
            pageBytes: try fields.integer("page", in: FieldReader.positive))
    }
}

/// The version of the program that the server asks for (PJS section 8, key `up`).
public struct UpgradeNotice: Sendable, Equatable {
    /// The least version, as `major.minor.patch`.
    public var version: String
    /// From then on an older program gets no rows, ms UTC.
    public var byMilliseconds: Int

    public init(version: String, byMilliseconds: Int) {
        self.version = version
        self.byMilliseconds = byMilliseconds
    }

    /// The wire form, which is also what may be kept.
    public var encoded: CanonicalObject {
        ["min": .text(version), "by": .integer(byMilliseconds)]
    }

    /// Reads the wire form.
    public init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            version: try fields.text("min", max: 40), byMilliseconds: try fields.integer("by"))
    }
}

/// A version of a program: `name/major.minor.patch` in hello, the numbers alone elsewhere.
public struct ProgramVersion: Sendable, Comparable {
    public let parts: [Int]

    /// Nil for anything else than one to three numbers below a million, after a name and a slash
    /// or alone.
    public init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let words = numbers.split(separator: ".", omittingEmptySubsequences: false)
        let parts = words.compactMap { word in
            word.utf8.count <= 6 && word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
                ? Int(word) : nil
        }
        guard (1...3).contains(words.count), parts.count == words.count else { return nil }
        self.parts = parts + Array(repeating: 0, count: 3 - parts.count)
    }

    public static func < (one: ProgramVersion, other: ProgramVersion) -> Bool {
        one.parts.lexicographicallyPrecedes(other.parts)
    }
}
