package import HTTPWire

/// Where to listen and how patient to be. The defaults are the documented ones.
package struct ServerConfiguration: Sendable {
    /// Loopback, unless `allowsPublic`.
    package var address = TCPAddress.standard
    /// Allows an address that other machines can reach.
    package var allowsPublic = false
    /// A Unix socket for the commands of this machine; its folder is private to the user.
    package var socketPath: String?
    /// Names that network clients may ask for, without port; none means any.
    package var hosts: [String] = []
    /// How large a request may be.
    package var limits = HTTPLimits()
    /// Connections served at a time; more wait in the kernel's queue.
    package var connectionCountMax = 256
    /// The same for the Unix socket, so that the network cannot lock out its own station.
    package var localConnectionCountMax = 16
    /// From the first byte of a head to its last.
    package var headMilliseconds = 10_000
    /// From the end of the head to the end of the body.
    package var bodyMilliseconds = 30_000
    /// Between two requests; longer than nginx keeps its side, so that nginx closes first.
    package var idleMilliseconds = 60_000
    /// For one whole response.
    package var writeMilliseconds = 30_000
    /// Waiting for the one handler; past it 503.
    package var gateMilliseconds = 2_000
    /// Reading on after the last answer of a connection, until the client leaves: at most so long
    /// and so much, so that it gets the answer and not a reset.
    package var farewellMilliseconds = 1_000
    /// See `farewellMilliseconds`.
    package var farewellBytesMax = 256 << 10
    /// For answers that are under way when the server stops.
    package var drainMilliseconds = 10_000

    /// The documented configuration.
    package init() {}
}
