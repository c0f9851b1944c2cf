import Domain
import Testing

/// A parcel goes back once, and its sender signs for it.
@Suite struct ReturnRulesTests {
    private static let id = "EX0100000001013"

    private static func form(
        _ step: ReturnStep, _ stage: Stage = .outForDelivery
    ) -> ReturnForm {
        var form = ReturnForm(
            parcel: Parcel(id: id, stage: stage, custody: .person("c1")), step: step)
        form.reason = .exception(.refused)
        if step == .signed {
            form.signer = "王芳"
            form.signature = DrawnSignature(
                strokes: SignatureStrokes(format: .strokes1, data: "x"),
                pointCount: DrawnSignature.pointCountMin)
        }
        return form
    }

    private static func problems(_ form: ReturnForm) -> [FormProblem] {
        if case .incomplete(let problems) = ReturnRules.decide(form) { problems } else { [] }
    }

    @Test func `the steps say what was said`() throws {
        var start = Self.form(.started)
        start.payer = .sender
        start.formNumbers = ["T-1"]
        guard case .recorded(let first) = ReturnRules.decide(start),
            case .recorded(let last) = ReturnRules.decide(Self.form(.signed, .returning))
        else {
            Issue.record("a step was refused")
            return
        }
        #expect(first.step == .started && first.freightBy?.text == "SENDER")
        #expect(first.formNumbers == ["T-1"] && first.isParcelBack == nil)
        #expect(last.step == .signed && last.signer == "王芳" && last.isParcelBack == true)
    }

    @Test(arguments: Stage.allCases)
    func `the way back begins once and ends after it began`(stage: Stage) {
        let mayStart = !stage.isTerminal && stage != .returning
        #expect(Self.problems(Self.form(.started, stage)).isEmpty == mayStart)
        #expect(Self.problems(Self.form(.signed, stage)).isEmpty == (stage == .returning))
    }

    @Test func `a stopped parcel goes back only when the stop says so`() {
        var form = Self.form(.started)
        form.parcel.isStopped = true
        #expect(Self.problems(form) == [.parcel(.stopped(Self.id))])
        form.parcel.stopOrder = .hold
        #expect(Self.problems(form) == [.parcel(.stopped(Self.id))])
        form.parcel.stopOrder = .return
        #expect(Self.problems(form).isEmpty)
    }

    @Test func `every missing thing is told at once`() {
        var form = Self.form(.signed, .returning)
        form.signer = nil
        form.signature = nil
        form.reason = nil
        #expect(
            Self.problems(form) == [
                .field(.missing(.reason)),
                .proof(.evidenceMissing(.receiverName, .returnSigned)),
                .proof(.evidenceMissing(.signature, .returnSigned)),
            ])
        form = Self.form(.signed, .returning)
        form.signature = nil
        form.hasPhoto = true
        #expect(Self.problems(form).isEmpty)
        let least = DrawnSignature.pointCountMin
        form.signature = DrawnSignature(
            strokes: SignatureStrokes(format: .strokes1, data: "x"), pointCount: least - 1)
        #expect(
            Self.problems(form) == [
                .proof(.signatureTooSmall(points: least - 1, pointsMin: least))
            ])
    }

    @Test func `other needs words, and forms have so many numbers`() {
        var form = Self.form(.started)
        form.reason = .exception(.other)
        #expect(Self.problems(form) == [.followUp(.explanationMissing)])
        form.note = "客户搬走"
        #expect(Self.problems(form).isEmpty)
        form.formNumbers = (0..<ReturnRules.formNumbersMax).map { "T\($0)" }
        #expect(Self.problems(form).isEmpty)
        form.formNumbers.append("T")
        #expect(
            Self.problems(form) == [.field(.tooMany(.label, max: ReturnRules.formNumbersMax))])
    }
}
