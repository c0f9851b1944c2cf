import Domain
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalClockTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    @Test func `counters rise by one and skip the rest of the block after a restart`() throws {
        #expect(try (1...130).map { _ in try journal.nextCounter() } == Array(1...130))
        let reopened = try file.copy().open()
        // Three blocks of 64 were reserved.
        #expect(try reopened.nextCounter() == 193)
    }

    @Test func `no number of a killed process is used again`() throws {
        for _ in 1...64 { _ = try journal.nextCounter() }
        #expect(try file.copy().open().nextCounter() == 65)
        #expect(try journal.nextCounter() == 65)
        #expect(try file.copy().open().nextCounter() == 129)
    }

    @Test func `the counter goes on above what the server has seen`() throws {
        _ = try journal.nextCounter()
        try journal.raiseCounter(above: 1_000_000)
        #expect(try journal.nextCounter() == 1_000_001)
        try journal.raiseCounter(above: 5)
        #expect(try journal.nextCounter() == 1_000_002)
        #expect(try file.copy().open().nextCounter() == 1_000_065)
    }

    private func note(_ now: Int, minute: Int, took: Int, boot: Int = 4) throws {
        let asked = Moment.minute(minute, boot: boot)
        var answered = asked
        answered.bootMilliseconds += took
        try journal.noteServerTime(now, asked: asked, answered: answered)
    }

    @Test(arguments: [
        (253_402_300_799_999, true), (253_402_300_800_000, false),
        (9_007_199_254_740_991, false),
    ])
    func `a server time past the year 9999 is not believed and hinders no record`(
        _ now: Int, isBelieved: Bool
    ) throws {
        try note(now, minute: 1, took: 300)
        #expect(try journal.status().newestNow == (isBelieved ? now : 0))
        #expect(try (journal.anchor(ofBoot: 4) != nil) == isBelieved)
        try journal.note("goes on")
        #expect(try journal.status().recorded == 1)
    }

    @Test func `the best anchor of a boot is the surest, then the latest`() throws {
        #expect(try journal.anchor(ofBoot: 4) == nil)
        try note(1_000, minute: 1, took: 300)
        try note(2_000, minute: 2, took: 500)
        #expect(
            try journal.anchor(ofBoot: 4)
                == Anchor(boot: 4, bootMilliseconds: 3_660_300, now: 1_000, uncertainty: 300))
        try note(3_000, minute: 3, took: 300)
        #expect(try journal.anchor(ofBoot: 4)?.now == 3_000)
        try note(4_000, minute: 4, took: 299)
        #expect(try journal.anchor(ofBoot: 4)?.now == 4_000)
        // Another boot begins anew, however slow its first answer was.
        try note(5_000, minute: 1, took: 9_000, boot: 5)
        #expect(try journal.anchor(ofBoot: 4) == nil)
        #expect(try journal.anchor(ofBoot: 5)?.uncertainty == 9_000)
        #expect(try file.copy().open().anchor(ofBoot: 5)?.uncertainty == 9_000)
    }

    @Test func `the largest server time is kept`() throws {
        try note(5_000, minute: 1, took: 10)
        try note(3_000, minute: 2, took: 10)
        #expect(try journal.status().newestNow == 5_000)
    }

    @Test func `an anchor pulls the stamps to the server's time`() throws {
        // The handheld believes 2026; the server knows that it is later.
        try note(1_800_000_000_000, minute: 1, took: 100)
        try journal.note("x", at: 2)
        let line = try #require(try journal.list(from: 1, countMax: 1).first).line
        let stamp = try Entry(decoding: line).stamp
        #expect(stamp == HybridClock.text(milliseconds: 1_800_000_059_900, counter: 0))
    }
}
