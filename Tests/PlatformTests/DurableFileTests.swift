import Foundation
import Platform
import Testing

struct DurableFileTests {
    @Test func `what was written is read, and only the owner may`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/key"
        try DurableFile.write([1, 2, 3], to: path)
        try DurableFile.write(Array("longer than before".utf8), to: path)
        #expect(try DurableFile.read(path, bytesMax: 100) == Array("longer than before".utf8))
        #expect(try folder.mode(of: "key") == 0o600)
        #expect(folder.names == ["key"])
    }

    @Test func `a file at the size limit is read and one byte more is an error`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/file"
        let bytes = [UInt8](repeating: 7, count: 70_000)
        try DurableFile.write(bytes, to: path)
        #expect(try DurableFile.read(path, bytesMax: 70_000) == bytes)
        #expect(throws: POSIXFailure(call: "read", subject: path, code: EFBIG)) {
            try DurableFile.read(path, bytesMax: 69_999)
        }
    }

    @Test func `a file that is not there is nil and not an error`() throws {
        let folder = try TemporaryFolder()
        #expect(try DurableFile.read(folder.path + "/none", bytesMax: 1) == nil)
    }

    @Test func `a failed write leaves the old content and nothing beside it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/file"
        // A folder in the place of the file: the last step, the rename, fails.
        try DurableFile.makeFolder(path + "/inner")
        #expect(throws: POSIXFailure(call: "rename", subject: path, code: EISDIR)) {
            try DurableFile.write([1], to: path)
        }
        #expect(folder.names == ["file"])
    }

    @Test func `a failure names the call, the path and the reason`() throws {
        let failure = #expect(throws: POSIXFailure.self) {
            try DurableFile.write([1], to: "/no/such/folder/file")
        }
        #expect(failure?.call == "open")
        #expect(failure?.description.hasSuffix(": No such file or directory") == true)
    }

    @Test func `missing folders are made private`() throws {
        let folder = try TemporaryFolder()
        try DurableFile.makeFolder(folder.path + "/a/b/c")
        try DurableFile.makeFolder(folder.path + "/a/b/c")
        for name in ["a", "a/b", "a/b/c"] { #expect(try folder.mode(of: name) == 0o700) }
    }

    @Test func `a folder below a file cannot be made`() throws {
        let folder = try TemporaryFolder()
        try DurableFile.write([], to: folder.path + "/file")
        #expect(throws: POSIXFailure.self) {
            try DurableFile.makeFolder(folder.path + "/file/below")
        }
    }

    @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/c", "a/b"), ("/", "/")])
    func `the folder of a path is what stands before its last slash`(
        _ path: String, _ folder: String
    ) {
        #expect(DurableFile.folder(of: path) == folder)
    }
}

struct DurableFileMovesTests {
    @Test func `a copy is whole and private and overwrites nothing`() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try DurableFile.write(bytes, to: folder.path + "/a")
        try DurableFile.copy(folder.path + "/a", to: folder.path + "/b")
        #expect(try DurableFile.read(folder.path + "/b", bytesMax: 4_000_000) == bytes)
        #expect(try folder.mode(of: "b") == 0o600)
        #expect(throws: POSIXFailure(call: "open", subject: folder.path + "/b", code: EEXIST)) {
            try DurableFile.copy(folder.path + "/a", to: folder.path + "/b")
        }
    }

    @Test func `a move takes the place of what was there`() throws {
        let folder = try TemporaryFolder()
        try DurableFile.write([1], to: folder.path + "/a")
        try DurableFile.write([2], to: folder.path + "/b")
        try DurableFile.sync(folder.path + "/a")
        try DurableFile.move(folder.path + "/a", to: folder.path + "/b")
        #expect(folder.names == ["b"])
        #expect(try DurableFile.read(folder.path + "/b", bytesMax: 1) == [1])
    }

    @Test func `removing what is not there is no error`() throws {
        let folder = try TemporaryFolder()
        try DurableFile.write([1], to: folder.path + "/a")
        try DurableFile.remove(folder.path + "/a")
        try DurableFile.remove(folder.path + "/a")
        #expect(folder.names == [])
    }
}
