import Domain
import Testing

struct EntityReferenceTests {
    @Test(arguments: [
        ("task:T81", EntityReference(.task, "T81")),
        ("charge:L0123456789ABCDEF-D", EntityReference(.charge, "L0123456789ABCDEF-D")),
        ("disp:a.1", EntityReference(.disp, "a.1")),
        ("case:K-7", EntityReference(.case, "K-7")),
    ])
    func `a reference is read and written alike`(text: String, reference: EntityReference) {
        #expect(EntityReference(text) == reference)
        #expect(reference.description == text)
    }

    @Test(arguments: [
        "", "task", "task:", ":T81", "Task:T81", "task:T 81", "drone:D1", "task:T81:2",
    ])
    func `a malformed text is no reference`(text: String) {
        #expect(EntityReference(text) == nil)
    }

    @Test(arguments: [(48, true), (49, false)])
    func `an id has at most 48 characters`(count: Int, isGood: Bool) {
        let text = "task:" + String(repeating: "a", count: count)
        #expect((EntityReference(text) != nil) == isGood)
    }

    @Test func `no two texts differ and order alike`() {
        let references = ["task:a", "parcel:b", "task:B"].compactMap(EntityReference.init)
        #expect(references.sorted().map(\.description) == ["parcel:b", "task:B", "task:a"])
    }
}
