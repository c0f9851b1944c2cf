import SyncEngine
import Testing

struct ResetBudgetTests {
    static let day = 24 * 3_600_000

    @Test func `three resets in a day and the fourth when the first is a day old`() {
        var budget = ResetBudget()
        for second in 1...3 {
            let isGranted = budget.take(bootNumber: 1, bootMilliseconds: second * 1_000)
            #expect(isGranted)
        }
        let isEarly = budget.take(bootNumber: 1, bootMilliseconds: 999 + ResetBudgetTests.day)
        #expect(!isEarly)
        let isLate = budget.take(bootNumber: 1, bootMilliseconds: 1_000 + ResetBudgetTests.day)
        #expect(isLate)
        #expect(budget.uses.count == 3)
    }

    @Test func `a restart of the handheld gives no new resets`() {
        var budget = ResetBudget()
        for _ in 1...3 { _ = budget.take(bootNumber: 1, bootMilliseconds: 5_000) }
        let isGranted = budget.take(bootNumber: 2, bootMilliseconds: 10)
        #expect(!isGranted)
        let isNextDay = budget.take(bootNumber: 2, bootMilliseconds: ResetBudgetTests.day)
        #expect(isNextDay)
    }
}
