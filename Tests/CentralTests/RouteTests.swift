import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// The first checks of every request: path, method, media type.
@Suite struct RouteTests {
    private static let network = RequestOrigin.network(address: "10.0.0.1")
    private static let stream = "01990f30-0000-7000-8000-000000000001"

    private static func request(
        _ method: String, _ target: String, _ mediaType: String? = nil
    ) -> Request {
        Request(
            method: method, target: target,
            fields: mediaType.map { [Field("Content-Type", $0)] } ?? [])
    }

    private static func refusal(
        _ request: Request, _ origin: RequestOrigin = network
    ) -> (code: WireProblem.Code, allow: String?)? {
        guard case .failure(let problem) = Route.of(request, origin: origin) else { return nil }
        return (problem.problem.code, problem.allow)
    }

    @Test(arguments: [
        "/", "/pjs/1/exchange/", "/pjs/1/Exchange", "/pjs/1/%65xchange", "/pjs/1/exchange?x=1",
        "//pjs/1/exchange", "/pjs/2/exchange", "/pjs/1/streams", "/local/1/action",
        "/pjs/1/streams/\(stream)/lines", "/pjs/1/streams/\(stream)/lines?from=0",
        "/pjs/1/streams/\(stream)/lines?from=01", "/pjs/1/streams/\(stream)/lines?from=",
        "/pjs/1/streams/\(stream)/lines?from=1&x=2", "/pjs/1/streams/\(stream)/lines?from=-1",
        "/pjs/1/streams/\(stream)/lines?from=9007199254740992",
        "/pjs/1/streams/\(stream)/lines?from=99999999999999999",
        "/pjs/1/streams/X1990f30-0000-7000-8000-000000000001/lines?from=1",
    ])
    func `any other target is not found, whatever the method`(target: String) {
        for method in ["GET", "POST", "TRACE"] {
            let refusal = Self.refusal(Self.request(method, target, "application/json"))
            #expect(refusal?.code == .noSuchEndpoint && refusal?.allow == nil)
        }
    }

    @Test(arguments: [
        ("/pjs/1/exchange", "GET", "POST"), ("/pjs/1/enrol", "PUT", "POST"),
        ("/pjs/1/streams/\(stream)/lines?from=1", "POST", "GET"),
        ("/pjs/1/exchange", "post", "POST"),
    ])
    func `another method is told which one`(target: String, method: String, allow: String) {
        let refusal = Self.refusal(Self.request(method, target))
        #expect(refusal?.code == .methodNotAllowed && refusal?.allow == allow)
    }

    @Test(arguments: [
        nil, "application/json", "application/pjs+ndjson; charset=utf-8", "text/plain", "",
    ])
    func `another media type is refused`(mediaType: String?) {
        let refusal = Self.refusal(Self.request("POST", "/pjs/1/exchange", mediaType))
        #expect(refusal?.code == .mediaType)
    }

    @Test func `two media types and any coding are refused`() {
        var request = Self.request("POST", "/pjs/1/exchange", Route.exchangeMediaType)
        #expect(Self.refusal(request) == nil)
        request.fields.append(Field("content-type", Route.exchangeMediaType))
        #expect(Self.refusal(request)?.code == .mediaType)
        request = Self.request("POST", "/pjs/1/exchange", Route.exchangeMediaType)
        request.fields.append(Field("Content-Encoding", "identity"))
        #expect(Self.refusal(request)?.code == .mediaType)
    }

    @Test func `the manager's route is there for the local socket only`() {
        let request = Self.request("POST", "/local/1/action", "application/json")
        #expect(Self.refusal(request)?.code == .noSuchEndpoint)
        #expect(Self.refusal(request, .local) == nil)
    }

    @Test func `the greatest place of a stream is a route`() {
        let target = "/pjs/1/streams/\(Self.stream)/lines?from=9007199254740991"
        let route = Route.of(Self.request("GET", target), origin: Self.network)
        guard case .success(.lines(Self.stream, from: 9_007_199_254_740_991)) = route else {
            Issue.record("\(route)")
            return
        }
    }
}
