import HTTPWire
import SyncProtocol

/// What a request asks for, after path, method, media type and origin were checked in this order
/// (PJS section 13). The target is compared byte by byte and never decoded.
enum Route: Equatable {
    case exchange
    case lines(stream: String, from: Int)
    case enrol(address: String)
    case blob(Digest)
    case action
    /// A frame that a person carried here.
    case deposit

    static let exchangeMediaType = "application/pjs+ndjson"
    static let objectMediaType = "application/json"
    static let pieceMediaType = "application/partial-upload"
    static let blobMediaType = "application/octet-stream"

    static func of(
        _ request: Request, origin: RequestOrigin
    ) -> Result<Route, RouteProblem> {
        let route: Route
        let method: String
        let mediaType: String?
        if request.target == "/pjs/1/exchange" {
            (route, method, mediaType) = (.exchange, "POST", exchangeMediaType)
        } else if request.target == "/pjs/1/enrol" {
            let address =
                switch origin {
                case .network(let address): address
                case .local: "local"
                }
            (route, method, mediaType) = (.enrol(address: address), "POST", objectMediaType)
        } else if request.target == "/local/1/action", origin == .local {
            (route, method, mediaType) = (.action, "POST", objectMediaType)
        } else if request.target == "/pjs/1/deposit", origin == .local {
            (route, method, mediaType) = (.deposit, "POST", exchangeMediaType)
        } else if let lines = lines(request.target) {
            (route, method, mediaType) = (lines, "GET", nil)
        } else if let digest = blob(request.target) {
            let methods = ["HEAD", "GET", "PATCH"]
            guard methods.contains(request.method) else {
                return .failure(
                    RouteProblem(
                        WireProblem(.methodNotAllowed), allow: methods.joined(separator: ", ")))
            }
            (route, method) = (.blob(digest), request.method)
            mediaType = request.method == "PATCH" ? pieceMediaType : nil
        } else {
            return .failure(RouteProblem(WireProblem(.noSuchEndpoint)))
        }
        guard request.method == method else {
            return .failure(RouteProblem(WireProblem(.methodNotAllowed), allow: method))
        }
        if let mediaType {
            guard request.values(of: "Content-Encoding").isEmpty,
                request.value(of: "Content-Type") == mediaType
            else { return .failure(RouteProblem(WireProblem(.mediaType))) }
        }
        return .success(route)
    }

    /// `/pjs/1/blobs/<hex64>`
    private static func blob(_ target: String) -> Digest? {
        let prefix = "/pjs/1/blobs/"
        guard target.hasPrefix(prefix) else { return nil }
        return Digest(hex: String(target.dropFirst(prefix.count)))
    }

    /// `/pjs/1/streams/<uuid>/lines?from=<pos>`
    private static func lines(_ target: String) -> Route? {
        let prefix = "/pjs/1/streams/"
        let middle = "/lines?from="
        guard target.hasPrefix(prefix) else { return nil }
        let rest = target.utf8.dropFirst(prefix.utf8.count)
        guard rest.count > 36 + middle.utf8.count,
            rest.dropFirst(36).starts(with: middle.utf8)
        else { return nil }
        let stream = String(decoding: rest.prefix(36), as: UTF8.self)
        let digits = rest.dropFirst(36 + middle.utf8.count)
        guard WireText.isUUID(stream), digits.count <= 16, digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let from = Int(String(decoding: digits, as: UTF8.self)), from <= Canonical.integerMax
        else { return nil }
        return .lines(stream: stream, from: from)
    }
}

/// A request that reached no route.
struct RouteProblem: Error {
    let problem: WireProblem
    let allow: String?

    init(_ problem: WireProblem, allow: String? = nil) {
        self.problem = problem
        self.allow = allow
    }

    var response: Response {
        var response = problem.response
        if let allow { response.fields.append(Field("Allow", allow)) }
        return response
    }
}

extension WireProblem {
    /// The unsigned answer: for requests whose signature was not checked or was wrong.
    var response: Response {
        var response = Response(
            status: code.status, fields: Response.standardFields(WireProblem.mediaType),
            body: encoded())
        if let seconds = extra["wait_s"]?.integer {
            response.fields.append(Field("Retry-After", String(seconds)))
        }
        return response
    }
}

extension Response {
    /// What every answer says: its type, that nobody guesses another, that nobody keeps it.
    static func standardFields(_ mediaType: String) -> [Field] {
        [
            Field("Content-Type", mediaType),
            Field("X-Content-Type-Options", "nosniff"),
            Field("Cache-Control", "no-store"),
        ]
    }
}
