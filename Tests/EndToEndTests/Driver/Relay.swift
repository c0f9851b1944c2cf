import Foundation
import Glibc
import Synchronization

/// A link between a handheld and its server that counts what goes up, and can stop in the middle.
final class Relay: Sendable {
    let port: Int
    private let target: Int
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var sent = 0
        /// No more than so many bytes go up.
        var limit = Int.max
    }

    init(to target: Int) throws {
        self.target = target
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
        let descriptor = descriptor
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var name = Relay.loopback(port: 0)
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
                self?.serve(connection)
            }
        }
        thread.start()
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    var address: String { "http://127.0.0.1:\(port)" }

    /// Bytes that went up so far.
    var sent: Int { state.withLock { $0.sent } }

    /// Lets so many more bytes go up, and no more.
    func allow(_ bytes: Int) {
        state.withLock { $0.limit = bytes == .max ? .max : $0.sent + bytes }
    }

    /// Returns when all that is allowed has gone up.
    func waitUntilStuck() throws {
        for _ in 0..<1_000 {
            if state.withLock({ $0.sent >= $0.limit }) { return }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw DriverFailure("only \(sent) bytes went up")
    }

    private func serve(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
        let name = Relay.loopback(port: target)
        let result = unsafe withUnsafePointer(to: name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe connect(server, name, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(client)
            close(server)
            return
        }
        // Each end is closed by the pump that reads it.
        Thread { self.pump(from: client, to: server, isUp: true) }.start()
        Thread { self.pump(from: server, to: client, isUp: false) }.start()
    }

    private func pump(from source: Int32, to sink: Int32, isUp: Bool) {
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let room = isUp ? room(atMost: chunk.count) : chunk.count
            if room == 0 {
                if Relay.isClosed(source) { break }
                Thread.sleep(forTimeInterval: 0.005)
                continue
            }
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe recv(source, $0.baseAddress, room, 0)
            }
            guard count > 0 else { break }
            let sent = unsafe chunk.withUnsafeBytes {
                unsafe send(sink, $0.baseAddress, count, Int32(MSG_NOSIGNAL))
            }
            guard sent == count else { break }
            if isUp { state.withLock { $0.sent += count } }
        }
        shutdown(sink, Int32(SHUT_WR))
        close(source)
    }

    private func room(atMost count: Int) -> Int {
        state.withLock { max(0, min(count, $0.limit - $0.sent)) }
    }

    private static func isClosed(_ connection: Int32) -> Bool {
        var byte: UInt8 = 0
        let count = unsafe recv(connection, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
        return count == 0 || (count < 0 && errno != EAGAIN)
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return name
    }
}
