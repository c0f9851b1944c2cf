import SyncProtocol
import Testing

@Suite struct CanonicalVectorTests {
    @Test(arguments: Vectors.cases("canonical_ok"))
    func `canonical text goes both ways`(example: VectorCase) throws {
        let text = Array(try example["text"].text.utf8)
        let value = try example["value"].canonicalObject
        #expect(value.encoded() == text)
        let decoded = try CanonicalObject(decoding: text)
        #expect(decoded == value)
        #expect(decoded.encoded() == text)
        #expect(SHA256.hash(text) == (try example["sha256"].digest))
    }

    @Test(arguments: Vectors.cases("canonical_bad"))
    func `other text is refused by name`(example: VectorCase) throws {
        let expected = try #require(CanonicalError(rawValue: try example["error"].text))
        let bytes = try example["hex"].hexBytes
        #expect(throws: expected) { try CanonicalObject(decoding: bytes) }
    }

    @Test(arguments: Vectors.cases("hash"))
    func `SHA-256`(example: VectorCase) throws {
        let text = try example["text"].repeatedText
        #expect(SHA256.hash(Array(text.utf8)) == (try example["sha256"].digest))
    }

    @Test(arguments: Vectors.cases("hmac"))
    func `HMAC-SHA256`(example: VectorCase) throws {
        let code = HMAC.code(
            key: try example["key_hex"].hexBytes,
            message: Array(try example["text"].repeatedText.utf8))
        #expect(code == (try example["mac"].digest))
    }

    @Test(arguments: Vectors.cases("buckets"))
    func `bucket sums after each row`(example: VectorCase) throws {
        var bucket = BucketSum()
        #expect(bucket.sum == (try example["empty"].digest))
        var hashes: [String: Digest] = [:]
        for step in try example["steps"].list.map({ try $0.object }) {
            let type = try step.value("t").text
            let id = try step.value("i").text
            let key = "\(type):\(id)"
            switch try step.value("op").text {
            case "put":
                let body = try step.value("f").canonicalObject
                let hash = BucketSum.rowHash(
                    type: type, id: id, version: try step.value("v").integer,
                    body: body.encoded())
                if let old = hashes.updateValue(hash, forKey: key) { bucket.remove(old) }
                bucket.add(hash)
            case "remove":
                let old = hashes.removeValue(forKey: key)
                bucket.remove(try #require(old))
            case let other: Issue.record("unknown step \(other)")
            }
            #expect(bucket.sum == (try step.value("sum").digest))
            #expect(bucket.count == (try step.value("n").integer))
        }
    }

    @Test(arguments: Vectors.cases("strokes"))
    func `drawn signatures go both ways`(example: VectorCase) throws {
        let drawn = try example["strokes"].list.map { stroke in
            try stroke.list.map { point in
                let pair = try point.list.map { try $0.integer }
                return Strokes.Point(x: pair[0], y: pair[1])
            }
        }
        let strokes = try #require(
            Strokes(
                width: try example["w"].integer, height: try example["h"].integer, strokes: drawn))
        #expect(strokes.encoded == (try example["data"].text))
        #expect(Strokes(decoding: try example["data"].text) == strokes)
    }
}
