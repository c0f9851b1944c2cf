import Testing

/// What a handheld makes of answers that are not its station's.
@Suite struct PortalTests {
    static let answers: [(name: String, answer: String, code: String)] = [
        (
            "portal",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<p>login</p>",
            "E-SYNC-NOT-PJS"
        ),
        (
            "frame without a signature",
            "HTTP/1.1 200 OK\r\nContent-Type: application/pjs+ndjson\r\n"
                + "Content-Length: 3\r\n\r\n{}\n",
            "E-SYNC-NOT-PJS"
        ),
        (
            "404 of somebody",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "E-SYNC-NOT-PJS"
        ),
        (
            "half an answer",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>",
            "E-SYNC-CUT"
        ),
        (
            "too many requests",
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 200\r\nContent-Length: 0\r\n\r\n",
            "E-SYNC-HTTP-429"
        ),
    ]

    @Test func `nothing that is not the station's moves a number`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("a1"))
        for (name, answer, code) in Self.answers {
            let stub = try StubServer(answer: answer)
            try courier.must(["config", "set", "server", "http://127.0.0.1:\(stub.port)"])
            let end = try courier.run(["sync", "run", "--timeout", "1"])
            #expect(end.status != 0, "\(name)")
            #expect(try end.json["error"]["code"].text == code, "\(name)")
            #expect(try end.json["pending"].integer == 1, "\(name)")
            #expect(!stub.requestLines.isEmpty, "\(name)")
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect is not followed`(status: Int) throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("a1"))
        let other = try StubServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        let stub = try StubServer(
            answer: "HTTP/1.1 \(status) Moved\r\nLocation: http://127.0.0.1:\(other.port)/x\r\n"
                + "Content-Length: 0\r\n\r\n")
        try courier.must(["config", "set", "server", "http://127.0.0.1:\(stub.port)"])
        let end = try courier.run(["sync", "run", "--timeout", "1"])
        #expect(try end.json["error"]["code"].text == "E-SYNC-MISCONFIGURED-ENDPOINT")
        #expect(try end.json["pending"].integer == 1)
        #expect(stub.requestLines == ["POST /pjs/1/exchange HTTP/1.1"])
        #expect(other.requestLines.isEmpty)
    }
}
