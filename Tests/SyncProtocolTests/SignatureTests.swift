import SyncProtocol
import Testing

@Suite struct SignatureTests {
    private static let body = Array("body".utf8)

    private func key(_ byte: UInt8 = 7, number: Int = 1) throws -> DeviceKey {
        try #require(
            DeviceKey(bytes: [UInt8](repeating: byte, count: DeviceKey.size), number: number))
    }

    private func signature() throws -> RequestSignature {
        RequestSignature(
            key: try key(), device: Sample.device, counter: 9, nonce: "oDvdV8vvueZ3HK_R_evgWA",
            method: "POST", target: "/pjs/1/exchange", body: SignatureTests.body)
    }

    @Test func `a signature holds for exactly its request`() throws {
        let made = try signature()
        let body = SignatureTests.body
        func holds(
            _ signature: RequestSignature, byte: UInt8 = 7, method: String = "POST",
            target: String = "/pjs/1/exchange", body: [UInt8] = SignatureTests.body
        ) throws -> Bool {
            signature.isValid(key: try key(byte), method: method, target: target, body: body)
        }
        #expect(try holds(made))
        #expect(try !holds(made, byte: 8))
        #expect(try !holds(made, method: "GET"))
        #expect(try !holds(made, target: "/pjs/1/exchange?x"))
        #expect(try !holds(made, body: body + [0]))
        let value = made.headerValue
        for (part, other) in [
            (".9.", ".8."), ("oDvdV8vvueZ3HK_R_evgWA", "oDvdV8vvueZ3HK_R_evgWQ"),
            (Sample.device, Sample.stream),
        ] {
            let changed = value.split(separator: part, omittingEmptySubsequences: false)
                .joined(separator: other)
            let forged = try #require(RequestSignature(headerValue: changed))
            #expect(try !holds(forged))
        }
    }

    @Test func `the code of an answer holds for exactly its request, status and body`() throws {
        let made = try signature()
        let key = try key()
        let code = made.answerCode(key: key, status: 200, body: SignatureTests.body)
        let others = [
            made.answerCode(key: key, status: 409, body: SignatureTests.body),
            made.answerCode(key: key, status: 200, body: []),
            made.answerCode(key: key, status: 200, offset: "0", body: SignatureTests.body),
            made.answerCode(key: key, status: 200, complete: "?1", body: SignatureTests.body),
            made.answerCode(key: try self.key(8), status: 200, body: SignatureTests.body),
        ]
        #expect(!others.contains(code))
    }

    @Test func `a header value has exactly five parts in their alphabets`() throws {
        let value = try signature().headerValue
        let parts = value.split(separator: ".").map(String.init)
        #expect(RequestSignature(headerValue: value)?.headerValue == value)
        let wrong: [(Int, String)] = [
            (0, "x"), (0, parts[0].uppercased()), (1, "0"), (1, "01"), (1, "+1"), (2, "0"),
            (2, "9007199254740992"), (2, ""), (3, String(parts[3].dropLast())), (3, parts[3] + "A"),
            (3, "oDvdV8vvueZ3HK_R_evgW!"), (3, "oDvdV8vvueZ3HK_R_evgWB"), (4, "0a"),
            (4, parts[4].uppercased()),
        ]
        for (index, text) in wrong {
            var changed = parts
            changed[index] = text
            #expect(RequestSignature(headerValue: changed.joined(separator: ".")) == nil)
        }
        for text in [
            "", "....", value + ".", "." + value, value + " ", value.replacing(".", with: ".."),
        ] {
            #expect(RequestSignature(headerValue: text) == nil)
        }
        #expect(RequestSignature(headerValue: String(repeating: "a", count: 100_000)) == nil)
    }

    @Test func `a key has 32 bytes and a number from 1`() {
        #expect(DeviceKey(bytes: [UInt8](repeating: 0, count: 32), number: 1) != nil)
        #expect(DeviceKey(bytes: [UInt8](repeating: 0, count: 31), number: 1) == nil)
        #expect(DeviceKey(bytes: [UInt8](repeating: 0, count: 33), number: 1) == nil)
        #expect(DeviceKey(bytes: [UInt8](repeating: 0, count: 32), number: 0) == nil)
    }

    @Test func `keys of two devices, two numbers and two masters differ`() {
        let master = [UInt8](repeating: 1, count: 32)
        let keys = [
            DeviceKey.derived(master: master, device: Sample.device, number: 1),
            DeviceKey.derived(master: master, device: Sample.device, number: 2),
            DeviceKey.derived(master: master, device: Sample.stream, number: 1),
            DeviceKey.derived(
                master: [UInt8](repeating: 2, count: 32), device: Sample.device, number: 1),
        ]
        #expect(Set(keys.map(\.bytes)).count == keys.count)
        let text = Array("PJS1-dev\n\(Sample.device)\n1\n".utf8)
        #expect(keys[0].bytes == HMAC.code(key: master, message: text).bytes)
    }
}
