import Domain
import Handheld
import Journal
import SyncEngine
import SyncProtocol
import Testing

/// A handheld that was offline for too long, and the manager's code that opens it.
@Suite struct HandheldLeaseTests {
    private var fixture: HandheldFixture
    private static let hour = 3_600_000

    init() throws {
        fixture = try HandheldFixture()
        _ = try fixture.exchange()
    }

    private mutating func state() throws -> Lease.State {
        try fixture.handheld.lease(at: fixture.now).state
    }

    private func code(_ challenge: String, key: DeviceKey? = nil) -> String {
        Code32.reference(
            of: (key ?? fixture.device.key).unlockCode(
                device: fixture.device.id, challenge: challenge))
    }

    @Test mutating func `it ends after 72 hours, and an exchange ends that`() throws {
        fixture.bootMilliseconds += 71 * Self.hour
        #expect(try !state().isEnded)
        fixture.bootMilliseconds += Self.hour
        #expect(try state().isEnded)
        // What is recorded meanwhile is kept and sent.
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        #expect(try !state().isEnded)
        #expect(fixture.handheld.isSynchronised)
    }

    @Test mutating func `the hours are those that the station set`() throws {
        try fixture.receive([
            .config(
                StationConfig(
                    id: "ST0931",
                    values: [
                        "device.lease_hours": .integer(12), "device.unlock_hours": .integer(2),
                    ]))
        ])
        fixture.bootMilliseconds += 12 * Self.hour
        let status = try fixture.handheld.lease(at: fixture.now)
        #expect(status.state.isEnded && status.hours == 12 && status.unlockHours == 2)
        let challenge = try fixture.handheld.challenge(at: fixture.now)
        #expect(
            try fixture.handheld.unlock(code(challenge), at: fixture.now) == .opened(hours: 2))
    }

    @Test mutating func `the right code opens it for a day, typed as people type, once`() throws {
        fixture.bootMilliseconds += 80 * Self.hour
        #expect(try fixture.handheld.unlock("7K2M-93QX", at: fixture.now) == .noChallenge)
        let challenge = try fixture.handheld.challenge(at: fixture.now)
        #expect(try fixture.handheld.challenge(at: fixture.now) == challenge)
        #expect(challenge.utf8.count == 9)
        let typed = code(challenge).lowercased().replacing("-", with: " ")
        #expect(try fixture.handheld.unlock(typed, at: fixture.now) == .opened(hours: 24))
        #expect(try state() == .opened(leftMilliseconds: 24 * Self.hour))
        #expect(try fixture.handheld.unlock(typed, at: fixture.now) == .noChallenge)
        fixture.bootMilliseconds += 24 * Self.hour
        #expect(try state().isEnded)
        #expect(try fixture.handheld.challenge(at: fixture.now) != challenge)
    }

    @Test mutating func `five wrong codes lock, and the right one waits too`() throws {
        fixture.bootMilliseconds += 80 * Self.hour
        let challenge = try fixture.handheld.challenge(at: fixture.now)
        for left in [4, 3, 2, 1, 0] {
            #expect(
                try fixture.handheld.unlock("0000-0000", at: fixture.now)
                    == .wrong(triesLeft: left))
        }
        #expect(
            try fixture.handheld.unlock(code(challenge), at: fixture.now)
                == .locked(milliseconds: 300_000))
        fixture.bootMilliseconds += 299_999
        #expect(
            try fixture.handheld.unlock(code(challenge), at: fixture.now)
                == .locked(milliseconds: 1))
        fixture.bootMilliseconds += 1
        #expect(
            try fixture.handheld.unlock(code(challenge), at: fixture.now) == .opened(hours: 24))
    }

    @Test mutating func `a code of another handheld or challenge is none`() throws {
        fixture.bootMilliseconds += 80 * Self.hour
        let challenge = try fixture.handheld.challenge(at: fixture.now)
        let other = try #require(DeviceKey(bytes: Array(2...33)))
        for wrong in [code(challenge, key: other), code("0000-0000"), ""] {
            guard case .wrong = try fixture.handheld.unlock(wrong, at: fixture.now) else {
                Issue.record("\(wrong) opens it")
                return
            }
        }
    }

    @Test mutating func `rows are fetched again when the station orders it, and nothing is lost`()
        throws
    {
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        let key = fixture.handheld.device.key
        fixture.server.directives = [
            Directive(
                id: "D-1", order: .refetch(pack: "rows"), device: fixture.device.id, key: key),
            Directive(
                id: "D-2", order: .refetch(pack: "maps"), device: fixture.device.id, key: key),
        ]
        _ = try fixture.exchange()
        let later = fixture.server.requests.dropFirst(3)
        #expect(later.contains { $0.hello.epoch == "" && $0.pull?.after == 0 })
        #expect(later.contains { $0.hello.done == ["D-1"] })
        #expect(fixture.handheld.reports.contains(.unknownDirective(what: "refetch maps")))
        #expect(try fixture.handheld.syncStatus().recorded == 1)
    }
}
