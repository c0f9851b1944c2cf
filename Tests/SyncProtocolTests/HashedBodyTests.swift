import Testing

@testable import SyncProtocol

struct HashedBodyTests {
    @Test(
        arguments: [
            ("", 0), ("a", 0), ("\n", 0), ("a\n", 0), ("a\nb", 2), ("a\nb\n", 2), ("a\n\n", 2),
            ("a\nb\nc\n", 4),
        ])
    func `one pass finds the hash of all and that of what is before the last line`(
        text: String, end: Int
    ) {
        let bytes = Array(text.utf8)
        let body = HashedBody(bytes)
        #expect(body.bytes == bytes)
        #expect(body.hash == SHA256.hash(bytes))
        #expect(body.hashBeforeEnd == SHA256.hash(bytes[..<end]))
    }

    @Test(arguments: [1, 63, 64, 65, 200])
    func `a frame that is made has the hashes of the frame that is read`(length: Int) throws {
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        let made = ExchangeFrame.hashed([line[...], line[...]])
        let read = HashedBody(made.bytes)
        #expect(made.hash == read.hash)
        #expect(made.hashBeforeEnd == read.hashBeforeEnd)
        #expect(try ExchangeFrame.lines(of: read).map(Array.init) == [line, line])
    }

    @Test func `a hash goes on after it was asked for`() {
        var hash = SHA256()
        hash.update([1, 2, 3])
        #expect(hash.finalize() == SHA256.hash([1, 2, 3]))
        hash.update([4])
        #expect(hash.finalize() == SHA256.hash([1, 2, 3, 4]))
    }
}
