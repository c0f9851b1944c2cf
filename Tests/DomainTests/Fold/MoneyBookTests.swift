import Domain
import Testing

struct MoneyBookTests {
    @Test func `each method has its own sum, courier by courier`() throws {
        var world = FoldWorld()
        for (index, method) in PaymentMethod.allCases.enumerated() {
            world.record(.payment(Sample.payment(1 << index, to: "L1", method: method)))
        }
        world.record(.payment(Sample.payment(7, to: "L1", for: .cod)), by: "c2")
        let book = MoneyBook(world.facts)
        let first = try #require(book.byPerson[FoldWorld.courier])
        #expect(first.cashFen == 1)
        #expect(first.cardFen == 2)
        #expect(first.walletFen == 4 + 8 + 16 + 128)
        #expect(first.monthlyFen == 32)
        #expect(first.waitingFen == 0)
        #expect(book.byPerson["c2"]?.cashParts.codFen == 7)
        #expect(book.isExact)
    }

    @Test func `a void by another person comes off who took the money`() {
        var world = FoldWorld()
        let payment = Sample.payment(700, to: "L1")
        let fact = world.record(.payment(payment))
        world.record(.paymentVoid(Sample.void(payment)), by: "m1", answering: fact)
        world.record(.paymentVoid(Sample.void(payment)), by: "m1", answering: fact)
        let book = MoneyBook(world.facts)
        #expect(book.byPerson[FoldWorld.courier]?.cashFen == 0)
        #expect(book.byPerson["m1"] == nil)
    }

    @Test func `a confirmed payment waits no longer`() {
        var world = FoldWorld()
        let fact = world.record(
            .payment(Sample.payment(700, to: "L1", method: .wechat, state: .pending)))
        #expect(MoneyBook(world.facts).byPerson[FoldWorld.courier]?.waitingFen == 700)
        world.record(
            .paymentConfirm(PaymentConfirmFact(outcome: .confirmed)), by: "m1", answering: fact)
        let summary = MoneyBook(world.facts).byPerson[FoldWorld.courier]
        #expect(summary?.waitingFen == 0)
        #expect(summary?.walletFen == 700)
    }

    @Test func `another currency is another book`() {
        var world = FoldWorld()
        var payment = Sample.payment(700, to: "L1")
        payment.money.currency = "HKD"
        world.record(.payment(payment))
        #expect(MoneyBook(world.facts).byPerson.isEmpty)
        let book = MoneyBook(world.facts, currency: "HKD")
        #expect(book.byPerson[FoldWorld.courier]?.cashFen == 700)
    }

    @Test(arguments: [(0, true), (1, false)])
    func `a sum past the range is said, not wrapped`(extra: Int, isExact: Bool) {
        var world = FoldWorld()
        world.record(.payment(Sample.payment(Fold.amountMax, to: "L1")))
        world.record(.payment(Sample.payment(extra, to: "L1")))
        #expect(MoneyBook(world.facts).isExact == isExact)
    }
}
