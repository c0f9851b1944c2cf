import Domain
import Testing

struct FoldTests {
    /// An ordinary day: a collect pickup, a delivery with COD, a failure, a void, a correction.
    private static func day() -> FoldWorld {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        let cod = CollectDue(purpose: .cod, amountFen: 9_900)
        var opening = Sample.deliveryOpening(collect: [cod])
        opening.parcels = ["WB0931000029"]
        let opened = world.record(.taskOpen(opening), by: "m1")
        let quote = world.record(.quote(Sample.quote(1_300)), on: Sample.pickupTask)
        let wrong = Sample.payment(1_500, to: quote.madeID)
        let paid = world.record(.payment(wrong), on: Sample.pickupTask)
        world.record(.pickup(Sample.pickup(quote: quote)), on: Sample.pickupTask)
        world.record(.paymentVoid(Sample.void(wrong)), answering: paid)
        world.record(.payment(Sample.payment(1_300, to: quote.madeID)))
        var attempt = Sample.attempt(.noAnswer)
        attempt.parcel = "WB0931000029"
        let failed = world.record(.attempt(attempt), on: Sample.deliveryTask)
        world.record(.correct(Sample.void()), answering: failed)
        let due = FactCode.collectChargeID(opened.id, 1)
        world.record(.payment(Sample.payment(9_900, to: due, for: .cod)), on: Sample.deliveryTask)
        var deliver = Sample.deliver(.proxy)
        deliver.parcel = "WB0931000029"
        world.record(.deliver(deliver), on: Sample.deliveryTask)
        return world
    }

    @Test func `rows up to any point and the own facts after it give the same state`() {
        let ledger = Self.day()
        for split in 0...ledger.facts.count {
            var view = FoldWorld()
            for fact in ledger.facts.prefix(split) { view.append(fact) }
            let rows = view.entities
            var overlay = rows
            for (index, fact) in ledger.facts.enumerated().dropFirst(split) {
                let answered = FoldWorld.answered(fact, among: ledger.facts.prefix(index))
                let outcome = Fold.apply(fact, answering: answered) { overlay[$0] }
                for entity in outcome.changes { overlay[entity.reference] = entity }
            }
            #expect(overlay == ledger.entities, "split at \(split)")
        }
    }

    @Test func `the account is what the book of the same facts says`() throws {
        let world = Self.day()
        let summary = try #require(MoneyBook(world.facts).byPerson[FoldWorld.courier])
        let account = try #require(world.account())
        #expect(summary.cashFen == account.cashFen["CNY"])
        #expect(summary.cashParts == account.parts)
        #expect(summary.cashFen == 11_200)
    }

    @Test func `only what differs is a change`() {
        var world = FoldWorld()
        world.record(
            .personSet(
                PersonSetFact(
                    person: "c1", name: "赵强", capabilities: [], state: .active)))
        let fact = world.facts[0]
        #expect(Fold.apply(fact) { world.entities[$0] }.changes.isEmpty)
    }

    @Test func `changes come in the order of their references`() {
        let world = Self.day()
        for (index, fact) in world.facts.enumerated() {
            var before = FoldWorld()
            for earlier in world.facts.prefix(index) { before.append(earlier) }
            let changes = Fold.apply(fact, answering: before.answered(fact)) { before.entities[$0] }
                .changes.map(\.reference)
            #expect(changes == changes.sorted())
        }
    }

    @Test(arguments: [
        FactPayload.note(NoteFact(text: "x")),
        .deviceState(DeviceStateFact(device: "d", state: .suspended, reason: "lost")),
        .identity(
            IdentityFact(who: .sender, documentType: .passport, method: .manual, result: .pass)),
    ])
    func `some facts are records and change no row`(payload: FactPayload) {
        var world = FoldWorld()
        let fact = world.record(payload)
        #expect(world.entities.isEmpty)
        #expect(world.remark(of: fact) == nil)
    }
}
