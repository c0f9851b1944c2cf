import Domain
import Ledger
import SQLite
import SyncProtocol

/// Makes cases say what the rules find, and dispositions what the cases say (PJS 17.4).
extension LedgerWriter {
    /// Searches sets of facts, and changes cases, dispositions and rows to what is found.
    ///
    /// A case can be found in several sets, such as a cancelled task with two parcels; then all
    /// of them are searched, so that it says the same whichever of them changed.
    mutating func search(_ scopes: [String], _ db: borrowing Connection) throws {
        var found: [String: Findings] = [:]
        var known: [Finding.Key: StoredDispute] = [:]
        var waiting = scopes
        while let scope = waiting.popLast() {
            guard found[scope] == nil else { continue }
            let (findings, stored) = try findings(in: scope, db)
            found[scope] = findings
            for (key, dispute) in stored where known[key] == nil {
                known[key] = dispute
                waiting += try db.scopes(ofDispute: dispute.number)
            }
        }
        for scope in found.keys.sorted() {
            if let findings = found[scope] { try settle(findings, db) }
        }
        let cases = FoundCases(found)
        // Cases of one fact are numbered by rule, kind and subject, wherever they were found.
        for finding in cases.inOrder {
            let number = try note(finding, known.removeValue(forKey: finding.key), db)
            for scope in cases.scopes(of: finding.key) {
                try db.insertDisputeScope(scope, of: number)
            }
        }
        for dispute in known.values.sorted(by: { $0.number < $1.number }) where dispute.isOpen {
            try close(dispute.number, as: CaseRow.withdrawn, choice: nil, db)
        }
    }

    /// What is found in a set of facts, and the cases that were found in it or are so now.
    mutating func findings(
        in scope: String, _ db: borrowing Connection
    ) throws -> (Findings, stored: [Finding.Key: StoredDispute]) {
        var stored: [Finding.Key: StoredDispute] = [:]
        for dispute in try db.disputes(ofScope: scope) {
            if let key = Finding.Key(dispute.key) { stored[key] = dispute }
        }
        let deeds = try deeds(ofScope: scope, db)
        let settings = try conflictSettings(db)
        func search() -> Findings {
            FactSet(
                scope, deeds, decisions: stored.compactMapValues(\.decision), settings: settings
            ).findings()
        }
        let findings = search()
        var isDecidedElsewhere = false
        for finding in findings.cases where stored[finding.key] == nil {
            guard let dispute = try db.dispute(ofKey: finding.key) else { continue }
            stored[finding.key] = dispute
            if dispute.decision != nil { isDecidedElsewhere = true }
        }
        return (isDecidedElsewhere ? search() : findings, stored)
    }

    // MARK: Cases

    /// Opens a case, or lets new facts join it; answers its number.
    private mutating func note(
        _ finding: Finding, _ stored: StoredDispute?, _ db: borrowing Connection
    ) throws -> Int {
        let number = try stored?.number ?? db.insertDispute(finding.key)
        var hasJoined = false
        for deed in finding.deeds where try db.insertDisputeFact(deed.number, of: number) {
            hasJoined = true
        }
        let before = try caseRow(number, db)
        var row = finding.row(number: number)
        row.says = before?.says ?? []
        row.dueAt = before?.dueAt
        if let before, !hasJoined, before.state == .resolved,
            before.resolution != CaseRow.withdrawn
        {
            row.state = .resolved
            row.resolution = before.resolution
            row.note = before.note
            row.decidedBy = before.decidedBy
        } else {
            row.state = row.says.isEmpty ? .open : .said
            if stored?.isOpen == false { try db.setDispute(number, isOpen: true, choice: nil) }
        }
        if row != before { try putCase(row, db) }
        try tellCases(of: finding.deeds.map(\.number), db)
        return number
    }

    /// Ends a case.
    private mutating func close(
        _ number: Int, as resolution: String, choice: CaseOption?, by person: String? = nil,
        note: String? = nil, _ db: borrowing Connection
    ) throws {
        try db.setDispute(number, isOpen: false, choice: choice)
        if var row = try caseRow(number, db) {
            row.state = .resolved
            row.resolution = resolution
            row.decidedBy = person
            row.note = note
            try putCase(row, db)
        }
        try tellCases(of: try db.disputeFacts(number), db)
    }

    private mutating func caseRow(
        _ number: Int, _ db: borrowing Connection
    ) throws -> CaseRow? {
        let entity = try present(EntityReference(.case, CaseRow.id(number)), db)
        if case .dispute(let row) = entity { return row } else { return nil }
    }

    private mutating func putCase(_ row: CaseRow, _ db: borrowing Connection) throws {
        let entity = Entity.dispute(row)
        let before = try rows.load(entity.reference, db)
        projection.put(entity, storedVersion: before?.version ?? 0)
    }

    /// Tells handhelds in which case their facts are, or what became of them without one.
    private mutating func tellCases(of lines: [Int], _ db: borrowing Connection) throws {
        for lsn in Set(lines).sorted() {
            let now = try db.openCase(ofLine: lsn)
            conflicts.cases[lsn] = .some(now)
            guard let judged = try db.judgedLine(lsn: lsn) else { continue }
            let line = judged.line
            if let now {
                tell(
                    .disputed(CaseRow.id(now.number), rule: now.rule), reading: line.reading,
                    stream: line.stream, sequence: line.sequence)
            } else {
                tell(
                    word: judged.word, why: judged.why, reading: line.reading,
                    stream: line.stream, sequence: line.sequence)
            }
        }
    }

    // MARK: What follows at once

    /// What findings say of rows: problems that progress has solved (R14), and what is due for
    /// charges whose price was changed (R09).
    private mutating func settle(
        _ findings: Findings, _ db: borrowing Connection
    ) throws {
        for fact in findings.solved.sorted() {
            let reference = EntityReference(.problem, FactCode.madeID(fact))
            guard case .problem(var problem) = try present(reference, db),
                problem.state == .open || problem.state == .working
            else { continue }
            problem.state = .solved
            try put(.problem(problem), db)
        }
        for (charge, due) in findings.dues.sorted(by: { $0.key < $1.key }) {
            guard case .charge(let row) = try present(EntityReference(.charge, charge), db),
                row.dueFen != due, let changed = row.due(due)
            else { continue }
            try put(.charge(changed), db)
        }
    }

    mutating func put(_ entity: Entity, _ db: borrowing Connection) throws {
        let before = try rows.load(entity.reference, db)
        projection.put(entity, storedVersion: before?.version ?? 0)
    }

    // MARK: Decisions and opinions

    /// What a manager decided, and what a person concerned said, as the case says it.
    mutating func noteDecision(_ fact: Fact, _ db: borrowing Connection) throws {
        switch fact.payload {
        case .caseResolve(let decision):
            guard let number = CaseRow.number(of: decision.caseID),
                try db.dispute(number) != nil
            else { return }
            try close(
                number, as: decision.option.text,
                choice: CaseOption(rawValue: decision.option.text),
                by: fact.person, note: decision.note, db)
        case .caseSay(let saying):
            guard let subject = fact.subject, case .dispute(var row) = try present(subject, db)
            else { return }
            row.says.removeAll { $0.person == fact.person }
            row.says.append(
                CaseSaying(
                    person: fact.person, stand: saying.stand, at: fact.recordedAt,
                    note: saying.note ?? ""))
            if row.state == .open { row.state = .said }
            try putCase(row, db)
        default: return
        }
    }

    /// The void or correction that a decision lets count.
    mutating func actsApproved(
        by decision: CaseResolveFact, _ db: borrowing Connection
    ) throws -> [[Pending]] {
        guard decision.option.text == CaseOption.approve.rawValue,
            let number = CaseRow.number(of: decision.caseID)
        else { return [] }
        var acts: [[Pending]] = []
        for lsn in try db.disputeFacts(number) {
            guard let judged = try db.judgedLine(lsn: lsn),
                judged.why == Disposition.Noop.notApproved.rawValue,
                let pending = pending(judged.line, isNew: false)
            else { continue }
            acts.append([pending])
        }
        return acts
    }
}

/// The cases found in several sets of facts, each once.
struct FoundCases {
    private var cases: [Finding.Key: Finding] = [:]
    private var places: [Finding.Key: [String]] = [:]

    init(_ findings: [String: Findings]) {
        for scope in findings.keys.sorted() {
            for finding in findings[scope]?.cases ?? [] {
                places[finding.key, default: []].append(scope)
                cases[finding.key] = cases[finding.key]?.joined(with: finding) ?? finding
            }
        }
    }

    var inOrder: [Finding] { cases.values.sorted { $0.key < $1.key } }

    func scopes(of key: Finding.Key) -> [String] { places[key] ?? [] }
}
