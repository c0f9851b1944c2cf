import Domain
import SyncProtocol
import Testing

@testable import Ledger

/// What facts come to, act by act, over a state that is only asked.
@Suite struct InterpretationTests {
    private static func fact(
        _ payload: FactPayload, id: UInt8 = 1, corrects: String? = nil,
        on subject: EntityReference? = nil
    ) -> Fact {
        Fact(
            id: SHA256.hash([id]).hex, person: "c1", recordedAt: 1, subject: subject,
            corrects: corrects, payload: payload)
    }

    private static func payment(_ fen: Int, _ charge: String = "L0") -> FactPayload {
        .payment(
            PaymentFact(
                money: Money(amountFen: fen, currency: "CNY", method: .cash), charge: charge,
                purpose: .freight, state: .taken))
    }

    private static func interpret(
        _ act: [Fact], state: [Entity] = [], answered: [Fact] = []
    ) -> ActInterpretation {
        ActInterpretation.of(act, blocks: []) { reference in
            state.first { $0.reference == reference }
        } answered: { id in
            answered.first { $0.id == id }.map { AnsweredFact($0) }
        }
    }

    @Test func `a fact applies and its postings sum to zero`() {
        let charge = Entity.charge(
            Charge(id: "L0", purpose: .freight, dueFen: 900, currency: "CNY"))
        let result = Self.interpret([Self.fact(Self.payment(900))], state: [charge])
        #expect(result.facts.map(\.disposition) == [.applied])
        #expect(result.facts[0].postings.map(\.amountFen).reduce(0, +) == 0)
        #expect(result.changes.map(\.reference.description) == ["account:c1", "charge:L0"])
    }

    @Test func `counted cash is posted when both sides are there`() {
        let giver = EntityReference(.person, "c2")
        func side(_ side: CashSide) -> FactPayload {
            .cashHandover(
                CashHandoverFact(
                    number: "N1", side: side,
                    money: Money(amountFen: 900, currency: "CNY", method: .cash), taker: "c1"))
        }
        let given = Self.interpret([Self.fact(side(.give), on: giver)])
        #expect(given.facts.map(\.postings) == [[]])
        let counted = Self.interpret(
            [Self.fact(side(.count), id: 2, on: giver)], state: given.changes)
        #expect(
            counted.facts[0].postings == [
                Posting(.stationCash, 900, "CNY"), Posting(.cash(person: "c2"), -900, "CNY"),
            ])
        #expect(counted.changes.map(\.reference.description) == ["account:c2", "handover:N1"])
    }

    @Test func `later facts of an act see what earlier ones made`() {
        let quote = Self.fact(
            .quote(
                QuoteFact(
                    totalFen: 900, currency: "CNY",
                    lines: [ChargeLine(code: .nothing, amountFen: 900)], actualGrams: 1,
                    volumetricGrams: 1, chargeableGrams: 1, divisor: 6_000, payType: .prepaid,
                    isAccepted: true)))
        let paid = Self.fact(Self.payment(900, quote.madeID), id: 2)
        let void = Self.fact(
            .paymentVoid(
                PaymentVoidFact(
                    money: Money(amountFen: 900, currency: "CNY", method: .cash),
                    charge: quote.madeID, reason: .nothing)), id: 3, corrects: paid.id)
        let twice = Self.fact(void.payload, id: 4, corrects: paid.id)
        let result = Self.interpret([quote, paid, void, twice])
        #expect(
            result.facts.map(\.disposition) == [.applied, .applied, .applied, .noop(.already)])
        guard case .charge(let charge)? = result.changes.last else {
            Issue.record("the quote made no charge")
            return
        }
        #expect(charge.paidFen == 0 && charge.balanceFen == 900)
    }

    @Test func `one sum out of range quarantines the whole act and changes nothing`() {
        let note = Self.fact(.note(NoteFact(text: "x")), id: 9)
        let act = [
            note, Self.fact(Self.payment(Fold.amountMax)), Self.fact(Self.payment(1), id: 2),
        ]
        let result = Self.interpret(act)
        #expect(
            result.facts.map(\.disposition)
                == [Disposition](repeating: .quarantined(.projectorError), count: 3))
        #expect(result.changes.isEmpty && result.facts.allSatisfy { $0.postings.isEmpty })
    }

    @Test func `a fact without its subject waits for it, money does not`() {
        let attempt = Self.fact(
            .attempt(
                AttemptFact(
                    parcel: "WB310000000012", reason: .notHome, attemptNumber: 1,
                    next: Code(.reattempt))), on: EntityReference(.task, "T1"))
        let waiting = Self.interpret([attempt]).facts[0]
        #expect(waiting.disposition == .held(.unknownSubject) && waiting.awaits != nil)
        #expect(!waiting.isInEffect)
        let money = Self.interpret([Self.fact(Self.payment(5))]).facts[0]
        #expect(money.disposition == .held(.unknownSubject) && money.awaits == nil)
        #expect(money.isInEffect && money.postings.map(\.account.text) == ["cash:c1", "suspense"])
    }

    @Test func `an answer to an unknown fact waits for that fact`() {
        let nobody = SHA256.hash([200]).hex
        let void = Self.fact(
            .correct(CorrectFact(how: .void, reason: .nothing)), corrects: nobody)
        let waiting = Self.interpret([void]).facts[0]
        #expect(waiting.disposition == .held(.unknownSubject) && waiting.awaits == nobody)
    }

    @Test func `a disposition is told by word and reason`() {
        #expect(Disposition.applied.text == "applied" && Disposition.applied.why == nil)
        #expect(Disposition.held(.group).text == "held:group")
        #expect(Disposition.noop(.carriedTwice).text == "noop:carried_twice")
        #expect(Disposition.quarantined(.notCanonical).text == "quarantined:not_canonical")
    }
}
