/// When a handheld tries again and when it gives up (PJS 12); the sizes are in
/// `SyncProtocol.Limits`. Times are milliseconds of boot time.
package enum SyncLimits {
    /// Room that a frame needs beside its entry lines: hello, push, pull and end lines.
    package static let frameOverheadBytes = 4 * 1024

    /// Base of the exponential backoff.
    package static let backoffBaseMilliseconds = 2_000
    /// The backoff grows no further than this; it is also the pause after an error that waiting
    /// alone does not cure.
    package static let backoffMaxMilliseconds = 300_000
    /// Two exchanges asked for by a person or by the network are at least this far apart.
    package static let askGapMilliseconds = 1_000
    /// The pause after 409 `concurrent`.
    package static let concurrentPauseMilliseconds = 2_000
    /// The longest wait taken from an answer that is not signed.
    package static let unsignedWaitMillisecondsMax = 300_000
    /// The longest wait taken from a signed answer.
    package static let signedWaitMillisecondsMax = 24 * 3_600_000

    /// An exchange that took no longer went quickly: the next batch may be twice as large.
    package static let quickMilliseconds = 2_000
    /// While a backlog goes up, rows are asked for only this long after the last page: most of them
    /// change again with the next batch.
    package static let backlogRowsMilliseconds = 5_000

    /// Time for a whole exchange, before the bytes are counted.
    package static let replyBaseMilliseconds = 30_000
    /// The slowest link that an exchange still waits for.
    package static let slowestBytesPerSecond = 1_000

    /// Immediate retries after an error that says `now`; then the backoff counts.
    package static let immediateRetriesMax = 2
    /// Equal errors in a row after which a person is told.
    package static let personAfterCount = 3
    /// Events of the journal that are remembered for people.
    package static let newsMax = 8
    /// Buckets fetched anew in 24 hours of boot time (PJS 10.4); so a request never names more.
    package static let resetsMax = 3
    /// The time over which `resetsMax` counts.
    package static let resetWindowMilliseconds = 24 * 3_600_000
}
