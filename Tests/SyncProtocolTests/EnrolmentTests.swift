import SyncProtocol
import Testing

@Suite struct EnrolmentTests {
    private static let request = EnrolRequest(code: "K7Q29M4TX1", model: "PDA 7", app: "courier/1")

    private func answer() throws -> EnrolAnswer {
        EnrolAnswer(
            device: Sample.device,
            key: try #require(DeviceKey(bytes: [UInt8](repeating: 9, count: 32), number: 1)),
            station: "ST0931", label: "07", server: "https://example.test", epoch: "e-1", now: 5)
    }

    @Test func `question and answer go both ways`() throws {
        #expect(
            try EnrolRequest(decoding: EnrolmentTests.request.encoded()) == EnrolmentTests.request)
        let answer = try answer()
        #expect(try EnrolAnswer(decoding: answer.encoded()) == answer)
    }

    @Test(
        arguments: [
            ("code", "K7Q29M4TX11"), ("code", nil), ("code", 1), ("model", nil), ("app", nil),
            ("model", .text(String(repeating: "m", count: 61))),
            ("app", .text(String(repeating: "a", count: 41))),
        ] as [(String, CanonicalValue?)])
    func `a wrong field of the question is named`(key: String, value: CanonicalValue?) throws {
        var object = try CanonicalObject(decoding: EnrolmentTests.request.encoded())
        object[key] = value
        #expect(throws: FieldError(key: key)) { try EnrolRequest(decoding: object.encoded()) }
    }

    @Test(
        arguments: [
            ("dev", "x"), ("kid", 0), ("key", "AAAA"), ("key", "!"), ("key", nil),
            ("station", "a b"), ("label", .text(String(repeating: "l", count: 21))),
            ("server", .text(String(repeating: "s", count: 201))),
            ("epoch", .text(String(repeating: "e", count: 41))), ("now", -1),
        ] as [(String, CanonicalValue?)])
    func `a wrong field of the answer is named`(key: String, value: CanonicalValue?) throws {
        var object = try CanonicalObject(decoding: answer().encoded())
        object[key] = value
        #expect(throws: FieldError(key: key)) { try EnrolAnswer(decoding: object.encoded()) }
    }

    @Test(arguments: ["", "[]", "{\"code\": 1}"])
    func `a body that is not canonical is refused without a field`(body: String) {
        #expect(throws: FieldError(key: "")) { try EnrolRequest(decoding: Array(body.utf8)) }
        #expect(throws: FieldError(key: "")) { try EnrolAnswer(decoding: Array(body.utf8)) }
    }
}
