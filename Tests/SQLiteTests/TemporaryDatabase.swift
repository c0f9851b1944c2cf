import Foundation
import SQLite

/// A database file in a folder of its own that goes with the test.
final class TemporaryDatabase: Sendable {
    let path: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("waybook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("test.sqlite").path
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func open() throws -> Connection {
        try Connection.open(path)
    }

    /// Copies the files as a kill leaves them, the log not checkpointed.
    func copy() throws -> TemporaryDatabase {
        let copy = try TemporaryDatabase()
        try FileManager.default.copyItem(atPath: path, toPath: copy.path)
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: copy.path + "-wal")
        return copy
    }

    /// Whether a connection is open: the last one takes the log away.
    var hasLog: Bool { FileManager.default.fileExists(atPath: path + "-wal") }

    /// How many bytes the log has.
    func logBytes() throws -> Int {
        try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count
    }

    /// Overwrites bytes of the file behind SQLite's back.
    func overwrite(at offset: UInt64, with bytes: [UInt8]) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: bytes)
        try file.close()
    }
}
