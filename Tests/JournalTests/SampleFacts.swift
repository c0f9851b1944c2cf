import Domain

/// One fact of every kind that a handheld records.
enum SampleFacts {
    static let all: [FactDraft] = [
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
                parcel: parcel, proofType: .recipient, condition: .intact, evidence: [.nothing])),
        .attempt(
            AttemptFact(
                parcel: parcel, reason: ExceptionReason.allCases[0], attemptNumber: 1,
                next: .nothing)),
        .problem(
            ProblemFact(subject: .parcel(parcel), reason: ExceptionReason.allCases[0])),
        .correct(CorrectFact(how: .void, reason: .nothing)),
        .note(NoteFact(text: "门卫代收")),
    ].map { payload in
        FactDraft(
            payload, subject: EntityReference(.task, "T81"),
            base: [EntityReference(.task, "T81"): 7, EntityReference(.addr, "A9"): 3],
            corrects: payload.kind.namesAnotherFact ? String(repeating: "ab", count: 32) : nil)
    }

    private static let parcel = "SF1000000000017"
    private static let money = Money(amountFen: 1_250, currency: "CNY", method: .cash)
}
