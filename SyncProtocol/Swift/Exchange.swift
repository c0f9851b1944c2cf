/// Why a whole request frame was refused (PJS section 7.3).
public enum ExchangeRefusal: Error, Sendable, Equatable {
    /// No valid end line: nothing was received.
    case badFrame
    /// A section is wrong, missing or out of order; `detail` names it for the log.
    case badSection(detail: String)
}

/// A request frame: hello, pushes, heads, pull, close, wiped, reports (PJS section 7).
public struct ExchangeRequest: Sendable, Equatable {
    public var hello: HelloRequest
    public var pushes: [Push]
    public var heads: HeadsRequest?
    public var pull: PullRequest?
    public var close: CloseRequest?
    /// What an erased handheld says it was.
    public var wiped: WipeNotice?
    public var reports: [DeviceReport] = []
    /// Names of sections that this version does not know, each answered by an error.
    public var unknown: [String]

    public init(
        hello: HelloRequest, pushes: [Push] = [], heads: HeadsRequest? = nil,
        pull: PullRequest? = nil, close: CloseRequest? = nil, unknown: [String] = []
    ) {
        self.hello = hello
        self.pushes = pushes
        self.heads = heads
        self.pull = pull
        self.close = close
        self.unknown = unknown
    }

    /// The frame.
    public func encoded() -> [UInt8] { hashedFrame().bytes }

    /// The frame with its hash, which its signature needs.
    public func hashedFrame() -> HashedBody {
        var lines = [hello.encoded.encoded()[...]]
        for push in pushes {
            lines.append(push.encoded.encoded()[...])
            lines.append(contentsOf: push.lines)
        }
        if let heads { lines.append(heads.encoded.encoded()[...]) }
        if let pull { lines.append(pull.encoded.encoded()[...]) }
        if let close { lines.append(close.encoded.encoded()[...]) }
        if let wiped { lines.append(wiped.encoded.encoded()[...]) }
        lines += reports.map { $0.encoded.encoded()[...] }
        return ExchangeFrame.hashed(lines)
    }

    /// Reads a frame.
    public init(decoding body: [UInt8]) throws(ExchangeRefusal) {
        try self.init(decoding: HashedBody(body))
    }

    /// Reads a frame whose hash was needed before.
    public init(decoding body: HashedBody) throws(ExchangeRefusal) {
        var lines = try SectionLines(body)
        let first = try lines.next()
        guard let first, first.name == "hello" else {
            throw .badSection(detail: "hello is missing")
        }
        do {
            hello = try HelloRequest(first.fields)
        } catch {
            throw .badSection(detail: "hello.\(error.key)")
        }
        pushes = []
        unknown = []
        var stage = Stage.pushes
        while let section = try lines.next() {
            do {
                try read(section, lines: &lines, stage: &stage)
            } catch {
                // A name that is not ours is input, and input is never repeated.
                let isKnown = ExchangeRequest.sectionNames.contains(section.name)
                throw .badSection(detail: "\(isKnown ? section.name : "unknown").\(error.key)")
            }
        }
    }

    private static let sectionNames: Set = [
        "hello", "push", "heads", "pull", "close", "wiped", "report",
    ]

    private enum Stage: Int { case pushes, heads, pull, close, wiped, reports }

    private mutating func read(
        _ section: SectionLines.Section, lines: inout SectionLines, stage: inout Stage
    ) throws(FieldError) {
        let place: Stage
        switch section.name {
        case "hello": throw FieldError(key: "twice")
        case "push":
            place = .pushes
            guard pushes.count < Limits.pushSectionsMax else { throw FieldError(key: "count") }
            var push = try Push(section.fields)
            push.lines = try lines.take(try Push.lineCount(section.fields))
            guard push.last <= Canonical.integerMax else { throw FieldError(key: "from") }
            pushes.append(push)
        case "heads":
            place = .heads
            guard heads == nil else { throw FieldError(key: "twice") }
            heads = try HeadsRequest(section.fields)
        case "pull":
            place = .pull
            guard pull == nil else { throw FieldError(key: "twice") }
            pull = try PullRequest(section.fields)
        case "close":
            place = .close
            guard close == nil else { throw FieldError(key: "twice") }
            close = try CloseRequest(section.fields)
        case "wiped":
            place = .wiped
            guard wiped == nil else { throw FieldError(key: "twice") }
            wiped = try WipeNotice(section.fields)
        case "report":
            place = .reports
            guard reports.count < Limits.reportsMax else { throw FieldError(key: "count") }
            reports.append(try DeviceReport(section.fields))
        default:
            guard unknown.count < Limits.unknownSectionsMax,
                section.name.unicodeScalars.count <= Limits.sectionNameLengthMax
            else { throw FieldError(key: "@") }
            unknown.append(section.name)
            return
        }
        guard place.rawValue >= stage.rawValue else { throw FieldError(key: "order") }
        stage = place
    }
}

/// A response frame: hello, push results, heads, page, close, directives (PJS section 7).
public struct ExchangeResponse: Sendable, Equatable {
    public var hello: HelloResponse
    public var pushes: [PushResult]
    public var heads: HeadsResponse?
    public var page: Page?
    public var close: CloseResponse?
    public var directives: [Directive] = []
    public var errors: [SectionError]

    public init(
        hello: HelloResponse, pushes: [PushResult] = [], heads: HeadsResponse? = nil,
        page: Page? = nil, close: CloseResponse? = nil, errors: [SectionError] = []
    ) {
        self.hello = hello
        self.pushes = pushes
        self.heads = heads
        self.page = page
        self.close = close
        self.errors = errors
    }

    /// The frame.
    public func encoded() -> [UInt8] {
        var lines = [hello.encoded.encoded()]
        lines.append(contentsOf: pushes.map { $0.encoded.encoded() })
        if let heads { lines.append(heads.encoded.encoded()) }
        if let page {
            lines.append(page.encoded.encoded())
            lines.append(contentsOf: page.changes.map { $0.encodedLine() })
            if let sums = page.encodedSums { lines.append(sums.encoded()) }
        }
        if let close { lines.append(close.encoded.encoded()) }
        lines.append(contentsOf: directives.map { $0.encoded.encoded() })
        lines.append(contentsOf: errors.map { $0.encoded.encoded() })
        return ExchangeFrame.encode(lines)
    }

    /// Reads a frame; sections that this version does not know are skipped.
    public init(decoding body: [UInt8]) throws(ExchangeRefusal) {
        var lines = try SectionLines(body)
        let first = try lines.next()
        guard let first, first.name == "hello" else {
            throw .badSection(detail: "hello is missing")
        }
        do {
            hello = try HelloResponse(first.fields)
        } catch {
            throw .badSection(detail: "hello.\(error.key)")
        }
        pushes = []
        errors = []
        while let section = try lines.next() {
            do {
                try read(section, lines: &lines)
            } catch {
                throw .badSection(detail: "\(section.name).\(error.key)")
            }
        }
    }

    private mutating func read(
        _ section: SectionLines.Section, lines: inout SectionLines
    ) throws(FieldError) {
        switch section.name {
        case "push":
            guard pushes.count < Limits.pushSectionsMax else { throw FieldError(key: "count") }
            pushes.append(try PushResult(section.fields))
        case "heads":
            guard heads == nil else { throw FieldError(key: "twice") }
            heads = try HeadsResponse(section.fields)
        case "page":
            guard page == nil else { throw FieldError(key: "twice") }
            var page = try Page(section.fields)
            for line in try lines.take(try Page.lineCount(section.fields)) {
                guard let object = try? CanonicalObject(decoding: line) else {
                    throw FieldError(key: "c")
                }
                page.changes.append(try RowChange(FieldReader(object)))
            }
            self.page = page
        case "sum":
            guard page != nil else { throw FieldError(key: "order") }
            try page?.readSums(section.fields)
        case "close":
            guard close == nil else { throw FieldError(key: "twice") }
            close = try CloseResponse(section.fields)
        case "dir":
            guard directives.count < Limits.directivesMax else { throw FieldError(key: "count") }
            directives.append(try Directive(section.fields))
        case "error":
            errors.append(
                SectionError(
                    section: try section.fields.text("of", max: Limits.sectionNameLengthMax),
                    code: try section.fields.text("code", max: 40)))
        default: break
        }
    }
}

/// Reads the lines of a frame section by section.
struct SectionLines {
    /// One section line.
    struct Section {
        let name: String
        let fields: FieldReader
    }

    private let lines: [ArraySlice<UInt8>]
    private var index = 0

    init(_ body: [UInt8]) throws(ExchangeRefusal) { try self.init(HashedBody(body)) }

    init(_ body: HashedBody) throws(ExchangeRefusal) {
        do {
            lines = try ExchangeFrame.lines(of: body)
        } catch {
            throw .badFrame
        }
    }

    mutating func next() throws(ExchangeRefusal) -> Section? {
        guard index < lines.count else { return nil }
        guard let object = try? CanonicalObject(decoding: lines[index]),
            let name = object["@"]?.text
        else { throw .badSection(detail: "line \(index + 1) is no section") }
        index += 1
        return Section(name: name, fields: FieldReader(object))
    }

    /// The next lines, whatever they contain.
    mutating func take(_ count: Int) throws(FieldError) -> [ArraySlice<UInt8>] {
        guard index + count <= lines.count else { throw FieldError(key: "n") }
        defer { index += count }
        return Array(lines[index..<index + count])
    }
}
