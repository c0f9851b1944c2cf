/// The head of one request while its lines come in. Each line is judged as it arrives, so that the
/// first bad byte decides the answer, however the bytes were cut on their way.
struct RequestHead {
    /// Empty until the request line came.
    private(set) var method = ""
    /// As it was sent.
    private(set) var target = ""
    /// In the order they came.
    private(set) var fields: [Field] = []
    /// The client waits for `100 Continue` before it sends the body.
    private(set) var expectsContinue = false
    private var contentLength: Int?
    private var host: String?

    /// More digits than any length has that could be within a limit; 18 of them fit an `Int`.
    static let contentLengthDigitsMax = 18

    /// `line` is visible ASCII, spaces and tabs, without its line end; so are the lines below.
    mutating func takeRequestLine(_ line: ArraySlice<UInt8>) throws(Violation) {
        guard let methodEnd = line.firstIndex(of: .space) else { throw .badRequest }
        let rest = line[(methodEnd + 1)...]
        guard let targetEnd = rest.firstIndex(of: .space) else { throw .badRequest }
        try Self.checkVersion(rest[(targetEnd + 1)...])
        let target = rest[..<targetEnd]
        guard Self.isToken(line[..<methodEnd]), target.first == UInt8(ascii: "/"),
            !target.contains(.tab)
        else { throw .badRequest }
        method = String(decoding: line[..<methodEnd], as: UTF8.self)
        self.target = String(decoding: target, as: UTF8.self)
    }

    /// Refuses what must not be in a head at all; what must be there is for `finish`.
    mutating func takeField(
        _ line: ArraySlice<UInt8>, countMax: Int
    ) throws(Violation) {
        guard fields.count < countMax else { throw .headTooLarge }
        // A folded line begins with white space, so its name is not a token either.
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon])
        else { throw .badRequest }
        let raw = line[(colon + 1)...]
        let field = Field(
            String(decoding: line[..<colon], as: UTF8.self),
            String(decoding: Self.trimmed(raw), as: UTF8.self))
        try judge(field, raw: raw)
        fields.append(field)
    }

    /// The head is whole: how long is the body? `hosts` are the names we answer for; empty is any.
    func finish(bodyBytesMax: Int, hosts: [String]) throws(Violation) -> Int {
        guard let host else { throw .badRequest }
        guard hosts.isEmpty || hosts.contains(where: { Self.names(host, $0) }) else {
            throw .misdirected
        }
        switch method {
        case "POST", "PATCH": guard contentLength != nil else { throw .lengthRequired }
        case "GET", "HEAD": guard contentLength ?? 0 == 0 else { throw .badRequest }
        default: break
        }
        let length = contentLength ?? 0
        guard length <= bodyBytesMax else { throw .bodyTooLarge }
        return length
    }

    private mutating func judge(_ field: Field, raw: ArraySlice<UInt8>) throws(Violation) {
        if field.isNamed("Host") {
            guard host == nil, Self.isHost(field.value) else { throw .badRequest }
            host = field.value
        } else if field.isNamed("Content-Length") {
            guard contentLength == nil else { throw .badRequest }
            contentLength = try Self.length(raw)
        } else if field.isNamed("Transfer-Encoding") {
            throw .transferCodingUnsupported
        } else if field.isNamed("Content-Encoding") {
            throw .contentCodingUnsupported
        } else if field.isNamed("Expect") {
            guard equalIgnoringCase(field.value.utf8, "100-continue".utf8) else {
                throw .expectationFailed
            }
            expectsContinue = true
        }
    }

    /// Stricter than for other fields: at most one space, then digits only. White space around a
    /// length is where two readers of the same bytes begin to differ.
    private static func length(_ raw: ArraySlice<UInt8>) throws(Violation) -> Int {
        let digits = raw.first == .space ? raw.dropFirst() : raw
        guard !digits.isEmpty, digits.count <= contentLengthDigitsMax,
            digits.allSatisfy(isDigit), digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { throw .badRequest }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func checkVersion(_ version: ArraySlice<UInt8>) throws(Violation) {
        if version.elementsEqual("HTTP/1.1".utf8) { return }
        let numbers = version.dropFirst(5)
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard version.prefix(5).elementsEqual("HTTP/".utf8), numbers.count == 2,
            numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
        else { throw .badRequest }
        throw .versionUnsupported
    }

    /// The value of a `Host` field: name or address with an optional port, nothing around it.
    private static func isHost(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.allSatisfy { isLetter($0) || isDigit($0) || isHostMark($0) }
    }

    /// Whether `host` is `name`, with or without a port.
    private static func names(_ host: String, _ name: String) -> Bool {
        let host = host.utf8
        if equalIgnoringCase(host, name.utf8) { return true }
        guard let colon = host.lastIndex(of: UInt8(ascii: ":")),
            host[host.index(after: colon)...].allSatisfy(isDigit)
        else { return false }
        return equalIgnoringCase(host[..<colon], name.utf8)
    }

    private static func trimmed(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = raw.drop { isWhiteSpace($0) }
        while let last = value.last, isWhiteSpace(last) { value.removeLast() }
        return value
    }

    static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isLetter($0) || isDigit($0) || isTokenMark($0) }
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// The marks of a token, RFC 9110 section 5.6.2.
    private static func isTokenMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isHostMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
            UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
}
