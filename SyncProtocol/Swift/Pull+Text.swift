extension Page {
    var encoded: CanonicalObject {
        var object: CanonicalObject = [
            "@": "page", "after": .integer(after), "to": .integer(to), "more": .bool(isMore),
            "n": .integer(changes.count), "scope": .integer(scope), "applied": .integer(applied),
        ]
        if !old.isEmpty {
            object["old"] = .list(
                old.sorted { $0.key < $1.key }.map { [.text($0.key), .integer($0.value)] })
        }
        if !reset.isEmpty { object["reset"] = .list(reset.map { .text($0) }) }
        if isBegin { object["begin"] = true }
        object["why"] = why.map { .text($0) }
        object["at"] = token.map { .text($0) }
        if !drop.isEmpty { object["drop"] = .list(drop.map { .text($0) }) }
        object["code"] = code.map { .text($0) }
        return object
    }

    var encodedSums: CanonicalObject? {
        guard let sums else { return nil }
        let buckets = sums.map { bucket, sum -> (String, CanonicalValue) in
            (bucket, [.text(sum.sum.hex), .integer(sum.count)])
        }
        return ["@": "sum", "to": .integer(to), "bk": .object(CanonicalObject(buckets))]
    }

    init(_ fields: FieldReader) throws(FieldError) {
        self.init(
            after: try fields.integer("after"), to: try fields.integer("to"),
            isMore: try fields.bool("more"), scope: try fields.integer("scope"),
            applied: try fields.integer("applied"),
            reset: try fields.texts("reset", max: Page.bucketsMax),
            isBegin: try fields.boolIfPresent("begin") ?? false,
            why: try fields.textIfPresent("why", max: 20),
            token: try fields.textIfPresent("at", max: PullRequest.tokenLengthMax),
            drop: try fields.texts("drop", max: Page.bucketsMax, where: WireText.isBucket),
            code: try fields.textIfPresent("code", max: 40))
        for value in try fields.list("old", max: Limits.oldStreamsMax) {
            guard let parts = value.list, parts.count == 2, let stream = parts[0].text,
                let applied = parts[1].integer, applied >= 0
            else { throw FieldError(key: "old") }
            old[stream] = applied
        }
    }

    static func lineCount(_ fields: FieldReader) throws(FieldError) -> Int {
        try fields.integer("n", in: 0...Page.changesMax)
    }

    mutating func readSums(_ fields: FieldReader) throws(FieldError) {
        guard try fields.integer("to") == to else { throw FieldError(key: "to") }
        var read: [String: BucketSum] = [:]
        for (bucket, value) in try fields.object("bk").members {
            guard WireText.isBucket(bucket), let parts = value.list, parts.count == 2,
                let hex = parts[0].text, let sum = Digest(hex: hex), let count = parts[1].integer,
                count >= 0
            else { throw FieldError(key: "bk") }
            read[bucket] = BucketSum(sum: sum, count: count)
        }
        sums = read
    }

    /// Buckets named in one page.
    static let bucketsMax = 64
    /// `c` lines of one page: every line is at least 40 bytes of a 4 MiB revision.
    static let changesMax = 120_000
}

extension RowChange {
    /// The canonical `c` line; the body goes in verbatim.
    public func encodedLine() -> [UInt8] {
        var output = Array("{\"@\":\"c\",\"bk\":[".utf8)
        for (index, bucket) in buckets.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            Canonical.encode(text: bucket, into: &output)
        }
        output.append(UInt8(ascii: "]"))
        if case .put(_, let body) = operation {
            output.append(contentsOf: ",\"f\":".utf8)
            output.append(contentsOf: body)
        }
        output.append(contentsOf: ",\"i\":".utf8)
        Canonical.encode(text: id, into: &output)
        output.append(contentsOf: ",\"op\":\"\(word)\",\"r\":".utf8)
        Canonical.encode(integer: revision, into: &output)
        output.append(contentsOf: ",\"t\":".utf8)
        Canonical.encode(text: type, into: &output)
        switch operation {
        case .put(let version, _), .delete(let version):
            output.append(contentsOf: ",\"v\":".utf8)
            Canonical.encode(integer: version, into: &output)
        case .out(let why):
            if let why {
                output.append(contentsOf: ",\"why\":".utf8)
                Canonical.encode(text: why, into: &output)
            }
        }
        output.append(UInt8(ascii: "}"))
        return output
    }

    private var word: String {
        switch operation {
        case .put: "put"
        case .out: "out"
        case .delete: "del"
        }
    }

    init(_ fields: FieldReader) throws(FieldError) {
        guard try fields.text("@", max: 1) == "c" else { throw FieldError(key: "@") }
        let operation: Operation
        switch try fields.text("op", max: 3) {
        case "put":
            operation = .put(
                version: try fields.integer("v", in: FieldReader.positive),
                body: try fields.object("f").encoded())
        case "out": operation = .out(why: try fields.textIfPresent("why", max: 20))
        case "del":
            operation = .delete(version: try fields.integer("v", in: FieldReader.positive))
        default: throw FieldError(key: "op")
        }
        self.init(
            operation: operation, type: try fields.text("t", max: 12, where: WireText.isType),
            id: try fields.text("i", max: WireText.referenceLengthMax),
            revision: try fields.integer("r", in: FieldReader.positive),
            buckets: try fields.texts("bk", max: Page.bucketsMax, where: WireText.isBucket))
        guard zip(buckets, buckets.dropFirst()).allSatisfy(<) else { throw FieldError(key: "bk") }
    }
}
