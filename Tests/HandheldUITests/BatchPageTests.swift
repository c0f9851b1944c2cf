import Domain
import Terminal
import Testing

@testable import HandheldUI

@Suite struct BatchPageTests {
    private func numbers(_ sample: SampleScreens) -> [String] {
        sample.desk.recorded.compactMap { act in
            if case .scan(let number, _) = act { number } else { nil }
        }
    }

    @Test func `each scan is recorded and counted, repeats and refusals are not`() {
        var sample = SampleScreens()
        sample.walk("33@")
        sample.scan(SampleDesk.other)
        #expect(numbers(sample) == [SampleDesk.waybill, SampleDesk.other])
        #expect(sample.text.contains("已计 2 件") && sample.text.contains("第 2 件"))
        let bells = sample.desk.bells
        sample.walk("@")
        #expect(sample.desk.bells == bells + 2)
        #expect(sample.text.contains("重复, 未计") && sample.text.contains("重复 1"))
        sample.desk.refusal = SampleDesk.wrong
        sample.scan(SampleDesk.sameDoor)
        #expect(sample.text.contains("异常 1") && sample.text.contains("已计 2 件"))
        sample.desk.refusal = nil
        // What was refused may come again.
        sample.scan(SampleDesk.sameDoor)
        #expect(sample.text.contains("已计 3 件"))
        guard case .scan(_, .event(.outForDelivery)) = sample.desk.recorded.last else {
            Issue.record("another act")
            return
        }
    }

    @Test func `before a kind is chosen a scan opens its parcel, and digits count nothing later`() {
        var sample = SampleScreens()
        sample.walk("3@")
        #expect(sample.desk.recorded.isEmpty)
        #expect(sample.title.hasPrefix("派件"))
        sample.walk("<<")
        sample.walk("315")
        #expect(sample.text.contains("已计 0 件"))
        sample.scan("??")
        #expect(sample.text.contains("不是单号"))
        sample.walk("0")
        #expect(sample.screens.depth == 1)
    }
}
