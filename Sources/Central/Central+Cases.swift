import CentralStore
import Domain

/// What a manager says to a case.
struct CaseDecision {
    var id: String
    var option: String
    /// Of the case as it was seen; nil for the present one.
    var version: Int?
    var note: String?
}

/// Decisions of cases: facts of the station that cite the version they were made on (PJS 17.4).
extension Central {
    /// Longest note of a decision (PJS 4.6).
    static let caseNoteLengthMax = 200

    func resolve(_ decision: CaseDecision, at moment: Moment) throws -> ManagerOutcome {
        guard let (row, version) = try store.caseRow(decision.id) else {
            return .refused(.unknownCase(id: decision.id))
        }
        guard row.state != .resolved else {
            return .refused(.caseClosed(id: row.id, resolution: row.resolution ?? ""))
        }
        guard decision.version == nil || decision.version == version else {
            return .refused(.stale(row.id, version: version))
        }
        guard row.options.contains(decision.option), let option = Code(decision.option) else {
            return .refused(.notAnOption(id: row.id, options: row.options))
        }
        if let note = decision.note {
            guard (1...Self.caseNoteLengthMax).contains(note.unicodeScalars.count) else {
                return .refused(.badValue(field: "note"))
            }
        }
        var fact = CaseResolveFact(caseID: row.id, version: version, option: option)
        fact.note = decision.note
        fact.postings = try postings(of: decision.option, for: row)
        try store.record([StationFact(.caseResolve(fact))], by: Central.manager, at: moment)
        return .caseResolved(id: row.id, option: decision.option)
    }

    /// The money that a decision moves by itself (PJS 4.7). A refund is a fact of its own.
    private func postings(of option: String, for row: CaseRow) throws -> [DecidedPosting] {
        guard let amount = row.amountFen, amount != 0, let kind = CaseKind(rawValue: row.kind),
            let subject = row.subject.flatMap(EntityReference.init)
        else { return [] }
        switch (kind, CaseOption(rawValue: option)) {
        case (.collectOrWaive, .waive):
            return [
                DecidedPosting(account: .waived, amountFen: amount),
                DecidedPosting(account: .charge(id: subject.id), amountFen: -amount),
            ]
        case (.cashVariance, let option?):
            guard case .handover(let handover) = try store.entity(subject) else { return [] }
            return Self.variance(amount, of: handover.giver.id, option)
        default: return []
        }
    }

    /// What was given and not counted lies in the giver's cash until somebody decides.
    private static func variance(
        _ amount: Int, of giver: String, _ option: CaseOption
    ) -> [DecidedPosting] {
        func move(_ part: Int, to account: LedgerAccount) -> [DecidedPosting] {
            [
                DecidedPosting(account: account, amountFen: part),
                DecidedPosting(account: .cash(person: giver), amountFen: -part),
            ]
        }
        return switch option {
        case .giverRight: move(amount, to: .stationCash)
        case .loss: move(amount, to: .variance(person: giver))
        case .split where amount / 2 != 0:
            move(amount / 2, to: .variance(person: giver))
        default: []
        }
    }
}
