import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

@testable import HandheldUI

struct CorrectionTests {
    static func input(
        _ number: Int, confirm: Int?, changes: [CorrectionInput.Change] = []
    ) -> CorrectionInput {
        CorrectionInput(
            record: .number(number), reason: .wrongAmount, changes: changes,
            confirmation: confirm.map { .number($0) }, note: nil, idempotencyKey: nil)
    }

    static func delivered() throws -> HandheldFixture {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        return fixture
    }

    @Test func `money is voided whole, after its name was said twice, and only once`() throws {
        var fixture = try CorrectionTests.delivered()
        let unsure = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: nil), draft: "d2", at: fixture.now
        ).refusal
        guard case .unconfirmed(let fact) = unsure else { throw NotRecorded() }
        #expect(fact.kind == .payment)
        let wrong = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 2), draft: "d2", at: fixture.now
        ).refusal
        guard case .unconfirmed = wrong else { throw NotRecorded() }
        let receipt = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 1), draft: "d2", at: fixture.now
        ).receipt
        #expect(receipt.main.kind == .paymentVoid && receipt.main.corrects == fact.id)
        let again = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 1), draft: "d3", at: fixture.now
        ).refusal
        guard case .form([.correction(.alreadyCorrected)]) = again else { throw NotRecorded() }
    }

    @Test func `a changed field keeps its old text and the record shows its correction`() throws {
        var fixture = try CorrectionTests.delivered()
        let change = CorrectionInput.Change(path: "signer", new: "张秀兰")
        let receipt = try fixture.handheld.correct(
            CorrectionTests.input(3, confirm: 3, changes: [change]), draft: "d2", at: fixture.now
        ).receipt
        guard case .correct(let correction) = receipt.main.payload else { throw NotRecorded() }
        #expect(correction.changes == [FieldChange(path: "signer", old: "张秀英", new: "张秀兰")])
        #expect(try fixture.handheld.record(.number(3))?.correctedBy == receipt.main)
    }

    @Test(arguments: ["bogus", "evidence", "signer.name", "", "."])
    func `a path that names no text of the record is refused`(_ path: String) throws {
        var fixture = try CorrectionTests.delivered()
        let change = CorrectionInput.Change(path: path, new: "x")
        let refusal = try fixture.handheld.correct(
            CorrectionTests.input(3, confirm: 3, changes: [change]), draft: "d2", at: fixture.now
        ).refusal
        guard case .form(let problems) = refusal, problems == [.correction(.unknownField(path))]
        else {
            throw NotRecorded()
        }
    }

    @Test func `a record is found by number, reference and fact id`() throws {
        let fixture = try CorrectionTests.delivered()
        let record = try #require(try fixture.handheld.record(.number(2)))
        let place = record.entry.place
        for name in [RecordName.reference(place.reference), .fact(place.id)] {
            #expect(try fixture.handheld.record(name)?.entry.place == place)
        }
        for name in [
            RecordName.number(4), .reference("0000-0000"), .fact(String(repeating: "0", count: 64)),
        ] {
            #expect(try fixture.handheld.record(name) == nil)
        }
    }
}
