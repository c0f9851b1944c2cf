/// Where a request came from.
package enum Origin: Hashable, Sendable {
    /// A TCP peer. Behind nginx this is nginx.
    case network(address: String)
    /// The Unix socket: a process of the same user.
    case local
}
