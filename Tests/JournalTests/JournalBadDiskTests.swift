import CSimDisk
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalBadDiskTests {
    /// Disk full, a failed write, a failed sync, as SQLite names them.
    @Test(arguments: [13, 778, 1034] as [Int32])
    func `whichever disk operation fails, an act is there once or not at all`(
        code: Int32
    ) throws {
        #expect(simdisk_register() == 0)
        let file = try TestJournal()
        _ = try file.create()
        var operation: Int32 = 0
        var recorded = 0
        var checkingCount = 0
        var isDone = false
        while !isDone {
            operation += 1
            #expect(operation < 200)
            let draft = "d-\(operation)"
            var isSaved: Bool?
            do {
                let journal = try file.open(vfs: "simdisk")
                simdisk_fail(operation, code)
                try journal.note("x", draft: draft)
                isDone = simdisk_count() < operation
                isSaved = true
            } catch let error as JournalError {
                guard case .checking = error else { throw error }
                checkingCount += 1
            }
            simdisk_fail(0, 0)
            // The rule: open again, look, and record once more with the same draft if it is absent.
            let journal = try file.open()
            let found = try journal.find(draft: draft)
            if isSaved == true { #expect(found.count == 1) }
            let outcome = try journal.note("x", draft: draft)
            if !found.isEmpty { #expect(outcome == .already(found)) }
            recorded += 1
            #expect(try journal.status().recorded == recorded, "operation \(operation)")
        }
        #expect(checkingCount > 0)
    }

    @Test func `a file that is no database is damage, and a missing one is not`() throws {
        let file = try TestJournal()
        let missing = try #require(throws: JournalError.self) { try file.open() }
        #expect(!missing.isFileDamage)
        let garbage = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) })
        #expect(FileManager.default.createFile(atPath: file.path, contents: garbage))
        let damaged = try #require(throws: JournalError.self) { try file.open() }
        #expect(damaged.isFileDamage)
    }

    @Test func `after an error the journal refuses everything`() throws {
        #expect(simdisk_register() == 0)
        let file = try TestJournal()
        _ = try file.create()
        let journal = try file.open(vfs: "simdisk")
        simdisk_fail(1, 1034)
        #expect(throws: JournalError.self) { try journal.note("x") }
        let error = try #require(throws: JournalError.self) { try journal.note("y") }
        guard case .storage(let cause) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(cause.kind == .closed)
        #expect(throws: JournalError.self) { try journal.status() }
    }
}
