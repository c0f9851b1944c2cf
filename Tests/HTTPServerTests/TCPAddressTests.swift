import HTTPServer
import Platform
import Testing

struct TCPAddressTests {
    @Test(arguments: ["127.0.0.1:8080", "127.8.0.1:0", "[::1]:65535"])
    func `a loopback address is read and written alike`(_ text: String) throws {
        let address = try #require(TCPAddress(text))
        #expect("\(address)" == text)
        #expect(address.isLoopback)
    }

    @Test(arguments: ["0.0.0.0:80", "[::]:80", "192.168.1.5:80", "[fe80::1]:80"])
    func `other machines can reach any other address`(_ text: String) throws {
        #expect(try !#require(TCPAddress(text)).isLoopback)
    }

    @Test(arguments: [
        "", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1", "127.0.0.1:１",
        "localhost:80", "::1:80", "[127.0.0.1]:80", "[::1]", "[::1:80", "127.1:80",
        "127.0.0.1:000080", "127.0.0.1 :80", "1270.0.0.1:80",
    ])
    func `anything else is no address`(_ text: String) {
        #expect(TCPAddress(text) == nil)
    }

    @Test func `a public address needs permission`() throws {
        let address = try #require(TCPAddress("0.0.0.0:0"))
        #expect(throws: ServerFailure.addressIsPublic(address)) {
            try TestServer { $0.address = address }
        }
        let test = try TestServer {
            $0.address = address
            $0.allowsPublic = true
        }.start()
        #expect(try test.client().hears(withinMilliseconds: 0) == false)
        #expect(test.end())
    }

    @Test func `a port in use is an error that names it`() throws {
        let test = try TestServer()
        let text = "127.0.0.1:\(test.server.boundPort)"
        let address = try #require(TCPAddress(text))
        let failure = #expect(throws: ServerFailure.self) {
            try TestServer { $0.address = address }
        }
        guard case .system(let failure) = failure else {
            Issue.record("not a failure of the system")
            return
        }
        #expect(failure.description == "bind \(text): Address already in use")
    }
}
