import Domain
import Testing

@Suite struct RefusalRulesTests {
    private func decide(_ form: RefusalForm) -> (fact: RefusalFact?, problems: [FormProblem]) {
        switch RefusalRules.decide(form, in: RuleSamples.context()) {
        case .recorded(let fact): (fact, [])
        case .incomplete(let problems): (nil, problems)
        }
    }

    @Test func `a refusal of goods names them and what the catalogue says`() {
        var form = RefusalForm(reason: .prohibitedItem)
        #expect(decide(form).problems == [.field(.missing(.itemName))])
        form.itemName = "烟花"
        form.isNoticeGiven = true
        let fact = decide(form).fact
        #expect(fact?.decision?.text == "PROHIBITED_REPORT")
        #expect(fact?.goods?.category?.text == "P03")
        #expect(fact?.told.isEmpty == false)
    }

    @Test func `a failed pickup needs only its reason`() {
        #expect(decide(RefusalForm(reason: .notReady)).fact?.reason == .notReady)
    }

    @Test func `another time is given when the sender asked for one`() {
        var form = RefusalForm(reason: .rescheduled)
        #expect(decide(form).problems == [.followUp(.retryMissing)])
        form.retry = TimeWindow(from: RuleSamples.now + 1, until: RuleSamples.now + 2)
        #expect(decide(form).fact?.retryUntil == RuleSamples.now + 2)
    }
}
