import Domain
import SyncProtocol
import Testing

@testable import WireMapping

/// The fold against facts and rows that nobody would record.
struct FoldRowsTests {
    /// Few names, so that facts and rows meet.
    private static let names = ["WB0931000012", "T81", "A1", "L0", "c1"]

    private static func entity(
        _ reference: EntityReference, _ random: inout RandomValues
    ) -> Entity? {
        let id = reference.id
        switch reference.type {
        case .task: return .task(.random(id: id, from: &random))
        case .parcel: return .parcel(.random(id: id, from: &random))
        case .charge: return .charge(.random(id: id, from: &random))
        case .problem: return .problem(.random(id: id, from: &random))
        case .account: return .account(.random(id: id, from: &random))
        case .handover: return .handover(.random(id: id, from: &random))
        case .addr, .config, .person, .pack, .tariff, .numbers, .disp, .device, .order, .ticket,
            .batch, .notice, .case, .day, .station, .incident:
            return nil
        }
    }

    private static func fact(_ number: Int, _ random: inout RandomValues, _ earlier: [Fact]) -> Fact
    {
        let kind: FactKind = random.word()
        let target = earlier.isEmpty ? nil : earlier[random.upTo(earlier.count - 1)]
        let subject: EntityReference? = random.maybe {
            EntityReference($0.flag() ? .task : .parcel, names[$0.upTo(names.count - 1)])
        }
        let type = kind.subjectTypes.map { $0[random.upTo($0.count - 1)] }
        return Fact(
            id: random.hex64(), person: names[random.upTo(names.count - 1)],
            recordedAt: random.natural(),
            subject: type.map { EntityReference($0, "c1") } ?? subject,
            corrects: kind.namesAnotherFact ? target?.id : nil,
            payload: renamed(random.payload(kind), &random))
    }

    /// The payload about one of the few parcels, so that it has an effect.
    private static func renamed(
        _ payload: FactPayload, _ random: inout RandomValues
    ) -> FactPayload {
        let parcel = names[0]
        switch payload {
        case .pickup(var fact):
            fact.parcel = parcel
            return .pickup(fact)
        case .deliver(var fact):
            fact.parcel = parcel
            return .deliver(fact)
        case .attempt(var fact):
            fact.parcel = parcel
            return .attempt(fact)
        case .check(var fact):
            fact.parcel = parcel
            return .check(fact)
        case .payment(var fact):
            fact.charge = names[random.upTo(names.count - 1)]
            fact.money.currency = "CNY"
            return .payment(fact)
        case .taskOpen(var fact):
            fact.parcels.append(parcel)
            return .taskOpen(fact)
        case .return(var fact):
            fact.parcel = parcel
            return .return(fact)
        case .handover(var fact):
            fact.parcels.append(parcel)
            fact.number = names[random.upTo(names.count - 1)]
            return .handover(fact)
        case .cashHandover(var fact):
            fact.number = names[random.upTo(names.count - 1)]
            fact.money.currency = "CNY"
            return .cashHandover(fact)
        case .refund(var fact):
            fact.charge = names[random.upTo(names.count - 1)]
            fact.money.currency = "CNY"
            return .refund(fact)
        case .scan(var fact):
            fact.parcel = parcel
            return .scan(fact)
        case .chargePrice(var fact):
            fact.charge = names[random.upTo(names.count - 1)]
            return .chargePrice(fact)
        case .adjustment(var fact):
            fact.charge = names[random.upTo(names.count - 1)]
            fact.currency = "CNY"
            return .adjustment(fact)
        case .identity, .quote, .paymentVoid, .refusal, .problem, .correct, .note, .taskAccept,
            .taskDecline, .taskStart, .problemStep, .reweigh, .caseSay, .shiftOpen, .shiftClose,
            .oversize, .blobCorrupt, .consent, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange,
            .addressChange,
            .parcelIntercept, .parcelRelease, .caseResolve, .streamClose, .reinterpret,
            .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose:
            return payload
        }
    }

    @Test(arguments: 0..<20)
    func `whatever was recorded, the fold gives rows that can be sent`(seed: Int) throws {
        var random = RandomValues(seed: UInt64(seed))
        var facts: [Fact] = []
        var entities: [EntityReference: Entity] = [:]
        for type: EntityType in [.task, .parcel, .charge, .problem, .account, .handover] {
            for name in Self.names where random.flag() {
                let reference = EntityReference(type, name)
                entities[reference] = Self.entity(reference, &random)
            }
        }
        for number in 0..<40 {
            let fact = Self.fact(number, &random, facts)
            let target = facts.first { $0.id == fact.corrects }
            let answering = target.map { target in
                AnsweredFact(target, answers: facts.filter { $0.corrects == target.id })
            }
            let outcome = Fold.apply(fact, answering: answering) { entities[$0] }
            for entity in outcome.changes {
                let reference = entity.reference
                let body = try CanonicalObject(decoding: RowMapping.body(of: entity).encoded())
                let reading = RowMapping.entity(
                    type: reference.type.rawValue, id: reference.id, body: body)
                #expect(reading == .entity(entity), "seed \(seed), fact \(number)")
                entities[reference] = entity
            }
            let postings = Postings.of(fact, answering: answering) { _ in number.isMultiple(of: 2) }
            #expect(Fen.sum(postings.map(\.amountFen)) == 0, "seed \(seed), fact \(number)")
            facts.append(fact)
        }
        _ = MoneyBook(facts)
        for name in Self.names {
            let entries = ParcelTimeline.entries(of: name, row: nil, facts: facts)
            #expect(entries.map(\.at) == entries.map(\.at).sorted())
        }
    }
}
