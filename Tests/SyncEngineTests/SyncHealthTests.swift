import SyncEngine
import SyncProtocol
import Testing

struct SyncHealthTests {
    @Test func `what was kept is read again`() throws {
        var health = SyncHealth()
        health.lastSuccessMilliseconds = 1_790_000_000_000
        health.problem = SyncHealth.Problem(code: "cut", count: 3, sinceMilliseconds: 17)
        health.stopped = [stream: "fork"]
        health.waitingSince = BootTime(bootNumber: 9, bootMilliseconds: 77)
        health.news = [
            SyncHealth.News(report: .rewound(from: 9, to: 4), atMilliseconds: 1),
            SyncHealth.News(report: .broughtBack(count: 12), atMilliseconds: 2),
            SyncHealth.News(report: .rotated(.fork, carried: 3, left: 1), atMilliseconds: 3),
        ]
        health.diverged = ["courier:c1", "station:ST1"]
        health.deviceState = .suspended
        _ = health.resets.take(bootNumber: 9, bootMilliseconds: 500)
        let bytes = health.encoded.encoded()
        #expect(SyncHealth(decoding: try CanonicalObject(decoding: bytes)) == health)
    }

    @Test(arguments: [
        (pending: 1, code: nil, after: 900_000, isStuck: true),
        (1, nil, 899_999, false), (0, nil, 900_000, false), (1, "no_network", 900_000, false),
        (1, "timeout", 900_000, true),
    ])
    func `a quarter of an hour without headway on a network is stuck`(
        pending: Int, code: String?, after: Int, isStuck: Bool
    ) {
        var health = SyncHealth()
        health.waitingSince = BootTime(bootNumber: 1, bootMilliseconds: 5_000)
        health.problem = code.map {
            SyncHealth.Problem(code: $0, count: 1, sinceMilliseconds: 0)
        }
        let now = moment(5_000 + after)
        #expect(health.isStuck(pending: pending, minutes: 15, at: now) == isStuck)
        // What was noted in another boot is as old as this boot at most.
        let other = moment(after, boot: 2)
        #expect(health.isStuck(pending: pending, minutes: 15, at: other) == isStuck)
    }

    @Test(
        arguments: [
            [:],
            [
                "news": [[1, "what", 2, 3], 7], "stopped": ["x"], "waiting": [1],
            ],
            ["state": "gone", "problem": ["x"], "resets": [[1], "y"], "diverged": 4],
        ] as [CanonicalObject])
    func `what cannot be read is forgotten`(_ object: CanonicalObject) {
        #expect(SyncHealth(decoding: object) == SyncHealth())
    }
}
