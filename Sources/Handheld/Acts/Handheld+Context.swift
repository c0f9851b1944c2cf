package import Domain
import Journal
import ReferenceData
import SyncEngine
import SyncProtocol

/// Who acts, by which rules, on what.
extension Handheld {
    /// The words of the codes in the rules data.
    package static var words: CodeWords { ReferenceData.tables.words }

    /// The carriers whose numbers look like this one; a hint, nothing more.
    package static func carriers(of number: String) -> [CarrierNumbers.Carrier] {
        ReferenceData.carriers.carriers(of: number)
    }

    /// The person logged in, if the person may do an act of this sort.
    ///
    /// - Parameter capability: nil is what everybody may do.
    mutating func actor(
        _ capability: Capability?
    ) throws(JournalError) -> Result<Person, ActRefusal> {
        let state = engine.health.deviceState
        guard state == .active else { return .failure(.deviceState(state)) }
        guard let id = persons.first,
            case .person(let person) = try entity(EntityReference(.person, id)),
            person.state == .active
        else { return .failure(.nobody) }
        if let capability, !person.capabilities.contains(capability),
            !person.capabilities.contains(.manager)
        {
            return .failure(.withoutCapability(capability))
        }
        return .success(person)
    }

    /// The rules, settings and prices that hold here and now.
    mutating func context(
        for person: String, at now: Moment
    ) throws(JournalError) -> RuleContext {
        let reference = EntityReference(.config, device.station)
        var config: StationConfig?
        if case .config(let row) = try entity(reference) { config = row }
        return RuleContext(
            tables: try tables(), config: config,
            configVersion: try journal.row(reference)?.version,
            tariff: try tariff(at: now.wallMilliseconds), station: device.station,
            courier: person, now: now.wallMilliseconds, offsetMinutes: now.offsetMinutes)
    }

    /// The newest tariff row in force; nil where the station has none.
    private func tariff(
        at now: Int
    ) throws(JournalError) -> (citation: TariffCitation, terms: TariffTerms)? {
        var newest: (citation: TariffCitation, terms: TariffTerms)?
        for row in try journal.rows(of: .tariff) {
            guard case .tariff(let tariff) = row.entity, tariff.terms.from <= now,
                tariff.terms.until.map({ now < $0 }) ?? true,
                newest.map({ tariff.terms.from >= $0.terms.from }) ?? true
            else { continue }
            newest = (TariffCitation(id: tariff.id, version: row.version), tariff.terms)
        }
        return newest
    }

    /// A task that the person can work on now.
    mutating func task(
        _ id: String, kinds: Set<TaskKind>, of person: String
    ) throws(JournalError) -> Result<CourierTask, ActRefusal> {
        guard case .task(let task) = try entity(EntityReference(.task, id)) else {
            return .failure(.unknownTask(id))
        }
        guard task.assignee == person else {
            return .failure(.taskOfOther(id, person: task.assignee))
        }
        guard kinds.contains(task.kind) else { return .failure(.taskOfKind(id, task.kind)) }
        guard !task.state.isEnded else { return .failure(.taskEnded(id, task.state)) }
        return .success(task)
    }

    /// A parcel that this handheld knows.
    mutating func parcel(_ id: String) throws(JournalError) -> Parcel? {
        guard case .parcel(let parcel) = try entity(EntityReference(.parcel, id)) else {
            return nil
        }
        return parcel
    }

    /// The versions of the rows that the person saw; an entity made by own facts has none yet.
    func versions(
        of references: [EntityReference]
    ) throws(JournalError) -> [EntityReference: Int] {
        var versions: [EntityReference: Int] = [:]
        for reference in references.prefix(Limits.baseVersionsMax) {
            versions[reference] = try journal.row(reference)?.version
        }
        return versions
    }

    /// What a person still has to collect with a parcel, charge by charge.
    mutating func dues(of parcel: String, task: CourierTask?) throws(JournalError) -> [DueAmount] {
        Handheld.dues(of: parcel, task: task, among: try charges())
    }

    /// All charges that this handheld knows.
    mutating func charges() throws(JournalError) -> [Charge] {
        try entities(of: .charge).compactMap { entity in
            if case .charge(let charge) = entity { charge } else { nil }
        }
    }

    /// The same, where many parcels are asked for.
    static func dues(
        of parcel: String, task: CourierTask?, among charges: [Charge]
    ) -> [DueAmount] {
        var dues: [DueAmount] = []
        for charge in charges {
            let isOfTask = task?.charges.contains(charge.id) ?? false
            guard charge.parcel == parcel || isOfTask, charge.balanceFen > 0 else { continue }
            switch charge.purpose {
            // The sender's freight is settled at pickup, a return is settled at the station.
            case .freight, .return: continue
            case .collect, .cod, .storage, .packaging, .other: break
            }
            dues.append(
                DueAmount(
                    charge: charge.id, purpose: charge.purpose,
                    fen: charge.balanceFen - charge.waitingFen))
        }
        return dues.filter { $0.fen > 0 }
    }
}
