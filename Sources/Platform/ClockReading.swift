import Glibc

/// What the clocks said at one instant. Both programs read it once per turn or request and pass
/// it inwards as a value.
package struct ClockReading: Hashable, Sendable {
    /// UTC, milliseconds since 1970. May step at any time.
    package let wallMilliseconds: Int
    /// Milliseconds since the machine started, sleep included. Never goes back within one boot.
    package let bootMilliseconds: Int
    /// Tells one boot from another: the first 8 hex digits of the kernel's boot id.
    package let bootNumber: Int
    /// Local time minus UTC.
    package let offsetMinutes: Int

    /// Reads every clock.
    package static func now() -> ClockReading {
        let wall = time(CLOCK_REALTIME)
        return ClockReading(
            wallMilliseconds: milliseconds(wall),
            bootMilliseconds: milliseconds(time(CLOCK_BOOTTIME)),
            bootNumber: currentBootNumber,
            offsetMinutes: offsetMinutes(at: wall.tv_sec))
    }

    private static let bootIDPath = "/proc/sys/kernel/random/boot_id"
    private static let bootIDBytesMax = 64
    private static let bootNumberDigits = 8

    /// Read once: it cannot change while a process lives.
    private static let currentBootNumber: Int = {
        let text = (try? DurableFile.read(bootIDPath, bytesMax: bootIDBytesMax)) ?? []
        let digits = String(decoding: text.prefix(bootNumberDigits), as: UTF8.self)
        guard let number = Int(digits, radix: 16) else {
            preconditionFailure("\(bootIDPath) cannot be read; without it no boot is told apart")
        }
        return number
    }()

    private static func time(_ clock: clockid_t) -> timespec {
        var time = timespec()
        let result = unsafe clock_gettime(clock, &time)
        precondition(result == 0, "clock \(clock) is missing")
        return time
    }

    private static func milliseconds(_ time: timespec) -> Int {
        time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private static func offsetMinutes(at seconds: time_t) -> Int {
        var seconds = seconds
        var local = unsafe tm()
        guard unsafe localtime_r(&seconds, &local) != nil else { return 0 }
        return unsafe local.tm_gmtoff / 60
    }
}
