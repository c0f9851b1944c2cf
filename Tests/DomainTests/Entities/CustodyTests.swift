import Domain
import Testing

struct CustodyTests {
    @Test(arguments: [
        ("sender", Custody.sender), ("recipient", .recipient), ("transit", .transit),
        ("person:c10482", .person("c10482")), ("station:ST0931", .station("ST0931")),
    ])
    func `custody is read and written alike`(text: String, custody: Custody) {
        #expect(Custody(text) == custody)
        #expect(custody.text == text)
    }

    @Test(arguments: ["", "nobody", "task:T1", "person:", "person:a b"])
    func `anything else is no custody`(text: String) {
        #expect(Custody(text) == nil)
    }

    @Test func `only a person is a holder`() {
        #expect(Custody.person("c1").holder == "c1")
        #expect(Custody.station("ST0931").holder == nil)
    }
}
