/// Facts that cannot all be true, or need a person for another reason (`case` row).
///
/// It is no fact: it follows from facts, and whoever has the same facts finds the same cases.
package struct CaseRow: Hashable, Sendable {
    /// `K-` and a number, gapless in the order in which the ledger gave rise to them.
    package let id: String
    /// A `CaseKind`, or one of a later version.
    package var kind: String
    /// `R05`: the rule that asks.
    package var rule: String
    package var severity: CaseSeverity
    /// The facts it is about, in the order in which they happened.
    package var facts: [CaseRowFact]
    /// What the parcel, charge or handover is.
    package var subject: String?
    /// Field by field, what the first and the last of the facts say.
    package var comparison: [CaseDifference] = []
    /// `CaseOption`s, or some of a later version.
    package var options: [String]
    /// What counts until somebody decides.
    package var provisional: String?
    /// The amount at stake, in fen.
    package var amountFen: Int?
    /// What persons concerned said, in the order of the ledger.
    package var says: [CaseSaying] = []
    /// ms UTC.
    package var dueAt: Int?
    package var state: CaseState = .open
    /// The option that was chosen, or `withdrawn`.
    package var resolution: String?
    package var note: String?
    /// Who decided.
    package var decidedBy: String?

    /// `resolution` of a case whose conflict later facts have ended, without a decision.
    package static let withdrawn = "WITHDRAWN"

    package init(
        id: String, kind: String, rule: String, severity: CaseSeverity, facts: [CaseRowFact],
        options: [String]
    ) {
        self.id = id
        self.kind = kind
        self.rule = rule
        self.severity = severity
        self.facts = facts
        self.options = options
    }

    /// `K-7`.
    package static func id(_ number: Int) -> String { "K-\(number)" }

    /// The number of a case; nil for what is no case id.
    package static func number(of id: String) -> Int? {
        guard id.hasPrefix("K-"), let number = Int(id.dropFirst(2)), number > 0,
            CaseRow.id(number) == id
        else { return nil }
        return number
    }
}

/// One fact of a case.
package struct CaseRowFact: Hashable, Sendable {
    package var fact: String
    package var person: String
    /// ms UTC, as far as it is known.
    package var at: Int
    /// Kind of the fact.
    package var kind: String
    /// How far off the time may be, in ms.
    package var uncertainty: Int

    package init(fact: String, person: String, at: Int, kind: String, uncertainty: Int = 0) {
        self.fact = fact
        self.person = person
        self.at = at
        self.kind = kind
        self.uncertainty = uncertainty
    }
}

/// What two facts say of one field.
package struct CaseDifference: Hashable, Sendable {
    package var field: String
    package var first: String
    package var last: String

    package init(_ field: String, _ first: String, _ last: String) {
        self.field = field
        self.first = first
        self.last = last
    }
}

/// What a person concerned said to a case.
package struct CaseSaying: Hashable, Sendable {
    package var person: String
    package var stand: CaseStand
    package var at: Int
    package var note: String

    package init(person: String, stand: CaseStand, at: Int, note: String) {
        self.person = person
        self.stand = stand
        self.at = at
        self.note = note
    }
}
