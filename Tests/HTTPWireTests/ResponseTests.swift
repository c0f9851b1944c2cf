import HTTPWire
import Testing

struct ResponseTests {
    @Test func `a head says its status, its fields and its length`() {
        let response = Response(
            status: 409, fields: [Field("Content-Type", "application/problem+json")],
            body: Array("{}".utf8))
        #expect(
            text(response.encodedHead(closing: false))
                == "HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\n"
                + "Content-Length: 2\r\n\r\n")
    }

    @Test func `the last answer of a connection says so`() {
        #expect(
            text(Response(status: 200).encodedHead(closing: true))
                == "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    }

    @Test func `an answer that can have no body has no length`() {
        #expect(
            text(Response(status: 204).encodedHead(closing: false))
                == "HTTP/1.1 204 No Content\r\n\r\n")
    }

    @Test(arguments: Violation.allCases) func `a refusal has its status and no body`(
        _ violation: Violation
    ) {
        let response = Response(refusing: violation)
        #expect(response.status == violation.rawValue)
        #expect(response.body.isEmpty)
        #expect(response.fields == [Field("Cache-Control", "no-store")])
        #expect(text(response.encodedHead(closing: true)).hasSuffix("Content-Length: 0\r\n\r\n"))
    }

    @Test(arguments: Violation.allCases) func `every refusal has a reason in words`(
        _ violation: Violation
    ) {
        let line = text(Response(refusing: violation).encodedHead(closing: true))
            .split(separator: "\r\n")[0]
        #expect(line.split(separator: " ").count > 2)
    }

    @Test func `a value that would split the answer ends the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = Response(status: 200, fields: [Field("X", "a\r\nY: b")]).encodedHead(closing: false)
        }
        await #expect(processExitsWith: .failure) {
            _ = Response(status: 200, fields: [Field("X", "a\0")]).encodedHead(closing: false)
        }
        await #expect(processExitsWith: .failure) {
            _ = Response(status: 200, fields: [Field("X:Y", "a")]).encodedHead(closing: false)
        }
    }

    @Test func `a length written by a handler ends the process`() async {
        await #expect(processExitsWith: .failure) {
            let field = Field("content-length", "1")
            _ = Response(status: 200, fields: [field]).encodedHead(closing: false)
        }
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
