import SyncProtocol
import Testing

@Suite struct FieldReaderTests {
    private static let fields = FieldReader([
        "o": ["x": 1], "l": [1, 2], "t": "é", "i": 5, "b": true,
        "h": .text(String(repeating: "0a", count: 32)), "ts": ["a", "b"],
    ])

    @Test func `values of the right type are read`() throws {
        let fields = FieldReaderTests.fields
        #expect(try fields.value("i") == 5)
        #expect(try fields.integer("i") == 5)
        #expect(try fields.text("t", max: 1) == "é")
        #expect(try fields.bool("b"))
        #expect(try fields.digest("h").hex.hasPrefix("0a0a"))
        #expect(try fields.object("o")["x"] == 1)
        #expect(try fields.list("l", max: 2) == [1, 2])
        #expect(try fields.texts("ts", max: 2) == ["a", "b"])
    }

    @Test func `what is absent is nil, empty or an error that names it`() throws {
        let fields = FieldReaderTests.fields
        #expect(try fields.integerIfPresent("no") == nil)
        #expect(try fields.textIfPresent("no", max: 1) == nil)
        #expect(try fields.boolIfPresent("no") == nil)
        #expect(try fields.digestIfPresent("no") == nil)
        #expect(try fields.objectIfPresent("no") == nil)
        #expect(try fields.list("no", max: 1).isEmpty)
        #expect(try fields.texts("no", max: 1).isEmpty)
        let missing = FieldError(key: "no")
        #expect(throws: missing) { try fields.value("no") }
        #expect(throws: missing) { try fields.integer("no") }
        #expect(throws: missing) { try fields.text("no", max: 9) }
        #expect(throws: missing) { try fields.bool("no") }
        #expect(throws: missing) { try fields.digest("no") }
        #expect(throws: missing) { try fields.object("no") }
    }

    @Test func `a value of another type is an error, also where it may be absent`() {
        let fields = FieldReaderTests.fields
        for key in ["o", "l", "t", "b", "h", "ts"] {
            #expect(throws: FieldError(key: key)) { try fields.integerIfPresent(key) }
        }
        for key in ["o", "l", "i", "b", "ts"] {
            #expect(throws: FieldError(key: key)) { try fields.textIfPresent(key, max: 99) }
            #expect(throws: FieldError(key: key)) { try fields.digestIfPresent(key) }
        }
        for key in ["l", "t", "i", "b", "h"] {
            #expect(throws: FieldError(key: key)) { try fields.objectIfPresent(key) }
        }
        for key in ["o", "l", "t", "i", "h"] {
            #expect(throws: FieldError(key: key)) { try fields.boolIfPresent(key) }
        }
        for key in ["o", "t", "i", "b", "h"] {
            #expect(throws: FieldError(key: key)) { try fields.list(key, max: 99) }
        }
        #expect(throws: FieldError(key: "l")) { try fields.texts("l", max: 99) }
    }

    @Test func `limits hold at the limit and just past it`() throws {
        let fields = FieldReaderTests.fields
        #expect(try fields.integer("i", in: 5...5) == 5)
        #expect(throws: FieldError(key: "i")) { try fields.integer("i", in: 6...9) }
        #expect(throws: FieldError(key: "i")) { try fields.integer("i", in: 0...4) }
        #expect(throws: FieldError(key: "t")) { try fields.text("t", max: 0) }
        #expect(throws: FieldError(key: "t")) {
            try fields.text("t", max: 1, where: { _ in false })
        }
        #expect(throws: FieldError(key: "l")) { try fields.list("l", max: 1) }
        #expect(throws: FieldError(key: "ts")) { try fields.texts("ts", max: 1) }
        #expect(throws: FieldError(key: "ts")) {
            try fields.texts("ts", max: 2, where: { $0 == "a" })
        }
    }
}
