import Domain
import Testing

@Suite struct AttemptRulesTests {
    private func decide(
        _ reason: ExceptionReason, attempts: Int = 0,
        _ change: (inout AttemptForm) -> Void = { _ in }
    ) -> AttemptRules.Outcome {
        var parcel = RuleSamples.parcel
        parcel.attempts = attempts
        var form = AttemptForm(parcel: parcel, reason: reason)
        change(&form)
        return AttemptRules.decide(form, in: RuleSamples.context())
    }

    private func fact(_ outcome: AttemptRules.Outcome) -> AttemptFact? {
        switch outcome {
        case .recorded(let fact): fact
        case .incomplete: nil
        }
    }

    private func problems(_ outcome: AttemptRules.Outcome) -> [FormProblem] {
        switch outcome {
        case .recorded: []
        case .incomplete(let problems): problems
        }
    }

    @Test func `an attempt is numbered and brings its next step`() {
        let fact = fact(decide(.notHome))
        #expect(fact?.attemptNumber == 1)
        #expect(fact?.next.text == "REATTEMPT")
    }

    @Test func `after the free attempts the sender is asked, unless a price was told`() {
        #expect(fact(decide(.notHome, attempts: 1))?.next.text == "CONTACT_SENDER")
        let paid = fact(decide(.notHome, attempts: 1) { $0.priceToldFen = 500 })
        #expect(paid?.next.text == "REATTEMPT")
        #expect(paid?.priceToldFen == 500)
        let unpaid = decide(.notHome, attempts: 1) { $0.next = .reattempt }
        #expect(problems(unpaid) == [.followUp(.priceNotTold(attempt: 3))])
    }

    @Test func `a reason that does not count uses up no free attempt`() {
        #expect(fact(decide(.weather, attempts: 1))?.next.text == "REATTEMPT")
        #expect(fact(decide(.weather, attempts: 2))?.next.text == "CONTACT_SENDER")
    }

    @Test func `a reason has the evidence that it needs`() throws {
        #expect(problems(decide(.noAnswer)) == [.followUp(.contactMissing(.noAnswer))])
        let call = ContactTry(
            at: RuleSamples.now, channel: try #require(Code("CALL")),
            outcome: try #require(Code("NO_ANSWER")))
        #expect(fact(decide(.noAnswer) { $0.contacts = [call] }) != nil)
        #expect(problems(decide(.other)) == [.followUp(.explanationMissing)])
        #expect(problems(decide(.refusedPayment)) == [.payment(.nothingDue)])
        let due = DueAmount(charge: "L", purpose: .cod, fen: 1)
        #expect(fact(decide(.refusedPayment) { $0.dues = [due] }) != nil)
        let most = Array(repeating: call, count: 10)
        #expect(fact(decide(.noAnswer) { $0.contacts = most }) != nil)
        #expect(
            problems(decide(.noAnswer) { $0.contacts = most + [call] })
                == [.field(.tooMany(.contacts, max: 10))])
    }

    @Test func `a new time is given, ahead and in order`() {
        let now = RuleSamples.now
        #expect(problems(decide(.rescheduled)) == [.followUp(.retryMissing)])
        let good = TimeWindow(from: now + 1000, until: now + 2000)
        #expect(fact(decide(.rescheduled) { $0.retry = good })?.retryFrom == now + 1000)
        for bad in [
            TimeWindow(from: now + 2000, until: now + 1000), TimeWindow(from: now - 2, until: now),
        ] {
            let found = problems(decide(.rescheduled) { $0.retry = bad })
            #expect(found == [.followUp(.retryOrder)])
        }
    }

    @Test func `a delivered parcel has no failed attempt`() {
        var parcel = RuleSamples.parcel
        parcel.stage = .delivered
        let form = AttemptForm(parcel: parcel, reason: .notHome)
        let outcome = AttemptRules.decide(form, in: RuleSamples.context())
        #expect(problems(outcome) == [.parcel(.stageForbids(parcel.id, .delivered))])
    }
}
