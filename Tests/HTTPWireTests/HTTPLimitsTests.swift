import HTTPWire
import Testing

struct HTTPLimitsTests {
    private let limits = HTTPLimits()

    @Test func `the limits are the documented ones`() {
        #expect(limits.requestLineBytesMax == 4_096)
        #expect(limits.headBytesMax == 16_384)
        #expect(limits.fieldCountMax == 64)
        #expect(limits.bodyBytesMax == 1_048_576)
    }

    @Test func `a request line at its limit passes and one byte more is 414`() {
        #expect(transcript(requestLineBytes: 4_096).requests.count == 1)
        #expect(transcript(requestLineBytes: 4_097).refusal == .requestLineTooLong)
    }

    @Test func `a method of 64 KiB is a request line too long`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "A"), count: 64 << 10)
        #expect(Transcript(of: bytes).refusal == .requestLineTooLong)
    }

    @Test func `a head at its limit passes and one byte more is 431`() {
        #expect(transcript(headBytes: 16_384).requests.count == 1)
        #expect(transcript(headBytes: 16_385).refusal == .headTooLarge)
    }

    @Test func `as many fields as allowed pass and one more is 431`() {
        #expect(transcript(fieldCount: 64).requests.count == 1)
        #expect(transcript(fieldCount: 65).refusal == .headTooLarge)
    }

    @Test func `a body at its limit passes and one byte more is 413 before it is sent`() {
        let head = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: "
        let body = [UInt8](repeating: 7, count: 1_048_576)
        let atLimit = Transcript(of: Array("\(head)1048576\r\n\r\n".utf8) + body)
        #expect(atLimit.requests.map(\.body) == [body])
        #expect(Transcript(of: Array("\(head)1048577\r\n\r\n".utf8)).refusal == .bodyTooLarge)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [1, 16, 4_096])
    func `a head of 300 KiB is refused at its limit, in small pieces too`(_ pieceBytes: Int) {
        let value = String(repeating: "a", count: 300 << 10)
        let bytes = Array("GET /x HTTP/1.1\r\nHost: a\r\nX: \(value)\r\n\r\n".utf8)
        var parser = RequestParser()
        var received = 0
        while received < bytes.count {
            parser.receive(bytes[received..<(received + pieceBytes)])
            received += pieceBytes
            guard parser.next() == .head else { break }
        }
        #expect(parser.next() == .refused(.headTooLarge))
        #expect(received <= limits.headBytesMax + pieceBytes)
    }

    private func transcript(requestLineBytes: Int) -> Transcript {
        let padding = requestLineBytes - "GET / HTTP/1.1\r\n".utf8.count
        return both("GET /\(String(repeating: "x", count: padding)) HTTP/1.1\r\nHost: a\r\n\r\n")
    }

    private func transcript(headBytes: Int) -> Transcript {
        let start = "GET /x HTTP/1.1\r\nHost: a\r\nX: "
        let padding = String(repeating: "x", count: headBytes - start.utf8.count - 4)
        return both("\(start)\(padding)\r\n\r\n")
    }

    private func transcript(fieldCount: Int) -> Transcript {
        let more = String(repeating: "X: y\r\n", count: fieldCount - 1)
        return both("GET /x HTTP/1.1\r\nHost: a\r\n\(more)\r\n")
    }

    /// The answer to the text, which must not depend on how it arrives.
    private func both(_ text: String) -> Transcript {
        let whole = Transcript(of: Array(text.utf8))
        #expect(Transcript(ofSingleBytes: Array(text.utf8)) == whole)
        return whole
    }
}
