import SQLite

/// What a form holds before it is recorded; it survives the end of the program.
package struct Draft: Hashable, Sendable {
    /// Longest content.
    package static let bytesMax = 65_536
    /// How many drafts are kept.
    package static let countMax = 64

    /// Drawn when the form opened; the facts recorded from it carry it.
    package let id: String
    /// Which form it belongs to.
    package let form: String
    /// The form's own content.
    package let body: [UInt8]
    /// Wall clock of the last change.
    package let changedMilliseconds: Int

    /// Takes what the form gives.
    package init(id: String, form: String, body: [UInt8], changedMilliseconds: Int) {
        self.id = id
        self.form = form
        self.body = body
        self.changedMilliseconds = changedMilliseconds
    }
}

extension Journal {
    /// Keeps a draft, in the place of its older state. Recording it removes it in the same change.
    package func keep(_ draft: Draft) throws(JournalError) {
        guard draft.body.count <= Draft.bytesMax else { throw .draftRefused }
        try write { connection in
            try connection.execute(
                """
                INSERT INTO draft VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE
                SET form = excluded.form, body = excluded.body, changed = excluded.changed
                """, draft.id, draft.form, draft.body, draft.changedMilliseconds)
            let count = try connection.first("SELECT COUNT(*) FROM draft", as: { $0.integer(0) })
            guard let count, count <= Draft.countMax else { throw JournalError.draftRefused }
        }
    }

    /// The drafts that were not recorded, the newest first.
    package func drafts() throws(JournalError) -> [Draft] {
        try read { connection in
            try connection.rows(
                "SELECT id, form, body, changed FROM draft ORDER BY changed DESC, id"
            ) {
                Draft(
                    id: $0.text(0), form: $0.text(1), body: $0.blob(2),
                    changedMilliseconds: $0.integer(3))
            }
        }
    }

    /// Throws a draft away that will not be recorded.
    package func discardDraft(_ id: String) throws(JournalError) {
        try write { connection in
            try connection.execute("DELETE FROM draft WHERE id = ?1", id)
        }
    }
}
