import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// A code becomes an identity and a key, once.
@Suite struct EnrolmentTests {
    private static func code(_ central: TestCentral, _ label: String = "H-01") throws -> String {
        guard case .deviceSlot(_, let code, _) = try central.perform(.addDevice(label: label))
        else {
            throw TestCentral.Refused()
        }
        return code
    }

    @Test func `the answer brings what a handheld needs and the key that the server derives`()
        throws
    {
        let central = try TestCentral()
        let response = central.respond(TestCentral.enrolment(try Self.code(central)))
        #expect(response.status == 200)
        #expect(response.value(of: "Content-Type") == "application/json")
        let answer = try EnrolAnswer(decoding: response.body)
        #expect(answer.label == "H-01" && answer.station == TestCentral.station)
        #expect(WireText.isUUID(answer.device))
        #expect(
            answer.key
                == DeviceKey.derived(
                    master: TestCentral.masterKey, device: answer.device, number: 1))
        #expect(try central.store.station()?.epoch == answer.epoch)
        #expect(answer.now == central.now.wallMilliseconds)
    }

    @Test func `a code may be typed as people type`() throws {
        let central = try TestCentral()
        let code = try Self.code(central).lowercased()
            .replacing("0", with: "o").replacing("1", with: "l")
        #expect(central.respond(TestCentral.enrolment(code)).status == 200)
    }

    @Test func `a code is good once`() throws {
        let central = try TestCentral()
        let request = TestCentral.enrolment(try Self.code(central))
        #expect(central.respond(request).status == 200)
        let again = central.respond(request)
        #expect(again.status == 410 && again.problem?.code == .codeExpired)
        #expect(try central.reader().status(now: 0).devices.count == 1)
    }

    @Test func `a code is too old after its quarter of an hour`() throws {
        let central = try TestCentral()
        let request = TestCentral.enrolment(try Self.code(central))
        central.now = TestCentral.minute(15)
        #expect(central.respond(request).status == 410)
    }

    @Test func `wrong codes tell what is left and burn the slot`() throws {
        let central = try TestCentral()
        let request = TestCentral.enrolment(try Self.code(central))
        for left in [4, 3, 2, 1, 0] {
            let wrong = central.respond(TestCentral.enrolment("0000000000"))
            #expect(wrong.status == 401 && wrong.problem?.code == .codeWrong)
            #expect(wrong.problem?.extra["left"]?.integer == left)
        }
        #expect(central.respond(request).status == 410)
    }

    @Test func `the eleventh try of an address in a minute waits, another address does not`() throws
    {
        let central = try TestCentral()
        for _ in 0..<10 {
            #expect(central.respond(TestCentral.enrolment("0000000000")).status == 401)
        }
        let request = TestCentral.enrolment(try Self.code(central))
        let waiting = central.respond(request)
        #expect(waiting.status == 429 && waiting.value(of: "Retry-After") == "6")
        #expect(central.respond(request, from: .network(address: "10.0.0.2")).status == 200)
    }

    @Test(arguments: [
        "", "{}", #"{"app":"a","code":"0123456789"}"#,
        #"{"app":"a","code":"01234567890","model":"m"}"#, #"{"app": "a","code":"1","model":"m"}"#,
    ])
    func `a body that is no request is refused`(body: String) throws {
        var request = TestCentral.enrolment("")
        request.body = Array(body.utf8)
        let response = try TestCentral().respond(request)
        #expect(response.status == 400 && response.problem?.code == .badSection)
    }

    @Test func `a server without a station asks to wait`() throws {
        let central = try TestCentral(hasStation: false)
        let response = central.respond(TestCentral.enrolment("0000000000"))
        #expect(response.status == 503 && response.value(of: "Retry-After") == "2")
    }

    @Test func `codes are kept as hashes that need the master key`() throws {
        let central = try TestCentral()
        let code = try Self.code(central)
        let text = Array(code.utf8)
        #expect(central.central.slotCode(code) != SHA256.hash(text))
        #expect(
            central.central.slotCode(code) == HMAC.code(key: TestCentral.masterKey, message: text))
    }
}
