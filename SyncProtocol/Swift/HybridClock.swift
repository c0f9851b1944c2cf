/// The hybrid logical clock of a journal: for display order in mixed timelines, never for money
/// or conflicts (PJS section 6.4).
public struct HybridClock: Sendable, Equatable {
    /// Last stamp: milliseconds and counter.
    public var milliseconds: Int
    public var counter: Int
    /// Boot number and boot clock of the last stamp.
    public var boot: Int
    public var bootMilliseconds: Int
    /// The largest server time ever received.
    public var newestNow: Int

    /// How far the wall clock may stray before it is not believed, ms.
    static let trustMilliseconds = 300_000
    static let counterMax = 65_535

    public init(
        milliseconds: Int = 0, counter: Int = 0, boot: Int = 0, bootMilliseconds: Int = 0,
        newestNow: Int = 0
    ) {
        self.milliseconds = milliseconds
        self.counter = counter
        self.boot = boot
        self.bootMilliseconds = bootMilliseconds
        self.newestNow = newestNow
    }

    /// The stamp of a fact recorded now; `anchor` is the best one of this boot.
    public mutating func stamp(
        wallMilliseconds wall: Int, bootMilliseconds: Int, boot: Int, anchor: Anchor?
    ) -> String {
        let base =
            boot == self.boot
            ? milliseconds + max(0, bootMilliseconds - self.bootMilliseconds) : milliseconds
        var time = max(base, newestNow)
        var isTrusted = abs(wall - base) <= HybridClock.trustMilliseconds
        if let anchor, anchor.boot == boot {
            let estimate = anchor.now + bootMilliseconds - anchor.bootMilliseconds
            time = max(time, estimate)
            isTrusted = isTrusted || abs(wall - estimate) <= HybridClock.trustMilliseconds
        }
        if isTrusted { time = max(time, wall) }
        if time > milliseconds {
            milliseconds = time
            counter = 0
        } else if counter < HybridClock.counterMax {
            counter += 1
        } else {
            milliseconds += 1
            counter = 0
        }
        self.boot = boot
        self.bootMilliseconds = bootMilliseconds
        return HybridClock.text(milliseconds: milliseconds, counter: counter)
    }

    /// 12 hex digits of milliseconds, a hyphen, 4 hex digits of the counter.
    public static func text(milliseconds: Int, counter: Int) -> String {
        func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return digits(milliseconds, 12) + "-" + digits(counter, 4)
    }
}
