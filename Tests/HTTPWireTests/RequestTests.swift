import HTTPWire
import Testing

struct RequestTests {
    private let request = Request(
        method: "GET", target: "/",
        fields: [Field("PJS-MAC", "one"), Field("X", "two"), Field("x", "three")])

    @Test func `a field is found whatever the case of its name`() {
        #expect(request.value(of: "pjs-mac") == "one")
        #expect(request.values(of: "X") == ["two", "three"])
    }

    @Test func `a doubled field and an absent one have no single value`() {
        #expect(request.value(of: "X") == nil)
        #expect(request.value(of: "Y") == nil)
    }

    @Test(arguments: ["close", "Close", "keep-alive, close", "close, keep-alive", "a,\tclose ,b"])
    func `a client can ask for the end of the connection`(_ value: String) {
        let request = Request(method: "GET", target: "/", fields: [Field("connection", value)])
        #expect(request.asksToClose)
    }

    @Test(arguments: ["keep-alive", "", "closed", "not close"])
    func `otherwise the connection stays`(_ value: String) {
        let request = Request(method: "GET", target: "/", fields: [Field("Connection", value)])
        #expect(!request.asksToClose)
    }
}
