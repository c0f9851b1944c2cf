import Synchronization

/// The one writing connection of a process, shared by its threads and taken briefly.
///
/// After a storage error the next write opens the database anew, checkpoint first, so that what it
/// reads is durable.
package final class Writer: Sendable {
    private let connection: Mutex<Connection?>
    private let open: @Sendable () throws -> Connection

    /// Opens the database by the given function, now and after each storage error.
    package init(open: @escaping @Sendable () throws -> Connection) throws {
        self.open = open
        connection = Mutex(try open())
    }

    /// Runs the body in one durable transaction; see `Connection.transaction` for what it throws.
    @discardableResult
    package func write<R: Sendable>(
        _ body: @Sendable (borrowing Connection) throws -> R
    ) throws -> R {
        try use { connection in
            try connection.transaction { try body($0) }
        }
    }

    /// Runs the body on one unchanging state of the database.
    package func read<R: Sendable>(
        _ body: @Sendable (borrowing Connection) throws -> R
    ) throws -> R {
        try use { connection in
            try connection.snapshot { try body($0) }
        }
    }

    /// Closes the database, which empties its log into it; the next use opens it again.
    package func close() {
        connection.withLock { $0 = nil }
    }

    private func use<R: Sendable>(
        _ body: @Sendable (borrowing Connection) throws -> R
    ) throws -> R {
        try connection.withLock { slot in
            if needsOpening(slot) {
                // The old connection closes before the new one opens.
                slot = nil
                slot = try open()
            }
            switch slot {
            case .some(let connection): return try body(connection)
            case .none: preconditionFailure("opened above")
            }
        }
    }

    private func needsOpening(_ connection: borrowing Connection?) -> Bool {
        switch connection {
        case .some(let connection): connection.isPoisoned
        case .none: true
        }
    }
}
