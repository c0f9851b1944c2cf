import Domain
import Testing

struct ParcelTimelineTests {
    private static func world() -> FoldWorld {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.deliveryOpening()), by: "m1")
        var attempt = Sample.attempt(.notHome)
        attempt.place = "解放路 2 号"
        let failed = world.record(.attempt(attempt), on: Sample.deliveryTask)
        world.record(.correct(Sample.void()), answering: failed)
        world.record(.note(NoteFact(text: "别的事")))
        world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        return world
    }

    @Test func `the trace holds everything about the parcel, voids included`() {
        let world = Self.world()
        let entries = ParcelTimeline.entries(
            of: Sample.number, row: nil, facts: world.facts)
        #expect(entries.map(\.kind) == [.taskOpen, .attempt, .correct, .deliver])
        #expect(
            entries.map(\.event) == [
                Code(.outForDelivery), Code(.deliveryFailed), nil, Code(.delivered),
            ])
        #expect(entries.map(\.isVoided) == [false, true, false, false])
        #expect(entries[1].place == "解放路 2 号")
        #expect(entries[1].person == FoldWorld.courier)
        #expect(entries.map(\.at) == entries.map(\.at).sorted())
    }

    @Test func `the row adds what others did and repeats nothing`() {
        let world = Self.world()
        let own = world.facts.filter { $0.person == FoldWorld.courier }
        let entries = ParcelTimeline.entries(
            of: Sample.number, row: world.parcel(), facts: own)
        #expect(
            entries.map(\.event) == [
                Code(.outForDelivery), Code(.deliveryFailed), nil, Code(.delivered),
            ])
        #expect(entries[0].kind == nil)
        #expect(entries[0].reference == world.facts[0].reference)
    }

    @Test func `a final delivery after a drop is a collection in the trace too`() {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.deliveryOpening()), by: "m1")
        world.record(.deliver(Sample.deliver(.locker)))
        world.record(.deliver(Sample.deliver()))
        let events = ParcelTimeline.entries(of: Sample.number, row: nil, facts: world.facts)
            .compactMap(\.event)
        #expect(events == world.parcel()?.history.reversed().map(\.event))
    }

    @Test func `what the pickup cites is part of the trace, with its answers`() {
        var world = FoldWorld()
        let quote = world.record(.quote(Sample.quote(1_300)), on: Sample.pickupTask)
        world.record(.quote(Sample.quote(900)), on: EntityReference(.task, "T99"))
        let payment = Sample.payment(1_300, to: quote.madeID)
        let paid = world.record(.payment(payment), on: Sample.pickupTask)
        var pickup = Sample.pickup(quote: quote)
        pickup.payments = [paid.id]
        world.record(.pickup(pickup), on: Sample.pickupTask)
        world.record(.paymentVoid(Sample.void(payment)), answering: paid)
        let entries = ParcelTimeline.entries(of: Sample.number, row: nil, facts: world.facts)
        #expect(entries.map(\.kind) == [.quote, .payment, .pickup, .paymentVoid])
        #expect(entries.map(\.isVoided) == [false, true, false, false])
    }

    @Test func `an unknown parcel has no trace`() {
        #expect(
            ParcelTimeline.entries(of: "WB000000", row: nil, facts: Self.world().facts).isEmpty)
    }
}
