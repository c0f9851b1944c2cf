/// A request to a server, whole.
package struct HTTPRequest: Sendable {
    package var method: String
    /// The whole address, `http` or `https`.
    package var url: String
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
        _ method: String, _ url: String, fields: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
    }
}

/// How long is waited, and how much is taken.
package struct HTTPPatience: Sendable {
    /// Until the request has begun to leave.
    package var connectMilliseconds = 15_000
    /// Until all is over.
    package var wholeMilliseconds: Int
    /// The longest silence on an open connection.
    package var silenceSeconds = 30
    /// The longest body of an answer.
    package var answerBytesMax: Int

    package init(wholeMilliseconds: Int, answerBytesMax: Int) {
        self.wholeMilliseconds = wholeMilliseconds
        self.answerBytesMax = answerBytesMax
    }
}

/// An answer, whole; its body is decoded.
package struct HTTPAnswer: Equatable, Sendable {
    package var status = 0
    package var body: [UInt8] = []
    private var fields: [String: String] = [:]

    init() {}

    /// The value of a field; of two of one name the last.
    package func field(_ name: String) -> String? { fields[name.lowercased()] }

    /// Takes one line of the head.
    mutating func take(headLine line: String) {
        // What came before was a preliminary answer.
        if line.hasPrefix("HTTP/") { fields = [:] }
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...]
        let rest = value.drop(while: isBlank)
        let end = rest.lastIndex { !isBlank($0) }
        fields[line[..<colon].lowercased()] = end.map { String(rest[...$0]) } ?? ""
    }

    private func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t" || character.isNewline
    }
}

/// Why no whole answer came.
package enum HTTPFailure: Error, Equatable, Sendable {
    /// No connection came about, or the request did not begin to leave.
    case unreachable
    /// A limit of time passed after that.
    case timedOut
    /// The connection ended too early.
    case cut
    /// What answers is no HTTP, or has no certificate for the name.
    case notHTTP
    /// The body is longer than is taken.
    case tooLong
}
