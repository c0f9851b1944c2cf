import Testing

@testable import SQLite

@Suite struct ConnectionTests {
    let database: TemporaryDatabase

    init() throws {
        database = try TemporaryDatabase()
    }

    @Test func `a writing connection has every safe setting`() throws {
        let connection = try database.open()
        #expect(try connection.first("PRAGMA journal_mode", as: { $0.text(0) }) == "wal")
        #expect(try connection.first("PRAGMA synchronous", as: { $0.integer(0) }) == 2)
        #expect(try connection.first("PRAGMA foreign_keys", as: { $0.integer(0) }) == 1)
        #expect(try connection.first("PRAGMA trusted_schema", as: { $0.integer(0) }) == 0)
        #expect(try connection.first("PRAGMA cell_size_check", as: { $0.integer(0) }) == 1)
        #expect(try connection.first("PRAGMA mmap_size", as: { $0.integer(0) }) == 0)
        #expect(try connection.first("PRAGMA temp_store", as: { $0.integer(0) }) == 2)
        #expect(try connection.first("PRAGMA secure_delete", as: { $0.integer(0) }) == 1)
        #expect(try connection.first("PRAGMA busy_timeout", as: { $0.integer(0) }) == 2_000)
    }

    @Test func `values come back as they went in`() throws {
        let connection = try database.open()
        try connection.execute("CREATE TABLE x(a INTEGER, b TEXT, c BLOB) STRICT")
        let nothing: Int? = nil
        try connection.execute(
            "INSERT INTO x VALUES (?1, ?2, ?3)", Int.min, "中a\r\n", [0, 255] as [UInt8])
        try connection.execute("INSERT INTO x VALUES (?1, ?2, ?3)", Int.max, "", [] as [UInt8])
        try connection.execute(
            "INSERT INTO x VALUES (?1, ?2, ?3)", nothing, nil as String?, nil as [UInt8]?)
        let rows = try connection.rows("SELECT a, b, c FROM x ORDER BY rowid") {
            let bytes = $0.optionalBlob(2) ?? [7]
            return "\($0.optionalInteger(0) ?? 0) \($0.optionalText(1) ?? "-") \(bytes)"
        }
        #expect(rows == ["\(Int.min) 中a\r\n [0, 255]", "\(Int.max)  []", "0 - [7]"])
    }

    @Test func `execute tells how many rows it changed`() throws {
        let connection = try database.open()
        try connection.execute("CREATE TABLE x(a INTEGER) STRICT")
        try connection.execute("INSERT INTO x VALUES (1), (2), (3)")
        #expect(try connection.execute("UPDATE x SET a = a + ?1 WHERE a > ?2", 10, 1) == 2)
        #expect(try connection.execute("DELETE FROM x WHERE a = ?1", 99) == 0)
    }

    @Test func `a scan stops when the body says so`() throws {
        let connection = try database.open()
        try connection.execute("CREATE TABLE x(a BLOB) STRICT")
        try connection.execute("INSERT INTO x VALUES (x'01'), (x'02'), (x'03')")
        var seen: [UInt8] = []
        try connection.scan("SELECT a FROM x ORDER BY a") { row in
            row.appendBlob(0, to: &seen)
            return seen.count < 2
        }
        #expect(seen == [1, 2])
        // The statement was reset in mid-scan and can be used again.
        #expect(try connection.rows("SELECT a FROM x ORDER BY a", as: { $0.blob(0) }).count == 3)
    }

    @Test func `first is nil when there is no row`() throws {
        let connection = try database.open()
        #expect(try connection.first("SELECT 1 WHERE 0", as: { $0.integer(0) }) == nil)
    }

    @Test func `a reader sees committed rows and cannot write or checkpoint`() throws {
        let writer = try database.open()
        try writer.execute("CREATE TABLE x(a INTEGER) STRICT")
        try writer.execute("INSERT INTO x VALUES (1)")
        let reader = try Connection.openReadOnly(database.path)
        #expect(try reader.first("SELECT a FROM x", as: { $0.integer(0) }) == 1)
        #expect(try reader.first("PRAGMA wal_autocheckpoint", as: { $0.integer(0) }) == 0)
        #expect(try reader.first("PRAGMA synchronous", as: { $0.integer(0) }) == 2)
        #expect(try reader.first("PRAGMA trusted_schema", as: { $0.integer(0) }) == 0)
        let error = try #require(throws: SQLiteError.self) {
            try reader.execute("INSERT INTO x VALUES (2)")
        }
        #expect(error.kind == .readOnly)
    }

    @Test func `opening copies the log of a killed writer into the file`() throws {
        let writer = try database.open()
        try writer.execute("CREATE TABLE x(a INTEGER) STRICT")
        try writer.execute("INSERT INTO x VALUES (1)")
        let killed = try database.copy()
        #expect(try killed.logBytes() > 0)
        let next = try killed.open()
        #expect(try killed.logBytes() == 0)
        #expect(try next.first("SELECT a FROM x", as: { $0.integer(0) }) == 1)
    }

    @Test func `a reader leaves the log as it is`() throws {
        let writer = try database.open()
        try writer.execute("CREATE TABLE x(a INTEGER) STRICT")
        try writer.execute("INSERT INTO x VALUES (1)")
        let killed = try database.copy()
        let bytes = try killed.logBytes()
        do {
            let reader = try Connection.openReadOnly(killed.path)
            #expect(try reader.first("SELECT a FROM x", as: { $0.integer(0) }) == 1)
        }
        #expect(try killed.logBytes() == bytes)
    }

    @Test func `a reader needs an existing file`() throws {
        let path = database.path
        let error = try #require(throws: SQLiteError.self) {
            _ = try Connection.openReadOnly(path)
        }
        #expect(error.kind == .cannotOpen)
    }

    @Test func `a file that must exist is not made`() throws {
        let path = database.path
        let error = try #require(throws: SQLiteError.self) {
            _ = try Connection.open(path, mayCreate: false)
        }
        #expect(error.kind == .cannotOpen)
    }

    @Test func `opening waits for a reader of the old log and then says busy`() throws {
        let writer = try database.open()
        try writer.execute("CREATE TABLE x(a INTEGER) STRICT")
        try writer.execute("INSERT INTO x VALUES (1)")
        let reader = try Connection.openReadOnly(database.path)
        let path = database.path
        try reader.snapshot { reader in
            _ = try reader.first("SELECT a FROM x", as: { $0.integer(0) })
            try writer.execute("INSERT INTO x VALUES (2)")
            let error = try #require(throws: SQLiteError.self) {
                _ = try Connection.open(path, openTimeoutMilliseconds: 20)
            }
            #expect(error.kind == .busy)
        }
    }

    @Test func `a file that is no database is refused`() throws {
        do {
            let connection = try database.open()
            try connection.execute("CREATE TABLE x(a INTEGER) STRICT")
        }
        try database.overwrite(at: 0, with: [UInt8](repeating: 0x41, count: 4_096))
        let error = try #require(throws: SQLiteError.self) { _ = try database.open() }
        #expect(error.kind == .corrupt)
    }

    @Test func `a damaged page is found on opening`() throws {
        do {
            let connection = try database.open()
            try connection.execute("CREATE TABLE x(a INTEGER) STRICT")
            try connection.execute("INSERT INTO x VALUES (1)")
        }
        try database.overwrite(at: 4_096, with: [UInt8](repeating: 0xEE, count: 64))
        let error = try #require(throws: SQLiteError.self) { _ = try database.open() }
        #expect(error.kind == .corrupt)
    }

    @Test(arguments: [(3_040_000, 1), (3_036_000, 1), (3_040_001, 0)])
    func `an unsuitable library is refused`(version: Int, threads: Int) {
        #expect(throws: SQLiteError.self) {
            try checkLibrary(version: version, threads: Int32(threads))
        }
    }

    @Test func `the oldest library of the tests is accepted`() throws {
        try checkLibrary(version: 3_040_001, threads: 1)
    }

    @Test func `the second writer is busy and can try again`() throws {
        let one = try database.open()
        try one.execute("CREATE TABLE x(a INTEGER) STRICT")
        let two = try database.open()
        two.handle.setBusyTimeout(milliseconds: 10)
        try one.transaction { _ in
            let error = try #require(throws: SQLiteError.self) { try two.transaction { _ in } }
            #expect(error.kind == .busy)
        }
        try two.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
    }
}
