import Glibc
import Platform
import Testing

/// A raw client: sends exactly the bytes it is told and reads what comes.
final class TestClient {
    private let descriptor: Int32
    private var unread: [UInt8] = []

    /// What a client can meet that is not an answer.
    enum Failure: Error, Hashable {
        case connecting(code: Int32)
        case reset(code: Int32)
        /// Nothing more came within ten seconds.
        case silent
    }

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        try unsafe connect(&name)
    }

    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &name.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        try unsafe connect(&name)
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Ends the connection from this side, so that the server need not wait for its end.
    func leave() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Sends as much as the peer takes; what it does not want is not an error here.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// One whole answer: head and as many bytes as it says. Nil when the connection ended before.
    func answer(toHEAD isHead: Bool = false) throws -> Answer? {
        while true {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound {
                let head = String(decoding: unread[..<end], as: UTF8.self)
                let length = isHead ? 0 : Answer(head: head).length
                while unread.count < end + length {
                    guard try receive() else { return nil }
                }
                let body = Array(unread[end..<(end + length)])
                unread.removeSubrange(..<(end + length))
                return Answer(head: head, body: body)
            }
            guard try receive() else { return nil }
        }
    }

    /// The connection has ended and no byte is left.
    func hasEnded() throws -> Bool {
        try unread.isEmpty && !receive()
    }

    /// Whether something comes, or the connection ends, within the time.
    func hears(withinMilliseconds limit: Int) -> Bool {
        waitForInput(on: descriptor, until: Deadline(after: limit)) == .ready
    }

    /// Reads a little and forgets it; false at the end of the connection.
    func drip() throws -> Bool {
        defer { unread = [] }
        return try receive(atMost: 16 << 10)
    }

    /// Reads what is there; false at the end of the connection.
    private func receive(atMost countMax: Int = 64 << 10) throws -> Bool {
        guard hears(withinMilliseconds: 10_000) else { throw Failure.silent }
        var chunk = [UInt8](repeating: 0, count: countMax)
        let count = unsafe chunk.withUnsafeMutableBytes {
            unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
        }
        guard count >= 0 else { throw Failure.reset(code: errno) }
        unread += chunk[..<count]
        return count > 0
    }

    @unsafe private func connect<Name>(_ name: inout Name) throws {
        let result = unsafe withUnsafePointer(to: name) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe Glibc.connect(descriptor, pointer, socklen_t(MemoryLayout<Name>.size))
            }
        }
        guard result == 0 else { throw Failure.connecting(code: errno) }
    }
}

/// What a server answered.
struct Answer {
    let head: String
    var body: [UInt8] = []

    var status: Int? {
        let words = head.split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }

    var length: Int { value(of: "Content-Length").flatMap { Int($0) } ?? 0 }

    var closes: Bool { value(of: "Connection") == "close" }

    func value(of name: String) -> String? {
        let line = head.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }
        return line.map { String($0.dropFirst(name.count + 2)) }
    }
}

/// A request as text.
func get(_ target: String, fields: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nHost: station\r\n\(fields)\r\n"
}

/// The head of a POST, and the body if it is given.
func post(_ target: String, length: Int, fields: String = "", body: String = "") -> String {
    "POST \(target) HTTP/1.1\r\nHost: station\r\nContent-Length: \(length)\r\n\(fields)\r\n\(body)"
}
