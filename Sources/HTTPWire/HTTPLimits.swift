/// How large a request may be. The defaults are the documented ones; tests use smaller ones.
package struct HTTPLimits: Hashable, Sendable {
    /// Bytes of the request line with its line end; past it 414.
    package var requestLineBytesMax = 4 << 10
    /// Bytes of the head with its empty line; past it 431.
    package var headBytesMax = 16 << 10
    /// Past it 431.
    package var fieldCountMax = 64
    /// Past it 413, before any of the body is read.
    package var bodyBytesMax = 1 << 20

    /// The documented limits.
    package init() {}
}
