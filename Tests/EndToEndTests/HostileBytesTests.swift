import SyncProtocol
import Testing

@Suite struct HostileBytesTests {
    /// What is sent, and the status of the answer; nil = the connection ends without one.
    private static let inputs: [(bytes: String, status: Int?)] = [
        ("\u{0}\u{1}\u{2}\r\n\r\n", 400), ("GET\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.0\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost: a\n\n", 400),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
                + "Content-Length: 2\r\n\r\nab", 400
        ),
        ("POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999"
                + "\r\n\r\n", 400
        ),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n", 501
        ),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501
        ),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999999999"
                + "\r\n\r\n", 413
        ),
        ("GET /" + String(repeating: "a", count: 20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 70_000) + "\r\n\r\n",
            431
        ),
        ("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        ("GET /pjs/1/exchange HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\n\r\n", 411),
        ("POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", 415),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Type: application/pjs+ndjson\r\n"
                + "Content-Length: 2\r\n\r\n{}", 401
        ),
        (
            "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Type: application/pjs+ndjson\r\n"
                + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", 415
        ),
        (
            "POST /pjs/1/enrol HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}", 400
        ),
    ]

    @Test func `hostile bytes are refused with their status and the next client is served`() throws
    {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        for (index, input) in HostileBytesTests.inputs.enumerated() {
            let connection = try RawConnection(port: station.port)
            connection.send(Array(input.bytes.utf8))
            let answer = connection.answer()
            #expect(answer?.status == input.status, "\(input.bytes.prefix(200))")
            handheld.note(["after \(index)"])
            let place = handheld.lines.count
            let response = try handheld.send(handheld.exchange([handheld.push(place, place)]))
            #expect(response.hello.have == place)
        }
    }

    @Test func `two hundred slow clients do not stop an exchange`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("in-a-crowd"))
        let crowd = try (0..<200).map { index in
            let connection = try RawConnection(port: station.port)
            connection.send(
                Array(
                    index % 2 == 0
                        ? "POST /pjs/1/exch".utf8
                        : "POST /pjs/1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"
                            .utf8))
            return connection
        }
        let begin = ContinuousClock.now
        let sync = try courier.must(["sync", "run"])
        let took = ContinuousClock.now - begin
        #expect(sync["pending"].integer == 0)
        #expect(took < .seconds(10))
        #expect(crowd.count == 200)
    }

    @Test func `random bytes never take the server down`() throws {
        var random = Rounds.numbers("random bytes")
        let station = try TestStation()
        for _ in 0..<60 {
            let connection = try RawConnection(port: station.port)
            var bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            bytes += Array("\r\n\r\n".utf8)
            connection.send(bytes)
            if let answer = connection.answer() { #expect((400..<600).contains(answer.status)) }
        }
        #expect(try station.must(["status"])["ok"].bool == true)
        #expect(station.stop()?.status == 0)
    }
}
