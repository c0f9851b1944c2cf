import Domain
import Testing

struct FoldParcelTests {
    private static func opened(delivery collect: [CollectDue]? = nil) -> FoldWorld {
        var world = FoldWorld()
        if let collect {
            world.record(.taskOpen(Sample.deliveryOpening(collect: collect)), by: "m1")
        } else {
            world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        }
        return world
    }

    @Test func `a pickup makes the parcel and ends the task`() throws {
        var world = Self.opened()
        let pickup = world.record(.pickup(Sample.pickup()), on: Sample.pickupTask)
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == .pickedUp)
        #expect(parcel.custody == .person(FoldWorld.courier))
        #expect(parcel.event == Code(.accepted))
        #expect(parcel.at == pickup.recordedAt)
        #expect(parcel.by == FoldWorld.courier)
        #expect(parcel.sender == Sample.sender)
        #expect(parcel.recipient == Sample.recipient)
        #expect(parcel.history.map(\.fact) == [pickup.reference])
        let task = try #require(world.task("T81"))
        #expect(task.state == .done)
        #expect(task.parcels == [Sample.number])
        #expect(world.account()?.parcelCount == 1)
    }

    @Test func `a pickup for an unknown task stands and says what is missing`() {
        var world = FoldWorld()
        let pickup = world.record(.pickup(Sample.pickup()), on: Sample.pickupTask)
        #expect(world.parcel()?.stage == .pickedUp)
        #expect(world.remark(of: pickup) == .unknownSubject(Sample.pickupTask))
    }

    @Test func `the first of two pickups stands`() throws {
        var world = FoldWorld()
        world.record(.pickup(Sample.pickup()))
        let second = world.record(.pickup(Sample.pickup(codFen: 500)), by: "c2")
        #expect(world.remark(of: second) == .already)
        #expect(world.parcel()?.custody == .person(FoldWorld.courier))
        #expect(world.account("c2") == nil)
        #expect(world.charge(FactCode.codChargeID(second.id)) == nil)
    }

    @Test(arguments: [CheckResult.fail, .suspect])
    func `a failed inspection stops the parcel before and after acceptance`(result: CheckResult) {
        var before = FoldWorld()
        before.record(.check(Sample.check(result)), on: Sample.pickupTask)
        #expect(before.parcel()?.stage == .created)
        #expect(before.parcel()?.isStopped == true)
        before.record(.pickup(Sample.pickup()))
        #expect(before.parcel()?.isStopped == true)
        #expect(before.parcel()?.stage == .pickedUp)

        var after = FoldWorld()
        after.record(.pickup(Sample.pickup()))
        after.record(.check(Sample.check(result, .transit)))
        #expect(after.parcel()?.event == Code(.prohibitedHeld))
        #expect(after.parcel()?.stage == .pickedUp)
        #expect(after.parcel()?.isException == true)
    }

    @Test func `a passed inspection changes nothing and never lifts a stop`() {
        var world = FoldWorld()
        world.record(.check(Sample.check(.pass)))
        #expect(world.entities.isEmpty)
        world.record(.check(Sample.check(.fail)))
        world.record(.check(Sample.check(.pass)))
        #expect(world.parcel()?.isStopped == true)
    }

    @Test(arguments: RefusalReason.allCases)
    func `a refusal leaves the task open unless the reason is final`(reason: RefusalReason) {
        var world = Self.opened()
        world.record(.refusal(RefusalFact(reason: reason)), on: Sample.pickupTask)
        #expect(world.task("T81")?.state == (reason.isFinal ? .done : .open))
        #expect(world.task("T81")?.event == Code(.pickupFailed))
        #expect(world.parcel() == nil)
    }

    @Test func `nine refusal reasons are final`() {
        #expect(RefusalReason.allCases.count { $0.isFinal } == 9)
    }

    @Test func `a refusal of an unknown task waits for it`() {
        var world = FoldWorld()
        let refusal = world.record(
            .refusal(RefusalFact(reason: .weather)), on: EntityReference(.task, "T99"))
        #expect(world.remark(of: refusal) == .unknownSubject(EntityReference(.task, "T99")))
        #expect(world.entities.isEmpty)
    }

    @Test(arguments: [
        (ProofType.recipient, Stage.delivered, TrackingEvent.delivered, Custody.recipient),
        (.proxy, .delivered, .deliveredToProxy, .recipient),
        (.orgStamp, .delivered, .delivered, .recipient),
        (.safePlace, .delivered, .delivered, .recipient),
        (.afterException, .delivered, .delivered, .recipient),
        (.selfPickup, .delivered, .pickedUpByRecipient, .recipient),
        (.locker, .availableForPickup, .droppedInLocker, .station("LK7")),
        (.station, .availableForPickup, .droppedAtStation, .station("LK7")),
        (.returnSigned, .returned, .returnDelivered, .sender),
    ])
    func `the proof decides stage, event and custody`(
        proof: ProofType, stage: Stage, event: TrackingEvent, custody: Custody
    ) throws {
        var world = Self.opened(delivery: [])
        var deliver = Sample.deliver(proof)
        deliver.lockerID = "LK7"
        deliver.stationID = "驿站 3"
        world.record(.deliver(deliver), on: Sample.deliveryTask)
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == stage)
        #expect(parcel.event == Code(event))
        #expect(parcel.custody == custody)
        #expect(world.task("T82")?.state == .done)
        #expect(world.account()?.parcelCount == 0)
    }

    @Test func `a final delivery after a drop is a collection`() {
        var world = Self.opened(delivery: [])
        world.record(.deliver(Sample.deliver(.station)), on: Sample.deliveryTask)
        #expect(world.parcel()?.custody == .transit)
        world.record(.deliver(Sample.deliver(.proxy)))
        #expect(world.parcel()?.event == Code(.pickedUpByRecipient))
        #expect(world.parcel()?.stage == .delivered)
    }

    @Test func `the first of two deliveries stands`() {
        var world = Self.opened(delivery: [])
        let first = world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        let second = world.record(.deliver(Sample.deliver(.proxy)), by: "c2")
        #expect(world.remark(of: second) == .already)
        #expect(world.parcel()?.history.first?.fact == first.reference)
        #expect(world.parcel()?.event == Code(.delivered))
    }

    @Test func `a delivery of an unknown parcel waits for it`() {
        var world = FoldWorld()
        let deliver = world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        #expect(
            world.remark(of: deliver) == .unknownSubject(EntityReference(.parcel, Sample.number)))
        #expect(world.entities.isEmpty)
    }

    @Test(arguments: ExceptionReason.allCases)
    func `a failed delivery is an event and may count`(reason: ExceptionReason) throws {
        var world = Self.opened(delivery: [])
        world.record(.attempt(Sample.attempt(reason, number: 2)), on: Sample.deliveryTask)
        let parcel = try #require(world.parcel())
        let isRefusal = reason == .refused || reason == .refusedPayment
        #expect(parcel.event == Code(isRefusal ? .refused : .deliveryFailed))
        #expect(parcel.attempts == (reason.countsAsAttempt ? 1 : 0))
        #expect(parcel.stage == .outForDelivery)
        #expect(parcel.isException)
        #expect(parcel.custody == .person(FoldWorld.courier))
        #expect(world.task("T82")?.state == .open)
        #expect(world.task("T82")?.attemptNumber == 2)
    }

    @Test(arguments: [
        (ExceptionReason.contentsDamaged, TrackingEvent.damaged), (.lost, .lost),
        (.securityHold, .held), (.prohibitedFound, .prohibitedHeld), (.missort, .exceptionReported),
        (.suspectedLost, .exceptionReported),
    ])
    func `a problem opens work and raises the flag`(
        reason: ExceptionReason, event: TrackingEvent
    ) throws {
        var world = Self.opened(delivery: [])
        let report = world.record(
            .problem(ProblemFact(subject: .parcel(Sample.number), reason: reason)))
        let problem = try #require(world.problem(report.madeID))
        #expect(problem.state == .open)
        #expect(problem.parcel == Sample.number)
        #expect(world.parcel()?.event == Code(event))
        #expect(world.parcel()?.isException == true)
        #expect(world.parcel()?.stage == .outForDelivery)
    }

    @Test func `a parcel without a readable number still gets its work`() {
        var world = FoldWorld()
        let report = world.record(
            .problem(ProblemFact(subject: .unreadable("WB09…"), reason: .noLabel)))
        #expect(world.problem(report.madeID)?.parcel == "WB09…")
        #expect(world.entities.count == 1)
    }

    @Test func `a delivery clears the flag and a stop keeps it`() {
        var world = Self.opened(delivery: [])
        world.record(.attempt(Sample.attempt(.notHome)))
        world.record(.deliver(Sample.deliver()))
        #expect(world.parcel()?.isException == false)

        var stopped = Self.opened(delivery: [])
        stopped.record(.check(Sample.check(.suspect, .delivery)))
        stopped.record(.deliver(Sample.deliver()))
        #expect(stopped.parcel()?.isException == true)
    }

    @Test(arguments: [20, 21])
    func `the history keeps its newest events`(count: Int) throws {
        var world = Self.opened(delivery: [])
        for _ in 1..<count { world.record(.attempt(Sample.attempt(.notHome))) }
        let parcel = try #require(world.parcel())
        #expect(parcel.history.count == Fold.historyCountMax)
        #expect(parcel.history.first?.fact == world.facts.last?.reference)
        #expect(parcel.history.map(\.at) == parcel.history.map(\.at).sorted(by: >))
        #expect(parcel.history.contains { $0.event == Code(.outForDelivery) } == (count == 20))
    }
}
