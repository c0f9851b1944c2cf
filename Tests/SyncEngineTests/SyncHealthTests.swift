import SyncEngine
import SyncProtocol
import Testing

struct SyncHealthTests {
    @Test func `what was kept is read again`() throws {
        var health = SyncHealth()
        health.lastSuccessMilliseconds = 1_790_000_000_000
        health.problem = SyncHealth.Problem(code: "cut", count: 3, sinceMilliseconds: 17)
        health.stoppedCode = "fork"
        health.diverged = ["courier:c1", "station:ST1"]
        health.deviceState = .suspended
        _ = health.resets.take(bootNumber: 9, bootMilliseconds: 500)
        let bytes = health.encoded.encoded()
        #expect(SyncHealth(decoding: try CanonicalObject(decoding: bytes)) == health)
    }

    @Test(
        arguments: [
            [:], ["state": "gone", "problem": ["x"], "resets": [[1], "y"], "diverged": 4],
        ] as [CanonicalObject])
    func `what cannot be read is forgotten`(_ object: CanonicalObject) {
        #expect(SyncHealth(decoding: object) == SyncHealth())
    }
}
