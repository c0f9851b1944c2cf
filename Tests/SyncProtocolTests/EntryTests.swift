import SyncProtocol
import Testing

@Suite struct EntryTests {
    private static let plain: CanonicalObject = [
        "h": "01a08a54ac00-0000", "k": "note", "kv": 1, "m": 3_660_000, "o": 4,
        "p": ["text": "外箱破损\n"], "s": 7, "u": "c10482", "w": 1_789_027_260_000, "z": 480,
    ]

    private static var full: CanonicalObject {
        var object = plain
        object["e"] = "task:T81"
        object["b"] = ["task:T81": 3, "addr:A9": 1]
        object["r"] = .text(String(repeating: "0a", count: 32))
        object["g"] = [-302_741_520, 1_201_553_090, 12, 4]
        object["a"] = [
            [
                "h": .text(String(repeating: "0b", count: 32)), "l": 10, "n": "door",
                "t": "image/jpeg",
            ]
        ]
        object["tx"] = [2, 5]
        object["d"] = "d-20260910-0031"
        return object
    }

    private func read(_ object: CanonicalObject) -> Result<Entry, EntryError> {
        Result { () throws(EntryError) in try Entry(decoding: object.encoded()) }
    }

    private func expect(badKey key: String, _ change: (inout CanonicalObject) -> Void) {
        var object = EntryTests.full
        change(&object)
        #expect(throws: EntryError.badPayload(key: key)) { try read(object).get() }
    }

    @Test func `an entry with every field goes both ways`() throws {
        for object in [EntryTests.plain, EntryTests.full] {
            let bytes = object.encoded()
            #expect(try Entry(decoding: bytes).encoded() == bytes)
        }
    }

    @Test(arguments: ["k", "kv", "s", "u", "w", "m", "o", "z", "h", "p"])
    func `each required field that is missing is named`(key: String) {
        expect(badKey: key) { $0[key] = nil }
    }

    @Test(
        arguments: [
            "k", "kv", "s", "u", "w", "m", "o", "z", "h", "p", "e", "b", "r", "g", "a", "tx", "d",
        ])
    func `each field of another type is named`(key: String) {
        expect(badKey: key) { $0[key] = true }
    }

    @Test(
        arguments: [
            ("k", "N"), ("k", "Note"), ("kv", 0), ("s", 0), ("u", "a b"), ("u", ""), ("w", -1),
            ("m", -1), ("o", -1), ("z", 1441), ("z", -1441), ("h", "01A08a54ac00-0000"),
            ("e", "T81"), ("d", ""), ("r", "0a"), ("tx", [0, 1]), ("tx", [3, 2]), ("tx", [1, 17]),
            ("tx", [1]), ("tx", [1, 2, 3]), ("tx", [1, "2"]), ("g", [1, 2, 3]),
            ("g", [1, 2, -1, 0]), ("g", [1, 2, 0, -1]), ("g", [1, 2, 3, 4, 5]),
            ("b", ["T81": 1]), ("b", ["task:T81": 0]), ("b", ["task:T81": "1"]),
        ] as [(String, CanonicalValue)])
    func `each value out of its range is named`(key: String, value: CanonicalValue) {
        expect(badKey: key) { $0[key] = value }
    }

    @Test(
        arguments: [
            ("h", "0b"), ("l", 0), ("n", "selfie"), ("t", 1),
        ] as [(String, CanonicalValue)])
    func `a wrong attachment is named by its list`(key: String, value: CanonicalValue) {
        expect(badKey: "a") { object in
            var attachment = object["a"]?.list?.first?.object ?? [:]
            attachment[key] = value
            object["a"] = [.object(attachment)]
        }
    }

    @Test(
        arguments: [
            ("z", 1440, 1440), ("z", -1440, -1440), ("s", 1, 1), ("w", 0, 0),
            ("o", Canonical.integerMax, Canonical.integerMax),
        ])
    func `the ends of a range are in it`(key: String, value: Int, _: Int) throws {
        var object = EntryTests.plain
        object[key] = .integer(value)
        #expect(try read(object).get().encoded() == object.encoded())
    }

    @Test func `sixteen attachments, base versions and facts of an act, and no more`() throws {
        func with(_ count: Int) -> CanonicalObject {
            var object = EntryTests.plain
            let attachment = EntryTests.full["a"]?.list?.first ?? [:]
            object["a"] = .list(Array(repeating: attachment, count: count))
            object["b"] = .object(
                CanonicalObject((1...count).map { ("task:T\($0)", .integer($0)) }))
            object["tx"] = [.integer(count), .integer(count)]
            return object
        }
        let most = with(Limits.attachmentsMax)
        #expect(Limits.attachmentsMax == 16)
        #expect(Limits.baseVersionsMax == 16)
        #expect(Limits.actFactsMax == 16)
        #expect(try read(most).get().encoded() == most.encoded())
        for key in ["a", "b", "tx"] {
            var past = most
            past[key] = with(17)[key]
            #expect(throws: EntryError.badPayload(key: key)) { try read(past).get() }
        }
    }

    @Test func `unknown keys are ignored`() throws {
        var object = EntryTests.full
        object["zz"] = ["x": 1]
        #expect(try read(object).get().encoded() == EntryTests.full.encoded())
    }

    @Test(
        arguments: [
            ("{\"s\":3, \"k\":\"note\"}", EntryError.notCanonical, "not_canonical"),
            ("{\"k\":\"note\"", .unparseable(.syntax), "unparseable"),
            ("{\"k\":null}", .unparseable(.null), "unparseable"),
            ("{}", .badPayload(key: "k"), "bad_payload"),
        ])
    func `a line that is no entry has one reason`(text: String, error: EntryError, why: String) {
        #expect(throws: error) { try Entry(decoding: Array(text.utf8)) }
        #expect(error.why == why)
    }
}
