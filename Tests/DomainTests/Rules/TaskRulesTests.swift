import Testing

@testable import Domain

@Suite struct TaskRulesTests {
    private static func task(_ state: TaskState) -> CourierTask {
        CourierTask(id: "T1", kind: .pickup, state: state, assignee: "c1")
    }

    /// Which of accept, decline and start can be said of a task in each state it may be open in.
    @Test(arguments: [
        (TaskState.open, [true, true, true]), (.accepted, [false, true, true]),
        (.declined, [true, false, true]), (.started, [false, true, false]),
        (.needsHandover, [false, true, false]),
    ])
    func `what can be said depends on the state`(state: TaskState, isPossible: [Bool]) {
        let answers: [TaskAnswer] = [
            .accept, .decline(.unwell, note: nil), .start(outOfOrder: nil),
        ]
        let outcomes = answers.map { TaskRules.decide($0, to: Self.task(state)) != .stands }
        #expect(outcomes == isPossible)
    }

    @Test func `another reason than the listed ones needs words`() throws {
        let silent = TaskRules.decide(.decline(.other, note: " "), to: Self.task(.open))
        #expect(silent == .incomplete([.followUp(.explanationMissing)]))
        let said = TaskRules.decide(.decline(.other, note: "gate closed"), to: Self.task(.open))
        var fact = TaskDeclineFact(reason: try #require(Code("OTHER")))
        fact.note = "gate closed"
        #expect(said == .recorded(.taskDecline(fact)))
    }

    @Test func `a remark has a limit`() {
        let longest = String(repeating: "远", count: TextMax.note)
        for answer in [TaskAnswer.decline(.other, note: longest), .start(outOfOrder: longest)] {
            guard case .recorded = TaskRules.decide(answer, to: Self.task(.open)) else {
                Issue.record("\(answer)")
                continue
            }
        }
        let longer = longest + "远"
        let problem = FormProblem.field(
            .tooLong(.note, found: TextMax.note + 1, max: TextMax.note))
        for answer in [TaskAnswer.decline(.other, note: longer), .start(outOfOrder: longer)] {
            #expect(
                TaskRules.decide(answer, to: Self.task(.open)) == .incomplete([problem]))
        }
    }
}
