import CSQLite

extension Connection {
    /// Runs the body as one durable change: BEGIN IMMEDIATE … COMMIT, or nothing if it throws.
    ///
    /// Throws what the body throws; `SQLiteError` when the change was not made; `CommitUnknown`
    /// when COMMIT failed and only a look after reopening can tell.
    @discardableResult
    package func transaction<R>(_ body: (borrowing Connection) throws -> R) throws -> R {
        precondition(!isInTransaction, "a transaction is no part of another")
        try execute("BEGIN IMMEDIATE")
        let result: R
        do {
            result = try body(self)
        } catch {
            rollBack()
            throw error
        }
        do {
            try execute("COMMIT")
        } catch {
            guard error.kind == .busy || error.kind == .constraint else {
                handle.poison()
                throw CommitUnknown(cause: error)
            }
            // The transaction is still open: certainly not stored.
            rollBack()
            throw error
        }
        return result
    }

    /// Runs the body as a part of the current transaction that can be undone alone.
    @discardableResult
    package func savepoint<R>(_ body: (borrowing Connection) throws -> R) throws -> R {
        precondition(isInTransaction, "a savepoint is a part of a transaction")
        try execute("SAVEPOINT part")
        let result: R
        do {
            result = try body(self)
        } catch {
            // A storage error ends the whole transaction: there is nothing to go back to.
            if isInTransaction {
                try execute("ROLLBACK TO part")
                try execute("RELEASE part")
            }
            throw error
        }
        try execute("RELEASE part")
        return result
    }

    /// Runs reading statements that all see the same state.
    package func snapshot<R>(_ body: (borrowing Connection) throws -> R) throws -> R {
        precondition(!isInTransaction, "a snapshot is no part of a transaction")
        try execute("BEGIN")
        defer { rollBack() }
        return try body(self)
    }

    /// Brings the schema to the newest version; each step is one transaction.
    ///
    /// The version is the count of steps done, kept in `user_version`. The list only grows.
    package func migrate(_ steps: [StaticString]) throws {
        for (index, step) in steps.enumerated().dropFirst(try stepsDone(of: steps)) {
            try transaction { connection in
                try connection.handle.run(step.description)
                try connection.handle.run("PRAGMA user_version=\(index + 1)")
            }
        }
    }

    /// How many steps of its schema the database has made; refuses one of a newer program.
    package func stepsDone(of steps: [StaticString]) throws(SQLiteError) -> Int {
        let version = try first("PRAGMA user_version", as: { $0.integer(0) }) ?? 0
        guard version <= steps.count else {
            throw SQLiteError(
                kind: .newerSchema, message: "schema \(version), this program knows \(steps.count)",
                sql: "PRAGMA user_version")
        }
        return version
    }

    private func rollBack() {
        // After some errors SQLite has rolled back by itself; closing rolls back too.
        guard isInTransaction else { return }
        do {
            try execute("ROLLBACK")
        } catch {
            handle.poison()
        }
    }
}
