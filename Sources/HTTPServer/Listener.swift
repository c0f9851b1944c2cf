import Glibc
import Platform

/// Accepts clients on one listening socket, each on a thread of its own, and never more than it has
/// places for: the rest wait in the kernel's queue.
final class Listener: Sendable {
    private let socket: Socket
    private let places: Gate
    private let placeCount: Int
    private let stop: StopSignal

    /// Takes over a socket that listens already.
    init(socket: Socket, connectionCountMax: Int, stop: StopSignal) {
        self.socket = socket
        places = Gate(places: connectionCountMax)
        placeCount = connectionCountMax
        self.stop = stop
    }

    /// Runs until the stop; `serve` runs on the client's thread. Nothing that a client does ends
    /// this loop.
    func run(_ serve: @escaping @Sendable (Socket, Origin) -> Void) {
        while takePlace() {
            guard let (client, origin) = nextClient() else {
                places.leave()
                break
            }
            do throws(POSIXFailure) {
                try startThread(stackBytes: Self.stackBytes) {
                    serve(client, origin)
                    self.places.leave()
                }
            } catch {
                places.leave()
                pause()
            }
        }
    }

    /// After the stop: new clients, and those still in the queue, are turned away at once.
    func close() {
        shutdown(socket.descriptor, Int32(SHUT_RDWR))
    }

    /// After the stop: waits until every connection has ended; false when some had not by the
    /// deadline. Whoever holds every place is alone.
    func drain(until deadline: Deadline) -> Bool {
        (0..<placeCount).allSatisfy { _ in places.enter(until: deadline) }
    }

    private static let stackBytes = 1 << 20
    /// How often a wait for a place looks for the stop.
    private static let placeMilliseconds = 250
    /// How long to wait when the system is short of something.
    private static let pauseMilliseconds = 100

    private func takePlace() -> Bool {
        while !stop.isRequested {
            if places.enter(until: Deadline(after: Self.placeMilliseconds)) { return true }
        }
        return false
    }

    private func nextClient() -> (Socket, Origin)? {
        while true {
            _ = waitForInput(on: socket.descriptor, until: nil, unless: stop)
            guard !stop.isRequested else { return nil }
            do throws(POSIXFailure) {
                return try socket.accept()
            } catch {
                // No descriptor or no memory left, or something we have not met: the client stays
                // in the queue, and we do not spin.
                if ![EAGAIN, EINTR, ECONNABORTED].contains(error.code) { pause() }
            }
        }
    }

    private func pause() {
        _ = waitForInput(
            on: stop.descriptor, until: Deadline(after: Self.pauseMilliseconds))
    }
}
