import SyncProtocol
import Testing

@Suite struct HybridClockTests {
    @Test func `a clock set to 2099 does not drag the stamps along`() {
        var clock = HybridClock(
            milliseconds: 1_789_027_199_000, boot: 1, newestNow: 1_789_027_199_000)
        let jumped = clock.stamp(
            wallMilliseconds: 4_070_908_800_000, bootMilliseconds: 1_000, boot: 1, anchor: nil)
        #expect(jumped == HybridClock.text(milliseconds: 1_789_027_200_000, counter: 0))
    }

    @Test func `stamps never fall and never repeat, whatever the clocks do`() {
        var random = SeededNumbers(seed: 7)
        var clock = HybridClock()
        var last = ""
        for _ in 0..<2_000 {
            let anchor =
                Bool.random(using: &random)
                ? Anchor(
                    boot: Int.random(in: 1...2, using: &random),
                    bootMilliseconds: Int.random(in: 0...9_999, using: &random),
                    now: Int.random(in: 0...9_999_999, using: &random), uncertainty: 1) : nil
            clock.newestNow = max(clock.newestNow, anchor?.now ?? 0)
            let stamp = clock.stamp(
                wallMilliseconds: Int.random(in: 0...99_999_999, using: &random),
                bootMilliseconds: Int.random(in: 0...9_999, using: &random),
                boot: Int.random(in: 1...2, using: &random), anchor: anchor)
            #expect(stamp > last)
            last = stamp
        }
    }

    @Test func `a full counter carries into the milliseconds`() {
        var clock = HybridClock(milliseconds: 5_000_000, counter: 65_534, boot: 1)
        func next() -> String {
            clock.stamp(wallMilliseconds: 5_000_000, bootMilliseconds: 0, boot: 1, anchor: nil)
        }
        #expect(next() == HybridClock.text(milliseconds: 5_000_000, counter: 65_535))
        #expect(next() == HybridClock.text(milliseconds: 5_000_001, counter: 0))
    }
}

@Suite struct EffectiveTimeTests {
    private func time(
        _ readings: [EffectiveTime.Reading?], anchors: [Anchor] = [],
        prior: EffectiveTime? = nil, received: Int = 10_000_000
    ) -> [EffectiveTime] {
        EffectiveTime.of(readings, anchors: anchors, prior: prior, received: received)
    }

    private func reading(_ boot: Int, _ milliseconds: Int, _ wall: Int) -> EffectiveTime.Reading {
        EffectiveTime.Reading(boot: boot, bootMilliseconds: milliseconds, wallMilliseconds: wall)
    }

    @Test func `the anchor of least uncertainty wins, then the later one`() {
        let anchors = [
            Anchor(boot: 1, bootMilliseconds: 0, now: 1_000_000, uncertainty: 900),
            Anchor(boot: 1, bootMilliseconds: 0, now: 2_000_000, uncertainty: 500),
            Anchor(boot: 1, bootMilliseconds: 0, now: 3_000_000, uncertainty: 500),
            Anchor(boot: 2, bootMilliseconds: 0, now: 9_000_000, uncertainty: 1),
        ]
        #expect(
            time([reading(1, 0, 5)], anchors: anchors)
                == [EffectiveTime(milliseconds: 3_000_000, uncertainty: 500, quality: .good)])
    }

    @Test(arguments: [(120_000, EffectiveTime.Quality.good), (120_001, .bracketed)])
    func `two minutes are good and more is bracketed`(
        uncertainty: Int, quality: EffectiveTime.Quality
    ) {
        let anchor = Anchor(boot: 1, bootMilliseconds: 0, now: 1, uncertainty: uncertainty)
        #expect(time([reading(1, 0, 5)], anchors: [anchor])[0].quality == quality)
    }

    @Test(arguments: [(0, 0), (1, 1), (20_000, 1), (20_001, 2), (-1, 1)])
    func `drift adds one part in twenty thousand, rounded up`(distance: Int, drift: Int) {
        let anchor = Anchor(boot: 1, bootMilliseconds: 50_000, now: 60_000, uncertainty: 7)
        let entry = reading(1, 50_000 + distance, 0)
        #expect(time([entry], anchors: [anchor])[0].uncertainty == 7 + drift)
    }

    @Test func `no time is after receipt or before 1970`() {
        let anchor = Anchor(boot: 1, bootMilliseconds: 1_000, now: 500, uncertainty: 0)
        let times = time(
            [reading(1, 0, 0), reading(1, 99_000_000, 0)], anchors: [anchor], received: 10_000)
        #expect(times.map(\.milliseconds) == [0, 10_000])
    }

    @Test func `an unread line takes the middle between its neighbours`() {
        let prior = EffectiveTime(milliseconds: 1_000, uncertainty: 0, quality: .good)
        let times = time([nil], prior: prior, received: 3_000)
        #expect(
            times == [EffectiveTime(milliseconds: 2_000, uncertainty: 1_000, quality: .bracketed)])
        #expect(
            time([nil], received: 3_000)
                == [EffectiveTime(milliseconds: 3_000, uncertainty: 0, quality: .unknown)])
    }

    @Test func `without any anchor the wall clock stands, but not beyond receipt`() {
        let times = time([reading(1, 0, 4_000), reading(1, 5, 99_000)], received: 10_000)
        #expect(times.map(\.milliseconds) == [4_000, 10_000])
        #expect(times.map(\.quality) == [.unknown, .unknown])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `extreme clocks never trap and stay between 1970 and receipt`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let extremes = [0, 1, 20_000, 1_789_027_200_000, Canonical.integerMax]
        func number() -> Int { extremes.randomElement(using: &random) ?? 0 }
        for _ in 0..<50 {
            let anchors = (0..<3).map { _ in
                Anchor(
                    boot: Int.random(in: 1...3, using: &random), bootMilliseconds: number(),
                    now: number(), uncertainty: number())
            }
            let readings = (0..<80).map { index -> EffectiveTime.Reading? in
                index % 7 == 0
                    ? nil : reading(Int.random(in: 1...4, using: &random), number(), number())
            }
            let received = number()
            for time in time(readings, anchors: anchors, received: received) {
                #expect((0...received).contains(time.milliseconds))
                #expect(time.uncertainty >= 0)
            }
        }
    }
}
