import Domain
import ReferenceData
import Testing

@Suite struct DeliveryRulesTests {
    private func decide(_ change: (inout DeliveryForm) -> Void) -> DeliveryRules.Outcome {
        var form = RuleSamples.delivery
        change(&form)
        return DeliveryRules.decide(form, in: RuleSamples.context())
    }

    private func problems(_ change: (inout DeliveryForm) -> Void) -> [FormProblem]? {
        switch decide(change) {
        case .delivered: nil
        case .incomplete(let problems): problems
        }
    }

    private func act(_ change: (inout DeliveryForm) -> Void = { _ in }) throws -> DeliveryAct {
        switch decide(change) {
        case .delivered(let act): return act
        case .incomplete(let problems):
            Issue.record("incomplete: \(problems)")
            throw Undelivered()
        }
    }

    private struct Undelivered: Error {}

    @Test func `a signature of the recipient proves a hand-over`() throws {
        let act = try act()
        #expect(act.deliver.evidence.map(\.text) == ["SIGNATURE", "NAME_AND_PHONE_TAIL"])
        #expect(act.deliver.isSignatureWeak == false)
        #expect(act.deliver.signer == "李四")
        #expect(act.deliver.isScanned == true)
        #expect(act.problem == nil)
        let steps = act.steps(task: "T1")
        #expect(steps.count == 1)
        #expect(steps[0]([]).payload.kind == .deliver)
    }

    @Test func `a pickup code is proof too, and a weak one`() throws {
        let act = try act { form in
            form.signature = nil
            form.pickupCode = "8-1234"
        }
        #expect(act.deliver.evidence.map(\.text).contains("PICKUP_CODE"))
        #expect(act.deliver.isSignatureWeak == true)
    }

    @Test func `each open step keeps the parcel in hand`() {
        #expect(problems { $0.reading = nil } == [.parcel(.notRead("EX0000000000012"))])
        #expect(
            problems { $0.reading = .scanned("EX0000000000029") }
                == [.label(.differ("EX0000000000012", "EX0000000000029"))])
        #expect(problems { $0.outer = nil } == [.field(.missing(.outer))])
        #expect(
            problems { $0.outer = .labelMismatch }?.first == .parcel(.wrongLabel("EX0000000000012"))
        )
        #expect(problems { $0.recipientCheck = [] } == [.door(.recipientNotChecked)])
        #expect(problems { $0.isToldToInspect = false } == [.door(.notToldToInspect)])
        #expect(problems { $0.condition = nil } == [.field(.missing(.condition))])
        #expect(problems { $0.condition = .refused } == [.door(.conditionRefused)])
        #expect(problems { $0.proof = nil } == [.field(.missing(.proof))])
        #expect(
            problems { $0.signature = nil }
                == [.proof(.evidenceMissing(.signatureOrCode, .recipient))])
    }

    @Test(arguments: [(9, false), (10, true)])
    func `a signature has at least ten points`(points: Int, isEnough: Bool) {
        let found = problems { form in
            form.signature = DrawnSignature(
                strokes: RuleSamples.signature.strokes, pointCount: points)
        }
        #expect((found == nil) == isEnough)
    }

    @Test func `a stopped parcel does not move, and a finished one is not delivered again`() {
        func with(_ change: (inout Parcel) -> Void) -> [FormProblem]? {
            var parcel = RuleSamples.parcel
            change(&parcel)
            var form = DeliveryForm(parcel: parcel)
            let whole = RuleSamples.delivery
            form.reading = whole.reading
            form.outer = whole.outer
            form.recipientCheck = whole.recipientCheck
            form.isToldToInspect = true
            form.condition = .intact
            form.proof = .recipient
            form.signature = whole.signature
            switch DeliveryRules.decide(form, in: RuleSamples.context()) {
            case .delivered: return nil
            case .incomplete(let problems): return problems
            }
        }
        #expect(with { _ in } == nil)
        #expect(with { $0.isStopped = true } == [.parcel(.stopped("EX0000000000012"))])
        #expect(
            with { $0.stage = .delivered }
                == [.parcel(.stageForbids("EX0000000000012", .delivered))])
    }

    // MARK: Proofs

    @Test func `a proxy needs consent, name, relation and signature`() throws {
        let missing = problems { form in
            form.proof = .proxy
            form.signature = nil
        }
        #expect(
            missing == [
                .proof(.consentMissing(.proxy)), .proof(.evidenceMissing(.proxyName, .proxy)),
                .proof(.evidenceMissing(.relation, .proxy)),
                .proof(.evidenceMissing(.signature, .proxy)),
            ])
        let relation = try #require(Code("NEIGHBOUR"))
        let act = try act { form in
            form.proof = .proxy
            form.signer = "王五"
            form.relation = relation
            form.consent = RuleSamples.consent
            form.identity = RuleSamples.identity
        }
        #expect(act.identity?.who == .proxy)
        #expect(act.identity?.masked == "110***********002X")
        #expect(act.deliver.isRecipientSelf == false)
        let steps = act.steps(task: nil)
        #expect(steps.map { $0(["a", "b"]).payload.kind } == [.identity, .deliver])
        #expect(!"\(act)".contains(RuleSamples.documentNumber))
    }

    @Test func `a drop needs consent and its place, and nobody to check`() throws {
        let drop: (inout DeliveryForm) -> Void = { form in
            form.proof = .locker
            form.signature = nil
            form.recipientCheck = []
            form.isToldToInspect = false
            form.dropID = "L-7"
            form.dropPlace = "12"
            form.pickupCode = "8-1234"
        }
        #expect(problems(drop) == [.proof(.consentMissing(.locker))])
        let act = try act { form in
            drop(&form)
            form.consent = RuleSamples.consent
        }
        #expect(act.deliver.lockerID == "L-7")
        #expect(act.deliver.boxNumber == "12")
        #expect(
            act.deliver.evidence.map(\.text)
                == ["LOCKER_ID", "BOX_NUMBER", "PICKUP_CODE", "CONSENT_REFERENCE"])
    }

    @Test func `leaving it at a place needs written consent and a photo`() {
        let place: (inout DeliveryForm) -> Void = { form in
            form.proof = .safePlace
            form.signature = nil
            form.place = "门口鞋柜"
            form.consent = RuleSamples.consent
        }
        #expect(
            problems(place) == [
                .proof(.consentNotWritten(.call)), .proof(.evidenceMissing(.photo, .safePlace)),
            ])
        #expect(
            problems { form in
                place(&form)
                form.hasPhoto = true
                form.consent?.channel = .sms
            } == nil)
    }

    @Test func `consent from the future is none, and a stamp is for units`() {
        #expect(
            problems { form in
                form.proof = .selfPickup
                form.pickupCode = "1"
            } == nil)
        #expect(
            problems { form in
                form.proof = .locker
                form.dropID = "L-7"
                form.dropPlace = "12"
                form.pickupCode = "1"
                form.consent = RuleSamples.consent
                form.consent?.givenAt = RuleSamples.now + 1
            } == [.proof(.consentInFuture)])
        #expect(
            problems { form in
                form.proof = .orgStamp
                form.signer = "收发室"
                form.hasPhoto = true
            } == [.proof(.notAddressedToUnit)])
    }

    // MARK: Damage

    @Test func `a damaged parcel is inspected first and becomes a problem parcel`() throws {
        #expect(
            problems { $0.outer = .broken }
                == [.door(.damagedNotInspected), .door(.outerIsNotIntact)])
        let act = try act { form in
            form.outer = .broken
            form.isInspected = true
            form.condition = .outerDamaged
        }
        #expect(act.problem?.reason == .outerDamaged)
        let steps = act.steps(task: nil)
        #expect(steps.map { $0(["p"]).payload.kind } == [.problem, .deliver])
        guard case .deliver(let deliver) = steps[1](["p"]).payload else { return }
        #expect(deliver.problem == "p")
    }

    // MARK: Money

    @Test func `collect freight and COD are taken apart, charge by charge`() throws {
        let dues = [
            DueAmount(charge: "LF", purpose: .collect, fen: 2100),
            DueAmount(charge: "LC", purpose: .cod, fen: 50_000),
        ]
        #expect(
            problems { $0.dues = dues } == [.payment(.methodMissing(dueFen: 52_100))])
        let cash = try act { form in
            form.dues = dues
            form.payments = [PaymentForm(method: .cash, tenderedFen: 60_000)]
        }
        #expect(cash.payments.map(\.charge) == ["LF", "LC"])
        #expect(cash.payments.map(\.purpose) == [.collect, .cod])
        #expect(cash.payments.map(\.money.amountFen) == [2100, 50_000])
        #expect(cash.payments.map(\.tenderedFen) == [2100, 57_900])
        #expect(cash.payments.map(\.changeFen) == [0, 7900])
        let steps = cash.steps(task: "T1")
        guard case .deliver(let deliver) = steps[2](["a", "b"]).payload else {
            Issue.record("no delivery")
            return
        }
        #expect(deliver.payments == ["a", "b"])
    }

    @Test func `two methods pay two charges to the fen`() throws {
        let act = try act { form in
            form.dues = [
                DueAmount(charge: "LF", purpose: .collect, fen: 2100),
                DueAmount(charge: "LC", purpose: .cod, fen: 50_000),
            ]
            form.payments = [
                PaymentForm(method: .cash, amountFen: 10_000),
                PaymentForm(method: .wechat, amountFen: 42_100),
            ]
        }
        #expect(act.payments.map(\.charge) == ["LF", "LC", "LC"])
        #expect(act.payments.map(\.money.amountFen) == [2100, 7900, 42_100])
        #expect(act.payments.map(\.state) == [.taken, .taken, .pending])
    }

    @Test func `at the door only money counts, and only what is due`() {
        #expect(
            problems { form in
                form.dues = [DueAmount(charge: "LF", purpose: .collect, fen: 100)]
                form.payments = [PaymentForm(method: .monthlyAccount)]
            } == [.payment(.notForDelivery(.monthlyAccount))])
        #expect(
            problems { $0.payments = [PaymentForm(method: .cash)] } == [.payment(.nothingDue)])
    }
}
