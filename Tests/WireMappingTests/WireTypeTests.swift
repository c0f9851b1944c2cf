import Domain
import SyncProtocol
import Testing

@testable import WireMapping

struct WireTypeTests {
    private func accepts<Value>(_ type: WireType<Value>, _ value: CanonicalValue) -> Bool {
        (try? type.read(value, under: "x")) != nil
    }

    @Test(arguments: [
        ("WB0931", true), ("WB093", false), ("WB-0931", true), ("-WB0931", false),
        ("wb0931", false),
        ("W" + String(repeating: "9", count: 39), true),
        ("W" + String(repeating: "9", count: 40), false), ("WB 0931", false), ("WB093１", false),
    ])
    func `a parcel id has 6 to 40 of its characters`(text: String, isGood: Bool) {
        #expect(accepts(WireType<String>.parcel, .text(text)) == isGood)
    }

    @Test(arguments: [
        ("a", true), ("", false), (String(repeating: "a", count: 48), true),
        (String(repeating: "a", count: 49), false), ("a b", false), ("a/b", false),
    ])
    func `an id has 1 to 48 of its characters`(text: String, isGood: Bool) {
        #expect(accepts(WireType<String>.identifier, .text(text)) == isGood)
    }

    @Test(arguments: [
        ("AB", true), ("A", false), ("A" + String(repeating: "_", count: 39), true),
        ("A" + String(repeating: "_", count: 40), false), ("1A", false), ("Ab", false),
    ])
    func `a code has 2 to 40 of its characters`(text: String, isGood: Bool) {
        #expect(accepts(WireType<Code>.code, .text(text)) == isGood)
    }

    @Test(arguments: [("CNY", true), ("CN", false), ("CNYY", false), ("cny", false)])
    func `a currency has three capitals`(text: String, isGood: Bool) {
        #expect(accepts(WireType<String>.currency, .text(text)) == isGood)
    }

    @Test(arguments: [
        (-1, false, false, true), (0, true, false, true), (1, true, true, true),
        (Canonical.integerMax, true, true, true),
    ])
    func `nat, pos and int begin where they say`(
        number: Int, isNatural: Bool, isPositive: Bool, isInteger: Bool
    ) {
        #expect(accepts(WireType<Int>.natural, .integer(number)) == isNatural)
        #expect(accepts(WireType<Int>.positive, .integer(number)) == isPositive)
        #expect(accepts(WireType<Int>.integer, .integer(number)) == isInteger)
    }

    @Test func `a text is measured in scalar values`() {
        let family = "👨‍👩‍👧"
        #expect(accepts(WireType<String>.text(5), .text(family)))
        #expect(!accepts(WireType<String>.text(4), .text(family)))
    }

    @Test func `strokes end at their limit`() {
        let most = String(repeating: "A", count: TextLimit.strokes)
        #expect(accepts(WireType<String>.strokes, .text(most)))
        #expect(!accepts(WireType<String>.strokes, .text(most + "A")))
        #expect(!accepts(WireType<String>.strokes, "a+b"))
    }

    @Test func `a list ends at its limit`() {
        let type = WireType<[Code]>.list(of: .code, max: ListLimit.evidence)
        let most = CanonicalValue.list(Array(repeating: "SIGNATURE", count: ListLimit.evidence))
        #expect(accepts(type, most))
        let more = Array(repeating: CanonicalValue.text("PHOTO"), count: ListLimit.evidence + 1)
        #expect(!accepts(type, .list(more)))
    }

    @Test func `custody is a word or names who has it`() {
        #expect(accepts(WireType<Custody>.custody, "person:c10482"))
        #expect(!accepts(WireType<Custody>.custody, "task:T81"))
        #expect(!accepts(WireType<Custody>.custody, "nobody"))
    }
}
