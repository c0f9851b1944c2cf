extension Response {
    /// The answer to a violation: no body, and nothing for anyone to keep.
    package init(refusing violation: Violation) {
        self.init(status: violation.rawValue, fields: [Field("Cache-Control", "no-store")])
    }

    /// The bytes of the interim answer to `Expect: 100-continue`.
    package static let continueBytes = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// Everything before the body. `closing` says that the connection ends after this answer.
    ///
    /// The fields come from our own code: one that could split the answer, or that says what the
    /// serializer says, is a bug and ends the process.
    package func encodedHead(closing: Bool) -> [UInt8] {
        precondition((200...599).contains(status), "status \(status) is no final answer")
        var text: [UInt8] = []
        text.reserveCapacity(256)
        text += "HTTP/1.1 \(status) \(Self.reason(status))\r\n".utf8
        for field in fields {
            Self.check(field)
            text += field.name.utf8
            text += ": ".utf8
            text += field.value.utf8
            text += "\r\n".utf8
        }
        if closing { text += "Connection: close\r\n".utf8 }
        if status == Self.noContent {
            precondition(body.isEmpty, "status \(status) has no body and so no length")
        } else {
            text += "Content-Length: \(body.count)\r\n".utf8
        }
        text += "\r\n".utf8
        return text
    }

    private static let noContent = 204

    private static func check(_ field: Field) {
        precondition(RequestHead.isToken(field.name.utf8), "\(field.name) is no field name")
        precondition(
            field.value.utf8.allSatisfy { (0x20...0x7e).contains($0) || $0 == .tab },
            "the value of \(field.name) cannot go into a head")
        precondition(
            !["Content-Length", "Transfer-Encoding", "Connection"].contains(where: field.isNamed),
            "\(field.name) is written by the serializer")
    }

    /// The customary words; nobody reads them but a person with a packet dump.
    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case noContent: "No Content"
        case 206: "Partial Content"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 411: "Length Required"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Range Not Satisfiable"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: ""
        }
    }
}
