import Domain
import Testing

struct FoldMoneyTests {
    /// A world with a charge of 13 yuan.
    private static func charged() -> (world: FoldWorld, charge: String) {
        var world = FoldWorld()
        let quote = world.record(
            .quote(Sample.quote(1_300)), base: [EntityReference(.tariff, "ST0931"): 77])
        return (world, quote.madeID)
    }

    @Test func `an accepted quote makes a charge that cites its tariff`() throws {
        let (world, id) = Self.charged()
        let charge = try #require(world.charge(id))
        #expect(charge.purpose == .freight)
        #expect(charge.dueFen == 1_300)
        #expect(charge.balanceFen == 1_300)
        #expect(charge.state == .open)
        #expect(charge.tariff == TariffCitation(id: "ST0931", version: 77))
    }

    @Test func `a declined quote owes nothing`() {
        var world = FoldWorld()
        world.record(.quote(Sample.quote(1_300, isAccepted: false)))
        #expect(world.entities.isEmpty)
    }

    @Test func `cash settles the charge and lies in the courier's account`() throws {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(1_300, to: id)))
        let charge = try #require(world.charge(id))
        #expect(charge.paidFen == 1_300)
        #expect(charge.balanceFen == 0)
        #expect(charge.state == .settled)
        #expect(world.account()?.cashFen == ["CNY": 1_300])
        #expect(world.account()?.parts.freightFen == 1_300)
    }

    @Test(arguments: [
        (ChargePurpose.freight, [5, 0, 0]), (.collect, [0, 5, 0]), (.cod, [0, 0, 5]),
        (.storage, [0, 0, 0]),
    ])
    func `cash is kept apart by what it was taken for`(purpose: ChargePurpose, parts: [Int]) throws
    {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(5, to: id, for: purpose)))
        let account = try #require(world.account())
        #expect(
            [account.parts.freightFen, account.parts.collectFen, account.parts.codFen] == parts)
        #expect(account.cashFen == ["CNY": 5])
    }

    @Test func `two payments beyond what is due leave a refund`() {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(1_300, to: id)))
        world.record(.payment(Sample.payment(1_300, to: id)), by: "c2")
        #expect(world.charge(id)?.balanceFen == -1_300)
        #expect(world.charge(id)?.state == .refundDue)
        #expect(world.account("c2")?.cashFen == ["CNY": 1_300])
    }

    @Test func `a pending payment waits beside what is paid`() {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(1_300, to: id, method: .wechat, state: .pending)))
        #expect(world.charge(id)?.waitingFen == 1_300)
        #expect(world.charge(id)?.paidFen == 0)
        #expect(world.charge(id)?.state == .open)
        #expect(world.account() == nil)
    }

    @Test(arguments: [(ConfirmationOutcome.confirmed, 1_300), (.failed, 0)])
    func `a confirmation ends the waiting`(outcome: ConfirmationOutcome, paid: Int) {
        var (world, id) = Self.charged()
        let payment = world.record(
            .payment(Sample.payment(1_300, to: id, method: .wechat, state: .pending)))
        let confirmation = FactPayload.paymentConfirm(PaymentConfirmFact(outcome: outcome))
        world.record(confirmation, by: "m1", answering: payment)
        #expect(world.charge(id)?.waitingFen == 0)
        #expect(world.charge(id)?.paidFen == paid)
        let again = world.record(confirmation, by: "m1", answering: payment)
        #expect(world.remark(of: again) == .already)
        #expect(world.charge(id)?.paidFen == paid)
    }

    @Test func `collect and monthly account move no cash`() {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(1_300, to: id, method: .collect)))
        #expect(world.charge(id)?.balanceFen == 1_300)
        world.record(.payment(Sample.payment(1_300, to: id, method: .monthlyAccount)))
        #expect(world.charge(id)?.balanceFen == 0)
        #expect(world.account() == nil)
    }

    @Test(arguments: [
        (PaymentMethod.cash, PaymentState.taken), (.wechat, .pending), (.unionpayCard, .taken),
    ])
    func `a void takes back exactly its payment, once`(
        method: PaymentMethod, state: PaymentState
    ) throws {
        var (world, id) = Self.charged()
        let before = try #require(world.charge(id))
        let payment = Sample.payment(1_300, to: id, method: method, state: state)
        let fact = world.record(.payment(payment))
        world.record(.paymentVoid(Sample.void(payment)), answering: fact)
        #expect(world.charge(id) == before)
        #expect(world.account()?.cashFen["CNY"] ?? 0 == 0)
        #expect(world.account()?.parts.freightFen ?? 0 == 0)
        let again = world.record(.paymentVoid(Sample.void(payment)), answering: fact)
        #expect(world.remark(of: again) == .already)
        #expect(world.charge(id) == before)
    }

    @Test func `a confirmed payment that is voided is paid no longer`() {
        var (world, id) = Self.charged()
        let payment = Sample.payment(1_300, to: id, method: .alipay, state: .pending)
        let fact = world.record(.payment(payment))
        world.record(
            .paymentConfirm(PaymentConfirmFact(outcome: .confirmed)), by: "m1", answering: fact)
        world.record(.paymentVoid(Sample.void(payment)), answering: fact)
        #expect(world.charge(id)?.paidFen == 0)
        #expect(world.charge(id)?.waitingFen == 0)
        #expect(world.charge(id)?.state == .open)
    }

    @Test func `a void of an unknown payment changes nothing`() {
        var (world, id) = Self.charged()
        let void = world.record(.paymentVoid(Sample.void(Sample.payment(1, to: id))))
        #expect(world.remark(of: void) == .unknownFact)
        let quote = world.facts[0]
        let other = world.record(
            .paymentVoid(Sample.void(Sample.payment(1, to: id))), answering: quote)
        #expect(world.remark(of: other) == .notCorrectable)
        #expect(world.charge(id)?.paidFen == 0)
    }

    @Test func `cash for an unknown charge is still in the courier's hands`() {
        var world = FoldWorld()
        let fact = world.record(.payment(Sample.payment(700, to: "L0")))
        #expect(world.remark(of: fact) == .unknownSubject(EntityReference(.charge, "L0")))
        #expect(world.account()?.cashFen == ["CNY": 700])
    }

    @Test func `another currency does not pay the charge`() {
        var (world, id) = Self.charged()
        var payment = Sample.payment(1_300, to: id)
        payment.money.currency = "HKD"
        world.record(.payment(payment))
        #expect(world.charge(id)?.paidFen == 0)
        #expect(world.account()?.cashFen == ["HKD": 1_300])
        #expect(world.account()?.parts.freightFen == 0)
    }

    @Test func `a pickup ties the charge to the parcel and makes the COD charge`() throws {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        let quote = world.record(.quote(Sample.quote(1_300)), on: Sample.pickupTask)
        let pickup = world.record(
            .pickup(Sample.pickup(quote: quote, collect: true, codFen: 9_900)),
            on: Sample.pickupTask)
        let freight = try #require(world.charge(quote.madeID))
        #expect(freight.purpose == .collect)
        #expect(freight.parcel == Sample.number)
        #expect(freight.state == .open)
        let cod = try #require(world.charge(FactCode.codChargeID(pickup.id)))
        #expect(cod.purpose == .cod)
        #expect(cod.dueFen == 9_900)
        #expect(world.task("T81")?.charges == [freight.id, cod.id])
    }

    @Test func `a sum at the edge of the wire is kept and one past it is refused`() {
        var (world, id) = Self.charged()
        world.record(.payment(Sample.payment(Fold.amountMax - 1, to: id)))
        world.record(.payment(Sample.payment(1, to: id)))
        #expect(world.account()?.cashFen == ["CNY": Fold.amountMax])
        let last = world.record(.payment(Sample.payment(1, to: id)))
        #expect(world.remark(of: last) == .amountOutOfRange)
        #expect(world.account()?.cashFen == ["CNY": Fold.amountMax])
    }
}
