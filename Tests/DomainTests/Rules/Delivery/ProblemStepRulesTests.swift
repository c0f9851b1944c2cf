import Domain
import Testing

@Suite struct ProblemStepRulesTests {
    private static let now = RuleSamples.now

    private static func form(
        _ step: ProblemStep, reason: ExceptionReason = .outerDamaged
    ) -> ProblemStepForm {
        ProblemStepForm(
            problem: ProblemParcel(
                id: "L1", parcel: "EX0000000000012", reason: reason, state: .open), step: step)
    }

    private func problems(_ form: ProblemStepForm) -> [FormProblem] {
        switch ProblemStepRules.decide(form, now: Self.now) {
        case .recorded: []
        case .incomplete(let problems): problems
        }
    }

    @Test func `a close says how it ended, and nothing else has an outcome`() {
        var form = Self.form(.closed)
        #expect(problems(form) == [.followUp(.outcomeMissing)])
        form.outcome = .continueDelivery
        #expect(problems(form) == [])
        form.outcome = .inDiscussion
        #expect(problems(form) == [.followUp(.outcomeOpen)])
        form = Self.form(.decided)
        form.outcome = .return
        #expect(problems(form) == [])
        form = Self.form(.traced)
        form.outcome = .return
        #expect(problems(form) == [.followUp(.outcomeTooEarly)])
    }

    @Test func `a step says what its kind needs`() {
        #expect(problems(Self.form(.assigned)) == [.followUp(.ownerMissing)])
        #expect(problems(Self.form(.told)) == [.followUp(.toldMissing)])
        for step in [ProblemStep.traced, .found, .accepted, .escalated, .decided] {
            #expect(problems(Self.form(step)) == [])
        }
        var form = Self.form(.assigned)
        form.owner = "张 伟"
        #expect(problems(form) == [.field(.identifier(.owner, "张 伟"))])
    }

    @Test func `only a manager closes what was held as prohibited`() {
        var form = Self.form(.closed, reason: .prohibitedFound)
        form.outcome = .discardAndCompensate
        #expect(problems(form) == [.followUp(.onlyManagerCloses)])
        form.isManager = true
        #expect(problems(form) == [])
    }

    @Test func `a due time is to come, by a millisecond at least`() {
        var form = Self.form(.traced)
        form.dueAt = Self.now
        #expect(problems(form) == [.followUp(.dueInPast)])
        form.dueAt = Self.now + 1
        #expect(problems(form) == [])
    }

    @Test func `20 notices fit in one step`() {
        guard let code = Code("SENDER") else {
            Issue.record("no code")
            return
        }
        let told = Told(topics: [code], at: Self.now, channel: code)
        var form = Self.form(.told)
        form.told = Array(repeating: told, count: 20)
        #expect(problems(form) == [])
        form.told.append(told)
        #expect(problems(form) == [.field(.tooMany(.told, max: 20))])
    }
}
