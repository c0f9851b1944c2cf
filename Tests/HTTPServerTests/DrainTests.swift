import Glibc
import HTTPServer
import HTTPWire
import Platform
import Testing

/// How a server ends.
@Suite(.serialized) struct DrainTests {
    @Test func `idle connections close at once`() throws {
        let test = try TestServer().start()
        let (fresh, used) = (try test.client(), try test.client())
        used.send(get("/x"))
        #expect(try used.answer()?.status == 200)
        let deadline = Deadline(after: 2_000)
        #expect(test.end())
        #expect(!deadline.hasPassed)
        #expect(try fresh.hasEnded())
        #expect(try used.hasEnded())
    }

    @Test func `an answer under way is finished and says that it is the last`() throws {
        let (entered, release) = (Latch(), Latch())
        let test = try TestServer(handler: { _, _ in
            entered.open()
            #expect(release.wait())
            return Response(status: 200, body: Array("done".utf8))
        }).start()
        let client = try test.client()
        client.send(get("/x"))
        #expect(entered.wait())
        test.server.stop()
        #expect(!client.hears(withinMilliseconds: 100))
        release.open()
        let answer = try client.answer()
        #expect(answer?.body == Array("done".utf8))
        #expect(answer?.closes == true)
        #expect(try client.hasEnded())
        client.leave()
        #expect(test.end())
    }

    @Test func `a request that is half here is still answered`() throws {
        let test = try TestServer().start()
        let client = try test.client()
        client.send(post("/x", length: 5, fields: "Expect: 100-continue\r\n"))
        #expect(try client.answer()?.status == 100)
        test.server.stop()
        client.send("hello")
        #expect(try client.answer()?.closes == true)
        client.leave()
        #expect(test.end())
    }

    @Test func `nobody connects any more`() throws {
        let test = try TestServer().start()
        #expect(test.end())
        #expect(throws: TestClient.Failure.connecting(code: ECONNREFUSED)) { try test.client() }
    }

    @Test func `an answer that takes too long is not waited for`() throws {
        let (entered, release) = (Latch(), Latch())
        let test = try TestServer {
            $0.drainMilliseconds = 200
        } handler: { _, _ in
            entered.open()
            #expect(release.wait())
            return Response(status: 200)
        }.start()
        let client = try test.client()
        client.send(get("/x"))
        #expect(entered.wait())
        #expect(!test.end())
        release.open()
    }
}
