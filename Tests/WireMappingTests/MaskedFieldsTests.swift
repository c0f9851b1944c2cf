import SyncProtocol
import Testing

@testable import WireMapping

@Suite struct MaskedFieldsTests {
    private func masked(_ payload: CanonicalObject) -> String {
        let entry: CanonicalObject = ["k": "note", "p": .object(payload)]
        guard case .object(let object) = MaskedFields.entry(entry.encoded()),
            case .object(let shown)? = object["p"]
        else { return "" }
        return String(decoding: shown.encoded(), as: UTF8.self)
    }

    @Test(arguments: [
        ("name", "王芳", "王*"), ("signer", "欧阳小红", "欧阳**"), ("payer", "李强", "李*"),
        ("phone", "13800005521", "138******21"), ("address", "杭州市文三路259号", "杭州市文三路***"),
        ("place", "2 单元 501", "***"), ("note", "放三楼", "***"), ("pickup_code", "4711", "***"),
        ("id_mac", "00ff", "***"), ("to", "c10482", "c10482"), ("to", "王芳的账户", "***"),
        ("reason", "NOT_HOME", "NOT_HOME"), ("masked", "110***********002X", "110***********002X"),
    ])
    func `a key decides how its text is shown`(key: String, text: String, shown: String) {
        #expect(masked(CanonicalObject([(key, .text(text))])) == "{\"\(key)\":\"\(shown)\"}")
    }

    @Test func `parties, contacts and changes are masked inside`() {
        let text = masked([
            "sender": ["name": "王芳", "phone": "13800005521"], "contact": ["李强", "13900007710"],
            "changes": [["signer", "王芳", "王方"]],
        ])
        for personal in ["王芳", "李强", "13800005521", "13900007710", "王方"] {
            #expect(!text.contains(personal))
        }
    }

    @Test func `the original inside a carried entry is masked too`() {
        let inner: CanonicalObject = ["k": "deliver", "p": ["signer": "王芳"]]
        let text = masked(["line": .text(String(decoding: inner.encoded(), as: UTF8.self))])
        #expect(text.contains("王*") && !text.contains("王芳"))
        #expect(masked(["line": "not canonical"]) == "{\"line\":\"***\"}")
    }

    @Test func `a position is left out and what is no entry is hidden whole`() {
        let entry: CanonicalObject = ["g": [1, 2, 3, 4], "k": "note", "p": [:]]
        #expect(MaskedFields.entry(entry.encoded()) == ["k": "note", "p": [:]])
        #expect(MaskedFields.entry(Array("王芳".utf8)) == "***")
    }
}
