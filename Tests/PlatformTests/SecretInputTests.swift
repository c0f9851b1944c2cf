import Foundation
import Platform
import Testing

struct SecretInputTests {
    @Test(arguments: ["123456", "123456\n", "123456\r\n", "123456\nsecond line\n"])
    func `the first line of a file is the secret`(_ text: String) throws {
        #expect(try read(Array(text.utf8)) == "123456")
    }

    @Test(arguments: ["", "\n", "\r\n", "\nsecond"])
    func `an empty first line is no secret`(_ text: String) {
        #expect(throws: SecretInput.Failure.empty) { try read(Array(text.utf8)) }
    }

    @Test func `a secret at the limit is read and one byte more is refused`() throws {
        let longest = [UInt8](repeating: UInt8(ascii: "7"), count: SecretInput.bytesMax)
        #expect(try read(longest + [0x0d, 0x0a]).utf8.count == SecretInput.bytesMax)
        #expect(throws: SecretInput.Failure.tooLong) { try read(longest + [0x37]) }
        #expect(throws: SecretInput.Failure.tooLong) { try read(longest + longest + longest) }
    }

    @Test(arguments: [[0x31, 0x00, 0x32], [0x31, 0x1b], [0xff, 0xfe], [0x7f]] as [[UInt8]])
    func `control characters and bytes that are no text are refused`(_ bytes: [UInt8]) {
        #expect(throws: SecretInput.Failure.malformed) { try read(bytes) }
    }

    @Test func `a file that is missing is an error that names it`() {
        let failure = POSIXFailure(call: "open", subject: "/no/such/file", code: ENOENT)
        #expect(throws: SecretInput.Failure.system(failure)) {
            try SecretInput.read(from: .file("/no/such/file"))
        }
    }

    private func read(_ bytes: [UInt8]) throws -> String {
        let folder = try TemporaryFolder()
        try DurableFile.write(bytes, to: folder.path + "/secret")
        return try SecretInput.read(from: .file(folder.path + "/secret"))
    }
}
