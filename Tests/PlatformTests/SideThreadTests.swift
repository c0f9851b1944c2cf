import Glibc
import Platform
import Synchronization
import Testing

struct SideThreadTests {
    @Test func `work goes on beside the caller, and its end is waited for`() {
        let side = SideThread()
        let here = pthread_self()
        let seen = Mutex<[Int]>([])
        let gate = Gate(places: 1)
        #expect(gate.enter(until: Deadline(after: 0)))
        let first = side.begin {
            // Were it done at once, nobody would leave.
            let hasEntered = gate.enter(until: Deadline(after: 10_000))
            let isElsewhere = pthread_equal(pthread_self(), here) == 0
            seen.withLock { $0.append(hasEntered && isElsewhere ? 1 : 0) }
        }
        let second = side.begin { seen.withLock { $0.append(2) } }
        gate.leave()
        first()
        second()
        #expect(seen.withLock { $0 } == [1, 2])
    }
}
