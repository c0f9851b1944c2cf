import Glibc
import HTTPServer
import HTTPWire
import Platform
import Testing

/// More clients, or fewer descriptors, than the server would like.
@Suite(.serialized) struct LoadTests {
    @Test func `two hundred slow clients do not stop an exchange`() throws {
        let test = try TestServer().start()
        let slow = try (0..<200).map { index in
            let client = try test.client()
            client.send(index.isMultiple(of: 2) ? "GET /slo" : post("/slow", length: 9, body: "s"))
            return client
        }
        let client = try test.client()
        let deadline = Deadline(after: 2_000)
        for _ in 0..<10 {
            client.send(post("/x", length: 5, body: "hello"))
            #expect(try client.answer()?.status == 200)
        }
        #expect(!deadline.hasPassed)
        slow[1].send("lowly bo")
        #expect(try slow[1].answer()?.body == Array("slowly bo".utf8))
        for client in slow { client.leave() }
        #expect(test.end())
    }

    @Test func `past the limit of connections a client waits for a place`() throws {
        let test = try TestServer { $0.connectionCountMax = 2 }.start()
        let first = try test.client()
        first.send(get("/1"))
        #expect(try first.answer()?.status == 200)
        var second: TestClient? = try test.client()
        second?.send(get("/2"))
        #expect(try second?.answer()?.status == 200)
        let third = try test.client()
        third.send(get("/3"))
        #expect(!third.hears(withinMilliseconds: 300))
        second = nil
        #expect(try third.answer()?.status == 200)
        #expect(test.end())
    }

    @Test func `without descriptors the server waits quietly and then goes on`() async {
        await #expect(processExitsWith: .success) {
            let test = try TestServer()
            let client = try test.client()
            client.send(get("/x"))
            // Only numbers below the limit are given out, and the first three are always taken:
            // nothing is free, whatever else of this process closes a file meanwhile.
            #expect(limitsDescriptors(to: 3))

            _ = try test.start()
            let before = clock()
            #expect(!client.hears(withinMilliseconds: 500))
            #expect(clock() - before < CLOCKS_PER_SEC / 10, "waiting costs next to nothing")

            #expect(limitsDescriptors(to: 64))
            #expect(try client.answer()?.status == 200)
            #expect(test.end())
        }
    }
}

/// Whether this process may now have so many descriptors, and no more.
private func limitsDescriptors(to count: rlim_t) -> Bool {
    var limit = rlimit(rlim_cur: count, rlim_max: 64)
    return unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
}
