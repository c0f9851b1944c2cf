import CSQLite

/// The row a query stands on; it lives only inside the closure it is given to.
///
/// Columns count from 0. Tables are STRICT, so reading a column as another type than the schema
/// declares is a bug and ends the program.
@safe package struct Row: ~Copyable {
    let statement: Statement

    /// The integer in a column.
    package func integer(_ column: Int) -> Int {
        precondition(type(column) == SQLITE_INTEGER, "column \(column) is no integer")
        return unsafe Int(sqlite3_column_int64(statement.pointer, Int32(column)))
    }

    /// The text in a column.
    package func text(_ column: Int) -> String {
        precondition(type(column) == SQLITE_TEXT, "column \(column) is no text")
        return unsafe bytes(column) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes in a column.
    package func blob(_ column: Int) -> [UInt8] {
        precondition(type(column) == SQLITE_BLOB, "column \(column) is no blob")
        return unsafe bytes(column) { unsafe [UInt8]($0) }
    }

    /// Appends the bytes in a column to a buffer, without an array in between.
    package func appendBlob(_ column: Int, to buffer: inout [UInt8]) {
        precondition(type(column) == SQLITE_BLOB, "column \(column) is no blob")
        unsafe bytes(column) { unsafe buffer.append(contentsOf: $0) }
    }

    /// Whether a column is NULL.
    package func isNull(_ column: Int) -> Bool {
        type(column) == SQLITE_NULL
    }

    /// The integer in a column that may be NULL.
    package func optionalInteger(_ column: Int) -> Int? {
        isNull(column) ? nil : integer(column)
    }

    /// The text in a column that may be NULL.
    package func optionalText(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The bytes in a column that may be NULL.
    package func optionalBlob(_ column: Int) -> [UInt8]? {
        isNull(column) ? nil : blob(column)
    }

    private func type(_ column: Int) -> Int32 {
        unsafe sqlite3_column_type(statement.pointer, Int32(column))
    }

    private func bytes<R>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        // The pointer is asked for first: it may convert the value, and then the count is right.
        let start = unsafe sqlite3_column_blob(statement.pointer, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(statement.pointer, Int32(column)))
        return unsafe body(UnsafeRawBufferPointer(start: start, count: count))
    }
}
