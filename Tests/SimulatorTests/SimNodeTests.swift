import CSimDisk
import SQLite
import Testing

extension SimulatorSuite {
    /// Each rule of the disks in memory, seen through SQLite.
    struct SimNodeTests {
        private static let path = "/1/test"

        init() {
            #expect(simnode_register() == 0)
            simnode_begin(1)
        }

        private func open() throws -> Connection {
            try Connection.open(SimNodeTests.path, vfs: "simnode")
        }

        private func make() throws -> Connection {
            let connection = try open()
            try connection.execute("CREATE TABLE t(x INTEGER NOT NULL) STRICT")
            return connection
        }

        private func insert(_ number: Int, _ connection: borrowing Connection) throws {
            try connection.transaction { try $0.execute("INSERT INTO t VALUES(?)", number) }
        }

        private func count() throws -> Int {
            try open().first("SELECT COUNT(*) FROM t", as: { $0.integer(0) }) ?? -1
        }

        @Test func `the system's files and the disks answer alike`() throws {
            let connection = try make()
            for number in 1...200 { try insert(number, connection) }
            let sum = try connection.first("SELECT SUM(x) FROM t", as: { $0.integer(0) })
            #expect(sum == 20_100)
            #expect(
                try connection.first("PRAGMA integrity_check", as: { $0.text(0) }) == "ok")
        }

        @Test func `a process that ends leaves what it wrote, and its handle is dead`() throws {
            let connection = try make()
            try insert(1, connection)
            simnode_kill(1)
            #expect(throws: SQLiteError.self) { try insert(2, connection) }
            #expect(try count() == 1)
        }

        @Test(arguments: [0, 50, 90])
        func `what was committed survives a power cut`(_ percent: Int32) throws {
            for round in 1...20 {
                simnode_begin(UInt64(round))
                let connection = try make()
                for number in 1...5 { try insert(number, connection) }
                simnode_power_cut(1, percent)
                #expect(throws: SQLiteError.self) { try insert(6, connection) }
                #expect(try count() == 5)
            }
        }

        /// A deletion that a power cut undoes would bring the rollback journal back from which the
        /// database was made, and that takes back all since.
        @Test func `a database just made survives a power cut that undoes deletions`() throws {
            for round in 1...20 {
                simnode_begin(UInt64(round))
                do { try insert(1, try make()) }
                simnode_power_cut(1, 0)
                #expect(try count() == 1)
            }
        }

        @Test func `without a sync nothing is durable`() throws {
            var lost = 0
            for round in 1...20 {
                simnode_begin(UInt64(round))
                let connection = try make()
                try connection.execute("PRAGMA synchronous=OFF")
                try insert(1, connection)
                simnode_power_cut(1, 0)
                lost += try count() == 0 ? 1 : 0
            }
            #expect(lost == 20)
        }

        @Test func `a process dies at any operation, and a commit is whole or not there`() throws {
            var counts: Set<Int> = []
            for operation in 1...12 {
                simnode_begin(UInt64(operation))
                let connection = try make()
                try insert(1, connection)
                simnode_fault(1, Int32(SIMNODE_CRASH), Int32(operation))
                let isDone = (try? insert(2, connection)) != nil
                #expect(isDone == (simnode_has_crashed(1) == 0))
                simnode_power_cut(1, 50)
                let found = try count()
                #expect(found == 2 || (found == 1 && !isDone))
                counts.insert(found)
            }
            #expect(counts == [1, 2])
        }

        @Test func `a failed sync makes visible what is never durable`() throws {
            let connection = try make()
            simnode_fault(1, Int32(SIMNODE_BAD_WRITE), 3)
            #expect(throws: (any Error).self) { try insert(1, connection) }
            #expect(simnode_has_met_fault(1) == 1)
            simnode_power_cut(1, 90)
            #expect(try count() == 0)
        }

        @Test func `a full disk takes nothing more and keeps what it has`() throws {
            let connection = try make()
            try insert(1, connection)
            simnode_set_full(1, 1)
            #expect(throws: (any Error).self) { try insert(2, connection) }
            simnode_set_full(1, 0)
            #expect(try count() == 1)
        }

        @Test func `a copy has what a reader of the disk sees`() throws {
            let connection = try make()
            try insert(1, connection)
            simnode_copy(1, 2)
            try insert(2, connection)
            let copied = try Connection.open("/2/test", vfs: "simnode")
                .first("SELECT COUNT(*) FROM t", as: { $0.integer(0) })
            #expect(copied == 1)
        }

        @Test func `two connections see each other's locks`() throws {
            let first = try make()
            let second = try open()
            try first.execute("BEGIN IMMEDIATE")
            #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
            try first.execute("COMMIT")
            try insert(3, second)
            #expect(try first.first("SELECT COUNT(*) FROM t", as: { $0.integer(0) }) == 1)
        }
    }
}
