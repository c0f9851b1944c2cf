import Glibc
import HTTPServer
import HTTPWire
import Platform
import Testing

/// Each deadline apart from the others: only the one under test is short.
@Suite(.serialized) struct DeadlineTests {
    private static let short = 200
    private static let long = 10_000

    @Test func `the documented times are the defaults`() {
        let configuration = ServerConfiguration()
        #expect(configuration.headMilliseconds == 10_000)
        #expect(configuration.bodyMilliseconds == 30_000)
        #expect(configuration.idleMilliseconds == 60_000)
        #expect(configuration.writeMilliseconds == 30_000)
        #expect(configuration.gateMilliseconds == 2_000)
        #expect(configuration.drainMilliseconds == 10_000)
        #expect(configuration.connectionCountMax == 256)
        #expect(configuration.farewellMilliseconds == 1_000)
        #expect(configuration.farewellBytesMax == 262_144)
    }

    @Test func `a head not whole in time is 408`() throws {
        let test = try TestServer { $0.headMilliseconds = Self.short }.start()
        let client = try test.client()
        client.send("GET / HT")
        #expect(!client.hears(withinMilliseconds: Self.short / 2))
        let answer = try client.answer()
        #expect(answer?.status == 408)
        #expect(answer?.closes == true)
        client.leave()
        #expect(test.end())
    }

    @Test func `the time for a head begins with its first byte`() throws {
        let test = try TestServer { $0.headMilliseconds = Self.short }.start()
        let client = try test.client()
        #expect(!client.hears(withinMilliseconds: Self.short * 2))
        client.send(get("/x"))
        #expect(try client.answer()?.status == 200)
        #expect(test.end())
    }

    @Test func `a body not whole in time is 408`() throws {
        let test = try TestServer { $0.bodyMilliseconds = Self.short }.start()
        let client = try test.client()
        client.send(post("/x", length: 5, body: "hell"))
        #expect(!client.hears(withinMilliseconds: Self.short / 2))
        #expect(try client.answer()?.status == 408)
        client.leave()
        #expect(test.end())
    }

    @Test func `a body has its own time and not that of the head`() throws {
        let test = try TestServer { $0.headMilliseconds = Self.short }.start()
        let client = try test.client()
        client.send(post("/x", length: 5))
        #expect(!client.hears(withinMilliseconds: Self.short * 2))
        client.send("hello")
        #expect(try client.answer()?.status == 200)
        #expect(test.end())
    }

    @Test(arguments: [("GET /", "x"), (post("/x", length: 1_000), "y")])
    func `bytes that keep dripping move no deadline`(_ start: String, _ drip: String) throws {
        let test = try TestServer {
            $0.headMilliseconds = Self.short
            $0.bodyMilliseconds = Self.short
        }.start()
        let client = try test.client()
        let tooLate = Deadline(after: Self.short * 10)
        client.send(start)
        while !client.hears(withinMilliseconds: Self.short / 10), !tooLate.hasPassed {
            client.send(drip)
        }
        #expect(!tooLate.hasPassed)
        #expect(try client.answer()?.status == 408)
        client.leave()
        #expect(test.end())
    }

    @Test func `an idle connection is closed without a word`() throws {
        let test = try TestServer { $0.idleMilliseconds = Self.short }.start()
        let (fresh, used) = (try test.client(), try test.client())
        used.send(get("/x"))
        #expect(try used.answer()?.status == 200)
        #expect(try fresh.hasEnded())
        #expect(try used.hasEnded())
        #expect(test.end())
    }

    @Test func `a client that does not read its answer loses its place`() throws {
        let test = try TestServer {
            $0.writeMilliseconds = Self.short
            $0.connectionCountMax = 1
        } handler: { request, _ in
            // More than both kernels' buffers hold.
            Response(status: 200, body: [UInt8](repeating: 0, count: 32 << 20))
        }.start()
        let deaf = try test.client()
        deaf.send(get("/large"))
        let next = try test.client()
        next.send(get("/next"))
        #expect(try next.answer()?.status == 200)
        #expect(try deaf.answer() == nil)
        #expect(test.end())
    }

    @Test func `a refused client that stays loses its place`() throws {
        let test = try TestServer {
            $0.farewellMilliseconds = Self.short
            $0.connectionCountMax = 1
        }.start()
        let refused = try test.client()
        refused.send("GET\r\n")
        #expect(try refused.answer()?.status == 400)
        let next = try test.client()
        next.send(get("/next"))
        #expect(!next.hears(withinMilliseconds: Self.short / 2))
        #expect(try next.answer()?.status == 200)
        #expect(test.end())
    }

    @Test func `a refused client that keeps sending loses its place`() throws {
        let test = try TestServer {
            $0.farewellMilliseconds = Self.long
            $0.farewellBytesMax = 64 << 10
            $0.connectionCountMax = 1
        }.start()
        let refused = try test.client()
        refused.send("GET\r\n")
        #expect(try refused.answer()?.status == 400)
        refused.send(String(repeating: "x", count: 64 << 10))
        let next = try test.client()
        next.send(get("/next"))
        let deadline = Deadline(after: Self.long / 2)
        #expect(try next.answer()?.status == 200)
        #expect(!deadline.hasPassed)
        #expect(test.end())
    }

    @Test func `an answer read in drips ends at its deadline`() throws {
        let size = 32 << 20
        let test = try TestServer {
            $0.writeMilliseconds = Self.short
        } handler: { _, _ in
            Response(status: 200, body: [UInt8](repeating: 0, count: size))
        }.start()
        let client = try test.client()
        client.send(get("/large"))
        let tooLate = Deadline(after: Self.short * 10)
        while try client.drip(), !tooLate.hasPassed { pause(milliseconds: 2) }
        #expect(!tooLate.hasPassed)
        #expect(test.end())
    }

    private func pause(milliseconds: Int) {
        let end = Deadline(after: milliseconds)
        while !end.hasPassed { sched_yield() }
    }
}
