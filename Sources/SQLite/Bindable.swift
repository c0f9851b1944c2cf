import CSQLite

/// A value that stands for one `?` of a statement.
package protocol Bindable {
    /// Gives the value to the statement's parameter `index`, counted from 1.
    func bind(to statement: Statement, at index: Int32) throws(SQLiteError)
}

/// One prepared statement; its `Handle` owns it.
@safe package struct Statement {
    let pointer: OpaquePointer

    /// Binds NULL.
    package func bindNull(at index: Int32) throws(SQLiteError) {
        try unsafe check(sqlite3_bind_null(pointer, index))
    }

    var parameterCount: Int32 {
        unsafe sqlite3_bind_parameter_count(pointer)
    }

    var sql: String {
        unsafe String(cString: sqlite3_sql(pointer))
    }

    func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else {
            throw SQLiteError(
                extendedCode: code, message: unsafe String(cString: sqlite3_errstr(code)),
                sql: sql)
        }
    }
}

extension Int: Bindable {
    package func bind(to statement: Statement, at index: Int32) throws(SQLiteError) {
        try unsafe statement.check(sqlite3_bind_int64(statement.pointer, index, Int64(self)))
    }
}

extension String: Bindable {
    package func bind(to statement: Statement, at index: Int32) throws(SQLiteError) {
        var text = self
        let code = text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
                unsafe waybook_bind_text(
                    statement.pointer, index, bytes.baseAddress, UInt64(bytes.count))
            }
        }
        try statement.check(code)
    }
}

extension [UInt8]: Bindable {
    package func bind(to statement: Statement, at index: Int32) throws(SQLiteError) {
        let code = unsafe withUnsafeBytes { bytes in
            unsafe waybook_bind_blob(
                statement.pointer, index, bytes.baseAddress, UInt64(bytes.count))
        }
        try statement.check(code)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    package func bind(to statement: Statement, at index: Int32) throws(SQLiteError) {
        switch self {
        case .none: try statement.bindNull(at: index)
        case .some(let value): try value.bind(to: statement, at: index)
        }
    }
}
