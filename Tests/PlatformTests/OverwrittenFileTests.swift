import Foundation
import Platform
import Testing

struct OverwrittenFileTests {
    @Test func `a text is replaced in place and read again`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/mark"
        let file = try OverwrittenFile(path)
        #expect(file.text == [])
        try file.write(Array("a longer text".utf8))
        try file.write(Array("short".utf8))
        try file.sync()
        #expect(file.text == Array("short".utf8))
        #expect(try OverwrittenFile(path).text == Array("short".utf8))
        #expect(try folder.mode(of: "mark") == 0o600)
    }

    @Test func `a text at the limit is kept`() throws {
        let folder = try TemporaryFolder()
        let text = [UInt8](repeating: 0x61, count: OverwrittenFile.bytesMax)
        let file = try OverwrittenFile(folder.path + "/mark")
        try file.write(text)
        #expect(try OverwrittenFile(folder.path + "/mark").text == text)
    }

    @Test func `a file that somebody made longer is refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/mark"
        try DurableFile.write(
            [UInt8](repeating: 0x61, count: OverwrittenFile.bytesMax + 2), to: path)
        #expect(throws: POSIXFailure(call: "read", subject: path, code: EFBIG)) {
            try OverwrittenFile(path)
        }
    }
}
