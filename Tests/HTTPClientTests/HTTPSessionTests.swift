import HTTPClient
import HTTPServer
import HTTPWire
import Platform
import Testing

struct HTTPSessionTests {
    private static let patience = HTTPPatience(wholeMilliseconds: 10_000, answerBytesMax: 1 << 20)

    @Test(arguments: [0, 1, 70_000, 3 << 20])
    func `a body arrives whole and so does its answer`(count: Int) throws {
        let server = try EchoServer()
        defer { server.stop() }
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var patience = Self.patience
        patience.answerBytesMax = count
        let answer = try HTTPSession().send(
            HTTPRequest("POST", server.url("/echo"), fields: [("X-Word", "a b")], body: body),
            patience
        ).get()
        #expect(answer.status == 200)
        #expect(answer.body == body)
        #expect(answer.field("x-word") == "a b")
        #expect(answer.field("X-Method") == "POST")
        #expect(answer.field("Absent") == nil)
    }

    @Test func `requests of one session do not mix`() throws {
        let server = try EchoServer()
        defer { server.stop() }
        let session = HTTPSession()
        let asked: [(String, [UInt8])] = [
            ("POST", [1, 2, 3]), ("GET", []), ("POST", []), ("PATCH", [4]),
        ]
        for (method, body) in asked {
            let answer = try session.send(
                HTTPRequest(method, server.url("/echo"), body: body), Self.patience
            ).get()
            #expect(answer.field("X-Method") == method)
            #expect(answer.field("X-Word") == "")
            #expect(answer.body == body)
        }
        let head = try session.send(HTTPRequest("HEAD", server.url("/echo")), Self.patience).get()
        #expect(head.status == 200 && head.body == [])
    }

    @Test func `a redirect is an answer like others`() throws {
        let server = try EchoServer()
        defer { server.stop() }
        let answer = try HTTPSession().send(
            HTTPRequest("POST", server.url("/moved"), body: [1]), Self.patience
        ).get()
        #expect(answer.status == 307)
        #expect(server.targets == ["/moved"])
    }

    @Test func `a body may be as long as is taken and no longer`() throws {
        let server = try EchoServer()
        defer { server.stop() }
        let request = HTTPRequest(
            "POST", server.url("/echo"), body: [UInt8](repeating: 7, count: 100_000))
        var patience = Self.patience
        patience.answerBytesMax = 99_999
        #expect(HTTPSession().send(request, patience) == .failure(.tooLong))
        patience.answerBytesMax = 100_000
        #expect(try HTTPSession().send(request, patience).get().body.count == 100_000)
    }

    @Test func `an answer that is cut is none`() throws {
        let server = try EchoServer()
        defer { server.stop() }
        let relay = try CuttingRelay(to: server.address)
        try relay.start()
        defer { relay.end() }
        let request = HTTPRequest(
            "POST", "http://127.0.0.1:\(relay.port)/echo",
            body: [UInt8](repeating: 7, count: 10_000))
        relay.cutNextAnswer(afterBytes: 5_000)
        let session = HTTPSession()
        #expect(session.send(request, Self.patience) == .failure(.cut))
        #expect(try session.send(request, Self.patience).get().body.count == 10_000)
    }

    @Test func `nobody there, nobody who answers, and nobody who speaks HTTP`() throws {
        let server = try EchoServer()
        let url = server.url("/slow")
        var patience = Self.patience
        patience.wholeMilliseconds = 200
        #expect(
            HTTPSession().send(HTTPRequest("POST", url, body: [1]), patience)
                == .failure(.timedOut))
        server.stop()
        #expect(
            HTTPSession().send(HTTPRequest("GET", url), Self.patience) == .failure(.unreachable))
        #expect(
            HTTPSession().send(HTTPRequest("GET", "ftp://127.0.0.1/"), Self.patience)
                == .failure(.notHTTP))
    }
}
