/// What a manager's decision makes of parcels and problems (PJS 17.4). Facts stay as they are;
/// money that has to move is in the postings of the decision, or in a refund that follows it.
extension FoldScratch {
    mutating func foldDecision(_ decision: CaseResolveFact) {
        guard
            case .dispute(let row) = entity(EntityReference(.case, decision.caseID)),
            let kind = CaseKind(rawValue: row.kind),
            let option = CaseOption(rawValue: decision.option.text)
        else { return }
        switch (kind, option) {
        case (.custody, .firstHolds): hold(row, by: row.facts.first?.person)
        case (.custody, .secondHolds), (.custody, .handoverHappened):
            hold(row, by: row.facts.last { $0.person != row.facts.first?.person }?.person)
        case (.checkDiffers, .release), (.uncheckedOrFailed, .release):
            changeParcel(of: row) { parcel in
                parcel.isStopped = false
                parcel.stopOrder = nil
            }
        case (.doubleDelivery, .secondTrue):
            changeParcel(of: row) { $0.by = row.facts.last?.person }
        case (.returnedAndDelivered, .delivered): end(row, as: .delivered, at: .recipient)
        case (.returnedAndDelivered, .returned): end(row, as: .returned, at: .sender)
        case (.problem, _) where option != CaseOption.inDiscussion,
            (.problemAfterDelivery, _) where option != CaseOption.inDiscussion:
            closeProblems(of: row)
        default: return
        }
    }

    private mutating func hold(_ row: CaseRow, by person: String?) {
        guard let person, var parcel = disputedParcel(row) else { return }
        move(&parcel, to: .person(person))
        put(.parcel(parcel))
    }

    private mutating func end(_ row: CaseRow, as stage: Stage, at custody: Custody) {
        guard var parcel = disputedParcel(row) else { return }
        parcel.stage = stage
        move(&parcel, to: custody)
        put(.parcel(parcel))
    }

    private mutating func changeParcel(of row: CaseRow, _ change: (inout Parcel) -> Void) {
        guard var parcel = disputedParcel(row) else { return }
        change(&parcel)
        put(.parcel(parcel))
    }

    private mutating func closeProblems(of row: CaseRow) {
        for fact in row.facts where fact.kind == FactKind.problem.rawValue {
            guard var problem = problem(FactCode.madeID(fact.fact)) else { continue }
            problem.state = .closed
            put(.problem(problem))
        }
    }

    private func disputedParcel(_ row: CaseRow) -> Parcel? {
        guard let subject = row.subject.flatMap(EntityReference.init), subject.type == .parcel
        else { return nil }
        return parcel(subject.id)
    }
}
