/// The working set of one application of the fold: what was read, what has changed.
struct FoldScratch {
    let fact: Fact
    let answering: AnsweredFact?
    var remark: FoldRemark?
    private let read: (EntityReference) -> Entity?
    private var changed: [EntityReference: Entity] = [:]

    init(
        _ fact: Fact, _ answering: AnsweredFact?, read: @escaping (EntityReference) -> Entity?
    ) {
        self.fact = fact
        self.answering = answering
        self.read = read
    }

    /// The entities that differ from what was read.
    var changes: [Entity] {
        changed.keys.sorted().compactMap { reference in
            changed[reference].flatMap { $0 == read(reference) ? nil : $0 }
        }
    }

    mutating func put(_ entity: Entity) {
        changed[entity.reference] = entity
    }

    func task(_ id: String) -> CourierTask? {
        guard case .task(let task) = entity(EntityReference(.task, id)) else { return nil }
        return task
    }

    func parcel(_ id: String) -> Parcel? {
        guard case .parcel(let parcel) = entity(EntityReference(.parcel, id)) else { return nil }
        return parcel
    }

    func charge(_ id: String) -> Charge? {
        guard case .charge(let charge) = entity(EntityReference(.charge, id)) else { return nil }
        return charge
    }

    func address(_ id: String) -> Address? {
        guard case .address(let address) = entity(EntityReference(.addr, id)) else { return nil }
        return address
    }

    func handover(_ number: String) -> Handover? {
        guard case .handover(let row) = entity(EntityReference(.handover, number))
        else { return nil }
        return row
    }

    func problem(_ id: String) -> ProblemParcel? {
        guard case .problem(let problem) = entity(EntityReference(.problem, id)) else { return nil }
        return problem
    }

    func account(_ person: String) -> Account {
        guard case .account(let account) = entity(EntityReference(.account, person))
        else { return Account(id: person, cashFen: [:]) }
        return account
    }

    func config(_ station: String) -> StationConfig {
        guard case .config(let config) = entity(EntityReference(.config, station))
        else { return StationConfig(id: station) }
        return config
    }

    func numbers(_ id: String) -> NumberBlock? {
        guard case .numbers(let block) = entity(EntityReference(.numbers, id)) else { return nil }
        return block
    }

    /// The task that the fact answers to; a remark says so if it is not there.
    mutating func subjectTask() -> CourierTask? {
        guard let id = FoldScratch.taskID(of: fact) else { return nil }
        guard let task = task(id) else {
            missing(.task, id)
            return nil
        }
        return task
    }

    /// The id of the task that a fact answers to.
    static func taskID(of fact: Fact) -> String? {
        fact.subject?.type == .task ? fact.subject?.id : nil
    }

    /// Notes an entity that is not there.
    mutating func missing(_ type: EntityType, _ id: String) {
        remark = .unknownSubject(EntityReference(type, id))
    }

    func entity(_ reference: EntityReference) -> Entity? {
        changed[reference] ?? read(reference)
    }
}

// MARK: Parts that several kinds share

extension FoldScratch {
    /// Writes an event of this fact into the parcel, with the stage and flag it brings.
    func note(_ event: TrackingEvent, place: String? = nil, in parcel: inout Parcel) {
        let entry = HistoryEntry(
            at: fact.recordedAt, event: Code(event), place: place ?? "", fact: fact.reference)
        parcel.history = Array(([entry] + parcel.history).prefix(Fold.historyCountMax))
        parcel.event = entry.event
        parcel.at = entry.at
        parcel.place = place
        parcel.by = fact.person
        if let stage = event.stage { parcel.stage = stage }
        parcel.isException = FoldScratch.flag(after: event, parcel)
    }

    /// Writes an event that is older than the newest one into the history, and nothing else.
    func noteLate(_ event: TrackingEvent, place: String?, in parcel: inout Parcel) {
        let entry = HistoryEntry(
            at: fact.recordedAt, event: Code(event), place: place ?? "", fact: fact.reference)
        let index = parcel.history.firstIndex { $0.at <= entry.at } ?? parcel.history.endIndex
        parcel.history.insert(entry, at: index)
        parcel.history = Array(parcel.history.prefix(Fold.historyCountMax))
    }

    /// The exception flag after an event; a stop order keeps it up.
    static func flag(after event: TrackingEvent, _ parcel: Parcel) -> Bool {
        switch event.flagEffect {
        case .set: true
        case .clear: parcel.isStopped
        case .keep: parcel.isException
        }
    }

    /// Gives the parcel to somebody and keeps both couriers' counts.
    mutating func move(_ parcel: inout Parcel, to custody: Custody) {
        guard parcel.custody != custody else { return }
        if let giver = parcel.custody.holder { count(-1, for: giver) }
        if let taker = custody.holder { count(1, for: taker) }
        parcel.custody = custody
    }

    /// Changes a courier's count of parcels, which a late fact never takes below 0.
    mutating func count(_ change: Int, for person: String) {
        var account = account(person)
        let count = account.parcelCount.plus(change) ?? account.parcelCount
        account.parcelCount = min(max(0, count), Fold.amountMax)
        put(.account(account))
    }

    /// Ends the task the fact answers to; a task that was cancelled is done all the same, and one
    /// that was another's is overtaken.
    mutating func finishTask(_ change: (inout CourierTask) -> Void = { _ in }) {
        guard var task = subjectTask() else { return }
        task.end(by: fact.person)
        change(&task)
        put(.task(task))
    }
}

extension CourierTask {
    /// Done, or overtaken when somebody else has done it.
    mutating func end(by person: String) {
        state = person == assignee ? .done : .overtaken
    }
}

/// A sum within the range of a row.
func rowSum(_ left: Int, _ right: Int) throws(AmountOutOfRange) -> Int {
    guard let sum = left.plus(right), (-Fold.amountMax...Fold.amountMax).contains(sum)
    else { throw AmountOutOfRange() }
    return sum
}
