import Domain
import Testing

struct PostingsTests {
    private static let id = String(repeating: "0123456789abcdef", count: 4)

    private static func fact(_ payload: FactPayload, answering: Fact? = nil) -> Fact {
        Fact(id: id, person: "c1", recordedAt: 1, corrects: answering?.id, payload: payload)
    }

    private static func texts(_ postings: [Posting]) -> [String] {
        postings.map { "\($0.account.text) \($0.amountFen)" }
    }

    @Test(arguments: [
        (PaymentMethod.cash, ["cash:c1 1300", "charge:L1 -1300"]),
        (.unionpayCard, ["card 1300", "charge:L1 -1300"]),
        (.wechat, ["wallet 1300", "charge:L1 -1300"]),
        (.alipay, ["wallet 1300", "charge:L1 -1300"]),
        (.eCny, ["wallet 1300", "charge:L1 -1300"]),
        (.bankTransfer, ["wallet 1300", "charge:L1 -1300"]),
        (.monthlyAccount, ["monthly:L1 1300", "charge:L1 -1300"]), (.collect, []),
    ])
    func `each method has its account`(method: PaymentMethod, expected: [String]) {
        let fact = Self.fact(.payment(Sample.payment(1_300, to: "L1", method: method)))
        #expect(Self.texts(Postings.of(fact) { _ in true }) == expected)
    }

    @Test func `a payer names the monthly account`() {
        var payment = Sample.payment(1_300, to: "L1", method: .monthlyAccount)
        payment.payer = "光明书店"
        let postings = Postings.of(Self.fact(.payment(payment))) { _ in true }
        #expect(Self.texts(postings) == ["monthly:光明书店 1300", "charge:L1 -1300"])
    }

    @Test func `a pending payment waits and is then booked or not`() {
        let payment = Sample.payment(1_300, to: "L1", method: .wechat, state: .pending)
        let fact = Self.fact(.payment(payment))
        let waiting = Postings.of(fact) { _ in true }
        #expect(Self.texts(waiting) == ["pending:\(fact.reference) 1300", "charge_wait:L1 -1300"])
        let confirmed = Postings.of(
            Self.fact(.paymentConfirm(PaymentConfirmFact(outcome: .confirmed)), answering: fact),
            answering: AnsweredFact(fact)
        ) { _ in true }
        #expect(
            Self.texts(confirmed) == [
                "pending:\(fact.reference) -1300", "charge_wait:L1 1300", "wallet 1300",
                "charge:L1 -1300",
            ])
        let failed = Postings.of(
            Self.fact(.paymentConfirm(PaymentConfirmFact(outcome: .failed)), answering: fact),
            answering: AnsweredFact(fact)
        ) { _ in true }
        #expect(
            Self.texts(failed) == ["pending:\(fact.reference) -1300", "charge_wait:L1 1300"])
    }

    @Test func `an unknown charge is posted to suspense`() {
        let fact = Self.fact(.payment(Sample.payment(1_300, to: "L1")))
        #expect(Self.texts(Postings.of(fact) { _ in false }) == ["cash:c1 1300", "suspense -1300"])
    }

    @Test func `postings of any payment, void and confirmation sum to zero`() {
        for seed in 0..<400 {
            var random = RandomSource.seeded(SeededGenerator(seed: UInt64(seed)))
            let payment = Sample.payment(
                Int.random(in: 0...Fold.amountMax, using: &random), to: "L1",
                method: PaymentMethod.allCases.randomElement(using: &random) ?? .cash,
                state: Bool.random(using: &random) ? .pending : .taken)
            let fact = Self.fact(.payment(payment))
            let isKnown = Bool.random(using: &random)
            let answers: [FactPayload] = [
                .paymentVoid(Sample.void(payment)),
                .paymentConfirm(PaymentConfirmFact(outcome: .confirmed)),
                .paymentConfirm(PaymentConfirmFact(outcome: .failed)),
            ]
            var all = [Postings.of(fact) { _ in isKnown }]
            for answer in answers {
                all.append(
                    Postings.of(
                        Self.fact(answer, answering: fact), answering: AnsweredFact(fact)
                    ) { _ in isKnown })
            }
            for postings in all {
                #expect(Fen.sum(postings.map(\.amountFen)) == 0, "seed \(seed)")
            }
        }
    }

    @Test func `a payment and its void cancel out, account by account`() {
        for method in PaymentMethod.allCases {
            let payment = Sample.payment(700, to: "L1", method: method)
            let fact = Self.fact(.payment(payment))
            let void = Self.fact(.paymentVoid(Sample.void(payment)), answering: fact)
            var totals: [LedgerAccount: Int] = [:]
            let both =
                Postings.of(fact) { _ in true }
                + Postings.of(void, answering: AnsweredFact(fact)) { _ in true }
            for posting in both { totals[posting.account, default: 0] += posting.amountFen }
            #expect(totals.values.allSatisfy { $0 == 0 }, "\(method)")
        }
    }
}
