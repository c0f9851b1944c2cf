import Domain

/// A ledger of facts and the state folded from it.
struct FoldWorld {
    private(set) var facts: [Fact] = []
    private(set) var entities: [EntityReference: Entity] = [:]
    private var remarks: [String: FoldRemark] = [:]
    private var now = 1_789_000_000_000
    static let courier = "c10482"

    /// Records a fact one minute after the last one.
    @discardableResult
    mutating func record(
        _ payload: FactPayload, by person: String = courier, on subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], answering: Fact? = nil
    ) -> Fact {
        now += 60_000
        let fact = Fact(
            id: Self.id(facts.count + 1), person: person, recordedAt: now, subject: subject,
            base: base, corrects: answering?.id, payload: payload)
        append(fact)
        return fact
    }

    /// Applies a fact that was recorded elsewhere.
    mutating func append(_ fact: Fact) {
        let outcome = Fold.apply(fact, answering: answered(fact)) { entities[$0] }
        facts.append(fact)
        remarks[fact.id] = outcome.remark
        for entity in outcome.changes { entities[entity.reference] = entity }
    }

    func remark(of fact: Fact) -> FoldRemark? { remarks[fact.id] }

    /// The fact that another one answers, as the ledger finds it.
    func answered(_ fact: Fact) -> AnsweredFact? {
        FoldWorld.answered(fact, among: facts)
    }

    static func answered(_ fact: Fact, among facts: some Sequence<Fact>) -> AnsweredFact? {
        guard let target = facts.first(where: { $0.id == fact.corrects }) else { return nil }
        return AnsweredFact(target, answers: facts.filter { $0.corrects == target.id })
    }

    func parcel(_ id: String = Sample.number) -> Parcel? {
        guard case .parcel(let row) = entities[EntityReference(.parcel, id)] else { return nil }
        return row
    }

    func task(_ id: String) -> CourierTask? {
        guard case .task(let row) = entities[EntityReference(.task, id)] else { return nil }
        return row
    }

    func charge(_ id: String) -> Charge? {
        guard case .charge(let row) = entities[EntityReference(.charge, id)] else { return nil }
        return row
    }

    func account(_ person: String = courier) -> Account? {
        guard case .account(let row) = entities[EntityReference(.account, person)] else {
            return nil
        }
        return row
    }

    func handover(_ number: String) -> Handover? {
        guard case .handover(let row) = entities[EntityReference(.handover, number)] else {
            return nil
        }
        return row
    }

    /// The postings of every fact, each over the state before it.
    func postings() -> [[Posting]] {
        var world = FoldWorld()
        return facts.map { fact in
            defer { world.append(fact) }
            return Postings.of(fact, answering: world.answered(fact)) { charge in
                world.charge(charge) != nil
            } handover: { number in
                world.handover(number)
            }
        }
    }

    func problem(_ id: String) -> ProblemParcel? {
        guard case .problem(let row) = entities[EntityReference(.problem, id)] else { return nil }
        return row
    }

    /// A fact id of 64 hex digits whose first digits already tell it apart.
    private static func id(_ number: Int) -> String {
        let hex = String(number, radix: 16)
        let short = String(repeating: "0", count: 4 - hex.utf8.count) + hex
        return String(repeating: short, count: 16)
    }
}

/// Payloads of an ordinary day.
enum Sample {
    static let number = "WB0931000012"
    static let pickupTask = EntityReference(.task, "T81")
    static let deliveryTask = EntityReference(.task, "T82")

    static let sender = Party(name: "李娜", phone: "13800000001", address: "中山路 1 号")
    static let recipient = Party(name: "王伟", phone: "13800000002", address: "解放路 2 号")

    static func pickupOpening() -> TaskOpenFact {
        var opening = TaskOpenFact(task: "T81", kind: .pickup, assignee: FoldWorld.courier)
        opening.sender = sender
        return opening
    }

    static func deliveryOpening(collect: [CollectDue] = []) -> TaskOpenFact {
        var opening = TaskOpenFact(task: "T82", kind: .delivery, assignee: FoldWorld.courier)
        opening.parcels = [number]
        opening.recipient = recipient
        opening.addressID = "A9"
        opening.address = AddressFields(text: recipient.address)
        opening.collect = collect
        return opening
    }

    static func quote(_ totalFen: Int, isAccepted: Bool = true) -> QuoteFact {
        QuoteFact(
            totalFen: totalFen, currency: "CNY",
            lines: [ChargeLine(code: .nothing, amountFen: totalFen)], actualGrams: 900,
            volumetricGrams: 500, chargeableGrams: 900, divisor: 6_000, payType: .prepaid,
            isAccepted: isAccepted)
    }

    static func pickup(quote: Fact? = nil, collect: Bool = false, codFen: Int? = nil) -> PickupFact
    {
        var pickup = PickupFact(
            parcel: number, source: .order, sender: sender, recipient: recipient,
            goods: Goods(itemName: "书", itemNature: "书籍", quantity: 1),
            weight: ParcelWeight(actualGrams: 900, volumetricGrams: 500, chargeableGrams: 900),
            packedBy: .sender, isNoticeGiven: true)
        pickup.quote = quote?.id
        var services = Services()
        services.isCollect = collect
        services.codAmountFen = codFen
        pickup.services = services
        return pickup
    }

    static func payment(
        _ amountFen: Int, to charge: String, for purpose: ChargePurpose = .freight,
        method: PaymentMethod = .cash, state: PaymentState = .taken
    ) -> PaymentFact {
        PaymentFact(
            money: Money(amountFen: amountFen, currency: "CNY", method: method), charge: charge,
            purpose: purpose, state: state)
    }

    static func void(_ payment: PaymentFact) -> PaymentVoidFact {
        PaymentVoidFact(money: payment.money, charge: payment.charge, reason: .nothing)
    }

    static func check(_ result: CheckResult, _ occasion: CheckOccasion = .acceptance) -> CheckFact {
        CheckFact(
            parcel: number, occasion: occasion, result: result, decision: .nothing,
            isContentsInspected: true, isDeclarationTrue: true, isSenderTold: true,
            catalogueVersion: 1)
    }

    static func deliver(_ proof: ProofType = .recipient) -> DeliverFact {
        DeliverFact(parcel: number, proofType: proof, condition: .intact, evidence: [])
    }

    static func attempt(_ reason: ExceptionReason, number: Int = 1) -> AttemptFact {
        AttemptFact(
            parcel: Sample.number, reason: reason, attemptNumber: number, next: Code(.reattempt))
    }

    static func void(_ reason: Code = .nothing) -> CorrectFact {
        CorrectFact(how: .void, reason: reason)
    }
}
