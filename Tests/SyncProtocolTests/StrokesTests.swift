import SyncProtocol
import Testing

@Suite struct StrokesTests {
    private func point(_ x: Int, _ y: Int) -> Strokes.Point { Strokes.Point(x: x, y: y) }

    @Test func `points lie on the canvas or on its edge`() {
        #expect(Strokes(width: 10, height: 5, strokes: [[point(0, 0), point(10, 5)]]) != nil)
        #expect(Strokes(width: 10, height: 5, strokes: [[point(11, 0)]]) == nil)
        #expect(Strokes(width: 10, height: 5, strokes: [[point(0, 6)]]) == nil)
        #expect(Strokes(width: 10, height: 5, strokes: [[point(-1, 0)]]) == nil)
        #expect(Strokes(width: 10, height: 5, strokes: [[]]) == nil)
        #expect(Strokes(width: 0, height: 5, strokes: []) == nil)
        #expect(Strokes(width: Strokes.sideMax, height: 1, strokes: []) != nil)
        #expect(Strokes(width: Strokes.sideMax + 1, height: 1, strokes: []) == nil)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `random drawings go both ways`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let (width, height) = (Int.random(in: 1...65_535, using: &random), 300)
        let drawn = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            (0..<Int.random(in: 1...40, using: &random)).map { _ in
                point(
                    Int.random(in: 0...width, using: &random),
                    Int.random(in: 0...height, using: &random))
            }
        }
        let strokes = try #require(Strokes(width: width, height: height, strokes: drawn))
        #expect(strokes.pointCount == drawn.reduce(0) { $0 + $1.count })
        #expect(Strokes(decoding: strokes.encoded) == strokes)
    }

    @Test func `text cut short, left over or in a longer form is refused`() throws {
        let bytes = try #require(Base64URL.bytes(of: "4AOgAQIDKDwICgwOAloUAyg"))
        #expect(Strokes(decoding: Base64URL.text(of: bytes)) != nil)
        for length in 0..<bytes.count {
            #expect(Strokes(decoding: Base64URL.text(of: Array(bytes[..<length]))) == nil)
        }
        #expect(Strokes(decoding: Base64URL.text(of: bytes + [0])) == nil)
        // 10 as 8A 00 instead of 0A.
        #expect(Strokes(decoding: Base64URL.text(of: [10, 5, 0])) != nil)
        #expect(Strokes(decoding: Base64URL.text(of: [0x8A, 0, 5, 0])) == nil)
        #expect(Strokes(decoding: Base64URL.text(of: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 5, 0])) == nil)
        #expect(Strokes(decoding: "!") == nil)
    }

    @Test func `4096 characters are read and more are not`() throws {
        // Each further point of step (1, 0) or (−1, 0) is two bytes.
        func drawing(_ points: Int) throws -> Strokes {
            let stroke = (0..<points).map { point($0 % 2, 0) }
            return try #require(Strokes(width: 9, height: 9, strokes: [stroke]))
        }
        let longest = try drawing(1_533)
        #expect(longest.encoded.utf8.count <= Limits.strokesCharactersMax)
        #expect(Strokes(decoding: longest.encoded) == longest)
        let past = try drawing(1_535)
        #expect(past.encoded.utf8.count > Limits.strokesCharactersMax)
        #expect(Strokes(decoding: past.encoded) == nil)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `random bytes never trap`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            let bytes = random.bytes(Int.random(in: 0...40, using: &random))
            guard let strokes = Strokes(decoding: Base64URL.text(of: bytes)) else { continue }
            #expect(strokes.encoded == Base64URL.text(of: bytes))
        }
    }
}

@Suite struct BucketSumTests {
    @Test func `a sum does not depend on order and returns to empty`() {
        var random = SeededNumbers(seed: 3)
        let hashes = (0..<50).map { _ in Digest(bytes: random.bytes(32)) ?? .zero }
        var forward = BucketSum()
        for hash in hashes { forward.add(hash) }
        var backward = BucketSum()
        for hash in hashes.reversed() { backward.add(hash) }
        #expect(forward == backward)
        #expect(forward.count == 50)
        for hash in hashes.shuffled(using: &random) { forward.remove(hash) }
        #expect(forward == BucketSum())
    }

    @Test func `carries run through all 256 bits and past them`() throws {
        let ones = try #require(Digest(bytes: [UInt8](repeating: 0xFF, count: 32)))
        let one = try #require(Digest(bytes: [UInt8](repeating: 0, count: 31) + [1]))
        var sum = BucketSum()
        sum.add(ones)
        sum.add(one)
        #expect(sum.sum == .zero)
        sum.remove(one)
        #expect(sum.sum == ones)
    }

    @Test func `type, id, version and body each change the hash of a row`() {
        let body = Array("{\"a\":1}".utf8)
        let hashes = [
            BucketSum.rowHash(type: "task", id: "T1", version: 1, body: body),
            BucketSum.rowHash(type: "addr", id: "T1", version: 1, body: body),
            BucketSum.rowHash(type: "task", id: "T2", version: 1, body: body),
            BucketSum.rowHash(type: "task", id: "T1", version: 2, body: body),
            BucketSum.rowHash(type: "task", id: "T1", version: 1, body: Array("{}".utf8)),
        ]
        #expect(Set(hashes).count == hashes.count)
    }

    @Test func `the hash of a row is over its canonical text`() {
        let row: CanonicalObject = ["f": ["a": "\n"], "i": "T\"1", "t": "task", "v": 3]
        let hash = BucketSum.rowHash(
            type: "task", id: "T\"1", version: 3, body: Array("{\"a\":\"\\n\"}".utf8))
        #expect(hash == SHA256.hash(Array("PJS1-row\n".utf8) + row.encoded()))
    }
}
