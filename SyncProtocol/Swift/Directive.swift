/// One order of the server to a handheld, under a code of the handheld's key (PJS section 11.6).
public struct Directive: Sendable, Equatable {
    /// Repeated in every answer until hello's `done` names it.
    public var id: String
    /// The word of the order as it came, known or not.
    public var what: String
    public var arguments: CanonicalObject
    /// The directive MAC over the canonical arguments (PJS section 5.3).
    public var code: Digest

    /// Characters of the longest word of an order.
    static let whatLengthMax = 20

    public init(id: String, what: String, arguments: CanonicalObject, code: Digest) {
        self.id = id
        self.what = what
        self.arguments = arguments
        self.code = code
    }

    /// Orders something under a key.
    public init(id: String, order: Order, device: String, key: DeviceKey) {
        self.init(
            id: id, what: order.what, arguments: order.arguments,
            code: key.directiveCode(
                device: device, id: id, what: order.what, arguments: order.arguments))
    }

    /// Whether a holder of the key made it for this handheld.
    public func isValid(device: String, key: DeviceKey) -> Bool {
        key.directiveCode(device: device, id: id, what: what, arguments: arguments)
            .equalsInConstantTime(code)
    }

    /// What it orders; nil when this version does not know the word or cannot read its arguments.
    public var order: Order? { Order(what: what, arguments: arguments) }

    /// What a server can order.
    public enum Order: Sendable, Equatable {
        /// Erase everything but the ends of the streams.
        case wipe(Wipe)
        /// Sign with this key from the next frame on.
        case rekey(DeviceKey)
        /// Send a `report` section.
        case report
        /// Go on in a new stream after the last sequence of this one.
        case rotate(stream: String)
        /// Show this text once.
        case message(String)
        /// Fetch a pack again (PJS section 11.6).
        case refetch(pack: String)
    }

    /// How a handheld is to be erased.
    public struct Wipe: Sendable, Equatable {
        /// Whether the deposit is to be finished first.
        public enum Mode: String, Sendable, CaseIterable {
            case sealThenWipe = "seal_then_wipe"
            case now
        }

        public var mode: Mode
        /// Boot time after which the deposit is not waited for any more, in seconds.
        public var graceSeconds: Int

        public init(mode: Mode, graceSeconds: Int) {
            self.mode = mode
            self.graceSeconds = graceSeconds
        }
    }

    var encoded: CanonicalObject {
        [
            "@": "dir", "id": .text(id), "what": .text(what), "args": .object(arguments),
            "mac": .text(code.hex),
        ]
    }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            id: try fields.text("id", max: WireText.idLengthMax, where: WireText.isID),
            what: try fields.text("what", max: Directive.whatLengthMax),
            arguments: try fields.objectIfPresent("args") ?? [:],
            code: try fields.digest("mac"))
    }
}

extension Directive.Order {
    /// The pack that holds all rows of the handheld.
    public static let rowsPack = "rows"
    /// Unicode scalars of the longest message.
    public static let messageLengthMax = 300

    /// The word of the wire.
    public var what: String {
        switch self {
        case .wipe: "wipe"
        case .rekey: "rekey"
        case .report: "report"
        case .rotate: "rotate"
        case .message: "message"
        case .refetch: "refetch"
        }
    }

    /// What the directive MAC covers beside the word.
    public var arguments: CanonicalObject {
        switch self {
        case .wipe(let wipe):
            ["mode": .text(wipe.mode.rawValue), "grace_s": .integer(wipe.graceSeconds)]
        case .rekey(let key):
            ["kid": .integer(key.number), "key": .text(Base64URL.text(of: key.bytes))]
        case .report: [:]
        case .rotate(let stream): ["stream": .text(stream)]
        case .message(let text): ["text": .text(text)]
        case .refetch(let pack): ["pack": .text(pack)]
        }
    }

    /// Reads an order; nil for a word that is not known or arguments that cannot be read.
    public init?(what: String, arguments: CanonicalObject) {
        let fields = FieldReader(arguments)
        do throws(FieldError) {
            guard let order = try Self.read(what, fields) else { return nil }
            self = order
        } catch {
            return nil
        }
    }

    private static func read(
        _ what: String, _ fields: FieldReader
    ) throws(FieldError) -> Directive.Order? {
        switch what {
        case "wipe":
            guard let mode = Directive.Wipe.Mode(rawValue: try fields.text("mode", max: 20)) else {
                return nil
            }
            return .wipe(
                Directive.Wipe(mode: mode, graceSeconds: try fields.integer("grace_s")))
        case "rekey":
            let number = try fields.integer("kid", in: FieldReader.positive)
            let bytes = Base64URL.bytes(of: try fields.text("key", max: 43))
            return bytes.flatMap { DeviceKey(bytes: $0, number: number) }.map { .rekey($0) }
        case "report": return .report
        case "rotate":
            return .rotate(stream: try fields.text("stream", max: 36, where: WireText.isUUID))
        case "message": return .message(try fields.text("text", max: messageLengthMax))
        case "refetch":
            return .refetch(
                pack: try fields.text("pack", max: WireText.idLengthMax, where: WireText.isID))
        default: return nil
        }
    }
}

/// What a handheld tells of itself when a directive asks for it (PJS section 11.6).
public struct DeviceReport: Sendable, Equatable {
    /// The directive that it answers.
    public var id: String
    /// The same as `st` of hello.
    public var status: CanonicalObject
    public var streams: [Stream]
    /// The newest lines of its log; never personal data.
    public var log: [String]

    public static let logLinesMax = 200
    public static let logLineLengthMax = 200

    /// How far one stream of the handheld has come.
    public struct Stream: Sendable, Equatable {
        public let stream: String
        public let recorded: Int
        public let head: Digest
        public let acknowledged: Int
        public let secured: Int

        public init(
            stream: String, recorded: Int, head: Digest, acknowledged: Int, secured: Int
        ) {
            self.stream = stream
            self.recorded = recorded
            self.head = head
            self.acknowledged = acknowledged
            self.secured = secured
        }
    }

    public init(id: String, status: CanonicalObject, streams: [Stream], log: [String] = []) {
        self.id = id
        self.status = status
        self.streams = streams
        self.log = log
    }

    /// The section; also what a server keeps of it.
    public var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "report", "id": .text(id), "st": .object(status),
            "streams": .list(
                streams.map {
                    [
                        .text($0.stream), .integer($0.recorded), .text($0.head.hex),
                        .integer($0.acknowledged), .integer($0.secured),
                    ]
                }),
        ]
        if !log.isEmpty { object["log"] = .list(log.map { .text($0) }) }
        return object
    }

    /// Reads the section.
    public init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            id: try fields.text("id", max: WireText.idLengthMax, where: WireText.isID),
            status: try fields.object("st"), streams: [],
            log: try fields.texts("log", max: DeviceReport.logLinesMax) {
                $0.unicodeScalars.count <= DeviceReport.logLineLengthMax
            })
        for value in try fields.list("streams", max: Limits.streamsMax) {
            guard let parts = value.list, parts.count >= 5, let stream = parts[0].text,
                WireText.isUUID(stream), let recorded = parts[1].integer, recorded >= 0,
                let head = parts[2].text.flatMap({ Digest(hex: $0) }),
                let acknowledged = parts[3].integer, acknowledged >= 0,
                let secured = parts[4].integer, secured >= 0
            else { throw FieldError(key: "streams") }
            streams.append(
                Stream(
                    stream: stream, recorded: recorded, head: head, acknowledged: acknowledged,
                    secured: secured))
        }
    }
}

/// What an erased handheld says it was (PJS section 11.7).
public struct WipeNotice: Sendable, Equatable {
    /// The directive that ordered it.
    public var id: String
    public var mode: Directive.Wipe.Mode
    public var streams: [Stream]
    /// Facts that were erased without having been acknowledged.
    public var left: Int

    /// Where a stream ended.
    public struct Stream: Sendable, Equatable {
        public let stream: String
        public let recorded: Int
        public let head: Digest

        public init(stream: String, recorded: Int, head: Digest) {
            self.stream = stream
            self.recorded = recorded
            self.head = head
        }
    }

    public init(id: String, mode: Directive.Wipe.Mode, streams: [Stream], left: Int) {
        self.id = id
        self.mode = mode
        self.streams = streams
        self.left = left
    }

    /// The section; also what a server keeps of it.
    public var encoded: CanonicalObject {
        [
            "@": "wiped", "id": .text(id), "mode": .text(mode.rawValue), "left": .integer(left),
            "streams": .list(
                streams.map { [.text($0.stream), .integer($0.recorded), .text($0.head.hex)] }),
        ]
    }

    /// Reads the section.
    public init(_ fields: FieldReader) throws(FieldError) {
        guard let mode = Directive.Wipe.Mode(rawValue: try fields.text("mode", max: 20)) else {
            throw FieldError(key: "mode")
        }
        self.init(
            id: try fields.text("id", max: WireText.idLengthMax, where: WireText.isID),
            mode: mode, streams: [], left: try fields.integer("left"))
        for value in try fields.list("streams", max: Limits.streamsMax) {
            guard let parts = value.list, parts.count >= 3, let stream = parts[0].text,
                WireText.isUUID(stream), let recorded = parts[1].integer, recorded >= 0,
                let head = parts[2].text.flatMap({ Digest(hex: $0) })
            else { throw FieldError(key: "streams") }
            streams.append(Stream(stream: stream, recorded: recorded, head: head))
        }
    }
}
