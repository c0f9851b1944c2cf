import Domain
import HandheldUI
import Journal
import Testing

@testable import Handheld

/// A courier takes tasks on, begins them, and gives them back with a reason (OD-05).
@Suite struct TaskAnswerTests {
    private var fixture: HandheldFixture

    init() throws {
        fixture = try HandheldFixture()
        try fixture.receive(StationRows.all + [StationRows.pickupTask("T3", of: "c9")])
    }

    private mutating func say(
        _ answer: TaskAnswer, to task: String = "T1", draft: String
    ) throws -> ActResult {
        try fixture.handheld.answer(
            TaskAnswerInput(task: task, answer: answer), draft: draft, at: fixture.now)
    }

    private mutating func state(_ task: String = "T1") throws -> TaskState? {
        try fixture.handheld.task(task)?.task.state
    }

    @Test mutating func `a task is accepted, given back, taken again and begun`() throws {
        _ = try say(.accept, draft: "d1").receipt
        #expect(try state() == .accepted)
        let declined = try say(.decline(.tooLate, note: nil), draft: "d2").receipt
        #expect(try state() == .declined)
        guard case .taskDecline(let fact) = declined.main.payload else {
            Issue.record("\(declined.main)")
            return
        }
        #expect(fact.reason.text == "TOO_LATE")
        #expect(declined.main.subject == EntityReference(.task, "T1"))
        // Still the courier's until dispatch gives it to somebody else.
        #expect(try fixture.handheld.tasks(kind: .pickup, includingEnded: false).count == 1)
        _ = try say(.accept, draft: "d3").receipt
        #expect(try state() == .accepted)
        let started = try say(.start(outOfOrder: "customer called"), draft: "d4").receipt
        #expect(try state() == .started)
        guard case .taskStart(let start) = started.main.payload else {
            Issue.record("\(started.main)")
            return
        }
        #expect(start.isOutOfOrder == true)
        #expect(start.reason == "customer called")
    }

    @Test mutating func `an answer that comes again is the same record`() throws {
        let first = try say(.accept, draft: "d1").receipt
        let again = try say(.accept, draft: "d1").receipt
        #expect(again.isRepeated)
        #expect(again.main.id == first.main.id)
        guard case .refused(.draftOfOther) = try say(.start(outOfOrder: nil), draft: "d1") else {
            Issue.record("the draft of another act was taken")
            return
        }
    }

    @Test mutating func `what leaves nothing to say is refused, and nothing is recorded`() throws {
        _ = try say(.accept, draft: "d1").receipt
        guard case .refused(.taskStands("T1", .accepted)) = try say(.accept, draft: "d2") else {
            Issue.record("accepted twice")
            return
        }
        guard case .refused(.unknownTask("T9")) = try say(.accept, to: "T9", draft: "d3") else {
            Issue.record("an unknown task")
            return
        }
        guard case .refused(.taskOfOther("T3", "c9")) = try say(.accept, to: "T3", draft: "d4")
        else {
            Issue.record("somebody else's task")
            return
        }
        var refusal = RefusalInput(reason: .senderCancelled)
        refusal.task = "T1"
        _ = try fixture.handheld.refuse(refusal, draft: "d5", at: fixture.now).receipt
        guard case .refused(.taskEnded("T1", .done)) = try say(.start(outOfOrder: nil), draft: "d6")
        else {
            Issue.record("a task that has ended")
            return
        }
        #expect(
            try fixture.handheld.records(JournalRange(count: 9)).map { $0.fact?.kind }
                == [.taskAccept, .refusal])
    }
}
