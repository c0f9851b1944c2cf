/// Turns the bytes of one connection into whole requests, or refuses them.
///
/// Give it bytes with `receive`, then call `next` until it wants more. The answers depend on the
/// bytes alone and not on how they were cut. After a refusal nothing more is read.
package struct RequestParser: Sendable {
    private let limits: HTTPLimits
    private let hosts: [String]
    /// Received and not yet part of a request; a head is judged in place.
    private var input: [UInt8] = []
    private var lineStart = 0
    private var position = 0
    private var head = RequestHead()
    private var body: [UInt8] = []
    private var stage = Stage.requestLine

    private enum Stage {
        case requestLine
        case fields
        case body(length: Int)
        case refused(Violation)
    }

    /// What the bytes so far amount to.
    package enum Progress: Hashable, Sendable {
        /// Between requests: no byte of a next one is here.
        case idle
        /// In the middle of a head.
        case head
        /// In the middle of a body.
        case body
        /// In the middle of a body, and the client waits for `100 Continue` before it sends more.
        /// Said once.
        case expectsContinue
        case request(Request)
        /// Final: the connection must end.
        case refused(Violation)
    }

    /// `hosts` are the names, without port, that this server answers for; none means any.
    package init(limits: HTTPLimits = HTTPLimits(), hosts: [String] = []) {
        self.limits = limits
        self.hosts = hosts
    }

    /// Takes what the connection delivered. At most one call after each answer that wants more
    /// keeps the memory within the limits plus one read.
    package mutating func receive(_ bytes: ArraySlice<UInt8>) {
        switch stage {
        case .requestLine, .fields: input += bytes
        case .body(let length):
            let missing = length - body.count
            body += bytes.prefix(missing)
            input += bytes.dropFirst(missing)
        case .refused: break
        }
    }

    /// The next whole request, or what is missing.
    package mutating func next() -> Progress {
        while true {
            switch stage {
            case .requestLine, .fields:
                do throws(Violation) {
                    guard let line = try nextLine() else { return input.isEmpty ? .idle : .head }
                    try take(line)
                } catch {
                    refuse(error)
                }
                if case .body(let length) = stage, body.count < length, head.expectsContinue {
                    return .expectsContinue
                }
            case .body(let length):
                guard body.count == length else { return .body }
                return .request(finishRequest())
            case .refused(let violation): return .refused(violation)
            }
        }
    }

    private mutating func take(_ line: Range<Int>) throws(Violation) {
        if case .requestLine = stage {
            try head.takeRequestLine(input[line])
            stage = .fields
        } else if line.isEmpty {
            try beginBody()
        } else {
            try head.takeField(input[line], countMax: limits.fieldCountMax)
        }
    }

    /// The next line without its end, or nil when it is not whole. A line may hold visible ASCII,
    /// spaces and tabs: a control character has no business there, and a byte above has no agreed
    /// meaning.
    private mutating func nextLine() throws(Violation) -> Range<Int>? {
        let tooLong: Violation
        let end: Int
        if case .requestLine = stage {
            (tooLong, end) = (.requestLineTooLong, limits.requestLineBytesMax)
        } else {
            (tooLong, end) = (.headTooLarge, limits.headBytesMax)
        }
        while position < input.count {
            guard position < end else { throw tooLong }
            switch input[position] {
            case 0x20...0x7e, .tab: position += 1
            case .carriageReturn:
                guard position + 1 < input.count else { return nil }
                guard position + 1 < end else { throw tooLong }
                guard input[position + 1] == .lineFeed else { throw .badRequest }
                defer {
                    position += 2
                    lineStart = position
                }
                return lineStart..<position
            default: throw .badRequest
            }
        }
        return nil
    }

    private mutating func beginBody() throws(Violation) {
        let length = try head.finish(bodyBytesMax: limits.bodyBytesMax, hosts: hosts)
        let bodyEnd = position + min(length, input.count - position)
        body.reserveCapacity(length)
        body += input[position..<bodyEnd]
        input.removeSubrange(..<bodyEnd)
        lineStart = 0
        position = 0
        stage = .body(length: length)
    }

    private mutating func finishRequest() -> Request {
        defer {
            head = RequestHead()
            body = []
            stage = .requestLine
        }
        return Request(
            method: head.method, target: head.target, fields: head.fields, body: body)
    }

    private mutating func refuse(_ violation: Violation) {
        stage = .refused(violation)
        head = RequestHead()
        body = []
        input = []
    }
}
