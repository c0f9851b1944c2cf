/// The repaired time of a fact, fixed at acceptance (PJS section 6.3).
public struct EffectiveTime: Sendable, Equatable {
    /// When it happened, ms UTC.
    public let milliseconds: Int
    /// How far off that may be, ms.
    public let uncertainty: Int
    public let quality: Quality

    /// How the time was found.
    public enum Quality: String, Sendable {
        /// From an anchor of the same boot, within two minutes.
        case good
        /// Between two known times.
        case bracketed
        /// The handheld's own wall clock.
        case unknown
    }

    public init(milliseconds: Int, uncertainty: Int, quality: Quality) {
        self.milliseconds = milliseconds
        self.uncertainty = uncertainty
        self.quality = quality
    }

    /// The clocks of one entry.
    public struct Reading: Sendable {
        public let boot: Int
        public let bootMilliseconds: Int
        public let wallMilliseconds: Int

        public init(boot: Int, bootMilliseconds: Int, wallMilliseconds: Int) {
            self.boot = boot
            self.bootMilliseconds = bootMilliseconds
            self.wallMilliseconds = wallMilliseconds
        }
    }

    static let goodUncertaintyMax = 120_000
    /// One part in this many: the drift of a boot clock, 50 ppm.
    static let driftDivisor = 20_000

    /// The times of the entries of one section, in order. `prior` is the nearest earlier entry of
    /// the stream whose quality is not `unknown`, if there is one. Entries whose line could not be
    /// read have no reading and take the place of an entry without clocks.
    public static func of(
        _ readings: [Reading?], anchors: [Anchor], prior: EffectiveTime?, received: Int
    ) -> [EffectiveTime] {
        let anchored = readings.map { reading in
            reading.flatMap { anchoredTime(of: $0, anchors: anchors, received: received) }
        }
        var laterBounds = [Int?](repeating: nil, count: readings.count)
        var next: Int?
        for index in readings.indices.reversed() {
            laterBounds[index] = next
            if let time = anchored[index] { next = time.milliseconds + time.uncertainty }
        }
        var known = prior
        var times: [EffectiveTime] = []
        times.reserveCapacity(readings.count)
        for index in readings.indices {
            let time =
                anchored[index]
                ?? unanchoredTime(
                    of: readings[index], after: known, before: laterBounds[index],
                    received: received)
            if time.quality != .unknown { known = time }
            times.append(time)
        }
        return times
    }

    private static func anchoredTime(
        of reading: Reading, anchors: [Anchor], received: Int
    ) -> EffectiveTime? {
        var best: (anchor: Anchor, uncertainty: Int)?
        for anchor in anchors where anchor.boot == reading.boot {
            let distance = abs(reading.bootMilliseconds - anchor.bootMilliseconds)
            let drift = (distance + driftDivisor - 1) / driftDivisor
            let uncertainty = anchor.uncertainty + drift
            if let current = best,
                (current.uncertainty, -current.anchor.now) <= (uncertainty, -anchor.now)
            {
                continue
            }
            best = (anchor, uncertainty)
        }
        guard let best else { return nil }
        let time = best.anchor.now + reading.bootMilliseconds - best.anchor.bootMilliseconds
        return EffectiveTime(
            milliseconds: max(0, min(time, received)), uncertainty: best.uncertainty,
            quality: best.uncertainty <= goodUncertaintyMax ? .good : .bracketed)
    }

    private static func unanchoredTime(
        of reading: Reading?, after known: EffectiveTime?, before bound: Int?, received: Int
    ) -> EffectiveTime {
        guard let known else {
            let wall = reading?.wallMilliseconds ?? received
            return EffectiveTime(
                milliseconds: min(wall, received), uncertainty: 0, quality: .unknown)
        }
        let low = max(0, known.milliseconds - known.uncertainty)
        let high = max(min(received, bound ?? received), low)
        var time = low + (high - low) / 2
        if let wall = reading?.wallMilliseconds, (low...high).contains(wall) { time = wall }
        return EffectiveTime(
            milliseconds: time, uncertainty: max(time - low, high - time), quality: .bracketed)
    }
}
