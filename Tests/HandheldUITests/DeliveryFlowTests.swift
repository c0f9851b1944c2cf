import Commands
import Domain
import Terminal
import Testing

@testable import HandheldUI

@Suite struct DeliveryFlowTests {
    private func inputs(_ sample: SampleScreens) -> [DeliveryInput] {
        guard case .deliver(let inputs, _) = sample.desk.recorded.last else { return [] }
        return inputs
    }

    @Test func `a known parcel without money is a scan, two keys and a signature`() throws {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n\n~1")
        #expect(sample.desk.recorded.isEmpty)
        #expect(sample.text.contains("Enter  记录"))
        sample.walk("\n")
        let input = try #require(inputs(sample).first)
        #expect(input.parcel == SampleDesk.other)
        #expect(input.outer == .intact && input.condition == .intact)
        #expect(input.proof == .recipient && input.signer == "赵敏")
        #expect(input.isToldToInspect && input.method == nil)
        guard case .deliver(_, let drawn?) = sample.desk.recorded.last else {
            Issue.record("no signature")
            return
        }
        #expect(drawn.strokes.map(\.count) == [14])
        #expect(sample.text.contains("OK") && sample.text.contains("未传"))
        #expect(sample.desk.drafts.isEmpty)
        sample.walk("<")
        #expect(sample.screens.depth == 1)
    }

    @Test func `cash must cover what is due, and the change is shown`() {
        var sample = SampleScreens()
        sample.walk("@\n\n\n100\n")
        #expect(sample.text.contains("还差 ¥38.00"))
        sample.press(.end)
        for _ in 0..<3 { sample.press(.backspace) }
        sample.walk("150\n~1")
        #expect(sample.text.contains("找零") && sample.text.contains("¥12.00"))
        sample.walk("\n")
        #expect(inputs(sample).first?.tenderedFen == 15_000)
        #expect(inputs(sample).first?.method == .cash)
    }

    @Test func `a touch is no signature, and a code can stand in for it`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n\n1")
        #expect(sample.text.contains("签名太小"))
        sample.walk("41")
        sample.type("482913")
        #expect(!sample.text.contains("482913"))
        sample.walk("\n\n")
        #expect(inputs(sample).first?.pickupCode?.text == "482913")
        guard case .deliver(_, nil) = sample.desk.recorded.last else {
            Issue.record("a signature that nobody drew")
            return
        }
    }

    @Test func `a code is in no draft and is asked for again after a restart`() throws {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n\n41")
        sample.type("482913")
        sample.walk("\n")
        let draft = try #require(sample.desk.drafts.first)
        #expect(!draft.values.values.contains("482913"))
        var again = SampleScreens()
        again.desk = sample.desk
        again.screens = Screens(
            language: .zh, size: Size(columns: 40, rows: 20), random: .seeded(.init(seed: 8)))
        again.desk.perform(again.screens.begin(), on: &again.screens)
        #expect(again.title.hasPrefix("草稿"))
        again.walk("11\n")
        #expect(again.text.contains("取件码要填"))
        again.type("482913")
        again.walk("\n\n")
        #expect(inputs(again).first?.pickupCode?.text == "482913")
        #expect(again.desk.drafts.isEmpty)
    }

    @Test func `a proxy needs name, relation, consent and the recipient's last digits`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n2\n")
        #expect(sample.text.contains("代签人姓名 要填"))
        sample.type("李强")
        sample.walk("\n3112\n")
        #expect(sample.text.contains("手机后 4 位"))
        sample.press(.backspace)
        sample.type("0938")
        sample.walk("\n~1\n")
        let input = inputs(sample).first
        #expect(input?.signer == "李强" && input?.relation == .neighbour)
        #expect(input?.consent.channel == .call && input?.consent.givenBy == "赵敏")
        #expect(input?.phoneTail?.hasSuffix("0938") == true)
    }

    @Test func `what is not intact is opened, and a wrong label is not signed for`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("6\n")
        #expect(sample.text.contains("单货不符不能签收"))
        sample.walk("3")
        #expect(sample.text.contains("当面打开看过"))
        sample.walk("1\n\n~1\n")
        #expect(inputs(sample).first?.outer == .broken)
        #expect(inputs(sample).first?.condition == .outerDamaged)
        #expect(inputs(sample).first?.isInspected == true)
    }

    @Test func `another parcel asks first, Enter chooses nothing, and the draft is kept`() {
        var sample = SampleScreens()
        sample.walk("@")
        sample.scan(SampleDesk.other)
        #expect(sample.text.contains("扫到另一单") && sample.text.contains(SampleDesk.other))
        // Another recipient: the parcel cannot join.
        #expect(!sample.text.contains("一起签收"))
        sample.walk("\n2")
        #expect(sample.text.contains("扫到另一单"))
        sample.walk("0")
        #expect(sample.title.hasPrefix("派件 1/4"))
        sample.scan(SampleDesk.other)
        sample.walk("1")
        #expect(sample.text.contains("赵*"))
        #expect(sample.desk.drafts.map(\.about).contains(SampleDesk.waybill))
    }

    @Test func `parcels of one door are handed over with one signature`() {
        var sample = SampleScreens()
        sample.walk("@")
        sample.scan(SampleDesk.sameDoor)
        #expect(sample.text.contains("一起签收"))
        sample.walk("2")
        #expect(sample.text.contains("2 件"))
        sample.scan(SampleDesk.sameDoor)
        #expect(!sample.text.contains("一起签收"))
        sample.walk("0\n\n\n\n~1")
        #expect(
            sample.text.contains(SampleDesk.waybill) && sample.text.contains(SampleDesk.sameDoor))
        sample.walk("\n")
        #expect(inputs(sample).map(\.parcel) == [SampleDesk.waybill, SampleDesk.sameDoor])
    }

    @Test func `a refusal keeps the draft and says why`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.desk.refusal = SampleDesk.wrong
        sample.walk("\n\n~1\n")
        #expect(sample.text.contains("! 密码不对"))
        #expect(sample.desk.drafts.count == 1)
        sample.desk.refusal = nil
        sample.walk("\n")
        #expect(sample.desk.drafts.isEmpty)
    }

    @Test func `the summary leads back to any step`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n\n~11")
        #expect(sample.title.hasPrefix("派件 1/4"))
        sample.walk("2\n")
        #expect(sample.text.contains("当面打开看过"))
    }

    @Test func `a delivery that fails names its reason, the try and what is next`() throws {
        var sample = SampleScreens()
        sample.walk("@9")
        #expect(sample.desk.drafts.allSatisfy { $0.form == AttemptFlow.form })
        sample.walk("21\n\n2\n\n")
        guard case .fail(let input) = sample.desk.recorded.last else {
            Issue.record("nothing recorded: \(sample.text)")
            return
        }
        #expect(input.reason == .rescheduled && input.next == .reattemptAt)
        #expect(input.contacts.map(\.channel) == [.call])
        // Tomorrow from nine to twelve, in China.
        #expect(input.retryFrom == 1_795_309_200_000)
        #expect(input.retryUntil == 1_795_320_000_000)
    }

    @Test func `a parcel without a readable number is reported by what can be read`() {
        var sample = SampleScreens()
        sample.walk("42")
        sample.type("红色纸箱")
        sample.walk("\n4\n\n")
        guard case .report(let input) = sample.desk.recorded.last else {
            Issue.record("nothing recorded: \(sample.text)")
            return
        }
        #expect(input.subject == .unreadable("红色纸箱") && input.reason == .noLabel)
    }

    @Test func `a draft is discarded with the confirming key only`() {
        var sample = SampleScreens()
        sample.walk("@\n<<")
        #expect(sample.text.contains("* 草稿"))
        sample.walk("*1\n")
        #expect(sample.desk.drafts.count == 1)
        sample.walk("8")
        #expect(sample.desk.drafts.isEmpty)
        #expect(!sample.text.contains("* 草稿"))
    }

    @Test func `a flow that was only looked at leaves no draft`() {
        var sample = SampleScreens()
        sample.walk("@<4<")
        #expect(sample.screens.depth == 1)
        #expect(sample.desk.drafts.isEmpty)
    }

    @Test func `what is half typed is kept when typing pauses, and once`() {
        var sample = SampleScreens()
        sample.walk("@\n2\n")
        sample.type("李")
        #expect(sample.desk.drafts.first?.values["signer"] == nil)
        sample.give(.paused)
        #expect(sample.desk.drafts.first?.values["signer"] == "李")
        let count = sample.desk.asked.count
        sample.give(.paused)
        #expect(sample.desk.asked.count == count)
        sample.type("强")
        sample.give(.key(.control(0x11)))
        #expect(sample.desk.hasQuit)
        #expect(sample.desk.drafts.first?.values["signer"] == "李强")
    }

    @Test func `the record says whether the number was scanned or typed`() {
        var sample = SampleScreens()
        sample.scan(SampleDesk.other)
        sample.walk("\n\n~1\n")
        #expect(inputs(sample).first?.isScanned == true)
        sample.walk("<2")
        sample.type("27")
        sample.walk("\n\n\n~1\n")
        #expect(inputs(sample).first?.isScanned == false)
    }

    @Test func `a drawing is kept as text, drawn in braille, and limited`() {
        var drawing = SignatureDrawing()
        drawing.add(Mouse(.press, at: Point(column: 0, row: 0)))
        drawing.add(Mouse(.drag, at: Point(column: 2, row: 0)))
        drawing.add(Mouse(.drag, at: Point(column: 2, row: 0)))
        #expect(drawing.pointCount == 2)
        #expect(drawing.lines[0].hasPrefix("⠠⠤⠤ "))
        #expect(SignatureDrawing(drawing.text) == drawing)
        #expect(drawing.problem != nil)
        for column in 0..<SignatureDrawing.pointsMax {
            drawing.add(Mouse(.drag, at: Point(column: column % 30, row: column % 8)))
        }
        #expect(drawing.pointCount == SignatureDrawing.pointsMax)
        #expect(drawing.problem == nil)
        drawing.undo()
        #expect(drawing.pointCount == 0)
    }
}
