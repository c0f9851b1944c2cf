import Domain
import Testing

struct FoldCustodyTests {
    private static let courier = FoldWorld.courier
    private static let station = EntityReference(.station, "ST0931")

    /// A parcel that is out for delivery with the courier.
    private static func outForDelivery() -> FoldWorld {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.deliveryOpening()), by: "m1")
        return world
    }

    private static func handover(
        _ side: HandoverSide, to taker: EntityReference, _ parcels: [String] = [Sample.number],
        number: String = "HO1"
    ) -> HandoverFact {
        HandoverFact(
            number: number, side: side, taker: taker, reason: .shift, parcels: parcels,
            count: parcels.count)
    }

    private static func person(_ id: String) -> EntityReference { EntityReference(.person, id) }

    private static func scan(_ event: ScanEvent) -> FactPayload {
        var scan = ScanFact(parcel: Sample.number)
        scan.event = event
        scan.station = "ST0931"
        return .scan(scan)
    }

    // MARK: Returns

    @Test func `a return ends the delivery, and then the parcel is with its sender`() throws {
        var world = Self.outForDelivery()
        world.record(
            .return(ReturnFact(parcel: Sample.number, step: .started, reason: .customerWish)),
            on: Sample.deliveryTask)
        #expect(world.parcel()?.stage == .returning)
        #expect(world.parcel()?.custody == .person(Self.courier))
        #expect(world.task("T82")?.state == .done)
        world.record(
            .return(ReturnFact(parcel: Sample.number, step: .signed, reason: .customerWish)))
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == .returned)
        #expect(parcel.custody == .sender)
        #expect(parcel.event == Code(.returnDelivered))
        #expect(world.account()?.parcelCount == 0)
    }

    @Test func `a delivery that came first stands against a return`() {
        var world = Self.outForDelivery()
        world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        let late = world.record(
            .return(ReturnFact(parcel: Sample.number, step: .signed, reason: .customerWish)),
            by: "c2")
        #expect(world.remark(of: late) == .already)
        #expect(world.parcel()?.stage == .delivered)
    }

    @Test func `a return that was declared void is a delivery again`() {
        var world = Self.outForDelivery()
        let start = world.record(
            .return(ReturnFact(parcel: Sample.number, step: .started, reason: .customerWish)),
            on: Sample.deliveryTask)
        world.record(.correct(Sample.void()), on: Sample.deliveryTask, answering: start)
        #expect(world.parcel()?.stage == .outForDelivery)
        #expect(world.task("T82")?.state == .open)
    }

    // MARK: Handovers

    @Test func `custody goes with the first take and not with what the giver says`() {
        var world = Self.outForDelivery()
        let giver = Self.person(Self.courier)
        world.record(.handover(Self.handover(.give, to: Self.person("c2"))), on: giver)
        #expect(world.parcel()?.custody == .person(Self.courier))
        world.record(.handover(Self.handover(.take, to: Self.person("c2"))), by: "c2", on: giver)
        #expect(world.parcel()?.custody == .person("c2"))
        #expect(world.account()?.parcelCount == 0)
        #expect(world.account("c2")?.parcelCount == 1)
        let second = world.record(
            .handover(Self.handover(.take, to: Self.person("c3"))), by: "c3", on: giver)
        #expect(world.remark(of: second) == .already)
        #expect(world.parcel()?.custody == .person("c2"))
    }

    @Test func `the taker's PIN on the giver's handheld is as good as a take`() {
        var world = Self.outForDelivery()
        let giver = Self.person(Self.courier)
        var give = Self.handover(.give, to: Self.station)
        give.hasPIN = true
        world.record(.handover(give), on: giver)
        #expect(world.parcel()?.custody == .station("ST0931"))
        let take = world.record(.handover(Self.handover(.take, to: Self.station)), on: giver)
        #expect(world.remark(of: take) == .already)
    }

    @Test func `a handover of many parcels comes in parts`() throws {
        var world = Self.outForDelivery()
        let giver = Self.person(Self.courier)
        for part in 1...2 {
            var take = Self.handover(
                .take, to: Self.person("c2"), part == 1 ? [Sample.number] : [])
            take.part = PartOf(index: part, count: 2)
            let fact = world.record(.handover(take), by: "c2", on: giver)
            #expect(world.remark(of: fact) == nil)
        }
        #expect(world.parcel()?.custody == .person("c2"))
        #expect(world.handover("HO1")?.taken == 1)
    }

    @Test func `a parcel that nobody knows keeps the handover waiting`() {
        var world = Self.outForDelivery()
        let take = world.record(
            .handover(Self.handover(.take, to: Self.person("c2"), ["WB0000000001"])), by: "c2",
            on: Self.person(Self.courier))
        #expect(
            world.remark(of: take) == .unknownSubject(EntityReference(.parcel, "WB0000000001")))
    }

    @Test func `a reassigned task waits for its parcels and goes on with them`() {
        var world = Self.outForDelivery()
        world.record(.taskAssign(TaskAssignFact(task: "T82", assignee: "c2")), by: "m1")
        #expect(world.task("T82")?.state == .needsHandover)
        var take = Self.handover(.take, to: Self.person("c2"))
        take.tasks = ["T82"]
        world.record(.handover(take), by: "c2", on: Self.person(Self.courier))
        #expect(world.task("T82")?.state == .open)
        #expect(world.task("T82")?.assignee == "c2")
    }

    @Test func `tasks that are handed over belong to the taker`() {
        var world = Self.outForDelivery()
        var take = Self.handover(.take, to: Self.person("c2"))
        take.tasks = ["T82", "T0"]
        world.record(.handover(take), by: "c2", on: Self.person(Self.courier))
        #expect(world.task("T82")?.assignee == "c2")
    }

    @Test(arguments: [true, false])
    func `tasks that only the giver names go with the parcels`(isGivenFirst: Bool) {
        var world = Self.outForDelivery()
        let giver = Self.person(Self.courier)
        var give = Self.handover(.give, to: Self.person("c2"))
        give.tasks = ["T82"]
        let take = Self.handover(.take, to: Self.person("c2"))
        if isGivenFirst { world.record(.handover(give), on: giver) }
        #expect(world.task("T82")?.assignee == Self.courier)
        world.record(.handover(take), by: "c2", on: giver)
        if !isGivenFirst { world.record(.handover(give), on: giver) }
        #expect(world.task("T82")?.assignee == "c2")
        #expect(world.handover("HO1")?.tasks == ["T82"])
    }

    // MARK: Scans

    @Test(arguments: ScanEvent.allCases)
    func `a scan brings its event and stage`(event: ScanEvent) throws {
        var world = FoldWorld()
        world.record(.pickup(Sample.pickup()))
        world.record(Self.scan(event), by: "c2")
        let parcel = try #require(world.parcel())
        #expect(parcel.event == Code(event.event))
        #expect(parcel.stage == event.event.stage ?? .pickedUp)
        #expect(parcel.place == "ST0931")
        let custody: Custody =
            switch event {
            case .outForDelivery: .person("c2")
            case .pickedUpByRecipient: .recipient
            case .receivedAtOrigin, .securityScreened, .departedOrigin, .arrivedHub, .departedHub,
                .arrivedDestination, .held, .transferredCarrier, .disposed:
                .person(Self.courier)
            }
        #expect(parcel.custody == custody)
    }

    @Test func `a scan told late joins the history and moves nothing`() throws {
        var world = FoldWorld()
        world.record(.pickup(Sample.pickup()))
        world.record(Self.scan(.outForDelivery), by: "c2")
        let newest = try #require(world.parcel()?.at)
        world.append(
            Fact(
                id: String(repeating: "e", count: 64), person: "h1", recordedAt: newest - 1,
                payload: Self.scan(.arrivedHub)))
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == .outForDelivery)
        #expect(parcel.custody == .person("c2"))
        #expect(
            parcel.history.map(\.event)
                == [Code(.outForDelivery), Code(.arrivedHub), Code(.accepted)])
    }

    @Test(
        arguments: [("OK", nil), ("DAMAGED", .outerDamaged), ("MISSING", .noPhysicalParcel)]
            as [(String, ExceptionReason?)])
    func `a check before delivery that finds something opens a problem`(
        check: String, reason: ExceptionReason?
    ) {
        var world = Self.outForDelivery()
        var scan = ScanFact(parcel: Sample.number)
        scan.operation = Code("LOADED")
        scan.preCheck = Code(check)
        let fact = world.record(.scan(scan))
        #expect(world.problem(fact.madeID)?.reason == reason)
        guard reason != nil else { return }
        world.record(.correct(Sample.void()), answering: fact)
        #expect(world.problem(fact.madeID)?.state == .closed)
    }

    @Test func `a reweigh changes the weight and not what is due`() {
        var world = FoldWorld()
        let quote = world.record(.quote(Sample.quote(1_300)))
        world.record(.pickup(Sample.pickup(quote: quote)))
        let weight = ParcelWeight(actualGrams: 1_200, volumetricGrams: 0, chargeableGrams: 1_200)
        world.record(.reweigh(ReweighFact(parcel: Sample.number, weight: weight)), by: "h1")
        #expect(world.parcel()?.weight == weight)
        #expect(world.charge(quote.madeID)?.dueFen == 1_300)
    }

    // MARK: Problems

    @Test func `a problem is worked on, found and closed`() throws {
        var world = Self.outForDelivery()
        let report = world.record(
            .problem(ProblemFact(subject: .parcel(Sample.number), reason: .suspectedLost)))
        let problem = EntityReference(.problem, report.madeID)
        var assign = ProblemStepFact(step: .assigned)
        assign.owner = "d1"
        assign.dueAt = 9
        world.record(.problemStep(assign), by: "m1", on: problem)
        #expect(world.problem(report.madeID)?.state == .working)
        #expect(world.problem(report.madeID)?.owner == "d1")
        #expect(world.parcel()?.isException == true)
        world.record(.problemStep(ProblemStepFact(step: .found)), by: "d1", on: problem)
        #expect(world.problem(report.madeID)?.state == .solved)
        var close = ProblemStepFact(step: .closed)
        close.outcome = .foundContinueDelivery
        world.record(.problemStep(close), by: "d1", on: problem)
        #expect(world.problem(report.madeID)?.state == .closed)
        #expect(world.parcel()?.event == Code(.exceptionResolved))
        #expect(world.parcel()?.isException == false)
        let late = world.record(.problemStep(ProblemStepFact(step: .told)), on: problem)
        #expect(world.remark(of: late) == .already)
    }
}
