import Platform
import Testing

struct AppendedFileTests {
    @Test func `what is appended stands behind what was there, privately`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try AppendedFile(path).append(Array("one ".utf8))
        let file = try AppendedFile(path)
        try file.append(Array("two ".utf8))
        try file.append(Array("three".utf8))
        #expect(try DurableFile.read(path, bytesMax: 100) == Array("one two three".utf8))
        #expect(try folder.mode(of: "log") == 0o600)
    }
}
