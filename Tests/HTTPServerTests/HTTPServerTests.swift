import Glibc
import HTTPServer
import HTTPWire
import Platform
import Testing

/// Real sockets and real time, with deadlines far shorter than the documented ones.
@Suite(.serialized) struct HTTPServerTests {
    @Test func `one connection serves one request after the other`() throws {
        let test = try TestServer().start()
        let client = try test.client()
        client.send(get("/first"))
        #expect(try client.answer()?.value(of: "Target") == "/first")
        client.send(post("/second", length: 5, body: "hello") + get("/third"))
        #expect(try client.answer()?.body == Array("hello".utf8))
        #expect(try client.answer()?.value(of: "Target") == "/third")
        client.send(get("/last", fields: "Connection: close\r\n"))
        #expect(try client.answer()?.closes == true)
        #expect(try client.hasEnded())
        client.leave()
        #expect(test.end())
    }

    @Test func `a body and an answer of a mebibyte pass unchanged`() throws {
        let test = try TestServer().start()
        let client = try test.client()
        let body = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        client.send(Array(post("/x", length: body.count).utf8) + body)
        #expect(try client.answer()?.body == body)
        #expect(test.end())
    }

    @Test func `HEAD is answered by the head alone`() throws {
        let test = try TestServer(handler: { _, _ in
            Response(status: 200, body: Array("hello".utf8))
        }).start()
        let client = try test.client()
        client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/y"))
        #expect(try client.answer(toHEAD: true)?.length == 5)
        #expect(try client.answer()?.body == Array("hello".utf8))
        #expect(test.end())
    }

    @Test func `a client that waits for it is told to send its body`() throws {
        let test = try TestServer().start()
        let client = try test.client()
        client.send(post("/x", length: 5, fields: "Expect: 100-continue\r\n"))
        #expect(try client.answer()?.status == 100)
        client.send("hello")
        #expect(try client.answer()?.body == Array("hello".utf8))
        #expect(test.end())
    }

    @Test(arguments: refusedRequests)
    func `a refusal reaches the client though it keeps sending, and no handler runs`(
        _ refused: RefusedRequest
    ) throws {
        let test = try TestServer(handler: { _, _ in
            Issue.record("a refused request was handled")
            return Response(status: 200)
        }).start()
        let client = try test.client()
        client.send(refused.text + String(repeating: "y", count: 200_000))
        let answer = try client.answer()
        #expect(answer?.status == refused.status)
        #expect(answer?.closes == true)
        #expect(answer?.body.isEmpty == true)
        #expect(try client.hasEnded())
        client.leave()
        #expect(test.end())
    }

    @Test func `a name that is not ours is misdirected`() throws {
        let test = try TestServer { $0.hosts = ["station"] }.start()
        let client = try test.client()
        client.send(get("/x") + "GET /x HTTP/1.1\r\nHost: other\r\n\r\n")
        #expect(try client.answer()?.status == 200)
        #expect(try client.answer()?.status == 421)
        client.leave()
        #expect(test.end())
    }

    @Test func `the handler is told where a request came from`() throws {
        let test = try TestServer(handler: { _, origin in
            Response(status: 200, body: Array("\(origin)".utf8))
        }).start()
        let client = try test.client()
        client.send(get("/x"))
        #expect(try client.answer()?.body == Array("network(address: \"127.0.0.1\")".utf8))
        #expect(test.end())
    }

    @Test func `a handler busy for too long is 503 with a time to come back`() throws {
        let (entered, release) = (Latch(), Latch())
        let test = try TestServer {
            $0.gateMilliseconds = 100
        } handler: { request, _ in
            if request.target == "/slow" {
                entered.open()
                #expect(release.wait())
            }
            return Response(status: 200)
        }.start()
        let (slow, quick) = (try test.client(), try test.client())
        slow.send(get("/slow"))
        #expect(entered.wait())
        quick.send(get("/quick"))
        let answer = try quick.answer()
        #expect(answer?.status == 503)
        #expect(answer?.value(of: "Retry-After") == "2")
        release.open()
        #expect(try slow.answer()?.status == 200)
        quick.send(get("/quick"))
        #expect(try quick.answer()?.status == 200)
        #expect(test.end())
    }
}

/// One request for each status that the wire refuses with.
struct RefusedRequest: CustomTestStringConvertible {
    let status: Int
    let text: String

    var testDescription: String { "\(status)" }

    init(_ status: Int, _ text: String) {
        self.status = status
        self.text = text
    }
}

let refusedRequests = [
    RefusedRequest(400, "GET /x HTTP/1.1\r\n\r\n"),
    RefusedRequest(411, "POST /x HTTP/1.1\r\nHost: a\r\n\r\n"),
    RefusedRequest(413, post("/x", length: 2 << 20)),
    RefusedRequest(414, "GET /" + String(repeating: "x", count: 5_000)),
    RefusedRequest(415, post("/x", length: 1, fields: "Content-Encoding: gzip\r\n")),
    RefusedRequest(417, post("/x", length: 1, fields: "Expect: other\r\n")),
    RefusedRequest(431, get("/x", fields: "X: " + String(repeating: "x", count: 17_000))),
    RefusedRequest(501, get("/x", fields: "Transfer-Encoding: chunked\r\n")),
    RefusedRequest(505, "GET /x HTTP/1.0\r\n\r\n"),
]
