import Glibc

/// A moment fixed once, on the monotonic clock; nothing that happens before it moves it.
package struct Deadline: Hashable, Sendable {
    private let nanoseconds: Int

    /// The furthest moment, some 34 years away: what a person asked for cannot overflow.
    private static let millisecondsMax = 1 << 40

    /// The moment that many milliseconds from now; one that has passed if they are negative.
    package init(after milliseconds: Int) {
        nanoseconds = Self.now() + min(max(0, milliseconds), Self.millisecondsMax) * 1_000_000
    }

    /// Whether the moment has come.
    package var hasPassed: Bool { Self.now() >= nanoseconds }

    /// Time left, rounded up so that waiting this long is enough; 0 when it has passed.
    package var millisecondsLeft: Int { max(0, (nanoseconds - Self.now() + 999_999) / 1_000_000) }

    /// The moment as the C library wants it.
    var time: timespec {
        timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    }

    /// Sleeps until the moment, but not longer than `milliseconds`.
    func sleep(atMost milliseconds: Int) {
        usleep(UInt32(min(milliseconds, millisecondsLeft) * 1000))
    }

    private static func now() -> Int {
        var time = timespec()
        let result = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        precondition(result == 0, "the monotonic clock is missing")
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
