package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Parcels change hands: both persons record it under one number (PJS 4.5).
extension Handheld {
    /// Records that the person logged in gives parcels away. They stay theirs until the other
    /// side is recorded, or at once with the PIN of the taker.
    ///
    /// - Parameter hasPIN: the taker's PIN was typed here and is right.
    package mutating func give(
        _ input: HandoverGiveInput, hasPIN: Bool, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .handover }
        if let known { return known }
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        if let refusal = try refusal(of: input, by: person.id) { return .refused(refusal) }
        let taker =
            input.taker.map { EntityReference(.person, $0) }
            ?? EntityReference(.station, device.station)
        var fact = HandoverFact(
            number: handoverNumber(.parcels), side: .give, taker: taker, reason: input.reason,
            parcels: input.parcels, count: input.counted ?? input.parcels.count)
        fact.tasks = try tasks(with: input.parcels, of: [person.id])
        fact.problems = try openProblems(of: input.parcels)
        fact.hasPIN = hasPIN ? true : nil
        fact.note = input.note
        return try recordHandover(fact, from: EntityReference(.person, person.id), draft, now)
    }

    /// Records that the person logged in takes parcels over.
    package mutating func take(
        _ input: HandoverTakeInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .handover }
        if let known { return known }
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        let giver: EntityReference
        switch try self.giver(of: input, to: person.id) {
        case .success(let found): giver = found
        case .failure(let refusal): return .refused(refusal)
        }
        if let refusal = try movement(input.parcels, counted: input.counted, for: nil) {
            return .refused(refusal)
        }
        var fact = HandoverFact(
            number: input.number, side: .take, taker: EntityReference(.person, person.id),
            reason: .transfer, parcels: input.parcels,
            count: input.counted ?? input.parcels.count)
        fact.tasks = try tasks(with: input.parcels, of: [person.id, giver.id])
        fact.note = input.note
        return try recordHandover(fact, from: giver, draft, now)
    }

    private mutating func recordHandover(
        _ fact: HandoverFact, from giver: EntityReference, _ draft: String, _ now: Moment
    ) throws(JournalError) -> ActResult {
        guard let person = persons.first else { return .refused(.nobody) }
        let said = FactDraft(
            .handover(fact), subject: giver,
            base: try versions(of: fact.parcels.map { EntityReference(.parcel, $0) }))
        return .recorded(try record([{ _ in said }], by: person, at: now, draft: draft))
    }

    // MARK: What stands against it

    private mutating func refusal(
        of input: HandoverGiveInput, by person: String
    ) throws(JournalError) -> ActRefusal? {
        if let taker = input.taker {
            guard taker != person else { return .handoverToSelf }
            guard case .person(let found) = try entity(EntityReference(.person, taker)),
                found.state == .active
            else { return .unknownPerson(taker) }
        }
        var others: [String] = []
        for id in input.parcels {
            guard let parcel = try parcel(id) else { return .unknownParcel(id) }
            if try !holds(parcel, person), !parcel.stage.isTerminal { others.append(id) }
        }
        guard others.isEmpty else { return .parcelsNotHeld(others) }
        return try movement(input.parcels, counted: input.counted, for: input.reason)
    }

    /// Whether parcels may be moved as far as this handheld knows, and were counted right.
    private mutating func movement(
        _ parcels: [String], counted: Int?, for reason: HandoverReason?
    ) throws(JournalError) -> ActRefusal? {
        var problems: [FormProblem] = []
        for id in parcels {
            guard let parcel = try parcel(id) else { continue }
            if parcel.stage.isTerminal {
                problems.append(.parcel(.stageForbids(id, parcel.stage)))
            } else if parcel.isStopped, reason == .transfer || reason == .secondAttempt {
                problems.append(.parcel(.stopped(id)))
            }
        }
        guard problems.isEmpty else { return .form(problems) }
        if let counted, counted != parcels.count {
            return .handoverCount(listed: parcels.count, counted: counted)
        }
        return nil
    }

    /// Who gives, by the row of the number or as it was said.
    private mutating func giver(
        of input: HandoverTakeInput, to person: String
    ) throws(JournalError) -> Result<EntityReference, ActRefusal> {
        guard EntityReference.isIdentifier(input.number) else {
            return .failure(.unknownHandover(input.number))
        }
        let said = input.giver.map { EntityReference(.person, $0) }
        guard case .handover(let row) = try entity(EntityReference(.handover, input.number)) else {
            guard let said else { return .failure(.unknownHandover(input.number)) }
            guard said.id != person else { return .failure(.handoverToSelf) }
            guard case .person = try entity(said) else {
                return .failure(.unknownPerson(said.id))
            }
            return .success(said)
        }
        guard row.content == .parcels, row.taker == EntityReference(.person, person),
            said == nil || said == row.giver
        else { return .failure(.handoverOfOthers(row)) }
        guard row.taken == nil else { return .failure(.handoverTaken(row)) }
        if let given = row.given, given != input.parcels.count, input.counted == nil {
            return .failure(.handoverDiffers(given: given, taken: input.parcels.count))
        }
        return .success(row.giver)
    }

    // MARK: What goes with the parcels

    /// Open tasks of these persons that are about these parcels only.
    private mutating func tasks(
        with parcels: [String], of persons: Set<String>
    ) throws(JournalError) -> [String] {
        let moved = Set(parcels)
        return try entities(of: .task).compactMap { entity in
            guard case .task(let task) = entity, !task.state.isEnded,
                persons.contains(task.assignee), !task.parcels.isEmpty,
                task.parcels.allSatisfy(moved.contains)
            else { return nil }
            return task.id
        }
    }

    private mutating func openProblems(of parcels: [String]) throws(JournalError) -> [String] {
        let moved = Set(parcels)
        return try entities(of: .problem).compactMap { entity in
            guard case .problem(let problem) = entity, moved.contains(problem.parcel),
                problem.state == .open || problem.state == .working
            else { return nil }
            return problem.id
        }
    }
}
