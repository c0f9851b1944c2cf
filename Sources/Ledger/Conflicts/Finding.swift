package import Domain

/// What the rules found in a set of facts: something that a person has to decide.
package struct Finding: Hashable, Sendable {
    /// Names it: the same set of facts gives the same keys in whatever order they came.
    package struct Key: Hashable, Sendable, Comparable {
        package let rule: ConflictRule
        package let kind: CaseKind
        /// `parcel:…`, `charge:…`, `fact:…`, `handover:…`: what it is about.
        package let scope: String

        package init(_ rule: ConflictRule, _ kind: CaseKind, _ scope: String) {
            self.rule = rule
            self.kind = kind
            self.scope = scope
        }

        /// As the database keeps it.
        package var text: String { "\(rule.text) \(kind.rawValue) \(scope)" }

        /// Reads what `text` wrote.
        package init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts.count == 3, let rule = ConflictRule(text: parts[0]),
                let kind = CaseKind(rawValue: parts[1])
            else { return nil }
            self.init(rule, kind, parts[2])
        }

        /// By rule, then kind, then scope.
        package static func < (left: Key, right: Key) -> Bool {
            (left.rule.rawValue, left.kind.rawValue, left.scope)
                < (right.rule.rawValue, right.kind.rawValue, right.scope)
        }
    }

    package let key: Key
    package var severity: CaseSeverity
    /// In the order in which they happened.
    package var deeds: [Deed]
    package var options: [CaseOption]
    package var comparison: [CaseDifference]
    /// The fact that counts until somebody decides; the only thing that depends on arrival.
    package var provisional: String?
    package var amountFen: Int?

    init(
        _ rule: ConflictRule, _ kind: CaseKind, _ scope: String, _ deeds: [Deed],
        severity: CaseSeverity? = nil, options: [CaseOption]? = nil,
        comparison: [CaseDifference] = [], provisional: String? = nil, amountFen: Int? = nil
    ) {
        key = Key(rule, kind, scope)
        self.severity = severity ?? kind.severity
        var seen: Set<String> = []
        self.deeds = deeds.filter { seen.insert($0.id).inserted }.sorted(by: Deed.inOrder)
        self.options = options ?? kind.options
        self.comparison = comparison
        self.provisional = provisional
        self.amountFen = amountFen
    }

    /// The same case with what another set of facts says of it.
    package func joined(with other: Finding) -> Finding {
        var joined = self
        let known = Set(deeds.map(\.id))
        joined.deeds += other.deeds.filter { !known.contains($0.id) }
        joined.deeds.sort(by: Deed.inOrder)
        joined.severity = max(severity, other.severity)
        joined.provisional = joined.deeds.min { $0.number < $1.number }?.fact.reference
        return joined
    }

    /// Most facts that a case lists; the first ones and the last one.
    package static let factsMax = 32

    /// The case as its row says it.
    package func row(number: Int) -> CaseRow {
        var listed = deeds
        if listed.count > Finding.factsMax {
            listed = Array(deeds.prefix(Finding.factsMax - 1)) + deeds.suffix(1)
        }
        var row = CaseRow(
            id: CaseRow.id(number), kind: key.kind.rawValue, rule: key.rule.text,
            severity: severity,
            facts: listed.map { deed in
                CaseRowFact(
                    fact: deed.id, person: deed.person, at: deed.fact.recordedAt,
                    kind: deed.fact.kind.rawValue, uncertainty: deed.uncertainty)
            }, options: options.map(\.rawValue))
        row.subject = key.scope
        row.comparison = comparison
        row.provisional = provisional
        row.amountFen = amountFen
        return row
    }
}

/// What the rules say of a set of facts.
package struct Findings: Hashable, Sendable {
    /// In the order of their keys.
    package var cases: [Finding] = []
    /// Attempts at an address that was not right any more: they count against nobody (R08a).
    package var uncounted: Set<String> = []
    /// Problems that progress has solved (R14).
    package var solved: Set<String> = []
    /// What is due for charges whose price was changed (R09).
    package var dues: [String: Int] = [:]
    /// Facts that look wrong, with why (R23).
    package var implausible: [String: [Implausible]] = [:]

    package init() {}
}

/// Why a fact looks wrong.
package enum Implausible: String, Sendable, CaseIterable {
    case clock, place, amount, weight
}
