import Domain
import Terminal
import Testing

@testable import HandheldUI

@Suite struct PickupFlowTests {
    private static let toPrice =
        SampleKeys.party + SampleKeys.identity + SampleKeys.goods + SampleKeys.measures

    private func pickup(_ sample: SampleScreens) -> PickupInput? {
        guard case .pickup(let input) = sample.desk.recorded.last else { return nil }
        return input
    }

    @Test func `a booked pickup asks what the order does not say and records the whole gate`()
        throws
    {
        var sample = SampleScreens()
        sample.walk("11" + Self.toPrice)
        #expect(sample.text.contains("¥21.00"))
        sample.walk("150\n")
        sample.scan("EX2600000000043")
        sample.walk("\n")
        #expect(sample.text.contains("找零") && sample.text.contains("¥29.00"))
        #expect(sample.desk.recorded.isEmpty)
        sample.walk("\n")
        let input = try #require(pickup(sample))
        #expect(input.quote.task == "TP01" && input.quote.grams == 1_250)
        #expect(input.quote.size?.widthMillimetres == 150)
        #expect(input.quote.zone == Code("STANDARD") && input.quote.cover == .declined)
        #expect(input.sender.name == nil && input.recipient.name == "李强")
        #expect(input.identity.number?.text == "11010519491231002X")
        #expect(input.identity.personMatches && input.isInspected && input.isNoticeGiven)
        #expect(input.isDeclarationTrue && input.isMarked && input.isPackagingFit)
        #expect(input.acceptedFen == 2_100 && input.tenderedFen == 5_000)
        #expect(input.binding == .number("EX2600000000043"))
    }

    @Test func `a document number is on no screen and in no draft`() {
        var sample = SampleScreens()
        sample.walk("11" + SampleKeys.party + "\n11010519491231002X")
        #expect(!sample.text.contains("11010519491231002X"))
        sample.walk("\n\n")
        for draft in sample.desk.drafts {
            #expect(!draft.values.values.contains { $0.contains("110105") })
        }
    }

    @Test func `the catalogue's questions are asked, and a limit wants a count`() throws {
        var sample = SampleScreens()
        sample.walk("11" + SampleKeys.party + SampleKeys.identity + "电池\n器\n\n")
        #expect(sample.text.contains("是否属于「锂电池」"))
        sample.walk("1")
        #expect(sample.text.contains("清点数量"))
        sample.walk("2块\n11\n" + SampleKeys.measures + "6\n\n\n\n")
        let input = try #require(pickup(sample))
        #expect(input.answers == [CatalogueAnswer(keyword: "电池", applies: true)])
        #expect(input.counted == "2块" && input.isWithinLimit)
        #expect(input.quote.method == .collect && input.tenderedFen == nil)
        #expect(input.binding == .next)
    }

    @Test func `a price that cannot be made leads back to the measures`() {
        var sample = SampleScreens()
        sample.desk.hasNoPrice = true
        sample.walk("11" + Self.toPrice)
        #expect(sample.title.hasPrefix("收件 4/7"))
        #expect(sample.text.contains("! "))
        sample.desk.hasNoPrice = false
        for _ in 0..<7 { sample.walk("\n") }
        #expect(sample.title.hasPrefix("收件 5/7"))
    }

    @Test(
        arguments: [
            ("2.35", 2_350), ("2", 2_000), ("0.005", 5), ("9999", 9_999_000), ("0", nil),
            ("0.000", nil), ("1.2345", nil), ("10000", nil), ("1..2", nil), ("", nil), ("x", nil),
        ] as [(String, Int?)])
    func `a weight is kilograms with up to three decimals`(text: String, grams: Int?) {
        #expect(PickupFlow.grams(text) == grams)
    }

    @Test func `a pickup that does not happen names its reason`() {
        var sample = SampleScreens()
        sample.walk("1191\n\n\n")
        guard case .refuse(let input) = sample.desk.recorded.last else {
            Issue.record("nothing recorded: \(sample.text)")
            return
        }
        #expect(input.task == "TP01" && input.reason == .inspectionRefused)
    }

    @Test func `somebody without an order is asked everything`() {
        var sample = SampleScreens()
        sample.walk("19\n")
        #expect(sample.text.contains(">寄件人姓名"))
        #expect(sample.text.contains("收件人电话"))
    }
}

@Suite struct DayFlowTests {
    @Test func `cash is counted blind, typed once more, and sealed`() {
        var sample = SampleScreens()
        sample.walk("8")
        #expect(!sample.text.contains("1286.50") && !sample.text.contains("1,286.50"))
        sample.walk("12\n1\n\n\n\n1\n1\n\n")
        #expect(sample.text.contains("¥1251.50"))
        sample.walk("1250\n")
        #expect(sample.text.contains("与点的钱不符"))
        for _ in 0..<4 { sample.press(.backspace) }
        sample.walk("1251\n")
        #expect(sample.text.contains("Enter  记录"))
        sample.walk("\n")
        guard case .seal(let input) = sample.desk.recorded.last else {
            Issue.record("nothing recorded: \(sample.text)")
            return
        }
        #expect(input.cashFen == 125_150)
    }

    @Test func `a count is a number`() {
        var sample = SampleScreens()
        sample.walk("8a\n")
        #expect(sample.text.contains("要填张数"))
    }
}
