import CSimDisk
import Testing

@testable import SQLite

/// Codes of SQLite that a disk answers.
enum DiskFault: Int32, CaseIterable {
    case full = 13
    case write = 778
    case sync = 1034
}

@Suite struct BadDiskTests {
    let database: TemporaryDatabase

    init() throws {
        database = try TemporaryDatabase()
        #expect(simdisk_register() == 0)
        try database.open().execute("CREATE TABLE x(a INTEGER) STRICT")
    }

    @Test(arguments: DiskFault.allCases)
    func `whichever disk operation fails, the answer is never a false one`(
        fault: DiskFault
    ) throws {
        var value = 0
        var operation: Int32 = 0
        var unknownCount = 0
        var isDone = false
        while !isDone {
            operation += 1
            value += 1
            #expect(operation < 100)
            var answer: Bool?
            do {
                let connection = try Connection.open(database.path, vfs: "simdisk")
                simdisk_fail(operation, fault.rawValue)
                try connection.transaction { try $0.execute("INSERT INTO x VALUES (?1)", value) }
                isDone = simdisk_count() < operation
                answer = true
            } catch let error as SQLiteError {
                #expect(error.kind == .ioError || error.kind == .full)
                answer = false
            } catch let error as CommitUnknown {
                #expect(error.cause.kind == .ioError || error.cause.kind == .full)
                unknownCount += 1
            }
            simdisk_fail(0, 0)
            let isThere =
                try database.open().first(
                    "SELECT 1 FROM x WHERE a = ?1", value, as: { _ in true }) ?? false
            if let answer { #expect(answer == isThere, "operation \(operation)") }
        }
        #expect(unknownCount > 0)
    }

    @Test func `after a bad disk the connection refuses everything`() throws {
        let connection = try Connection.open(database.path, vfs: "simdisk")
        simdisk_fail(1, DiskFault.sync.rawValue)
        #expect(throws: CommitUnknown.self) {
            try connection.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
        }
        let error = try #require(throws: SQLiteError.self) {
            try connection.transaction { try $0.execute("INSERT INTO x VALUES (2)") }
        }
        #expect(error.kind == .closed)
        // It holds no lock: the next connection opens while this one is still in scope.
        let next = try Connection.open(database.path, openTimeoutMilliseconds: 10)
        try next.transaction { try $0.execute("INSERT INTO x VALUES (3)") }
        let isPoisoned = connection.isPoisoned
        #expect(isPoisoned)
    }
}
