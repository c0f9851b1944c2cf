/// The hashes of a day close (PJS section 16.6).
public enum DayHash {
    /// The hash of a whole manifest.
    public static func manifest(_ manifest: CanonicalObject) -> Digest {
        SHA256.hash(Array("PJS1-day\n".utf8) + manifest.encoded())
    }

    /// The hash of one stream's line of a manifest; its `Code32.reference` is the line code that
    /// both screens show.
    public static func line(_ line: CanonicalObject) -> Digest {
        SHA256.hash(Array("PJS1-dayline\n".utf8) + line.encoded())
    }
}

/// Asks where the close of a day stands (PJS section 16.7). It only reads.
public struct CloseRequest: Sendable, Equatable {
    /// The day id, `<station>-<YYYY-MM-DD>`.
    public var day: String

    public init(day: String) { self.day = day }

    var encoded: CanonicalObject { ["@": "close", "day": .text(day)] }

    init(_ fields: FieldReader) throws(FieldError) {
        day = try fields.text("day", max: WireText.idLengthMax, where: WireText.isID)
    }
}

/// Where the close of a day stands, for the streams of the handheld that asked.
public struct CloseResponse: Sendable, Equatable {
    public var day: String
    public var outcome: Outcome

    /// What the server knows of the day.
    public enum Outcome: Sendable, Equatable {
        /// Nobody sealed or began such a day.
        case unknownDay
        case known(Standing)
    }

    /// A day that the server knows.
    public struct Standing: Sendable, Equatable {
        public var state: State
        public var streams: [Stream]
        /// Only of a closed day.
        public var proof: Proof?

        public init(state: State, streams: [Stream], proof: Proof? = nil) {
            self.state = state
            self.streams = streams
            self.proof = proof
        }
    }

    /// The state of a day.
    public enum State: String, Sendable, CaseIterable {
        case open, closing, agreed, closed
        case closedWithExceptions = "closed_with_exceptions"

        /// Whether the day has a manifest.
        public var isClosed: Bool { self == .closed || self == .closedWithExceptions }
    }

    /// What the server found for one seal of a stream, or that the stream has none.
    public struct Stream: Sendable, Equatable {
        public var stream: String
        public var state: StreamState
        /// `{field: [handheld, server]}`; empty unless the two differ.
        public var differences: CanonicalObject
        /// The line as it stands in the manifest, or would.
        public var line: CanonicalObject?
        /// The code of the line, `XXXX-XXXX`.
        public var code: String?

        public init(
            stream: String, state: StreamState, differences: CanonicalObject = [:],
            line: CanonicalObject? = nil, code: String? = nil
        ) {
            self.stream = stream
            self.state = state
            self.differences = differences
            self.line = line
            self.code = code
        }
    }

    /// How a stream stands on a day.
    public enum StreamState: String, Sendable, CaseIterable {
        case unsealed, agree, differ, waived
    }

    /// What a handheld keeps of a closed day.
    public struct Proof: Sendable, Equatable {
        public var number: Int
        public var manifest: Digest
        /// The receipt code by the key that signed the request (PJS section 5.3).
        public var receipt: Digest

        public init(number: Int, manifest: Digest, receipt: Digest) {
            self.number = number
            self.manifest = manifest
            self.receipt = receipt
        }
    }

    public init(day: String, outcome: Outcome) {
        self.day = day
        self.outcome = outcome
    }

    var encoded: CanonicalObject {
        var object: CanonicalObject = ["@": "close", "day": .text(day)]
        switch outcome {
        case .unknownDay: object["code"] = .text(Self.unknownDay)
        case .known(let standing):
            object["st"] = .text(standing.state.rawValue)
            object["streams"] = .list(standing.streams.map { .object($0.encoded) })
            if let proof = standing.proof {
                object["no"] = .integer(proof.number)
                object["manifest"] = .text(proof.manifest.hex)
                object["receipt"] = .text(proof.receipt.hex)
            }
        }
        return object
    }

    init(_ fields: FieldReader) throws(FieldError) {
        day = try fields.text("day", max: WireText.idLengthMax, where: WireText.isID)
        if fields.object["code"] != nil {
            guard try fields.text("code", max: 40) == Self.unknownDay else {
                throw FieldError(key: "code")
            }
            outcome = .unknownDay
            return
        }
        guard let state = State(rawValue: try fields.text("st", max: 40)) else {
            throw FieldError(key: "st")
        }
        var streams: [Stream] = []
        for value in try fields.list("streams", max: Limits.closeStreamsMax) {
            guard let object = value.object else { throw FieldError(key: "streams") }
            streams.append(try Stream(FieldReader(object)))
        }
        var proof: Proof?
        if state.isClosed {
            proof = Proof(
                number: try fields.integer("no", in: FieldReader.positive),
                manifest: try fields.digest("manifest"), receipt: try fields.digest("receipt"))
        }
        outcome = .known(Standing(state: state, streams: streams, proof: proof))
    }

    private static let unknownDay = "unknown_day"
}

extension CloseResponse.Stream {
    fileprivate var encoded: CanonicalObject {
        var object: CanonicalObject = ["stream": .text(stream), "st": .text(state.rawValue)]
        if !differences.isEmpty { object["differ"] = .object(differences) }
        object["line"] = line.map { .object($0) }
        object["code"] = code.map { .text($0) }
        return object
    }

    fileprivate init(_ fields: FieldReader) throws(FieldError) {
        guard
            let state = CloseResponse.StreamState(rawValue: try fields.text("st", max: 40))
        else { throw FieldError(key: "st") }
        self.init(
            stream: try fields.text("stream", max: 36, where: WireText.isUUID), state: state,
            differences: try fields.objectIfPresent("differ") ?? [:],
            line: try fields.objectIfPresent("line"),
            code: try fields.textIfPresent("code", max: 9))
    }
}
