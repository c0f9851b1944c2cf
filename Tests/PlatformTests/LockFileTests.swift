import Foundation
import Platform
import Testing

struct LockFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/lock"
    }

    @Test func `a free lock is taken, private and empty`() throws {
        try Data("left over".utf8).write(to: URL(fileURLWithPath: path))
        let lock = try LockFile.take(path, waitMilliseconds: 0)
        #expect(try text() == "")
        try lock.release()
        let again = try LockFile.take(folder.path + "/new", waitMilliseconds: 0)
        #expect(try folder.mode(of: "new") == 0o600)
        _ = again
    }

    @Test func `a lock that is held is busy after the wait, and free after its release`() throws {
        let lock = try LockFile.take(path, waitMilliseconds: 0)
        let deadline = Deadline(after: 60)
        #expect(throws: LockFile.Failure.busy(pid: nil)) {
            try LockFile.take(path, waitMilliseconds: 60)
        }
        #expect(deadline.hasPassed)
        try lock.announceReady()
        #expect(throws: LockFile.Failure.busy(pid: Int(getpid()))) {
            try LockFile.take(path, waitMilliseconds: 0)
        }
        try lock.release()
        #expect(try text() == "")
        _ = try LockFile.take(path, waitMilliseconds: 0)
    }

    @Test func `a lock ends with its holder`() throws {
        var lock: LockFile? = try LockFile.take(path, waitMilliseconds: 0)
        try lock?.announceReady()
        lock = nil
        _ = try LockFile.take(path, waitMilliseconds: 0)
    }

    @Test(arguments: [nil, "/run/waybook/socket", "/a folder/with spaces"] as [String?])
    func `a holder that is ready is found at once`(_ socketPath: String?) throws {
        let lock = try LockFile.take(path, waitMilliseconds: 0)
        try lock.announceReady(socketPath: socketPath)
        guard
            case .ready(let pid, let found) = try LockFile.takeOrFindReady(
                path, waitMilliseconds: 0)
        else {
            Issue.record("the lock is held")
            return
        }
        #expect(pid == Int(getpid()))
        #expect(found == socketPath)
        #expect(try text() == "ready \(pid)\(socketPath.map { " " + $0 } ?? "")\n")
        _ = lock
    }

    @Test func `a free lock is taken rather than found`() throws {
        guard case .taken(let lock) = try LockFile.takeOrFindReady(path, waitMilliseconds: 0)
        else {
            Issue.record("the lock is free")
            return
        }
        try lock.release()
    }

    @Test(arguments: ["", "ready", "ready x\n", "ready 5", "starting 5\n", "ready 4194305 /dead\n"])
    func `a holder that is not ready is waited for and then busy`(_ text: String) throws {
        let lock = try LockFile.take(path, waitMilliseconds: 0)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: LockFile.Failure.busy(pid: nil)) {
            try LockFile.takeOrFindReady(path, waitMilliseconds: 30)
        }
        _ = lock
    }

    @Test func `a lock cannot lie behind a link or in a folder that is missing`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "/dev/null")
        #expect(throws: LockFile.Failure.self) { try LockFile.take(path, waitMilliseconds: 0) }
        #expect(throws: LockFile.Failure.self) {
            try LockFile.take(folder.path + "/none/lock", waitMilliseconds: 0)
        }
    }

    private func text() throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }
}
