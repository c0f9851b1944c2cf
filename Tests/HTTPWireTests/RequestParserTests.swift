import HTTPWire
import Testing

struct RequestParserTests {
    @Test func `a request arrives whole`() {
        let text =
            "POST /pjs/1/exchange?a=%20 HTTP/1.1\r\nHost: station\r\nPJS-MAC: \t v=1; b \r\n"
            + "content-length: 3\r\nEmpty:\r\n\r\nabc"
        #expect(
            Transcript(of: Array(text.utf8)).requests == [
                Request(
                    method: "POST", target: "/pjs/1/exchange?a=%20",
                    fields: [
                        Field("Host", "station"), Field("PJS-MAC", "v=1; b"),
                        Field("content-length", "3"), Field("Empty", ""),
                    ],
                    body: Array("abc".utf8))
            ])
    }

    @Test(arguments: hostileInputs) func `every input is answered as the table says`(
        _ input: HostileInput
    ) {
        let transcript = Transcript(of: input.bytes)
        #expect(transcript.requests.map(\.target) == input.served)
        #expect(transcript.refusal == input.refusal)
    }

    @Test(arguments: hostileInputs) func `where the bytes are cut changes no answer`(
        _ input: HostileInput
    ) {
        let whole = Transcript(of: input.bytes)
        #expect(Transcript(ofSingleBytes: input.bytes) == whole)
        for cut in 0..<input.bytes.count {
            #expect(Transcript(of: input.bytes, cuts: [cut]) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: hostileInputs.filter { $0.refusal != nil })
    func `nothing is read after a refusal`(_ input: HostileInput) {
        let transcript = Transcript(of: input.bytes + Array(HostileInput.second.utf8))
        #expect(transcript.requests.map(\.target) == input.served)
        #expect(transcript.refusal == input.refusal)
    }

    @Test func `what is missing is told apart`() {
        var parser = RequestParser()
        #expect(parser.next() == .idle)
        parser.receive(Array("POST".utf8)[...])
        #expect(parser.next() == .head)
        parser.receive(Array(" /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n".utf8)[...])
        #expect(parser.next() == .body)
        parser.receive(Array("a".utf8)[...])
        #expect(parser.next() == .body)
        parser.receive(Array("bG".utf8)[...])
        guard case .request = parser.next() else {
            Issue.record("the request is whole")
            return
        }
        #expect(parser.next() == .head)
    }

    @Test func `a client that waits is told to go on once, and only when its head passed`() {
        var parser = RequestParser()
        let head =
            "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        parser.receive(Array(head.utf8)[...])
        #expect(parser.next() == .expectsContinue)
        #expect(parser.next() == .body)

        var refusing = RequestParser()
        refusing.receive(Array(head.replacing("Content-Length: 2\r\n", with: "").utf8)[...])
        #expect(refusing.next() == .refused(.lengthRequired))
    }

    @Test(arguments: ["station.example", "STATION.example:8080", "station.example:"])
    func `a configured host is served`(_ host: String) {
        let bytes = Array("GET /x HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8)
        #expect(Transcript(of: bytes, hosts: ["Station.example"]).requests.count == 1)
    }

    @Test(arguments: ["other", "station.example.evil", "station.example:8080:1", "[::1]:8080"])
    func `any other host is misdirected`(_ host: String) {
        let bytes = Array("GET /x HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8)
        #expect(Transcript(of: bytes, hosts: ["station.example"]).refusal == .misdirected)
    }

    @Test func `random bytes end in a refusal or in waiting`() {
        for seed in 0..<2_000 as Range<UInt64> {
            var numbers = SeededNumbers(seed: seed)
            let bytes = (0..<64).map { _ in UInt8.random(in: .min ... .max, using: &numbers) }
            #expect(Transcript(of: bytes).requests.isEmpty, "seed \(seed)")
        }
    }

    @Test func `mutated inputs are answered alike however they are cut`() {
        for seed in 0..<3_000 as Range<UInt64> {
            var numbers = SeededNumbers(seed: seed)
            let first = hostileInputs.randomElement(using: &numbers)?.bytes ?? []
            let second = hostileInputs.randomElement(using: &numbers)?.bytes ?? []
            let bytes = mutated(first + second, using: &numbers)
            let cuts = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &numbers) }
            let whole = Transcript(of: bytes)
            #expect(Transcript(of: bytes, cuts: cuts.sorted()) == whole, "seed \(seed)")
            #expect(Transcript(ofSingleBytes: bytes) == whole, "seed \(seed)")
        }
    }

    private func mutated(
        _ bytes: [UInt8], using numbers: inout SeededNumbers
    ) -> [UInt8] {
        let marks = Array("\r\n\t :,0159/H\0\u{7f}".utf8) + [0x80, 0xff]
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...3, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let mark = marks.randomElement(using: &numbers) ?? 0
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: bytes[index] = mark
            case 1: bytes.insert(mark, at: index)
            case 2: bytes.remove(at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }
}
