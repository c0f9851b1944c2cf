import Domain
import Testing

struct FoldCashTests {
    private static let courier = FoldWorld.courier
    private static let giver = EntityReference(.person, FoldWorld.courier)

    /// A courier with 13 yuan of freight and 99 yuan of cash on delivery.
    private static func withCash() -> (world: FoldWorld, charge: String) {
        var world = FoldWorld()
        let quote = world.record(.quote(Sample.quote(1_300)))
        world.record(.payment(Sample.payment(1_300, to: quote.madeID)))
        world.record(.payment(Sample.payment(9_900, to: "L0", for: .cod)))
        return (world, quote.madeID)
    }

    private static func side(
        _ side: CashSide, _ amountFen: Int, number: String = "CH1"
    ) -> FactPayload {
        .cashHandover(
            CashHandoverFact(
                number: number, side: side,
                money: Money(amountFen: amountFen, currency: "CNY", method: .cash), taker: "f1"))
    }

    @Test(arguments: [true, false])
    func `the counted amount moves when both sides are there`(isGivenFirst: Bool) throws {
        var (world, _) = Self.withCash()
        let sides = [(Self.side(.give, 11_200), Self.courier), (Self.side(.count, 11_000), "f1")]
        let order = isGivenFirst ? sides : sides.reversed()
        world.record(order[0].0, by: order[0].1, on: Self.giver)
        #expect(world.account()?.cashFen == ["CNY": 11_200], "one side moves nothing")
        world.record(order[1].0, by: order[1].1, on: Self.giver)
        let account = try #require(world.account())
        #expect(account.cashFen == ["CNY": 200])
        #expect(account.parts.freightFen + account.parts.codFen == 200)
        let row = try #require(world.handover("CH1"))
        #expect(row.given == 11_200)
        #expect(row.taken == 11_000)
    }

    @Test func `a side is taken once, and nobody counts their own cash`() {
        var (world, _) = Self.withCash()
        world.record(Self.side(.give, 11_200), on: Self.giver)
        let own = world.record(Self.side(.count, 11_200), on: Self.giver)
        #expect(world.remark(of: own) == .already)
        let again = world.record(Self.side(.give, 1), on: Self.giver)
        #expect(world.remark(of: again) == .already)
        let other = world.record(
            Self.side(.count, 11_200), by: "f1", on: EntityReference(.person, "c2"))
        #expect(world.remark(of: other) == .already, "another giver has another number")
        #expect(world.account()?.cashFen == ["CNY": 11_200])
    }

    @Test func `a refund takes from cash and charge what was paid`() throws {
        var (world, id) = Self.withCash()
        let refund = RefundFact(
            money: Money(amountFen: 300, currency: "CNY", method: .cash), charge: id,
            reason: .nothing)
        world.record(.refund(refund))
        #expect(world.account()?.cashFen == ["CNY": 10_900])
        #expect(world.account()?.parts.freightFen == 1_000)
        #expect(world.charge(id)?.paidFen == 1_000)
        #expect(world.charge(id)?.balanceFen == 300)
        #expect(world.charge(id)?.state == .open)
    }

    @Test(arguments: [
        (PaymentMethod.cash, ["charge:L1 300", "cash:c1 -300"]),
        (.unionpayCard, ["charge:L1 300", "card -300"]),
        (.wechat, ["charge:L1 300", "wallet -300"]),
        (.monthlyAccount, ["charge:L1 300", "monthly:光明书店 -300"]), (.collect, []),
    ])
    func `each method of a refund has its account`(method: PaymentMethod, expected: [String]) {
        var refund = RefundFact(
            money: Money(amountFen: 300, currency: "CNY", method: method), charge: "L1",
            reason: .nothing)
        refund.payee = "光明书店"
        let fact = Fact(id: "00", person: "c1", recordedAt: 1, payload: .refund(refund))
        let postings = Postings.of(fact) { _ in true }
        #expect(postings.map { "\($0.account.text) \($0.amountFen)" } == expected)
    }

    @Test func `a price that is set and adjusted changes what is due`() {
        var (world, id) = Self.withCash()
        world.record(
            .chargePrice(ChargePriceFact(charge: id, dueFen: 1_000, from: 0, reason: .nothing)),
            by: "m1")
        #expect(world.charge(id)?.dueFen == 1_000)
        #expect(world.charge(id)?.state == .refundDue)
        world.record(
            .adjustment(
                AdjustmentFact(charge: id, amountFen: 400, currency: "CNY", reason: .nothing)),
            by: "m1")
        #expect(world.charge(id)?.balanceFen == 100)
        #expect(world.charge(id)?.state == .open)
        let other = world.record(
            .adjustment(
                AdjustmentFact(charge: id, amountFen: 1, currency: "HKD", reason: .nothing)),
            by: "m1")
        #expect(world.remark(of: other) == .unknownSubject(EntityReference(.charge, id)))
    }

    @Test func `a decision books what it says`() throws {
        var (world, id) = Self.withCash()
        world.record(
            .chargePrice(ChargePriceFact(charge: id, dueFen: 1_500, from: 0, reason: .nothing)),
            by: "m1")
        var waiver = CaseResolveFact(caseID: "C1", version: 1, option: .nothing)
        waiver.postings = [
            DecidedPosting(account: .waived, amountFen: 200),
            DecidedPosting(account: .charge(id: id), amountFen: -200),
        ]
        world.record(.caseResolve(waiver), by: "m1")
        #expect(world.charge(id)?.balanceFen == 0)
        #expect(world.charge(id)?.paidFen == 1_300)
        #expect(world.charge(id)?.state == .waived)
        var loss = CaseResolveFact(caseID: "C2", version: 1, option: .nothing)
        loss.postings = [
            DecidedPosting(account: .variance(person: Self.courier), amountFen: 100),
            DecidedPosting(account: .cash(person: Self.courier), amountFen: -100),
        ]
        world.record(.caseResolve(loss), by: "m1")
        let account = try #require(world.account())
        #expect(account.cashFen == ["CNY": 11_100])
        #expect(account.parts.freightFen + account.parts.codFen == 11_100)
    }

    /// A ledger of money acts that nobody would record, and the balances counted by hand.
    @Test(arguments: 0..<40)
    func `postings sum to zero, and cash held is paid less voids, refunds and counted cash`(
        seed: Int
    ) throws {
        var random = RandomSource.seeded(SeededGenerator(seed: UInt64(seed)))
        var world = FoldWorld()
        let quote = world.record(.quote(Sample.quote(5_000)))
        var held = 0
        var credited = 0
        var payments: [(fact: Fact, amount: Int)] = []
        var sides: [String: [CashSide: Int]] = [:]
        for _ in 0..<60 {
            let amount = Int.random(in: 0...3_000, using: &random)
            let money = Money(amountFen: amount, currency: "CNY", method: .cash)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                let fact = world.record(.payment(Sample.payment(amount, to: quote.madeID)))
                payments.append((fact, amount))
                held += amount
                credited += amount
            case 2:
                let index = payments.indices.randomElement(using: &random)
                guard let index else { continue }
                let (fact, paid) = payments.remove(at: index)
                guard case .payment(let payment) = fact.payload else { continue }
                world.record(.paymentVoid(Sample.void(payment)), answering: fact)
                held -= paid
                credited -= paid
            case 3:
                world.record(
                    .refund(RefundFact(money: money, charge: quote.madeID, reason: .nothing)))
                held -= amount
                credited -= amount
            default:
                let number = "CH\(Int.random(in: 1...4, using: &random))"
                let side: CashSide = Bool.random(using: &random) ? .give : .count
                world.record(
                    Self.side(side, amount, number: number),
                    by: side == .give ? Self.courier : "f1", on: Self.giver)
                if sides[number]?[side] == nil { sides[number, default: [:]][side] = amount }
            }
        }
        for both in sides.values {
            if both[.give] != nil, let counted = both[.count] { held -= counted }
        }
        #expect(world.account()?.cashFen["CNY"] ?? 0 == held)
        let charge = try #require(world.charge(quote.madeID))
        #expect(charge.paidFen == credited)
        #expect(charge.balanceFen == 5_000 - credited)
        #expect(world.postings().allSatisfy { $0.map(\.amountFen).reduce(0, +) == 0 })
        let cash = world.postings().joined().filter { $0.account == .cash(person: Self.courier) }
        #expect(cash.map(\.amountFen).reduce(0, +) == held)
    }
}
