import Glibc

/// What ended a wait.
package enum WaitOutcome: Hashable, Sendable {
    /// The descriptor is ready, or broken; the next call on it says which.
    case ready
    /// The deadline came first.
    case late
    /// Somebody said "stop" first.
    case stopping
}

/// Waits until the descriptor has something to read. Without a deadline it waits for ever; a
/// descriptor that is ready wins over everything else.
package func waitForInput(
    on descriptor: Int32, until deadline: Deadline?, unless stop: StopSignal? = nil
) -> WaitOutcome {
    wait(for: Int16(POLLIN), on: descriptor, until: deadline, unless: stop)
}

/// Waits until the descriptor takes more bytes.
package func waitForOutput(on descriptor: Int32, until deadline: Deadline) -> WaitOutcome {
    wait(for: Int16(POLLOUT), on: descriptor, until: deadline, unless: nil)
}

private func wait(
    for events: Int16, on descriptor: Int32, until deadline: Deadline?, unless stop: StopSignal?
) -> WaitOutcome {
    // poll skips entries with a negative descriptor.
    var watched = (
        pollfd(fd: descriptor, events: events, revents: 0),
        pollfd(fd: stop?.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
    )
    while true {
        // A wait longer than poll can count is cut into several.
        let left = deadline.map { Int32(clamping: $0.millisecondsLeft) } ?? -1
        let count = unsafe withUnsafeMutablePointer(to: &watched) { entries in
            unsafe entries.withMemoryRebound(to: pollfd.self, capacity: 2) { entries in
                unsafe poll(entries, 2, left)
            }
        }
        if watched.0.revents != 0 { return .ready }
        if watched.1.revents != 0 { return .stopping }
        if count == 0, deadline?.hasPassed == true { return .late }
        precondition(count >= 0 || errno == EINTR || errno == ENOMEM, "poll: error \(errno)")
    }
}
