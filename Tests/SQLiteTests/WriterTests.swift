import Foundation
import Testing

@testable import SQLite

@Suite struct WriterTests {
    let database: TemporaryDatabase

    init() throws {
        database = try TemporaryDatabase()
        try database.open().execute("CREATE TABLE x(a INTEGER) STRICT")
    }

    @Test func `threads take turns and lose nothing`() throws {
        let database = database
        let writer = try Writer { try database.open() }
        DispatchQueue.concurrentPerform(iterations: 20) { index in
            #expect(throws: Never.self) {
                try writer.write { try $0.execute("INSERT INTO x VALUES (?1)", index) }
            }
        }
        let count = try writer.read {
            try $0.first("SELECT COUNT(*) FROM x", as: { $0.integer(0) })
        }
        #expect(count == 20)
    }

    @Test func `the write after a storage error opens the database anew`() throws {
        let database = database
        let writer = try Writer { try database.open() }
        #expect(throws: SQLiteError.self) {
            try writer.write { connection in
                try connection.execute("INSERT INTO x SELECT 1 FROM missing")
            }
        }
        #expect(throws: SQLiteError.self) {
            try writer.write { connection in
                try connection.execute("PRAGMA max_page_count=2")
                for value in 1...5_000 {
                    try connection.execute("INSERT INTO x VALUES (?1)", value)
                }
            }
        }
        try writer.write { try $0.execute("INSERT INTO x VALUES (7)") }
        let all = try writer.read { try $0.rows("SELECT a FROM x", as: { $0.integer(0) }) }
        #expect(all == [7])
    }

    @Test func `a closed database is one file, and the next use opens it`() throws {
        let database = database
        let writer = try Writer { try database.open() }
        try writer.write { db in try db.execute("INSERT INTO x VALUES (1)") }
        #expect(FileManager.default.fileExists(atPath: database.path + "-wal"))
        writer.close()
        #expect(!FileManager.default.fileExists(atPath: database.path + "-wal"))
        let count = try writer.read { db in
            try db.first("SELECT COUNT(*) FROM x", as: { $0.integer(0) })
        }
        #expect(count == 1)
    }
}
