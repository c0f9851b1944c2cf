import Glibc

/// A numeric address and a port to listen on: `127.0.0.1:8080`, `[::1]:8080`. Port 0 takes a free
/// one. Names are not looked up: which address a server is bound to must not depend on a resolver.
package struct TCPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Without brackets.
    package let host: String
    /// 0 asks for a free one.
    package let port: UInt16
    /// Which kind of address `host` is.
    let family: Family

    /// The two versions of the Internet Protocol.
    enum Family: Hashable {
        case four
        case six
    }

    /// `127.0.0.1:8080`, where nginx finds the server.
    package static let standard = TCPAddress(host: "127.0.0.1", port: 8080, family: .four)

    private init(host: String, port: UInt16, family: Family) {
        self.host = host
        self.port = port
        self.family = family
    }

    /// Nil when the text is not a numeric address with a port.
    package init?(_ text: String) {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
        let portText = text[text.utf8.index(after: colon)...]
        guard (1...5).contains(portText.utf8.count), portText.utf8.allSatisfy(Self.isDigit),
            let port = UInt16(portText)
        else { return nil }
        var host = text[..<colon]
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
            self.init(host: String(host), port: port, family: .six)
            guard Self.isNumeric(self.host, AF_INET6) else { return nil }
        } else {
            self.init(host: String(host), port: port, family: .four)
            guard Self.isNumeric(self.host, AF_INET) else { return nil }
        }
    }

    /// Reached from this machine only.
    package var isLoopback: Bool {
        switch family {
        case .four: host.hasPrefix("127.")
        case .six: host == "::1"
        }
    }

    /// The same address with another port, as it is written in a URL.
    package func withPort(_ port: Int) -> String {
        switch family {
        case .four: "\(host):\(port)"
        case .six: "[\(host)]:\(port)"
        }
    }

    /// As it is written in a URL.
    package var description: String { withPort(Int(port)) }

    private static func isNumeric(_ host: String, _ family: Int32) -> Bool {
        var address = [UInt8](repeating: 0, count: MemoryLayout<in6_addr>.size)
        return unsafe inet_pton(family, host, &address) == 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
