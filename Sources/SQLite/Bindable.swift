import CSQLite

/// A value that stands for one `?` of a statement.
package protocol Bindable {
    /// Gives the value to the statement's parameter `index`, counted from 1.
    func bind(to statement: Statement, at index: Int32)
}

/// One prepared statement; its `Handle` owns it.
@safe package struct Statement {
    let pointer: OpaquePointer

    /// Binds NULL.
    package func bindNull(at index: Int32) {
        unsafe check(sqlite3_bind_null(pointer, index))
    }

    var parameterCount: Int32 {
        unsafe sqlite3_bind_parameter_count(pointer)
    }

    func check(_ code: Int32) {
        // RANGE and MISUSE are ours; NOMEM cannot be told apart from them usefully here.
        precondition(code == SQLITE_OK, "binding refused: a parameter too many, or no memory")
    }
}

extension Int: Bindable {
    package func bind(to statement: Statement, at index: Int32) {
        unsafe statement.check(sqlite3_bind_int64(statement.pointer, index, Int64(self)))
    }
}

extension String: Bindable {
    package func bind(to statement: Statement, at index: Int32) {
        var text = self
        text.withUTF8 { utf8 in
            let count = Int32(utf8.count)
            unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
                // A null pointer would bind NULL, and an empty string may have one.
                if count == 0 {
                    unsafe statement.check(waybook_bind_text(statement.pointer, index, "", 0))
                } else {
                    unsafe statement.check(
                        waybook_bind_text(statement.pointer, index, bytes.baseAddress, count))
                }
            }
        }
    }
}

extension [UInt8]: Bindable {
    package func bind(to statement: Statement, at index: Int32) {
        guard !isEmpty else {
            unsafe statement.check(sqlite3_bind_zeroblob(statement.pointer, index, 0))
            return
        }
        unsafe withUnsafeBytes { bytes in
            unsafe statement.check(
                waybook_bind_blob(
                    statement.pointer, index, bytes.baseAddress, Int32(bytes.count)))
        }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    package func bind(to statement: Statement, at index: Int32) {
        switch self {
        case .none: statement.bindNull(at: index)
        case .some(let value): value.bind(to: statement, at: index)
        }
    }
}
