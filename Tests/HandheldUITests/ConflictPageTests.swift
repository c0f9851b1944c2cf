import Domain
import Terminal
import Testing

@testable import HandheldUI

@Suite struct ConflictPageTests {
    @Test func `what is true is said with the confirming key only`() {
        var sample = SampleScreens()
        sample.walk("921")
        #expect(sample.title.hasPrefix("冲突 K-3"))
        sample.walk("8")
        #expect(sample.desk.recorded.isEmpty)
        sample.walk("2\n")
        #expect(sample.desk.recorded.isEmpty)
        sample.scan(SampleDesk.other)
        #expect(sample.text.contains("不接受扫码"))
        sample.walk("8")
        guard case .say(let input) = sample.desk.recorded.last else {
            Issue.record("nothing recorded: \(sample.text)")
            return
        }
        #expect(input.id == "K-3" && input.stand == CaseStand.allCases[1])
        #expect(sample.title.hasPrefix("冲突"))
    }

    @Test func `without conflicts there is nothing to look at`() {
        var sample = SampleScreens()
        sample.desk.figures.conflictCount = 0
        sample.walk("9")
        #expect(!sample.text.contains("审查"))
        sample.walk("2")
        #expect(sample.title.hasPrefix("同步"))
    }

    @Test func `Escape goes back one thing at a time`() {
        var sample = SampleScreens()
        sample.walk("9212<")
        #expect(!sample.text.contains("按 8"))
        sample.walk("<")
        #expect(sample.title.contains("1 件"))
        sample.walk("<<")
        #expect(sample.screens.depth == 1)
    }
}
