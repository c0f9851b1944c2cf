import HTTPWire
import Testing

/// Bytes that a peer may send, and how they must be answered.
struct HostileInput: Sendable, CustomTestStringConvertible {
    /// The class of attack (`H01` and up) and what is done.
    let name: String
    let bytes: [UInt8]
    /// The targets of the requests that are answered before the end.
    let served: [String]
    /// Nil: the bytes end in the middle of a request, which is then never seen.
    let refusal: Violation?

    var testDescription: String { name }

    init(_ name: String, _ refusal: Violation?, _ text: String, served: [String] = []) {
        self.init(name, refusal, bytes: Array(text.utf8), served: served)
    }

    init(_ name: String, _ refusal: Violation?, bytes: [UInt8], served: [String] = []) {
        self.name = name
        self.bytes = bytes
        self.served = served
        self.refusal = refusal
    }

    /// A POST of five bytes whose fields, beside `Host`, are given.
    static func post(_ name: String, _ refusal: Violation?, fields: String) -> HostileInput {
        HostileInput(name, refusal, "POST /x HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\nhello")
    }

    /// A GET whose fields, beside `Host`, are given.
    static func get(_ name: String, _ refusal: Violation?, fields: String) -> HostileInput {
        HostileInput(name, refusal, "GET /x HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n")
    }

    /// A request line before a good rest.
    static func line(_ name: String, _ refusal: Violation?, _ line: String) -> HostileInput {
        HostileInput(name, refusal, "\(line)\r\nHost: a\r\n\r\n")
    }

    /// A second request, which must not be served after a refusal.
    static let second = "GET /second HTTP/1.1\r\nHost: a\r\n\r\n"
}

let framingInputs: [HostileInput] = [
    .post(
        "H01 length, then coding", .transferCodingUnsupported,
        fields: "Content-Length: 5\r\nTransfer-Encoding: chunked"),
    .post(
        "H01 coding, then length", .transferCodingUnsupported,
        fields: "Transfer-Encoding: chunked\r\nContent-Length: 5"),
    .post(
        "H02 two lengths, equal", .badRequest, fields: "Content-Length: 5\r\nContent-Length: 5"),
    .post(
        "H02 two lengths, different", .badRequest,
        fields: "Content-Length: 5\r\ncontent-length: 6"),
    .post("H02 a list of lengths", .badRequest, fields: "Content-Length: 5, 5"),
    HostileInput(
        "H02 the second length hides a request", .badRequest,
        "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\nContent-Length: 0\r\n\r\n"
            + HostileInput.second),
    .post("H03 plus", .badRequest, fields: "Content-Length: +5"),
    .post("H03 minus", .badRequest, fields: "Content-Length: -5"),
    .post("H03 hexadecimal", .badRequest, fields: "Content-Length: 0x5"),
    .post("H03 leading zero", .badRequest, fields: "Content-Length: 05"),
    .post("H03 two zeros", .badRequest, fields: "Content-Length: 00"),
    .post("H03 two spaces before", .badRequest, fields: "Content-Length:  5"),
    .post("H03 tab before", .badRequest, fields: "Content-Length:\t5"),
    .post("H03 space after", .badRequest, fields: "Content-Length: 5 "),
    .post("H03 space within", .badRequest, fields: "Content-Length: 5 5"),
    .post("H03 underscore", .badRequest, fields: "Content-Length: 1_0"),
    .post("H03 decimal point", .badRequest, fields: "Content-Length: 5.0"),
    .post("H03 exponent", .badRequest, fields: "Content-Length: 5e0"),
    .post("H03 empty", .badRequest, fields: "Content-Length:"),
    .post("H03 a space only", .badRequest, fields: "Content-Length: "),
    .post("H03 two to the 63", .badRequest, fields: "Content-Length: 9223372036854775808"),
    .post("H03 two to the 64", .badRequest, fields: "Content-Length: 18446744073709551616"),
    .post("H03 19 digits", .badRequest, fields: "Content-Length: 1000000000000000000"),
    .post("H03 18 digits", .bodyTooLarge, fields: "Content-Length: 999999999999999999"),
    .post("H03 full-width digit", .badRequest, fields: "Content-Length: ５"),
    .post("H04 chunked", .transferCodingUnsupported, fields: "Transfer-Encoding: chunked"),
    .post(
        "H04 gzip, chunked", .transferCodingUnsupported,
        fields: "Transfer-Encoding: gzip, chunked"),
    .post("H04 identity", .transferCodingUnsupported, fields: "TRANSFER-ENCODING: identity"),
    .post("H04 empty coding", .transferCodingUnsupported, fields: "Transfer-Encoding:"),
    .post("H04 coding with a tab", .transferCodingUnsupported, fields: "Transfer-Encoding:\tx"),
    .get("H04 chunked GET", .transferCodingUnsupported, fields: "Transfer-Encoding: chunked"),
    .line("no length for POST", .lengthRequired, "POST /x HTTP/1.1"),
    .line("no length for PATCH", .lengthRequired, "PATCH /x HTTP/1.1"),
    .get("GET with a length", .badRequest, fields: "Content-Length: 5"),
    HostileInput(
        "HEAD with a length", .badRequest,
        "HEAD /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"),
    .post("H12 declared over the limit", .bodyTooLarge, fields: "Content-Length: 1048577"),
    HostileInput(
        "H13 body cut short", nil,
        "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nhello"),
    HostileInput("H13 head cut short", nil, "POST /x HTTP/1.1\r\nHost: a\r\nContent-Le"),
    HostileInput("nothing", nil, ""),
    HostileInput(
        "H14 a second request after a refusal", .badRequest,
        "GET /x HTTP/1.1\r\n\r\n" + HostileInput.second),
    HostileInput(
        "H14 more than the body", .badRequest,
        "POST /first HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello, world\r\n\r\n",
        served: ["/first"]),
    HostileInput(
        "H14 empty line between two requests", .badRequest,
        HostileInput.second + "\r\n" + HostileInput.second, served: ["/second"]),
    HostileInput(
        "H14 two requests, then the start of a third", nil,
        HostileInput.second + HostileInput.second + "GET", served: ["/second", "/second"]),
    .post("H17 gzip", .contentCodingUnsupported, fields: "Content-Encoding: gzip"),
    .post("H17 identity", .contentCodingUnsupported, fields: "content-encoding: identity"),
    .post(
        "H18 another expectation", .expectationFailed,
        fields: "Content-Length: 5\r\nExpect: 200-ok"),
]

let lineInputs: [HostileInput] = [
    HostileInput("H05 bare LF", .badRequest, "GET /x HTTP/1.1\nHost: a\n\n"),
    HostileInput("H05 bare LF after a field", .badRequest, "GET /x HTTP/1.1\r\nHost: a\n\r\n"),
    HostileInput("H05 bare LF at the end", .badRequest, "GET /x HTTP/1.1\r\nHost: a\r\n\n"),
    HostileInput("H05 bare CR in the line", .badRequest, "GET /x\r HTTP/1.1\r\nHost: a\r\n\r\n"),
    .get("H05 bare CR in a value", .badRequest, fields: "X: a\rb"),
    .get("H05 CR CR LF", .badRequest, fields: "X: a\r"),
    HostileInput("H05 CR, then nothing", nil, "GET /x HTTP/1.1\r"),
    HostileInput("H05 NUL in the target", .badRequest, "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"),
    .get("H05 NUL in a value", .badRequest, fields: "X: a\0b"),
    .get("H05 NUL in a name", .badRequest, fields: "X\0: a"),
    .get("H05 escape in a value", .badRequest, fields: "X: \u{1b}[0m"),
    .get("H05 DEL in a value", .badRequest, fields: "X: \u{7f}"),
    .get("H05 vertical tab in a value", .badRequest, fields: "X: \u{b}"),
    .get("H06 space before the colon", .badRequest, fields: "X : a"),
    .get("H06 tab before the colon", .badRequest, fields: "X\t: a"),
    .post("H06 length with a space before the colon", .badRequest, fields: "Content-Length : 5"),
    .get("H06 no colon", .badRequest, fields: "X"),
    .get("H06 empty name", .badRequest, fields: ": a"),
    .get("H06 folded with a space", .badRequest, fields: "X: a\r\n b"),
    .get("H06 folded with a tab", .badRequest, fields: "X: a\r\n\tb"),
    .get("H06 folded with a colon in it", .badRequest, fields: "X: a\r\n Y: b"),
    .get("H06 separator in a name", .badRequest, fields: "X(Y): a"),
    .get("H06 quotes in a name", .badRequest, fields: "\"X\": a"),
    .get("H06 letters beyond ASCII in a name", .badRequest, fields: "é: a"),
    .get("H06 letters beyond ASCII in a value", .badRequest, fields: "X: é"),
    HostileInput(
        "H06 bytes that are no UTF-8", .badRequest,
        bytes: Array("GET /x HTTP/1.1\r\nHost: a\r\nX: ".utf8) + [0x80, 0xff]
            + Array("\r\n\r\n".utf8)),
    HostileInput(
        "H06 folded before the first field", .badRequest,
        "GET / HTTP/1.1\r\n Host: a"
            + "\r\n\r\n"),
    HostileInput("H07 no host", .badRequest, "GET /x HTTP/1.1\r\n\r\n"),
    .get("H07 two hosts", .badRequest, fields: "Host: a"),
    .get("H07 two hosts, different", .badRequest, fields: "hOST: b"),
    HostileInput("H07 empty host", .badRequest, "GET /x HTTP/1.1\r\nHost:\r\n\r\n"),
    HostileInput("H07 list of hosts", .badRequest, "GET /x HTTP/1.1\r\nHost: a, b\r\n\r\n"),
    HostileInput("H07 host with a path", .badRequest, "GET /x HTTP/1.1\r\nHost: a/b\r\n\r\n"),
    HostileInput("H07 host with a user", .badRequest, "GET /x HTTP/1.1\r\nHost: u@a\r\n\r\n"),
    .line("H07 absolute form", .badRequest, "GET http://a/x HTTP/1.1"),
    .line("H07 authority form", .badRequest, "CONNECT a:80 HTTP/1.1"),
    .line("H07 asterisk form", .badRequest, "OPTIONS * HTTP/1.1"),
    HostileInput("H08 version 0.9", .badRequest, "GET /x\r\n\r\n"),
    .line("H08 version 1.0", .versionUnsupported, "GET /x HTTP/1.0"),
    .line("H08 version 1.10", .versionUnsupported, "GET /x HTTP/1.10"),
    .line("H08 version 01.1", .versionUnsupported, "GET /x HTTP/01.1"),
    .line("H08 version 2.0", .versionUnsupported, "GET /x HTTP/2.0"),
    HostileInput(
        "H08 preface of 2.0", .versionUnsupported, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    .line("H08 huge version", .versionUnsupported, "GET /x HTTP/4294967295.255"),
    .line("H08 version without a dot", .badRequest, "GET /x HTTP/1"),
    .line("H08 version without a number", .badRequest, "GET /x HTTP/1."),
    .line("H08 version with three numbers", .badRequest, "GET /x HTTP/1.1.1"),
    .line("H08 version in lower case", .badRequest, "GET /x http/1.1"),
    .line("H08 another protocol", .badRequest, "GET /x SIP/2.0"),
    .line("H08 sign in the version", .badRequest, "GET /x HTTP/+1.1"),
    .line("two spaces before the target", .badRequest, "GET  /x HTTP/1.1"),
    .line("two spaces before the version", .badRequest, "GET /x  HTTP/1.1"),
    .line("space after the version", .badRequest, "GET /x HTTP/1.1 "),
    .line("space before the method", .badRequest, " GET /x HTTP/1.1"),
    .line("tab instead of a space", .badRequest, "GET\t/x HTTP/1.1"),
    .line("tab in the target", .badRequest, "GET /\tx HTTP/1.1"),
    .line("space in the target", .badRequest, "GET /x y HTTP/1.1"),
    .line("letter beyond ASCII in the target", .badRequest, "GET /é HTTP/1.1"),
    .line("no token as the method", .badRequest, "G@T /x HTTP/1.1"),
    .line("target without a slash", .badRequest, "GET x HTTP/1.1"),
    .line("empty request line", .badRequest, ""),
    HostileInput("TLS hello", .badRequest, bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01]),
]

/// Odd, but one request each: what the target or the method means is for the router.
let oddButWholeInputs: [HostileInput] =
    [
        "/..", "/%2e%2e/", "/%00", "/%", "/%252e", "//x", "/\\x", "/x?y=%20", "/x#y", "/~",
    ].map { target in
        HostileInput(
            "H10 target \(target)", nil, "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n",
            served: [target])
    }
    + ["get", "TRACE", "DELETE", "PUT", "X!#$%&'*+-.^_`|~9"].map { method in
        HostileInput(
            "H09 method \(method)", nil, "\(method) /x HTTP/1.1\r\nHost: a\r\n\r\n",
            served: ["/x"])
    } + [
        HostileInput(
            "length zero", nil, "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            served: ["/x"]),
        HostileInput(
            "no space before the length", nil,
            "POST /x HTTP/1.1\r\nHost:a\r\nContent-Length:5\r\n\r\nhello", served: ["/x"]),
        HostileInput(
            "GET with length zero", nil, "GET /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            served: ["/x"]),
        HostileInput(
            "H18 continue, upgrade and two connection options", nil,
            "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n"
                + "Upgrade: h2c\r\nConnection: close, keep-alive\r\n\r\nhello",
            served: ["/x"]),
        HostileInput(
            "a body that looks like a request", nil,
            "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n" + HostileInput.second,
            served: ["/x"]),
        HostileInput(
            "hosts of every form", nil,
            "GET /1 HTTP/1.1\r\nHost: [::1]:8080\r\n\r\nGET /2 HTTP/1.1\r\nHost: a_b-c.d:1\r\n\r\n",
            served: ["/1", "/2"]),
    ]

let hostileInputs = framingInputs + lineInputs + oddButWholeInputs
