import SyncProtocol
import Testing

@Suite struct ChainVectorTests {
    @Test(arguments: Vectors.cases("chains"))
    func `heads, codes and references of a stream`(example: VectorCase) throws {
        let device = try example["device"].text
        let stream = try example["stream"].text
        let key = try example.key
        let heads = try example.chain()
        #expect(try example["heads"].list.count == heads.count)
        for (sequence, head) in try example.pairs("heads") {
            #expect(heads[sequence] == (try head.digest))
        }
        for (sequence, code) in try example.pairs("macs") {
            let computed = key.headCode(
                device: device, stream: stream, sequence: sequence, head: heads[sequence])
            #expect(computed == (try code.digest))
        }
        for (sequence, code) in try example.pairs("acks") {
            let computed = key.acknowledgementCode(
                device: device, stream: stream, at: sequence, head: heads[sequence])
            #expect(computed == (try code.digest))
        }
        for (sequence, reference) in try example.pairs("refs") {
            #expect(Code32.reference(of: heads[sequence]) == (try reference.text))
        }
        for (sequence, id) in try example.pairs("locals") {
            #expect(Code32.madeID(of: heads[sequence]) == (try id.text))
        }
    }

    @Test(arguments: Vectors.cases("chains"))
    func `every entry decodes and encodes to its own bytes`(example: VectorCase) throws {
        for (index, line) in try example["lines"].list.enumerated() {
            let bytes = Array(try line.repeatedText.utf8)
            let entry = try Entry(decoding: bytes)
            #expect(entry.sequence == index + 1)
            #expect(entry.encoded() == bytes)
        }
    }

    @Test(arguments: Vectors.cases("carries"))
    func `an entry is carried with its own bytes and id`(example: VectorCase) throws {
        let source = try example["source"].object
        let sourceLine = try source.value("line").text
        let original = try Entry(decoding: Array(sourceLine.utf8))
        let envelope = try example["envelope"].object
        let into = try example["into"].object
        let payload: CanonicalObject
        if original.kind == "carry" {
            payload = original.payload
        } else {
            payload = [
                "h": .text(try source.value("head").text), "line": .text(sourceLine),
                "s": .integer(try source.value("s").integer),
                "stream": .text(try source.value("stream").text),
            ]
        }
        let carried = Entry(
            kind: "carry", sequence: try into.value("s").integer, person: original.person,
            wallMilliseconds: try envelope.value("w").integer,
            bootMilliseconds: try envelope.value("m").integer,
            bootNumber: try envelope.value("o").integer,
            offsetMinutes: try envelope.value("z").integer,
            stamp: try envelope.value("h").text, payload: payload)
        let line = Array(try example["line"].text.utf8)
        #expect(carried.encoded() == line)
        #expect(try Entry(decoding: line) == carried)
        let previous = try into.value("prev").digest
        #expect(Chain.link(previous, line) == (try example["head"].digest))
        #expect(payload["h"]?.text == (try example["fact_id"].text))
        let inner = try #require(payload["line"]?.text)
        #expect(throws: Never.self) { try Entry(decoding: Array(inner.utf8)) }
    }

    @Test(arguments: Vectors.cases("days"))
    func `manifests, day lines and receipts have their hashes`(example: VectorCase) throws {
        let text = Array(try example["manifest"].text.utf8)
        let manifest = try CanonicalObject(decoding: text)
        let hash = DayHash.manifest(manifest)
        #expect(hash == (try example["hash"].digest))
        let lines = try #require(manifest["streams"]?.list).map { line in
            DayHash.line(try #require(line.object))
        }
        #expect(lines == (try example["line_hashes"].list.map { try $0.digest }))
        #expect(
            lines.map(Code32.reference) == (try example["line_codes"].list.map { try $0.text }))
        let day = try #require(manifest["day"]?.text)
        let receipt = try example.key.receiptCode(day: day, manifest: hash)
        #expect(receipt == (try example["receipt"].digest))
    }

    @Test(arguments: Vectors.cases("seals"))
    func `a sealed range has its count, head and totals`(example: VectorCase) throws {
        let expected = try example["expect"].object
        #expect(Set(expected.keys) == ["n", "head", "tot", "kinds", "att"])
        let (from, to) = (try example["from"].integer, try example["to"].integer)
        #expect(try example.chain()[to] == (try expected["head"]?.digest))
        var totals = RangeTotals()
        for line in try example["lines"].list[(from - 1)..<to] {
            totals.add(Array(try line.repeatedText.utf8)[...])
        }
        #expect(totals.lineCount == (try expected["n"]?.integer))
        #expect(totals.total == (try expected["tot"]?.canonicalObject))
        #expect(totals.kinds == (try expected["kinds"]?.canonicalObject))
        #expect(totals.attachments == (try expected["att"]?.canonicalObject))
    }
}

extension VectorCase {
    /// H(0) and the head after each of the case's lines.
    func chain() throws -> [Digest] {
        var heads = [
            Chain.genesis(device: try self["device"].text, stream: try self["stream"].text)
        ]
        for line in try self["lines"].list {
            heads.append(Chain.link(heads[heads.count - 1], Array(try line.repeatedText.utf8)))
        }
        return heads
    }

    fileprivate func pairs(_ key: String) throws -> [(sequence: Int, value: VectorValue)] {
        try self[key].list.map { pair in
            let parts = try pair.list
            return (try parts[0].integer, parts[1])
        }
    }
}
