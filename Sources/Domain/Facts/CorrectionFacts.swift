/// Declares another fact void or changed; the fact itself stays.
package struct CorrectFact: Hashable, Sendable {
    package var how: CorrectionWay
    /// `WRONG_SIGNER`, `WRONG_AMOUNT`, `WRONG_PARCEL`, `DUPLICATE`, `DID_NOT_OCCUR` …
    package var reason: Code
    package var changes: [FieldChange] = []
    package var note: String?

    package init(how: CorrectionWay, reason: Code) {
        self.how = how
        self.reason = reason
    }
}

/// A remark about anything, or about nothing in particular.
package struct NoteFact: Hashable, Sendable {
    package var text: String
    /// Such as `NOTE`, `AMENDMENT`, `TOLD`, `FEEDBACK` or `WITNESS`.
    package var what: Code?
    package var told: [Told] = []
    /// A person who is to read it.
    package var addressee: String?
    package var needsConfirmation: Bool?

    package init(text: String) {
        self.text = text
    }
}
