/// What a handheld asks for from the state plane (PJS section 10.1).
public struct PullRequest: Sendable, Equatable {
    /// Revision of the cursor.
    public var after: Int
    /// Scope number of the cursor.
    public var scope: Int
    /// Wanted bytes of `c` lines.
    public var bytesMax: Int
    /// Continuation token of a running reset.
    public var token: String?
    /// Buckets whose sums differ.
    public var reset: [String]
    /// Types of rows that the handheld read at a lower level until now.
    public var relevel: [String]

    public init(
        after: Int, scope: Int, bytesMax: Int = Limits.pageBytesDefault, token: String? = nil,
        reset: [String] = [], relevel: [String] = []
    ) {
        self.after = after
        self.scope = scope
        self.bytesMax = bytesMax
        self.token = token
        self.reset = reset
        self.relevel = relevel
    }

    static let tokenLengthMax = 200
    static let resetBucketsMax = 8

    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "pull", "after": .integer(after), "scope": .integer(scope),
            "max": .integer(bytesMax),
        ]
        object["at"] = token.map { .text($0) }
        if !reset.isEmpty { object["reset"] = .list(reset.map { .text($0) }) }
        if !relevel.isEmpty { object["relevel"] = .list(relevel.map { .text($0) }) }
        return object
    }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            after: try fields.integer("after"), scope: try fields.integer("scope"),
            bytesMax: try fields.integer("max", in: Limits.pageBytes),
            token: try fields.textIfPresent("at", max: PullRequest.tokenLengthMax),
            reset: try fields.texts(
                "reset", max: PullRequest.resetBucketsMax, where: WireText.isBucket),
            relevel: try fields.texts(
                "relevel", max: Limits.relevelTypesMax, where: WireText.isType))
    }
}

/// A page of row changes: a change set of the state plane (PJS section 10.1).
public struct Page: Sendable, Equatable {
    public var after: Int
    public var to: Int
    public var isMore: Bool
    public var scope: Int
    /// Last sequence of the open stream whose effects are in rows up to `to`.
    public var applied: Int
    /// The same for frozen streams named in hello.
    public var old: [String: Int]
    /// Buckets whose reset runs or begins; `*` alone stands for all.
    public var reset: [String]
    /// True on the first page of a reset.
    public var isBegin: Bool
    /// Reason of the reset.
    public var why: String?
    /// Continuation token; absent on the last page of a reset.
    public var token: String?
    /// Buckets no longer in scope.
    public var drop: [String]
    /// `revoked` or `upgrade_required`: no rows.
    public var code: String?
    public var changes: [RowChange]
    /// Sums of all buckets of the handheld, when nothing more is to come.
    public var sums: [String: BucketSum]?

    public init(
        after: Int, to: Int, isMore: Bool = false, scope: Int, applied: Int,
        old: [String: Int] = [:], reset: [String] = [], isBegin: Bool = false, why: String? = nil,
        token: String? = nil, drop: [String] = [], code: String? = nil,
        changes: [RowChange] = [], sums: [String: BucketSum]? = nil
    ) {
        self.after = after
        self.to = to
        self.isMore = isMore
        self.scope = scope
        self.applied = applied
        self.old = old
        self.reset = reset
        self.isBegin = isBegin
        self.why = why
        self.token = token
        self.drop = drop
        self.code = code
        self.changes = changes
        self.sums = sums
    }
}

/// One `c` line: a row as it is now, or that it left or ended (PJS section 10.1).
public struct RowChange: Sendable, Equatable {
    public var operation: Operation
    public var type: String
    public var id: String
    /// Revision of the last change.
    public var revision: Int
    /// `put`: all buckets of this handheld that hold the row; else those that it left.
    public var buckets: [String]

    /// What became of the row.
    public enum Operation: Sendable, Equatable {
        /// The row with its version and the exact canonical text of its body `f`.
        case put(version: Int, body: [UInt8])
        /// In none of this handheld's buckets any more.
        case out(why: String?)
        /// Deleted.
        case delete(version: Int)
    }

    public init(
        operation: Operation, type: String, id: String, revision: Int, buckets: [String]
    ) {
        self.operation = operation
        self.type = type
        self.id = id
        self.revision = revision
        self.buckets = buckets
    }
}
