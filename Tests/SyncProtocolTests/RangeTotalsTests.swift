import SyncProtocol
import Testing

struct RangeTotalsTests {
    private static func totals(_ lines: [String]) -> RangeTotals {
        var totals = RangeTotals()
        for line in lines { totals.add(Array(line.utf8)[...]) }
        return totals
    }

    private static func payment(_ amount: String, _ method: String, cur: String = "CNY") -> String {
        #"{"k":"payment","p":{"amount":\#(amount),"cur":"\#(cur)","method":"\#(method)"}}"#
    }

    private static func carry(_ line: String, depth: Int = 1) -> String {
        var line = line
        for _ in 0..<depth {
            let payload: CanonicalObject = ["line": .text(line)]
            line = String(
                decoding: (["k": "carry", "p": .object(payload)] as CanonicalObject).encoded(),
                as: UTF8.self)
        }
        return line
    }

    private static func text(_ object: CanonicalObject) -> String {
        String(decoding: object.encoded(), as: UTF8.self)
    }

    @Test func `no lines add up to nothing`() {
        let totals = RangeTotals()
        #expect(totals.lineCount == 0)
        #expect(totals.total.isEmpty && totals.kinds.isEmpty)
        #expect(Self.text(totals.attachments) == #"{"bytes":0,"n":0}"#)
    }

    private static let money: [(line: String, key: String?)] = [
        (payment("5", "CASH"), "cash_in"), (payment("5", "UNIONPAY_CARD"), "card_in"),
        (payment("5", "WECHAT"), "wallet_in"), (payment("5", "ALIPAY"), "wallet_in"),
        (payment("5", "E_CNY"), "wallet_in"), (payment("5", "BANK_TRANSFER"), "wallet_in"),
        (payment("5", "MONTHLY_ACCOUNT"), nil), (payment("5", "COLLECT"), nil),
        (payment("5", "SHELLS"), nil),
        (#"{"k":"payment.void","p":{"amount":5,"cur":"CNY","method":"CASH"}}"#, "cash_out"),
        (#"{"k":"refund","p":{"amount":5,"cur":"CNY","method":"WECHAT"}}"#, "wallet_out"),
        (
            #"{"k":"payment","p":{"amount":5,"cur":"CNY","method":"CASH","state":"pending"}}"#,
            "cash_in"
        ),
    ]

    @Test(arguments: money)
    func `a money fact adds to the sum of its class and direction`(
        line: String, key: String?
    ) throws {
        let sums = try #require(Self.totals([line]).total["CNY"]?.object)
        #expect(sums.members.count == 6)
        for (name, value) in sums.members { #expect(value == (name == key ? 5 : 0), "\(name)") }
    }

    @Test(arguments: [
        payment("\"5\"", "CASH"), payment("true", "CASH"),
        #"{"k":"payment","p":{"amount":5,"cur":1,"method":"CASH"}}"#,
        #"{"k":"payment","p":{"amount":5,"cur":"CNY"}}"#, #"{"k":"payment","p":[]}"#,
        #"{"k":"payment"}"#, payment("5", "CASH", cur: "元"), payment("5", "CASH", cur: ""),
        #"{"k":"cash.handover","p":{"amount":5,"cur":"CNY","method":"CASH"}}"#,
    ])
    func `what is no sum of money is not counted`(line: String) {
        #expect(Self.totals([line]).total.isEmpty)
    }

    @Test func `negative amounts are added as they are`() {
        let totals = Self.totals([Self.payment("-7", "CASH"), Self.payment("5", "CASH")])
        #expect(totals.total["CNY"]?.object?["cash_in"] == -2)
    }

    @Test func `a sum past the range is written as the end of the range`() {
        let most = Self.payment("9007199254740991", "CASH")
        let totals = Self.totals([most, most, most])
        #expect(totals.total["CNY"]?.object?["cash_in"] == 9_007_199_254_740_991)
        let back = Self.payment("-9007199254740991", "CASH")
        #expect(
            Self.totals([most, most, back, back]).total["CNY"]?.object?["cash_in"] == 0)
    }

    @Test(arguments: [
        ("?", "_unread"), ("", "_unread"), (#"{"k":1}"#, "_unread"), (#"{"p":{}}"#, "_unread"),
        (#"{"k":"快递"}"#, "_unread"), (#"{ "k":"note"}"#, "_unread"), (#"{"k":"X"}"#, "X"),
        (#"{"k":"note"}"#, "note"), (#"{"k":"later.kind"}"#, "later.kind"),
    ])
    func `an entry counts under its kind`(line: String, kind: String) {
        #expect(Self.totals([line]).kinds == CanonicalObject([(kind, 1)]))
    }

    @Test(arguments: [
        (carry(#"{"k":"note"}"#), ["carry", "note"]), (carry("?"), ["_unread", "carry"]),
        (carry(#"{"p":{}}"#), ["_unread", "carry"]),
        (#"{"k":"carry","p":{}}"#, ["_unread", "carry"]),
        (carry(#"{"k":"note"}"#, depth: Limits.carryDepthMax), ["carry", "note"]),
        (carry(#"{"k":"note"}"#, depth: Limits.carryDepthMax + 1), ["_unread", "carry"]),
    ])
    func `a carry counts as itself and as what it carries`(line: String, kinds: [String]) {
        #expect(Self.totals([line]).kinds == CanonicalObject(kinds.map { ($0, 1) }))
    }

    @Test func `money and blobs of a carried fact count as if it stood alone`() {
        let blob = String(repeating: "ab", count: 32)
        let fact =
            #"{"a":[{"h":"\#(blob)","l":10}],"k":"payment","#
            + #""p":{"amount":5,"cur":"CNY","method":"CASH"}}"#
        let (alone, carried) = (Self.totals([fact]), Self.totals([Self.carry(fact)]))
        #expect(alone.total == carried.total)
        #expect(alone.attachments == carried.attachments)
        #expect(Self.text(carried.attachments) == #"{"bytes":10,"n":1}"#)
    }

    @Test func `a blob counts once, by the length it was listed with first`() {
        let (one, two) = (String(repeating: "1", count: 64), String(repeating: "2", count: 64))
        let totals = Self.totals([
            #"{"a":[{"h":"\#(one)","l":10},{"h":"\#(one)","l":99}],"k":"x"}"#,
            #"{"a":[{"h":"\#(one)","l":7},{"h":"\#(two)","l":5}],"k":"x"}"#,
            #"{"a":[{"h":"no","l":7},{"h":"\#(two)"},{"l":1},3],"k":"x"}"#, #"{"a":{},"k":"x"}"#,
        ])
        #expect(Self.text(totals.attachments) == #"{"bytes":15,"n":2}"#)
    }

    @Test(arguments: [0, 1])
    func `kinds and currencies past the limit are the last in byte order`(past: Int) {
        let kinds = (0..<Limits.totalKindsMax + past).map { #"{"k":"k\#(1000 + $0)"}"# }
        let counted = Self.totals(kinds.reversed()).kinds
        #expect(counted.members.count == Limits.totalKindsMax + past)
        #expect(counted["_more"]?.integer == (past == 0 ? nil : past))
        #expect(counted["k1000"] == 1)
        let currencies = (0..<Limits.totalCurrenciesMax + past).map {
            Self.payment("5", "CASH", cur: "C\(10 + $0)")
        }
        let total = Self.totals(currencies.reversed()).total
        #expect(total.members.count == Limits.totalCurrenciesMax)
        #expect(total["C10"] != nil)
    }
}
