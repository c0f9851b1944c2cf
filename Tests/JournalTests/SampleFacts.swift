import Domain

/// One fact of every kind that a handheld records.
enum SampleFacts {
    static let all: [FactDraft] =
        [
            .identity(
                IdentityFact(
                    who: .sender, documentType: .residentId, method: .read, result: .pass)),
            .check(
                CheckFact(
                    parcel: parcel, occasion: .acceptance, result: .pass, decision: .nothing,
                    isContentsInspected: true, isDeclarationTrue: true, isSenderTold: true,
                    catalogueVersion: 112)),
            .quote(
                QuoteFact(
                    totalFen: 1_250, currency: "CNY",
                    lines: [ChargeLine(code: .nothing, amountFen: 1_250)], actualGrams: 1_250,
                    volumetricGrams: 1_000, chargeableGrams: 1_250, divisor: 6_000,
                    payType: .prepaid, isAccepted: true)),
            .payment(
                PaymentFact(
                    money: money, charge: "LSP4JVB0KGYZRB4GY", purpose: .freight, state: .taken)),
            .paymentVoid(PaymentVoidFact(money: money, charge: "C1", reason: .nothing)),
            .pickup(
                PickupFact(
                    parcel: parcel, source: .pickupTask,
                    sender: Party(name: "王芳", phone: "13800005521", address: "文三路259号"),
                    recipient: Party(name: "李强", phone: "13900007710", address: "科技园北区12栋402"),
                    goods: Goods(itemName: "服饰", itemNature: "纺织品", quantity: 1),
                    weight: ParcelWeight(
                        actualGrams: 1_250, volumetricGrams: 1_000, chargeableGrams: 1_250),
                    packedBy: .courier, isNoticeGiven: true)),
            .refusal(RefusalFact(reason: RefusalReason.allCases[0])),
            .deliver(
                DeliverFact(
                    parcel: parcel, proofType: .recipient, condition: .intact, evidence: [.nothing])
            ),
            .attempt(
                AttemptFact(
                    parcel: parcel, reason: ExceptionReason.allCases[0], attemptNumber: 1,
                    next: .nothing)),
            .problem(
                ProblemFact(subject: .parcel(parcel), reason: ExceptionReason.allCases[0])),
            .correct(CorrectFact(how: .void, reason: .nothing)),
            .note(NoteFact(text: "门卫代收")),
            .daySeal(
                DaySealFact(
                    day: "HZ0931-2026-09-10",
                    range: SealedRange(
                        from: 1, to: 9, count: 9, head: String(repeating: "ab", count: 32)),
                    cashDeclared: ["CNY": 1_250])),
            .dayReceipt(
                DayReceiptFact(
                    day: "HZ0931-2026-09-10", manifest: String(repeating: "ab", count: 32),
                    receipt: String(repeating: "cd", count: 32),
                    line: String(repeating: "ef", count: 32), number: 1)),
        ].map(draft) + custody.map(draft)

    private static let custody: [FactPayload] = [
        .return(ReturnFact(parcel: parcel, step: .started, reason: .customerWish)),
        .handover(
            HandoverFact(
                number: "HO1", side: .give, taker: EntityReference(.station, "ST0931"),
                reason: .back, parcels: [parcel], count: 1)),
        .cashHandover(CashHandoverFact(number: "CH1", side: .give, money: money, taker: "m1")),
        .refund(RefundFact(money: money, charge: "C1", reason: .nothing)),
        .taskAccept(TaskAcceptFact()),
        .taskDecline(TaskDeclineFact(reason: .nothing)),
        .taskStart(TaskStartFact()),
        .problemStep(ProblemStepFact(step: .told)),
        .scan(scan),
        .reweigh(
            ReweighFact(
                parcel: parcel,
                weight: ParcelWeight(
                    actualGrams: 1_300, volumetricGrams: 1_000, chargeableGrams: 1_300))),
        .caseSay(CaseSayFact(version: 1, stand: .insist)),
        .shiftOpen(ShiftOpenFact(shift: "S1", site: "ST0931")),
        .shiftClose(ShiftCloseFact(shift: "S1", parcelCount: 0)),
        .oversize(
            OversizeFact(
                stream: "01a0a0b1-c2d3-7000-8000-000000000001", sequence: 1, fact: digest,
                blob: digest, length: 20_000)),
        .blobCorrupt(BlobCorruptFact(blob: digest, length: 20_000)),
        .consent(
            ConsentFact(
                consent: Consent(
                    givenBy: "李强", channel: .call, givenAt: 1, scope: .standing,
                    recordedBy: "c10482"), ways: [.locker], state: .given)),
    ]

    private static func draft(_ payload: FactPayload) -> FactDraft {
        FactDraft(
            payload, subject: EntityReference(payload.kind.subjectTypes?.first ?? .task, "T81"),
            base: [EntityReference(.task, "T81"): 7, EntityReference(.addr, "A9"): 3],
            corrects: payload.kind.namesAnotherFact ? digest : nil)
    }

    private static var scan: ScanFact {
        var scan = ScanFact(parcel: parcel)
        scan.event = .outForDelivery
        return scan
    }

    private static let digest = String(repeating: "ab", count: 32)

    private static let parcel = "SF1000000000017"
    private static let money = Money(amountFen: 1_250, currency: "CNY", method: .cash)
}
