import Foundation
import Glibc
import Synchronization

/// Something on a port that is no station: it gives every request the same answer.
final class StubServer: Sendable {
    let port: Int
    private let descriptor: Int32
    private let requests = Mutex<[String]>([])

    /// Answers with these bytes and closes the connection.
    init(answer: String) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = unsafe withUnsafeMutablePointer(to: &name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe bind(descriptor, name, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, name, &length) == 0
            }
        }
        guard isBound else { throw DriverFailure("bind: \(errno)") }
        port = Int(UInt16(bigEndian: name.sin_port))
        let thread = Thread { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                self?.serve(connection, Array(answer.utf8))
            }
        }
        thread.start()
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    /// The first lines of the requests that came.
    var requestLines: [String] { requests.withLock { $0 } }

    private func serve(_ connection: Int32, _ answer: [UInt8]) {
        defer { close(connection) }
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        _ = unsafe setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while !StubServer.isWhole(received) {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe recv(connection, $0.baseAddress, $0.count, 0)
            }
            guard count > 0 else { return }
            received += chunk[..<count]
        }
        let text = String(decoding: received, as: UTF8.self)
        requests.withLock { $0.append(String(text.prefix { $0 != "\r" && $0 != "\r\n" })) }
        _ = unsafe answer.withUnsafeBytes {
            unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        shutdown(connection, Int32(SHUT_WR))
    }

    /// Whether a request has come with all of its body.
    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.components(separatedBy: "content-length: ").last?
            .components(separatedBy: "\r\n").first
        return bytes.count - end.upperBound >= (length.flatMap { Int($0) } ?? 0)
    }
}
