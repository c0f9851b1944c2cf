import Domain
import Testing

struct FoldCorrectionTests {
    /// A world with one delivery task of one parcel.
    private static func outForDelivery() -> FoldWorld {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.deliveryOpening()), by: "m1")
        return world
    }

    private static let acts: [FactPayload] = [
        .deliver(Sample.deliver()), .deliver(Sample.deliver(.locker)),
        .deliver(Sample.deliver(.returnSigned)), .attempt(Sample.attempt(.notHome)),
        .problem(ProblemFact(subject: .parcel(Sample.number), reason: .outerDamaged)),
    ]

    @Test(arguments: acts)
    func `a void brings back the parcel as it was`(act: FactPayload) throws {
        var world = Self.outForDelivery()
        let before = try #require(world.parcel())
        let fact = world.record(act, on: Sample.deliveryTask)
        #expect(world.parcel() != before)
        world.record(.correct(Sample.void()), answering: fact)
        var after = try #require(world.parcel())
        after.by = before.by
        #expect(after == before)
        #expect(world.task("T82")?.state == .open)
        #expect(world.task("T82")?.attemptNumber == 0)
        #expect(world.account()?.parcelCount == 1)
        #expect(world.problem(fact.madeID)?.state ?? .closed == .closed)
    }

    @Test func `a void of an older act keeps what came after it`() throws {
        var world = Self.outForDelivery()
        let attempt = world.record(.attempt(Sample.attempt(.notHome)))
        let deliver = world.record(.deliver(Sample.deliver()))
        world.record(.correct(Sample.void()), answering: attempt)
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == .delivered)
        #expect(parcel.attempts == 0)
        #expect(parcel.history.map(\.fact).contains(attempt.reference) == false)
        #expect(parcel.event == Code(.delivered))
        #expect(parcel.history.first?.fact == deliver.reference)
    }

    @Test func `a void of a pickup gives the parcel back and forgives its charges`() throws {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        let quote = world.record(.quote(Sample.quote(1_300)), on: Sample.pickupTask)
        world.record(.payment(Sample.payment(1_300, to: quote.madeID)), on: Sample.pickupTask)
        let pickup = world.record(
            .pickup(Sample.pickup(quote: quote, codFen: 500)), on: Sample.pickupTask)
        world.record(.correct(Sample.void()), answering: pickup)
        #expect(world.parcel()?.stage == .created)
        #expect(world.parcel()?.custody == .sender)
        #expect(world.account()?.parcelCount == 0)
        #expect(world.charge(quote.madeID)?.balanceFen == -1_300)
        #expect(world.charge(quote.madeID)?.state == .refundDue)
        #expect(world.charge(FactCode.codChargeID(pickup.id))?.state == .settled)
        let task = try #require(world.task("T81"))
        #expect(task.state == .open)
        #expect(task.parcels.isEmpty)
        #expect(task.charges.isEmpty)
        world.record(.pickup(Sample.pickup()), on: Sample.pickupTask)
        #expect(world.parcel()?.stage == .pickedUp)
    }

    @Test func `a void of a refusal opens the task again`() {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        let refusal = world.record(
            .refusal(RefusalFact(reason: .prohibitedItem)), on: Sample.pickupTask)
        #expect(world.task("T81")?.state == .done)
        world.record(.correct(Sample.void()), answering: refusal)
        #expect(world.task("T81")?.state == .open)
    }

    @Test func `a fact is voided once`() {
        var world = Self.outForDelivery()
        let attempt = world.record(.attempt(Sample.attempt(.notHome)))
        world.record(.attempt(Sample.attempt(.notHome)))
        world.record(.correct(Sample.void()), answering: attempt)
        #expect(world.parcel()?.attempts == 1)
        let again = world.record(.correct(Sample.void()), answering: attempt)
        #expect(world.remark(of: again) == .already)
        #expect(world.parcel()?.attempts == 1)
    }

    @Test func `a void of the delivery that did not stand changes nothing`() throws {
        var world = Self.outForDelivery()
        world.record(.deliver(Sample.deliver()))
        let second = world.record(.deliver(Sample.deliver(.proxy)), by: "c2")
        let before = try #require(world.parcel())
        let void = world.record(.correct(Sample.void()), by: "c2", answering: second)
        #expect(world.remark(of: void) == .already)
        #expect(world.parcel() == before)
    }

    @Test func `money, checks and an unknown fact are not corrected this way`() {
        var world = FoldWorld()
        let payment = world.record(.payment(Sample.payment(5, to: "L0")))
        let void = world.record(.correct(Sample.void()), answering: payment)
        #expect(world.remark(of: void) == .notCorrectable)
        #expect(world.account()?.cashFen == ["CNY": 5])
        let check = world.record(.check(Sample.check(.fail)))
        let lift = world.record(.correct(Sample.void()), answering: check)
        #expect(world.remark(of: lift) == .notCorrectable)
        #expect(world.parcel()?.isStopped == true)
        let nothing = world.record(.correct(Sample.void()))
        #expect(world.remark(of: nothing) == .unknownFact)
    }

    @Test func `a change leaves the rows alone`() throws {
        var world = Self.outForDelivery()
        let deliver = world.record(.deliver(Sample.deliver()))
        let before = try #require(world.parcel())
        world.record(
            .correct(CorrectFact(how: .change, reason: .nothing)), answering: deliver)
        #expect(world.parcel() == before)
    }
}
