import Domain
import SyncProtocol
import Testing

@testable import WireMapping

struct FactWriterTests {
    @Test func `a payload past a limit is not written but named`() {
        let note = NoteFact(text: String(repeating: "长", count: TextLimit.text + 1))
        #expect(throws: FieldProblem.bad(path: "text")) { try FactWriter.payload(of: .note(note)) }
        var party = Party(name: "张三", phone: "13800000000", address: "中山路 1 号")
        party.company = String(repeating: "x", count: TextLimit.line + 1)
        var refusal = RefusalFact(reason: .prohibitedItem)
        refusal.sender = party
        #expect(throws: FieldProblem.bad(path: "sender.company")) {
            try FactWriter.payload(of: .refusal(refusal))
        }
    }

    @Test func `empty lists and absent fields leave no key behind`() throws {
        let object = try FactWriter.payload(of: .refusal(RefusalFact(reason: .weather)))
        #expect(object == ["reason": "WEATHER"])
    }

    @Test func `base versions are written by reference`() {
        let base = FactWriter.base(of: [EntityReference(.tariff, "ST0931"): 77])
        #expect(base == ["tariff:ST0931": 77])
    }
}
