import Testing

@testable import SyncProtocol

@Suite struct HelloTermsTests {
    private static let request = HelloRequest(
        app: "courier/0.2.0", device: "01990f2a-7c10-7a31-8a55-0f3e9b2c4d10",
        stream: "01990f30-0000-7000-8000-000000000001", epoch: "e-1", recorded: 0,
        acknowledged: 0, wallMilliseconds: 0, bootMilliseconds: 0, bootNumber: 1)

    @Test func `options and witness of a request come through`() throws {
        var hello = Self.request
        hello.options = ["lease", "refetch"]
        hello.witness = Witness(number: 3, head: SHA256.hash([]), epoch: "e-1")
        #expect(try HelloRequest(FieldReader(hello.encoded)) == hello)
    }

    @Test func `terms of an answer come through`() throws {
        var hello = HelloResponse(
            epoch: "e-1", now: 1, have: 0, head: SHA256.hash([]), secured: 0, revision: 0,
            state: .active)
        hello.limits = ExchangeLimits(frameBytes: 1, lineBytes: 2, pageBytes: 3)
        hello.options = ["x"]
        hello.witness = Witness(number: 3, head: SHA256.hash([]), epoch: "e-1")
        hello.upgrade = UpgradeNotice(version: "1.0.0", byMilliseconds: 9)
        #expect(try HelloResponse(FieldReader(hello.encoded)) == hello)
    }

    @Test(
        arguments: [
            ("caps", ["b", "a"]), ("caps", ["a", "a"]), ("caps", [""]),
            ("caps", .list(Array(repeating: "a", count: 17))),
            ("caps", [.text(String(repeating: "a", count: 17))]),
            ("wit", [1]), ("wit", "x"),
        ] as [(String, CanonicalValue)])
    func `a field of another form is a bad section`(key: String, value: CanonicalValue) {
        var object = Self.request.encoded
        object[key] = value
        #expect(throws: FieldError(key: key)) { try HelloRequest(FieldReader(object)) }
    }

    @Test func `sixteen options of sixteen characters are taken`() throws {
        var hello = Self.request
        hello.options = (0..<16).map {
            String(repeating: "a", count: 14) + String($0 + 10)
        }
        #expect(try HelloRequest(FieldReader(hello.encoded)).options.count == 16)
    }

    @Test(arguments: [
        ("courier/0.2.0", [0, 2, 0]), ("1", [1, 0, 0]), ("1.2", [1, 2, 0]),
        ("a/b/3.4.5", [3, 4, 5]), ("999999.0.0", [999_999, 0, 0]),
    ])
    func `a version is one to three numbers after the name`(text: String, parts: [Int]) {
        #expect(ProgramVersion(text)?.parts == parts)
    }

    @Test(arguments: [
        "", "courier/", "courier/test", "1.2.3.4", "1..2", "1.a", "-1", "1000000", "１.２",
    ])
    func `anything else is no version`(text: String) {
        #expect(ProgramVersion(text) == nil)
    }

    @Test(arguments: [
        ("0.2.0", "0.10.0"), ("0.9.9", "1"), ("1.0.9", "1.1"), ("courier/0.2.0", "0.2.1"),
    ])
    func `versions are compared number by number`(older: String, newer: String) throws {
        let one = try #require(ProgramVersion(older))
        let other = try #require(ProgramVersion(newer))
        #expect(one < other && !(other < one))
    }
}
