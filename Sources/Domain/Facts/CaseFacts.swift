/// What a person concerned by a case thinks of it.
package enum CaseStand: String, CaseIterable, Sendable {
    /// The other's record is right.
    case yield
    /// The own record is right.
    case insist
    /// Both are.
    case both
    case unknown
}

/// A person concerned says something to a case; the subject is the case.
package struct CaseSayFact: Hashable, Sendable {
    /// Of the case as the person saw it.
    package var version: Int
    package var stand: CaseStand
    package var note: String?

    package init(version: Int, stand: CaseStand) {
        self.version = version
        self.stand = stand
    }
}

/// A manager decides a case; made by the server.
package struct CaseResolveFact: Hashable, Sendable {
    package var caseID: String
    /// Of the case as the manager saw it.
    package var version: Int
    /// One of the options of the case.
    package var option: Code
    package var note: String?
    /// Money that the decision moves; sums to 0.
    package var postings: [DecidedPosting] = []
    /// Of the postings; `CNY` without one.
    package var currency: String?

    package init(caseID: String, version: Int, option: Code) {
        self.caseID = caseID
        self.version = version
        self.option = option
    }
}

/// One side of a double entry that a manager has decided; debit is positive.
package struct DecidedPosting: Hashable, Sendable {
    package var account: LedgerAccount
    package var amountFen: Int

    package init(account: LedgerAccount, amountFen: Int) {
        self.account = account
        self.amountFen = amountFen
    }
}
