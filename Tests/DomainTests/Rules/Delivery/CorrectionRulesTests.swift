import Domain
import Testing

@Suite struct CorrectionRulesTests {
    private func fact(_ payload: FactPayload, by person: String = "C001") -> Fact {
        Fact(
            id: String(repeating: "a", count: 64), person: person, recordedAt: RuleSamples.now,
            subject: EntityReference(.parcel, "EX0000000000012"), payload: payload)
    }

    private var delivery: Fact {
        fact(
            .deliver(
                DeliverFact(
                    parcel: "EX0000000000012", proofType: .recipient, condition: .intact,
                    evidence: [])))
    }

    private var payment: Fact {
        fact(
            .payment(
                PaymentFact(
                    money: Money(amountFen: 2100, currency: "CNY", method: .cash), charge: "L1",
                    purpose: .freight, state: .taken)))
    }

    private func decide(_ form: CorrectionForm) -> (draft: FactDraft?, problems: [FormProblem]) {
        switch CorrectionRules.decide(form, in: RuleSamples.context()) {
        case .recorded(let draft): (draft, [])
        case .incomplete(let problems): (nil, problems)
        }
    }

    @Test func `a record is voided whole or changed field by field`() {
        var form = CorrectionForm(target: delivery, reason: .wrongSigner)
        let void = decide(form).draft
        #expect(void?.corrects == delivery.id)
        #expect(void?.subject == delivery.subject)
        guard case .correct(let whole) = void?.payload else {
            Issue.record("no correction")
            return
        }
        #expect(whole.how == .void)
        form.changes = [FieldChange(path: "signer", old: "张三", new: "李四")]
        guard case .correct(let change) = decide(form).draft?.payload else {
            Issue.record("no correction")
            return
        }
        #expect(change.how == .change)
        #expect(change.changes == form.changes)
    }

    @Test func `money is reversed whole and never changed`() {
        var form = CorrectionForm(target: payment, reason: .wrongAmount)
        guard case .paymentVoid(let void) = decide(form).draft?.payload else {
            Issue.record("no reversal")
            return
        }
        #expect(void.money == Money(amountFen: 2100, currency: "CNY", method: .cash))
        #expect(void.charge == "L1")
        #expect(void.reason.text == "AMOUNT_WRONG")
        form.changes = [FieldChange(path: "amount", old: "2100", new: "2000")]
        #expect(decide(form).problems == [.correction(.moneyIsVoided)])
    }

    @Test func `only the author or a manager corrects, once`() {
        let foreign = fact(.note(NoteFact(text: "x")), by: "C002")
        var form = CorrectionForm(target: foreign, reason: .duplicate)
        #expect(decide(form).problems == [.correction(.notTheAuthor)])
        form.isManager = true
        #expect(decide(form).problems.isEmpty)
        form.isAlreadyCorrected = true
        #expect(decide(form).problems == [.correction(.alreadyCorrected)])
    }

    @Test func `a correction is not corrected, and a change changes`() {
        let target = fact(.deviceState(DeviceStateFact(device: "d", state: .active, reason: "")))
        let form = CorrectionForm(target: target, reason: .duplicate)
        #expect(decide(form).problems == [.correction(.notCorrectable(.deviceState))])
        var same = CorrectionForm(target: delivery, reason: .incorrectData)
        same.changes = [FieldChange(path: "signer", old: "张三", new: "张三")]
        #expect(decide(same).problems == [.correction(.unchangedField("signer"))])
    }

    @Test func `changes end at their limit`() {
        var form = CorrectionForm(target: delivery, reason: .incorrectData)
        form.changes = (1...CorrectionRules.changeCountMax).map {
            FieldChange(path: "f\($0)", old: "a", new: "b")
        }
        #expect(decide(form).problems.isEmpty)
        form.changes.append(FieldChange(path: "more", old: "a", new: "b"))
        let max = CorrectionRules.changeCountMax
        #expect(decide(form).problems == [.field(.tooMany(.changes, max: max))])
    }
}
