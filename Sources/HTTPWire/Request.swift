/// One whole request: head and body are complete before anyone sees it.
package struct Request: Hashable, Sendable {
    /// A token, in the case the client used: `get` is not `GET`.
    package var method: String
    /// Starts with `/`; neither decoded nor normalised. Routes are compared byte by byte.
    package var target: String
    /// In the order received.
    package var fields: [Field]
    /// Exactly `Content-Length` bytes.
    package var body: [UInt8]

    /// A request as the values say.
    package init(method: String, target: String, fields: [Field] = [], body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// The value of a field that occurs exactly once; nil when it is absent or doubled.
    package func value(of name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    /// Every value of the field, in the order received.
    package func values(of name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }
}

extension Request {
    /// Whether the client wants the connection to end after the answer.
    package var asksToClose: Bool {
        fields.contains { field in
            field.isNamed("Connection")
                && field.value.utf8.split(separator: UInt8(ascii: ",")).contains {
                    equalIgnoringCase($0.filter { $0 != .space && $0 != .tab }, "close".utf8)
                }
        }
    }
}
