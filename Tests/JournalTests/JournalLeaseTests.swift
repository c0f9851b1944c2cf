import Domain
import Testing

@testable import Journal

@Suite struct JournalLeaseTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    private func moment(_ seconds: Int) -> Moment {
        Moment(
            wallMilliseconds: 1_790_000_000_000 + seconds * 1_000,
            bootMilliseconds: 1_000_000 + seconds * 1_000, bootNumber: 1, offsetMinutes: 480)
    }

    @Test func `what was kept is there after a kill, whole`() throws {
        var kept = KeptLease(Lease(renewedAt: moment(0)).opened(at: moment(90), hours: 2))
        kept.challenge = "7K2M-93QX"
        kept.wrongCount = 3
        kept.wrongBootNumber = 4
        kept.wrongBootMilliseconds = 5
        try journal.keep(kept)
        #expect(try file.copy().open().keptLease() == kept)
        kept.challenge = nil
        try journal.keep(kept)
        #expect(try file.copy().open().keptLease() == kept)
    }

    @Test func `it begins at the first look and is counted by the minute`() throws {
        #expect(try journal.keptLease() == nil)
        try journal.countLease(at: moment(0))
        try journal.countLease(at: moment(59))
        #expect(try journal.keptLease() == KeptLease(Lease(renewedAt: moment(0))))
        try journal.countLease(at: moment(60))
        #expect(try journal.keptLease()?.lease.elapsedMilliseconds == 60_000)
    }

    @Test func `an answer begins it anew and ends the challenge`() throws {
        var kept = KeptLease(Lease(renewedAt: moment(0)).counted(at: moment(900)))
        kept.challenge = "7K2M-93QX"
        kept.wrongCount = 4
        try journal.keep(kept)
        try journal.renewLease(at: moment(901))
        #expect(try journal.keptLease() == KeptLease(Lease(renewedAt: moment(901))))
        // Within the minute nothing is written.
        try journal.renewLease(at: moment(930))
        #expect(try journal.keptLease() == KeptLease(Lease(renewedAt: moment(901))))
        try journal.renewLease(at: moment(961))
        #expect(try journal.keptLease() == KeptLease(Lease(renewedAt: moment(961))))
    }
}
