import SyncProtocol
import Testing

/// What was read answers as what was made does.
struct CanonicalTextTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `an object that was read is the one that was written`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let made = random.object(depth: 5)
            let read = try CanonicalObject(decoding: made.encoded())
            #expect(read == made && made == read)
            #expect(read == (try CanonicalObject(decoding: made.encoded())))
            #expect(read.encoded() == made.encoded())
            #expect(read.count == made.count && read.isEmpty == made.isEmpty)
            for (key, value) in made.members { #expect(read[key] == value) }
            #expect(read["~"] == nil)
        }
    }

    @Test func `an object inside a slice is read from its own place`() throws {
        let body = Array(#"xx{"a":{"b":[1,"\n",true,{"c":"é"}]},"d":-7}yy"#.utf8)
        let object = try CanonicalObject(decoding: body[2..<body.count - 2])
        let list = try #require(object["a"]?.object?["b"]?.list)
        #expect(list == [1, "\n", true, ["c": "é"]])
        #expect(object["d"]?.integer == -7)
        #expect(object["b"] == nil)
        #expect(object["a"]?.object?.encodedText == #"{"b":[1,"\n",true,{"c":"é"}]}"#)
    }

    @Test func `an object that was read can be changed`() throws {
        var object = try CanonicalObject(decoding: Array(#"{"a":1,"c":{"x":2}}"#.utf8))
        object["b"] = 3
        object["a"] = nil
        #expect(object.encodedText == #"{"b":3,"c":{"x":2}}"#)
        #expect(object == ["b": 3, "c": ["x": 2]])
    }
}
