import Domain
import Testing

@Suite struct ProblemRulesTests {
    private func decide(_ form: ProblemForm) -> (fact: ProblemFact?, problems: [FormProblem]) {
        switch ProblemRules.decide(form, in: RuleSamples.context()) {
        case .recorded(let fact): (fact, [])
        case .incomplete(let problems): (nil, problems)
        }
    }

    @Test func `a problem parcel brings its next step and cause`() {
        let fact = decide(
            ProblemForm(
                subject: .parcel("ex0000000000012"), parcel: RuleSamples.parcel,
                reason: .addressWrong)
        ).fact
        #expect(fact?.subject == .parcel("EX0000000000012"))
        #expect(fact?.next?.text == "CONTACT_SENDER")
        #expect(fact?.delayCause == .information)
        #expect(fact?.stage?.text == "OUT_FOR_DELIVERY")
        #expect(fact?.foundBy == "C001")
    }

    @Test func `a loss waits until mis-sorting is ruled out, and other needs a note`() {
        var form = ProblemForm(subject: .parcel("EX0000000000012"), reason: .lost)
        #expect(decide(form).problems == [.followUp(.missortNotExcluded)])
        form.isMissortExcluded = true
        #expect(decide(form).problems.isEmpty)
        form.reason = .other
        #expect(decide(form).problems == [.followUp(.explanationMissing)])
    }

    @Test func `an unreadable parcel is described`() {
        let form = ProblemForm(subject: .unreadable("半张面单，尾号 78"), reason: .noLabel)
        #expect(decide(form).fact?.subject == .unreadable("半张面单，尾号 78"))
        let blank = ProblemForm(subject: .unreadable(" "), reason: .noLabel)
        #expect(decide(blank).problems == [.field(.missing(.parcel))])
        let wrong = ProblemForm(subject: .parcel("?"), reason: .noLabel)
        #expect(decide(wrong).problems == [.label(.number(.tooShort, seen: "?"))])
    }
}
