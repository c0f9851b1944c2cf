import Testing

@testable import SQLite

@Suite struct TransactionTests {
    let database: TemporaryDatabase

    init() throws {
        database = try TemporaryDatabase()
        try database.open().execute("CREATE TABLE x(a INTEGER CHECK(a > 0)) STRICT")
    }

    private struct Refusal: Error {}

    private func values(_ connection: borrowing Connection) throws -> [Int] {
        try connection.rows("SELECT a FROM x ORDER BY a", as: { $0.integer(0) })
    }

    @Test func `a body that throws leaves nothing`() throws {
        let connection = try database.open()
        #expect(throws: Refusal.self) {
            try connection.transaction { connection in
                try connection.execute("INSERT INTO x VALUES (1)")
                throw Refusal()
            }
        }
        #expect(try values(connection) == [])
        try connection.transaction { try $0.execute("INSERT INTO x VALUES (2)") }
        #expect(try values(connection) == [2])
    }

    @Test func `a refused constraint is told apart and does not end the connection`() throws {
        let connection = try database.open()
        let error = try #require(throws: SQLiteError.self) {
            try connection.transaction { try $0.execute("INSERT INTO x VALUES (?1)", 0) }
        }
        #expect(error.kind == .constraint)
        #expect(error.code == 19)
        #expect(error.extendedCode == 275)
        let isPoisoned = connection.isPoisoned
        #expect(!isPoisoned)
        try connection.transaction { try $0.execute("INSERT INTO x VALUES (?1)", 1) }
    }

    @Test func `a savepoint is undone alone`() throws {
        let connection = try database.open()
        try connection.transaction { connection in
            try connection.execute("INSERT INTO x VALUES (1)")
            #expect(throws: Refusal.self) {
                try connection.savepoint { connection in
                    try connection.execute("INSERT INTO x VALUES (2)")
                    try connection.savepoint { try $0.execute("INSERT INTO x VALUES (3)") }
                    throw Refusal()
                }
            }
            try connection.savepoint { try $0.execute("INSERT INTO x VALUES (4)") }
        }
        #expect(try values(connection) == [1, 4])
    }

    @Test func `committed rows are there after reopening`() throws {
        do {
            let connection = try database.open()
            try connection.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
        }
        #expect(try values(try database.open()) == [1])
    }

    @Test func `a snapshot does not move`() throws {
        let writer = try database.open()
        let reader = try Connection.openReadOnly(database.path)
        try reader.snapshot { reader in
            #expect(try values(reader) == [])
            try writer.execute("INSERT INTO x VALUES (1)")
            #expect(try values(reader) == [])
        }
        #expect(try values(reader) == [1])
    }

    @Test func `a constraint refused at COMMIT is certainly not stored`() throws {
        let connection = try database.open()
        try connection.execute("CREATE TABLE parent(id INTEGER PRIMARY KEY) STRICT")
        try connection.execute(
            """
            CREATE TABLE child(
                id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED
            ) STRICT
            """)
        let error = try #require(throws: SQLiteError.self) {
            try connection.transaction { try $0.execute("INSERT INTO child VALUES (1)") }
        }
        #expect(error.kind == .constraint)
        try connection.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
        #expect(try connection.first("SELECT id FROM child", as: { $0.integer(0) }) == nil)
    }

    @Test func `a full disk ends the connection and leaves what was committed`() throws {
        let connection = try database.open()
        try connection.execute("PRAGMA max_page_count=3")
        let error = try #require(throws: SQLiteError.self) {
            try connection.transaction { connection in
                for value in 1...5_000 {
                    try connection.execute("INSERT INTO x VALUES (?1)", value)
                }
            }
        }
        #expect(error.kind == .full)
        let isPoisoned = connection.isPoisoned
        #expect(isPoisoned)
        #expect(!database.hasLog)
        let after = try #require(throws: SQLiteError.self) { try values(connection) }
        #expect(after.kind == .closed)
        #expect(try values(try database.open()) == [])
    }
}

@Suite struct MigrationTests {
    let database: TemporaryDatabase
    let steps: [StaticString] = [
        "CREATE TABLE one(a INTEGER) STRICT; CREATE TABLE two(a INTEGER) STRICT;",
        "INSERT INTO one VALUES (1)",
    ]

    init() throws {
        database = try TemporaryDatabase()
    }

    @Test func `steps run once and in order`() throws {
        let connection = try database.open()
        try connection.migrate([steps[0]])
        #expect(try connection.stepsDone(of: steps) == 1)
        try connection.migrate(steps)
        try connection.migrate(steps)
        #expect(try connection.stepsDone(of: steps) == 2)
        #expect(try connection.rows("SELECT a FROM one", as: { $0.integer(0) }) == [1])
    }

    @Test func `a step that fails leaves the schema before it`() throws {
        let connection = try database.open()
        #expect(throws: SQLiteError.self) {
            try connection.migrate([
                steps[0], "CREATE TABLE three(a INTEGER) STRICT; CREATE TABLE one(a INTEGER)",
            ])
        }
        #expect(try connection.stepsDone(of: steps) == 1)
        #expect(
            try connection.first("SELECT 1 FROM sqlite_schema WHERE name='three'", as: { _ in 1 })
                == nil)
    }

    @Test func `a newer schema is refused and untouched`() throws {
        let connection = try database.open()
        try connection.migrate(steps)
        let error = try #require(throws: SQLiteError.self) { try connection.migrate([steps[0]]) }
        #expect(error.kind == .newerSchema)
        #expect(try connection.stepsDone(of: steps) == 2)
    }
}
