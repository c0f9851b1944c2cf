import Domain
import HandheldUI
import Journal
import Testing

@testable import Handheld

/// Parcels go from one courier to another, and both sides record it (HO-01).
@Suite struct HandoverTests {
    private static let parcel = "EX0100000001013"
    private static let other = "EX0100000001021"
    private static let number = "H7K2M93QX"
    private var fixture: HandheldFixture

    init() throws {
        fixture = try HandheldFixture()
        var others = Parcel(id: Self.other, stage: .outForDelivery, custody: .person("c2"))
        others.isException = false
        try fixture.receive(
            StationRows.all + [
                .person(Person(id: "c2", name: "李强", capabilities: [.deliver], state: .active)),
                .person(Person(id: "c3", name: "赵", capabilities: [.deliver], state: .closed)),
                .parcel(others),
            ])
    }

    private mutating func give(
        _ parcels: [String] = [parcel], to taker: String? = "c2", counted: Int? = nil,
        hasPIN: Bool = false, draft: String = "d1"
    ) throws -> ActResult {
        try fixture.handheld.give(
            HandoverGiveInput(
                parcels: parcels, taker: taker, reason: taker == nil ? .back : .transfer,
                counted: counted), hasPIN: hasPIN, draft: draft, at: fixture.now)
    }

    private mutating func take(
        _ parcels: [String], from giver: String? = nil, counted: Int? = nil,
        number: String = number, draft: String = "d1"
    ) throws -> ActResult {
        try fixture.handheld.take(
            HandoverTakeInput(number: number, giver: giver, parcels: parcels, counted: counted),
            draft: draft, at: fixture.now)
    }

    private func refusal(_ result: ActResult) -> ActRefusal? {
        if case .refused(let refusal) = result { refusal } else { nil }
    }

    private func fact(_ receipt: Receipt) -> HandoverFact? {
        if case .handover(let fact) = receipt.main.payload { fact } else { nil }
    }

    private mutating func custody(_ id: String = parcel) throws -> Custody? {
        try fixture.handheld.track(id)?.parcel?.custody
    }

    /// The row of a handover from the colleague.
    private mutating func announce(_ given: Int?, taken: Int? = nil) throws {
        var row = Handover(
            id: Self.number, content: .parcels, giver: EntityReference(.person, "c2"),
            taker: EntityReference(.person, "c1"))
        (row.given, row.taken) = (given, taken)
        try fixture.receive([.handover(row)])
    }

    @Test mutating func `parcels are given with their task, and stay until the other confirms`()
        throws
    {
        let receipt = try give().receipt
        let fact = try #require(self.fact(receipt))
        #expect(fact.side == .give && fact.count == 1 && fact.tasks == ["T2"])
        #expect(
            fact.number.hasPrefix("H") && receipt.main.subject == EntityReference(.person, "c1"))
        #expect(receipt.main.base[EntityReference(.parcel, Self.parcel)] == 7)
        #expect(try custody() == .person("c1"))
        #expect(try give().receipt.isRepeated)
        let standing = try #require(try fixture.handheld.handovers().first)
        #expect(standing.isGiver && standing.isOpen && standing.other == "李强")
    }

    @Test mutating func `with the taker's PIN they are the taker's at once, and the task too`()
        throws
    {
        _ = try give(hasPIN: true).receipt
        #expect(try custody() == .person("c2"))
        #expect(try fixture.handheld.task("T2")?.task.assignee == "c2")
        #expect(try fixture.handheld.handovers().map(\.isOpen) == [false])
        guard case .parcelsNotHeld([Self.parcel]) = refusal(try give(draft: "d2")) else {
            Issue.record("a parcel was given twice")
            return
        }
    }

    @Test mutating func `what cannot be given is refused`() throws {
        guard case .handoverToSelf = refusal(try give(to: "c1")),
            case .unknownPerson("c9") = refusal(try give(to: "c9")),
            case .unknownPerson("c3") = refusal(try give(to: "c3")),
            case .unknownParcel("EX0100000001030") = refusal(try give(["EX0100000001030"])),
            case .parcelsNotHeld([Self.other]) = refusal(try give([Self.parcel, Self.other])),
            case .handoverCount(1, 2) = refusal(try give(counted: 2))
        else {
            Issue.record("one of them was recorded")
            return
        }
        var stopped = Parcel(id: Self.parcel, stage: .outForDelivery, custody: .person("c1"))
        stopped.isStopped = true
        try fixture.receive([.parcel(stopped)])
        guard case .form([.parcel(.stopped(Self.parcel))]) = refusal(try give()) else {
            Issue.record("a stopped parcel went on")
            return
        }
        // Back to the station it may go.
        #expect(fact(try give(to: nil).receipt)?.taker.type == .station)
    }

    @Test mutating func `parcels are taken by what is read, before the other side is known`()
        throws
    {
        guard case .unknownHandover(Self.number) = refusal(try take([Self.other])),
            case .unknownPerson("c9") = refusal(try take([Self.other], from: "c9")),
            case .handoverToSelf = refusal(try take([Self.other], from: "c1")),
            case .unknownHandover("H 1") = refusal(
                try take([Self.other], from: "c2", number: "H 1"))
        else {
            Issue.record("one of them was recorded")
            return
        }
        let receipt = try take([Self.other, "EX0100000001030"], from: "c2").receipt
        #expect(receipt.main.subject == EntityReference(.person, "c2"))
        #expect(fact(receipt)?.count == 2)
        #expect(try custody(Self.other) == .person("c1"))
    }

    @Test mutating func `a count that differs from the other side is said before it is recorded`()
        throws
    {
        try announce(2)
        guard case .handoverDiffers(2, 1) = refusal(try take([Self.other])),
            case .handoverOfOthers = refusal(try take([Self.other], from: "c3"))
        else {
            Issue.record("one of them was recorded")
            return
        }
        _ = try take([Self.other], counted: 1).receipt
        guard case .handoverTaken = refusal(try take([Self.other], counted: 1, draft: "d2")) else {
            Issue.record("it was taken twice")
            return
        }
    }

    @Test mutating func `a task that was reassigned opens with its parcel`() throws {
        var task = CourierTask(id: "T9", kind: .delivery, state: .needsHandover, assignee: "c1")
        task.parcels = [Self.other]
        try fixture.receive([.task(task)])
        #expect(fact(try take([Self.other], from: "c2").receipt)?.tasks == ["T9"])
        #expect(try fixture.handheld.task("T9")?.task.state == .open)
    }

    @Test mutating func `a parcel whose task is somebody else's is to be handed over`() throws {
        #expect(try fixture.handheld.parcelsWithoutTask().isEmpty)
        var task = CourierTask(id: "T2", kind: .delivery, state: .open, assignee: "c2")
        task.parcels = [Self.parcel]
        try fixture.receive([.task(task)])
        #expect(try fixture.handheld.parcelsWithoutTask() == [Self.parcel])
    }
}
