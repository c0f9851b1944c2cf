import HTTPWire
import Platform
import Testing

@testable import HTTPServer

@Suite struct CuttingRelayTests {
    private static let body = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000)
    private static let question = Array(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)

    /// Everything that comes back through the relay for one question.
    private static func answer(through relay: CuttingRelay) throws -> [UInt8] {
        let address = try #require(TCPAddress("127.0.0.1:\(relay.port)"))
        let socket = try Socket.connected(to: address)
        let deadline = Deadline(after: 10_000)
        #expect(socket.send(question, [], until: deadline))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while case .bytes(let count) = socket.receive(into: &buffer, until: deadline) {
            answer += buffer[..<count]
        }
        return answer
    }

    @Test func `an answer is passed whole, cut once when told, and whole again`() throws {
        var configuration = ServerConfiguration()
        configuration.address = try #require(TCPAddress("127.0.0.1:0"))
        let server = try HTTPServer(configuration) { _, _ in Response(status: 200, body: Self.body)
        }
        let address = try #require(TCPAddress("127.0.0.1:\(server.boundPort)"))
        let relay = try CuttingRelay(to: address)
        try relay.start()
        try startThread(stackBytes: 256 << 10) { _ = try? server.run(signals: []) }
        defer {
            relay.end()
            server.stop()
        }

        let whole = try Self.answer(through: relay)
        #expect(whole.suffix(5_000).elementsEqual(Self.body))
        relay.cutNextAnswer(afterBytes: 1_000)
        #expect(try Self.answer(through: relay).count == 1_000)
        #expect(relay.cutCount == 1)
        #expect(try Self.answer(through: relay).count == whole.count)
    }
}
