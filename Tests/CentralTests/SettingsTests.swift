import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// What a station sets holds for its handhelds, and its codes open them.
@Suite struct CentralSettingsTests {
    private let central: TestCentral
    private var handheld: TestHandheld

    init() throws {
        central = try TestCentral()
        handheld = try central.enrol("H-01")
    }

    private func unlock(_ challenge: String, _ label: String = "H-01") throws -> ManagerOutcome {
        try central.perform(.unlock(label: label, challenge: challenge, reason: "山区"))
    }

    private func code(_ challenge: String, number: Int = 1) -> String {
        let key = DeviceKey.derived(
            master: TestCentral.masterKey, device: handheld.device, number: number)
        return Code32.reference(
            of: key.unlockCode(device: handheld.device, challenge: challenge))
    }

    @Test(arguments: ["7K2M-93QX", "7k2m 93qx", "7K2M93QX"])
    func `a challenge is answered as the handheld expects, and put on record`(
        typed: String
    ) throws {
        #expect(
            try unlock(typed)
                == .unlockCode(label: "H-01", code: code("7K2M-93QX"), hours: 24))
        let entry = try #require(try central.reader().audit(max: 1).first)
        #expect(entry.act == .unlocked && entry.object == "H-01" && entry.person == "manager")
        #expect(entry.detail["challenge"]?.text == "7K2M-93QX")
        #expect(entry.detail["why"]?.text == "山区")
    }

    @Test(arguments: ["", "7K2M-93Q", "7K2M-93QXX", "7K2M-93QU", "挑战"])
    func `a text that is no challenge is refused`(typed: String) throws {
        #expect(try unlock(typed) == .refused(.badValue(field: "challenge")))
    }

    @Test(arguments: [Domain.DeviceState.suspended, .revoked])
    func `a handheld that may not work is not opened`(state: Domain.DeviceState) throws {
        _ = try central.perform(.setDevice(label: "H-01", state: state, reason: "lost"))
        #expect(try unlock("7K2M-93QX") == .refused(.notActive(label: "H-01")))
        #expect(try unlock("7K2M-93QX", "H-9") == .refused(.unknownDevice(label: "H-9")))
        #expect(try central.reader().audit(max: 100).allSatisfy { $0.act != .unlocked })
    }

    @Test mutating func `the code is under the key that the handheld is known to have`() throws {
        _ = try central.perform(.direct(label: "H-01", order: .rekey, reason: ""))
        guard case .unlockCode(_, let before, _) = try unlock("7K2M-93QX") else { return }
        #expect(before == code("7K2M-93QX"))
        var newer = TestHandheld(
            device: handheld.device,
            key: DeviceKey.derived(
                master: TestCentral.masterKey, device: handheld.device, number: 2))
        newer.counter = 50
        _ = try newer.exchange(central)
        guard case .unlockCode(_, let after, _) = try unlock("7K2M-93QX") else { return }
        #expect(after == code("7K2M-93QX", number: 2))
    }

    @Test func `a setting is read as it is typed, and others are refused`() throws {
        #expect(
            try central.perform(.setSetting(name: "device.unlock_hours", value: "5"))
                == .settingSet(name: "device.unlock_hours", value: "5"))
        guard case .unlockCode(_, _, let hours) = try unlock("7K2M-93QX") else { return }
        #expect(hours == 5)
        for bad in ["0", "73", "x", "5 "] {
            #expect(
                try central.perform(.setSetting(name: "device.unlock_hours", value: bad))
                    == .refused(.badValue(field: "value")))
        }
        #expect(
            try central.perform(.setSetting(name: "device.colour", value: "5"))
                == .refused(.unknownSetting(name: "device.colour")))
    }

    // MARK: What hello says

    private mutating func exchange(
        app: String = "courier/0.2.0", witness: Witness? = nil, options: [String] = []
    ) throws -> ExchangeResponse {
        var hello = handheld.hello
        hello.app = app
        hello.witness = witness
        hello.options = options
        return try handheld.exchange(
            central, ExchangeRequest(hello: hello, pull: PullRequest(after: 0, scope: 0)).encoded()
        )
    }

    @Test mutating func `limits are named when they are not the standard, and hold for rows`()
        throws
    {
        #expect(try exchange().hello.limits == nil)
        _ = try central.perform(.setSetting(name: "sync.frame_bytes", value: "16384"))
        _ = try central.perform(.setSetting(name: "sync.page_bytes", value: "4096"))
        #expect(
            try exchange().hello.limits
                == ExchangeLimits(frameBytes: 16_384, lineBytes: 65_536, pageBytes: 4_096))
    }

    @Test(arguments: [
        ("courier/0.2.0", true), ("courier/0.3.0", false), ("courier/1.0", false),
        ("courier/test", false),
    ])
    mutating func `an older program is asked, and gets no rows from that time on`(
        app: String, isAsked: Bool
    ) throws {
        let by = central.now.wallMilliseconds + 60_000
        let required = DeviceSettings.RequiredVersion(version: "0.3.0", byMilliseconds: by)
        #expect(try central.perform(.requireVersion(required)) == .versionRequired(required))
        let before = try exchange(app: app)
        #expect((before.hello.upgrade != nil) == isAsked)
        #expect(before.page?.code == nil)
        central.now = TestCentral.minute(1)
        let after = try exchange(app: app)
        #expect(after.page?.code == (isAsked ? "upgrade_required" : nil))
        #expect(after.page?.changes.isEmpty == isAsked)
        _ = try central.perform(.requireVersion(nil))
        #expect(try exchange(app: app).page?.code == nil)
    }

    @Test(arguments: ["x", "courier/0.3.0", "1.2.3.4", ""])
    func `a version that is none is refused`(version: String) throws {
        let required = DeviceSettings.RequiredVersion(version: version, byMilliseconds: 5)
        #expect(
            try central.perform(.requireVersion(required))
                == .refused(.badValue(field: "version")))
    }

    @Test mutating func `what a program can is kept, and an order it lacks is refused`() throws {
        _ = try exchange()
        #expect(
            try central.perform(.direct(label: "H-01", order: .refetch, reason: ""))
                == .refused(.tooOld(label: "H-01")))
        _ = try exchange(options: ["lease", "refetch"])
        #expect(
            try central.reader().device(label: "H-01")?.record.options == ["lease", "refetch"])
        _ = try central.perform(.direct(label: "H-01", order: .refetch, reason: ""))
        #expect(
            try exchange(options: ["lease", "refetch"]).directives.map(\.order)
                == [.refetch(pack: "rows")])
    }

    // MARK: Witnesses

    @Test mutating func `every answer makes its handheld a witness, once for each end`() throws {
        let told = try #require(try exchange().hello.witness)
        #expect(try central.store.witness() == told)
        #expect(try exchange(witness: told).hello.witness == nil)
        _ = try central.perform(.addDevice(label: "H-02"))
        let next = try #require(try exchange(witness: told).hello.witness)
        #expect(next.number == told.number + 1)
        #expect(try central.reader().device(label: "H-01")?.incidents == [])
    }

    @Test mutating func `a witness of another trail is an incident, and nothing is refused`()
        throws
    {
        let told = try #require(try exchange().hello.witness)
        let other = Witness(number: told.number, head: .zero, epoch: told.epoch)
        #expect(try exchange(witness: other).hello.witness == told)
        let incident = try #require(try central.reader().device(label: "H-01")?.incidents.first)
        #expect(incident.what == .historyRewritten && incident.sequence == told.number)
    }
}
