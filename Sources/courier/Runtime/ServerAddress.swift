import Foundation

/// Where the station is: a scheme, a host and perhaps a port; nothing else.
struct ServerAddress: Hashable {
    /// The longest address that is taken.
    static let bytesMax = 200

    /// The address as text, without a slash at its end.
    let text: String

    /// Takes `https://host[:port]`, and for trials on one machine `http://` with a loopback host.
    /// Nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count <= Self.bytesMax, let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil,
            parts.query == nil, parts.fragment == nil, parts.path.isEmpty || parts.path == "/"
        else { return nil }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http": guard Self.loopback.contains(host.lowercased()) else { return nil }
        default: return nil
        }
        var plain = URLComponents()
        plain.scheme = parts.scheme?.lowercased()
        plain.host = host
        plain.port = parts.port
        guard let url = plain.url else { return nil }
        self.text = url.absoluteString
    }

    /// The whole address of a target such as `/pjs/1/exchange`, its query as it stands: what is
    /// signed is what is sent.
    func url(of target: String) -> URL {
        guard let url = URL(string: text + target) else {
            preconditionFailure("the targets of PJS are made of the letters of an address")
        }
        return url
    }

    private static let loopback: Set<String> = ["127.0.0.1", "localhost", "[::1]", "::1"]
}
