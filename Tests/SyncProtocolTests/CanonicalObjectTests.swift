import Foundation
import SyncProtocol
import Testing

@Suite struct CanonicalObjectTests {
    @Test func `keys stand in byte order whatever order they came in`() {
        let object: CanonicalObject = ["b": 1, "_": 2, "a10": 3, "a2": 4, "A": 5, "a": 6, "@": 7]
        #expect(object.encodedText == #"{"@":7,"A":5,"_":2,"a":6,"a10":3,"a2":4,"b":1}"#)
    }

    @Test func `the last of two equal keys stays`() {
        #expect(CanonicalObject([("a", 1), ("a", 2)]).encodedText == #"{"a":2}"#)
    }

    @Test func `setting nil leaves a key out`() {
        var object: CanonicalObject = ["a": 1, "b": 2]
        object["a"] = nil
        object["c"] = nil
        #expect(object.encodedText == #"{"b":2}"#)
        object["b"] = nil
        #expect(object.isEmpty)
        #expect(object.encodedText == "{}")
    }

    @Test func `a value answers only as what it is`() {
        let values: [CanonicalValue] = [[:], [], "a", 1, true]
        #expect(values.map { $0.object != nil } == [true, false, false, false, false])
        #expect(values.map { $0.list != nil } == [false, true, false, false, false])
        #expect(values.map { $0.text != nil } == [false, false, true, false, false])
        #expect(values.map { $0.integer != nil } == [false, false, false, true, false])
        #expect(values.map { $0.bool != nil } == [false, false, false, false, true])
        for (index, value) in values.enumerated() {
            #expect(values.map { $0 == value } == values.indices.map { $0 == index })
        }
    }

    @Test func `every character below the space is escaped in its one way`() {
        var text = String.UnicodeScalarView()
        for value in 0..<0x20 as Range<UInt8> { text.append(Unicode.Scalar(value)) }
        let object: CanonicalObject = ["a": .text(String(text) + "\"\\/\u{7F}\u{2028}")]
        let escaped =
            #"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b"#
            + #"\u001c\u001d\u001e\u001f\"\\/"# + "\u{7F}\u{2028}"
        #expect(object.encodedText == "{\"a\":\"\(escaped)\"}")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Foundation reads the same value`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let object = random.object(depth: 5)
            let data = Data(object.encoded())
            let read = try JSONDecoder().decode(VectorValue.self, from: data)
            #expect(try read.canonicalObject == object)
        }
    }
}
