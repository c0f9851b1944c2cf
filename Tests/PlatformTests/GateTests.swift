import Platform
import Synchronization
import Testing

struct GateTests {
    @Test func `as many enter as there are places, and one more waits in vain`() {
        let gate = Gate(places: 2)
        #expect(gate.enter(until: Deadline(after: 0)))
        #expect(gate.enter(until: Deadline(after: 0)))
        let deadline = Deadline(after: 50)
        #expect(!gate.enter(until: deadline))
        #expect(deadline.hasPassed)
        gate.leave()
        #expect(gate.enter(until: Deadline(after: 0)))
    }

    @Test func `who waits enters when a place is left`() throws {
        let gate = Gate(places: 1)
        #expect(gate.enter(until: Deadline(after: 0)))
        try startThread(stackBytes: 256 << 10) { [gate] in
            let pause = Deadline(after: 50)
            while !pause.hasPassed {}
            gate.leave()
        }
        let deadline = Deadline(after: 10_000)
        #expect(gate.enter(until: deadline))
        #expect(!deadline.hasPassed)
    }

    @Test func `one at a time is inside, and everyone has been`() throws {
        let (gate, everyone) = (Gate(places: 1), Gate(places: 8))
        let shared = Shared()
        for _ in 0..<8 {
            #expect(everyone.enter(until: Deadline(after: 0)))
            try startThread(stackBytes: 256 << 10) {
                for _ in 0..<1_000 {
                    gate.pass(until: Deadline(after: 10_000)) {
                        let before = shared.count.load(ordering: .relaxed)
                        shared.count.store(before + 1, ordering: .relaxed)
                    }
                }
                everyone.leave()
            }
        }
        for _ in 0..<8 { #expect(everyone.enter(until: Deadline(after: 10_000))) }
        #expect(shared.count.load(ordering: .relaxed) == 8_000)
    }

    @Test func `what was done inside is returned, or nil when nobody was let in`() {
        let gate = Gate(places: 1)
        let inner = gate.pass(until: Deadline(after: 0)) {
            gate.pass(until: Deadline(after: 0)) { 1 }
        }
        #expect(inner == .some(nil))
        #expect(gate.pass(until: Deadline(after: 0)) { 2 } == 2)
    }

    private final class Shared: Sendable {
        let count = Atomic(0)
    }
}
