import Domain
import Handheld
import Testing

struct PINLockTests {
    static func moment(_ milliseconds: Int, boot: Int = 1) -> Moment {
        Moment(
            wallMilliseconds: 0, bootMilliseconds: milliseconds, bootNumber: boot,
            offsetMinutes: 0)
    }

    @Test func `the fifth wrong PIN locks for five minutes`() {
        var lock = PINLock()
        for _ in 1...4 { lock.countTry(at: PINLockTests.moment(1_000)) }
        #expect(lock.triesLeft == 1)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(1_000)) == 0)
        lock.countTry(at: PINLockTests.moment(1_000))
        #expect(lock.triesLeft == 0)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(1_000)) == 300_000)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(300_999)) == 1)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(301_000)) == 0)
    }

    @Test(arguments: [(5, 5), (6, 10), (7, 20), (12, 640), (14, 1_440), (1 << 52, 1_440)])
    func `every further wrong PIN doubles the lock, up to a day`(_ count: Int, minutes: Int) {
        let lock = PINLock(wrongCount: count, bootNumber: 1, bootMilliseconds: 0)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(0)) == minutes * 60_000)
    }

    @Test func `a restart begins the wait anew`() {
        let lock = PINLock(wrongCount: 5, bootNumber: 1, bootMilliseconds: 9_000_000)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(0, boot: 2)) == 300_000)
        #expect(lock.lockedMilliseconds(at: PINLockTests.moment(300_000, boot: 2)) == 0)
    }
}
