import Domain
import Handheld
import Journal
import Testing

struct LoginTests {
    @Test func `only an active person with a PIN can be checked`() throws {
        var fixture = try HandheldFixture()
        #expect(try fixture.handheld.login("c1") == .noPersonsYet)
        try fixture.receive([
            StationRows.courier,
            .person(Person(id: "c2", name: "李娜", capabilities: [], state: .closed)),
            .person(Person(id: "c3", name: "周洁", capabilities: [], state: .active)),
        ])
        guard case .person(let person, verifier: "verifier") = try fixture.handheld.login("c1")
        else { throw NotRecorded() }
        #expect(person.name == "王磊")
        #expect(try fixture.handheld.login("c2") == .closed)
        #expect(try fixture.handheld.login("c3") == .withoutPIN)
        #expect(try fixture.handheld.login("c4") == .unknownPerson)
    }
}
