/// One answer. The serializer adds `Content-Length` and, where the connection ends, `Connection`.
package struct Response: Hashable, Sendable {
    /// 200 to 599.
    package var status: Int
    /// Never `Content-Length`, `Transfer-Encoding` or `Connection`.
    package var fields: [Field]
    /// Sent as it is; a HEAD request gets its length only.
    package var body: [UInt8]

    /// A response as the values say; it is checked when it is serialized.
    package init(status: Int, fields: [Field] = [], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
