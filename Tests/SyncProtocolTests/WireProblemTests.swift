import SyncProtocol
import Testing

@Suite struct WireProblemTests {
    private static let table: [(code: String, status: Int, retry: String)] = [
        ("bad_frame", 400, "now"), ("bad_section", 400, "now"), ("bad_signature", 401, "auth"),
        ("code_wrong", 401, "auth"), ("dev_unknown", 403, "person"),
        ("no_such_endpoint", 404, "person"), ("not_found", 404, "person"),
        ("not_listed", 403, "person"), ("mismatching_offset", 409, "now"), ("range", 416, "never"),
        ("blob_hash_mismatch", 422, "now"), ("length_mismatch", 422, "now"),
        ("method_not_allowed", 405, "never"), ("concurrent", 409, "after"),
        ("stale_counter", 409, "now"), ("code_expired", 410, "person"),
        ("length_required", 411, "never"), ("too_large", 413, "now"), ("media_type", 415, "never"),
        ("slow_down", 429, "after"), ("server_error", 500, "after"), ("maintenance", 503, "after"),
        ("busy", 503, "after"), ("server_full", 507, "after"),
    ]

    @Test func `every code stands once in the table with its status and retry`() {
        let codes = WireProblem.Code.allCases
        #expect(codes.map(\.rawValue) == WireProblemTests.table.map(\.code))
        for (code, row) in zip(codes, WireProblemTests.table) {
            #expect(code.status == row.status, "\(row.code)")
            #expect(code.retry.rawValue == row.retry, "\(row.code)")
        }
    }

    @Test(arguments: WireProblem.Code.allCases)
    func `a body names type, title, status, code and retry, and goes both ways`(
        code: WireProblem.Code
    ) throws {
        let problem = WireProblem(code, detail: "why", extra: ["last": 7, "wait_s": 2])
        let object = try CanonicalObject(decoding: problem.encoded())
        #expect(object["type"]?.text == "urn:pjs:1:\(code.rawValue)")
        #expect(object["title"]?.text?.isEmpty == false)
        #expect(object["status"]?.integer == code.status)
        #expect(object["retry"]?.text == code.retry.rawValue)
        #expect(WireProblem(decoding: problem.encoded()) == problem)
        let plain = WireProblem(code)
        #expect(WireProblem(decoding: plain.encoded()) == plain)
    }

    @Test(arguments: ["", "<html>", "{}", "{\"code\":\"later\"}", "{\"code\":1}"])
    func `another body is none of ours`(body: String) {
        #expect(WireProblem(decoding: Array(body.utf8)) == nil)
    }
}
