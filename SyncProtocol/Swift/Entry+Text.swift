extension Entry {
    /// Reads a stored line. The position in its stream is not compared here.
    public init(decoding line: [UInt8]) throws(EntryError) { try self.init(decoding: line[...]) }

    /// Reads a stored line. The position in its stream is not compared here.
    public init(decoding line: ArraySlice<UInt8>) throws(EntryError) {
        let object: CanonicalObject
        do {
            object = try CanonicalObject(decoding: line)
        } catch {
            throw error == .notCanonical ? .notCanonical : .unparseable(error)
        }
        do {
            try self.init(object)
        } catch {
            throw .badPayload(key: error.key)
        }
    }

    /// The canonical line, without a line feed.
    public func encoded() -> [UInt8] {
        var object: CanonicalObject = [
            "h": .text(stamp), "k": .text(kind), "kv": .integer(kindVersion),
            "m": .integer(bootMilliseconds), "o": .integer(bootNumber), "p": .object(payload),
            "s": .integer(sequence), "u": .text(person), "w": .integer(wallMilliseconds),
            "z": .integer(offsetMinutes),
        ]
        object["e"] = subject.map { .text($0) }
        object["r"] = corrects.map { .text($0.hex) }
        object["d"] = draft.map { .text($0) }
        object["tx"] = act.map { [.integer($0.index), .integer($0.count)] }
        if !base.isEmpty {
            object["b"] = .object(CanonicalObject(base.map { ($0.key, .integer($0.value)) }))
        }
        object["g"] = position.map {
            .list(
                [$0.latitude, $0.longitude, $0.accuracyMetres, $0.ageSeconds]
                    .map { .integer($0) })
        }
        if !attachments.isEmpty { object["a"] = .list(attachments.map { .object($0.encoded) }) }
        return object.encoded()
    }

    private init(_ object: CanonicalObject) throws(FieldError) {
        let fields = FieldReader(object)
        self.init(
            kind: try fields.text("k", max: 32, where: WireText.isKind),
            kindVersion: try fields.integer("kv", in: FieldReader.positive),
            sequence: try fields.integer("s", in: FieldReader.positive),
            person: try fields.text("u", max: WireText.idLengthMax, where: WireText.isID),
            wallMilliseconds: try fields.integer("w"),
            bootMilliseconds: try fields.integer("m"),
            bootNumber: try fields.integer("o"),
            offsetMinutes: try fields.integer("z", in: -1440...1440),
            stamp: try fields.text("h", max: 17, where: WireText.isHybridStamp),
            payload: try fields.object("p"))
        subject = try fields.textIfPresent(
            "e", max: WireText.referenceLengthMax, where: WireText.isReference)
        draft = try fields.textIfPresent("d", max: WireText.idLengthMax, where: WireText.isID)
        corrects = try fields.digestIfPresent("r")
        base = try Entry.base(fields)
        act = try Entry.act(fields)
        position = try Entry.position(fields)
        for value in try fields.list("a", max: Limits.attachmentsMax) {
            attachments.append(try Attachment(value))
        }
    }

    private static func base(_ fields: FieldReader) throws(FieldError) -> [String: Int] {
        guard let object = try fields.objectIfPresent("b") else { return [:] }
        guard object.count <= Limits.baseVersionsMax else { throw FieldError(key: "b") }
        var base: [String: Int] = [:]
        for (key, value) in object.members {
            guard WireText.isReference(key), let version = value.integer, version >= 1 else {
                throw FieldError(key: "b")
            }
            base[key] = version
        }
        return base
    }

    private static func act(_ fields: FieldReader) throws(FieldError) -> Act? {
        guard let value = fields.object["tx"] else { return nil }
        guard let numbers = value.list?.compactMap(\.integer), numbers.count == 2,
            value.list?.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1],
            numbers[1] <= Limits.actFactsMax
        else { throw FieldError(key: "tx") }
        return Act(index: numbers[0], count: numbers[1])
    }

    private static func position(_ fields: FieldReader) throws(FieldError) -> Position? {
        guard let value = fields.object["g"] else { return nil }
        guard let numbers = value.list?.compactMap(\.integer), numbers.count == 4,
            value.list?.count == 4, numbers[2] >= 0, numbers[3] >= 0
        else { throw FieldError(key: "g") }
        return Position(
            latitude: numbers[0], longitude: numbers[1], accuracyMetres: numbers[2],
            ageSeconds: numbers[3])
    }
}

extension Entry.Attachment {
    private static let roles: Set = [
        "door", "damage", "goods", "slip", "stamp", "place", "proof", "audio", "other",
    ]
    private static let mediaTypeLengthMax = 64

    fileprivate init(_ value: CanonicalValue) throws(FieldError) {
        guard let object = value.object else { throw FieldError(key: "a") }
        let fields = FieldReader(object)
        do {
            blob = try fields.digest("h")
            byteCount = try fields.integer("l", in: FieldReader.positive)
            role = try fields.text("n", max: 10, where: Entry.Attachment.roles.contains)
            mediaType = try fields.text("t", max: Entry.Attachment.mediaTypeLengthMax)
        } catch {
            throw FieldError(key: "a")
        }
    }

    fileprivate var encoded: CanonicalObject {
        [
            "h": .text(blob.hex), "l": .integer(byteCount), "n": .text(role),
            "t": .text(mediaType),
        ]
    }
}
