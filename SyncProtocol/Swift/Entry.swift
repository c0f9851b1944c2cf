/// One entry of a journal: a fact with its envelope (PJS section 4).
public struct Entry: Sendable, Equatable {
    /// Kind of the fact, for example `pickup`.
    public var kind: String
    /// Version of the kind.
    public var kindVersion: Int
    /// Position in its stream, from 1.
    public var sequence: Int
    /// The acting person, or `system`.
    public var person: String
    /// Wall clock at record time as the handheld believed, ms UTC.
    public var wallMilliseconds: Int
    /// Boot clock, ms.
    public var bootMilliseconds: Int
    /// Boot number; only equality is ever tested.
    public var bootNumber: Int
    /// Offset from UTC, minutes.
    public var offsetMinutes: Int
    /// Hybrid clock stamp, `hhhhhhhhhhhh-hhhh`.
    public var stamp: String
    /// Payload of the kind.
    public var payload: CanonicalObject
    /// What the act answers to, `type:id`.
    public var subject: String?
    /// Versions of the rows the person saw.
    public var base: [String: Int] = [:]
    /// The fact this one corrects, voids or refunds.
    public var corrects: Digest?
    /// Position fix: latitude and longitude in 1e-7 degrees, accuracy in metres, age in seconds.
    public var position: Position?
    /// Blobs that belong to the fact.
    public var attachments: [Attachment] = []
    /// Place in an act of several facts.
    public var act: Act?
    /// Draft id, fixed when the form was opened.
    public var draft: String?

    /// Place `index` of `count` facts recorded together.
    public struct Act: Sendable, Equatable {
        public let index: Int
        public let count: Int

        public init(index: Int, count: Int) {
            self.index = index
            self.count = count
        }
    }

    /// A position fix.
    public struct Position: Sendable, Equatable {
        public let latitude: Int
        public let longitude: Int
        public let accuracyMetres: Int
        public let ageSeconds: Int
    }

    /// A blob by content, with its role and media type.
    public struct Attachment: Sendable, Equatable {
        public let blob: Digest
        public let byteCount: Int
        public let role: String
        public let mediaType: String

        public init(blob: Digest, byteCount: Int, role: String, mediaType: String) {
            self.blob = blob
            self.byteCount = byteCount
            self.role = role
            self.mediaType = mediaType
        }
    }

    public init(
        kind: String, kindVersion: Int = 1, sequence: Int, person: String, wallMilliseconds: Int,
        bootMilliseconds: Int, bootNumber: Int, offsetMinutes: Int, stamp: String,
        payload: CanonicalObject
    ) {
        self.kind = kind
        self.kindVersion = kindVersion
        self.sequence = sequence
        self.person = person
        self.wallMilliseconds = wallMilliseconds
        self.bootMilliseconds = bootMilliseconds
        self.bootNumber = bootNumber
        self.offsetMinutes = offsetMinutes
        self.stamp = stamp
        self.payload = payload
    }
}

/// Why a stored line is no entry: the reason of its quarantine (PJS section 9.5).
public enum EntryError: Error, Sendable, Equatable {
    /// The text is not canonical, but would decode.
    case notCanonical
    /// The text does not decode.
    case unparseable(CanonicalError)
    /// A field of the envelope is missing or wrong.
    case badPayload(key: String)

    /// The word on the wire.
    public var why: String {
        switch self {
        case .notCanonical: "not_canonical"
        case .unparseable: "unparseable"
        case .badPayload: "bad_payload"
        }
    }
}
