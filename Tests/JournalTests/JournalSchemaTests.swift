import SQLite
import Testing

@testable import Journal

/// What the schema itself refuses, whatever the code above it does.
@Suite struct JournalSchemaTests {
    let file: TestJournal
    let raw: () throws -> Connection

    init() throws {
        let file = try TestJournal()
        let journal = try file.create()
        try journal.note("one")
        try journal.note("two")
        self.file = file
        raw = { try Connection.open(file.path) }
    }

    private func refuses(
        _ message: String, _ body: (borrowing Connection) throws -> Void
    ) throws {
        let raw = try raw()
        do {
            try body(raw)
            Issue.record("was accepted")
        } catch let error as SQLiteError {
            #expect(error.kind == .constraint)
            #expect(error.message.contains(message), "\(error.message)")
        }
    }

    @Test(arguments: [1, 2, 4, 0])
    func `a sequence is the next one`(sequence: Int) throws {
        try refuses("gap") {
            try $0.execute(
                """
                INSERT INTO entry(id, line, head, fact, kind, place, l, c, o, m)
                VALUES (?1, x'7b7d', zeroblob(32), zeroblob(32), 'note', 1, 0, 0, 0, 0)
                """, 1 << 32 | sequence)
        }
    }

    @Test func `an entry is not replaced`() throws {
        try refuses("gap") {
            try $0.execute(
                """
                INSERT OR REPLACE INTO entry(id, line, head, fact, kind, place, l, c, o, m)
                VALUES (?1, x'7b7d', zeroblob(32), zeroblob(32), 'note', 1, 0, 0, 0, 0)
                """, 1 << 32 | 1)
        }
    }

    @Test func `an entry is not deleted`() throws {
        try refuses("immutable") { try $0.execute("DELETE FROM entry WHERE seq = 2") }
    }

    @Test func `an entry is not changed`() throws {
        try refuses("immutable") { try $0.execute("UPDATE entry SET line = x'7b7d'") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET head = zeroblob(32)") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET fact = zeroblob(32)") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET id = id + 1 WHERE seq = 2") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET kind = 'check'") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET subject = 'task:T1'") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET draft = 'd1' WHERE seq = 1") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET place = 2") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET l = l + 1") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET c = c + 1") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET o = o + 1") }
        try refuses("immutable") { try $0.execute("UPDATE entry SET m = m + 1") }
    }

    @Test func `of an entry the line alone can go`() throws {
        try raw().execute("UPDATE entry SET line = NULL WHERE seq = 1")
        try refuses("immutable") { try $0.execute("UPDATE entry SET line = x'7b7d'") }
        try refuses("immutable") {
            try $0.execute("UPDATE entry SET line = NULL, kind = 'check' WHERE seq = 2")
        }
    }

    @Test func `a frozen stream has an end and an open one has none`() throws {
        try refuses("CHECK") { try $0.execute("UPDATE stream SET frozen_at = 1") }
        try refuses("CHECK") { try $0.execute("UPDATE stream SET state = 'frozen'") }
    }

    @Test func `the first attempt is kept once it is known`() throws {
        func insert(
            _ first: Int, _ last: Int, _ connection: borrowing Connection
        ) throws {
            try connection.execute(
                "INSERT INTO attempt(first, last, o, m) VALUES (?1, ?2, 1, 2)", 1 << 32 | first,
                1 << 32 | last)
        }
        try insert(2, 4, raw())
        for (first, last) in [(1, 2), (2, 2), (3, 3), (4, 5), (1, 9)] {
            try refuses("immutable") { try insert(first, last, $0) }
        }
        try refuses("immutable") { try $0.execute("UPDATE attempt SET m = 3") }
        try refuses("immutable") { try $0.execute("DELETE FROM attempt") }
        try insert(1, 1, raw())
        try insert(5, 5, raw())
        try refuses("CHECK") { try insert(7, 6, $0) }
        try refuses("CHECK") { try insert(8, 1 << 32, $0) }
    }

    @Test func `each stream counts its own entries from 1`() throws {
        func insert(_ stream: Int, _ sequence: Int) throws {
            try raw().execute(
                """
                INSERT INTO entry(id, line, head, fact, kind, place, l, c, o, m)
                VALUES (?1, x'7b7d', zeroblob(32), zeroblob(32), 'note', 1, 0, 0, 0, 0)
                """, stream << 32 | sequence)
        }
        try raw().execute(
            """
            INSERT INTO stream(no, id, dev, state, made, frozen_at)
            VALUES (2, 'x', 'd', 'frozen', 0, 0)
            """)
        #expect(throws: SQLiteError.self) { try insert(2, 2) }
        try insert(2, 1)
        try insert(2, 2)
        try insert(1, 3)
        #expect(throws: SQLiteError.self) { try insert(1, 5) }
        // A stream that is not there.
        #expect(throws: SQLiteError.self) { try insert(3, 1) }
    }

    @Test func `one stream is open`() throws {
        try refuses("UNIQUE") {
            try $0.execute("INSERT INTO stream(id, dev, state, made) VALUES ('x', 'd', 'open', 0)")
        }
    }

    @Test func `a line has at most 16,384 bytes, a carried one 40,960`() throws {
        func insert(_ kind: String, _ bytes: Int) throws {
            try raw().execute(
                """
                INSERT INTO entry(id, line, head, fact, kind, place, l, c, o, m)
                VALUES ((SELECT MAX(id) + 1 FROM entry), zeroblob(?1), zeroblob(32),
                    zeroblob(32), ?2, 1, 0, 0, 0, 0)
                """, bytes, kind)
        }
        try insert("note", 16_384)
        #expect(throws: SQLiteError.self) { try insert("note", 16_385) }
        try insert("carry", 40_960)
        #expect(throws: SQLiteError.self) { try insert("carry", 40_961) }
        #expect(throws: SQLiteError.self) { try insert("note", 0) }
    }
}
