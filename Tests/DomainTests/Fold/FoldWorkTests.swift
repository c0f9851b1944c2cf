import Domain
import Testing

struct FoldWorkTests {
    private static func opened() -> FoldWorld {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.deliveryOpening()), by: "m1")
        return world
    }

    @Test func `a task is accepted, started and declined by whose it is`() {
        var world = Self.opened()
        let foreign = world.record(
            .taskAccept(TaskAcceptFact()), by: "c2", on: Sample.deliveryTask)
        #expect(world.remark(of: foreign) == .already)
        #expect(world.task("T82")?.state == .open)
        world.record(.taskAccept(TaskAcceptFact()), on: Sample.deliveryTask)
        #expect(world.task("T82")?.state == .accepted)
        world.record(.taskStart(TaskStartFact()), on: Sample.deliveryTask)
        #expect(world.task("T82")?.state == .started)
        world.record(.taskDecline(TaskDeclineFact(reason: .nothing)), on: Sample.deliveryTask)
        #expect(world.task("T82")?.state == .declined)
        world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        let late = world.record(.taskStart(TaskStartFact()), on: Sample.deliveryTask)
        #expect(world.remark(of: late) == .already)
        #expect(world.task("T82")?.state == .done)
    }

    @Test func `a task that somebody else has done is overtaken`() {
        var world = Self.opened()
        world.record(.taskAssign(TaskAssignFact(task: "T82", assignee: "c2")), by: "m1")
        let fact = world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        #expect(world.remark(of: fact) == nil)
        #expect(world.task("T82")?.state == .overtaken)
        #expect(world.task("T82")?.assignee == "c2")
        #expect(world.parcel()?.stage == .delivered)
        world.record(.correct(Sample.void()), on: Sample.deliveryTask, answering: fact)
        #expect(world.task("T82")?.state == .open)
    }

    @Test func `a change keeps what it does not name`() {
        var world = Self.opened()
        var change = TaskChangeFact(task: "T82")
        change.until = 9
        change.isUrgent = true
        world.record(.taskChange(change), by: "m1")
        #expect(world.task("T82")?.until == 9)
        #expect(world.task("T82")?.isUrgent == true)
        #expect(world.task("T82")?.parcels == [Sample.number])
        world.record(
            .taskCancel(TaskCancelFact(task: "T82", reason: .nothing)), by: "m1")
        let late = world.record(.taskChange(change), by: "m1")
        #expect(world.remark(of: late) == .already)
    }

    @Test func `a new address redirects the parcel`() {
        var world = Self.opened()
        var change = AddressChangeFact(
            addressID: "A9", address: AddressFields(text: "人民路 3 号"))
        change.parcel = Sample.number
        world.record(.addressChange(change), by: "m1")
        #expect(
            world.entities[EntityReference(.addr, "A9")]
                == .address(Address(id: "A9", details: change.address)))
        #expect(world.parcel()?.event == Code(.redirected))
        change.addressID = "A0"
        let unknown = world.record(.addressChange(change), by: "m1")
        #expect(world.remark(of: unknown) == .unknownSubject(EntityReference(.addr, "A0")))
    }

    @Test(arguments: [(nil, TrackingEvent.held), (true, .prohibitedHeld)])
    func `a stop holds until it is released`(isProhibited: Bool?, event: TrackingEvent) {
        var world = Self.opened()
        var stop = ParcelInterceptFact(parcel: Sample.number, reason: .nothing, order: .return)
        stop.isProhibited = isProhibited
        world.record(.parcelIntercept(stop), by: "m1")
        #expect(world.parcel()?.isStopped == true)
        #expect(world.parcel()?.stopOrder == .return)
        #expect(world.parcel()?.event == Code(event))
        #expect(world.parcel()?.stage == .outForDelivery)
        let again = world.record(.parcelIntercept(stop), by: "m1")
        #expect(world.remark(of: again) == .already)
        let release = ParcelReleaseFact(parcel: Sample.number, reason: .nothing)
        world.record(.parcelRelease(release), by: "m1")
        #expect(world.parcel()?.isStopped == false)
        #expect(world.parcel()?.stopOrder == nil)
        #expect(world.parcel()?.isException == false)
        let twice = world.record(.parcelRelease(release), by: "m1")
        #expect(world.remark(of: twice) == .already)
    }

    @Test func `what was delivered is not stopped any more`() {
        var world = Self.opened()
        world.record(.deliver(Sample.deliver()), on: Sample.deliveryTask)
        let late = world.record(
            .parcelIntercept(
                ParcelInterceptFact(parcel: Sample.number, reason: .nothing, order: .hold)),
            by: "m1")
        #expect(world.remark(of: late) == .already)
        #expect(world.parcel()?.isStopped == false)
    }
}
