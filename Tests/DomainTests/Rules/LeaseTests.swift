import Domain
import Testing

/// The time without the station, over reboots and wrong clocks.
@Suite struct LeaseTests {
    private static let hour = 3_600_000
    private static let wall = 1_790_000_000_000

    private static func moment(_ boot: Int, hours: Double, wall: Double) -> Moment {
        Moment(
            wallMilliseconds: Self.wall + Int(wall * Double(hour)),
            bootMilliseconds: Int(hours * Double(hour)), bootNumber: boot, offsetMinutes: 480)
    }

    private static let start = Lease(renewedAt: moment(1, hours: 5, wall: 0))

    /// What a lease came to: hours since the station answered.
    @Test(arguments: [
        // The same boot: the wall clock says nothing.
        (1, 5.0, 0.0, 0.0), (1, 8.0, 3.0, 3.0), (1, 8.0, -100.0, 3.0), (1, 8.0, 900.0, 3.0),
        // Another boot: what the wall clock says, but at least the run of this boot.
        (2, 1.0, 30.0, 30.0), (2, 4.0, 2.0, 4.0), (2, 4.0, -700.0, 4.0),
        // A boot clock that fell, as no kernel's does, takes nothing back.
        (1, 2.0, 9.0, 0.0),
    ])
    func `time is that of the boot clock, and of the wall clock while it was off`(
        boot: Int, run: Double, wall: Double, elapsed: Double
    ) {
        let counted = Self.start.counted(at: Self.moment(boot, hours: run, wall: wall))
        #expect(counted.elapsedMilliseconds == Int(elapsed * Double(Self.hour)))
    }

    @Test func `counting in steps, over two boots, comes to the same as the steps`() {
        let lease = Self.start.counted(at: Self.moment(1, hours: 15, wall: 10))
            .counted(at: Self.moment(2, hours: 1, wall: 30))
            .counted(at: Self.moment(2, hours: 6, wall: 5))
        #expect(lease.elapsedMilliseconds == 35 * Self.hour)
    }

    @Test func `it runs to its last millisecond and ends with it`() {
        let before = Self.moment(1, hours: 5 + 72, wall: 72)
        var last = before
        last.bootMilliseconds -= 1
        #expect(Self.start.state(at: last, hours: 72) == .running(leftMilliseconds: 1))
        #expect(Self.start.state(at: before, hours: 72) == .ended(agoMilliseconds: 0))
        #expect(Self.start.state(at: before, hours: 72).isEnded)
        #expect(Self.start.state(at: before, hours: 73) == .running(leftMilliseconds: Self.hour))
    }

    @Test func `a code opens it for its hours, and an answer for all`() {
        let now = Self.moment(1, hours: 105, wall: 100)
        let opened = Self.start.opened(at: now, hours: 24)
        #expect(opened.state(at: now, hours: 72) == .opened(leftMilliseconds: 24 * Self.hour))
        let later = Self.moment(1, hours: 129, wall: 0)
        #expect(opened.state(at: later, hours: 72) == .ended(agoMilliseconds: 0))
        #expect(
            Lease(renewedAt: later).state(at: later, hours: 72)
                == .running(leftMilliseconds: 72 * Self.hour))
    }

    @Test(arguments: [(59_999, false), (60_000, true)])
    func `a mark is worth writing after a minute, and in another boot`(passed: Int, isOld: Bool) {
        var now = Self.moment(1, hours: 5, wall: 0)
        now.bootMilliseconds += passed
        #expect(Self.start.isMarkOld(at: now) == isOld)
        #expect(Self.start.isMarkOld(at: Self.moment(2, hours: 0, wall: 0)))
    }
}
