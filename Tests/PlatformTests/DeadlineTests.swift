import Platform
import Testing

struct DeadlineTests {
    @Test func `a deadline counts down and passes`() {
        let far = Deadline(after: 60_000)
        #expect(!far.hasPassed)
        #expect((59_000...60_000).contains(far.millisecondsLeft))
        let near = Deadline(after: 1)
        while !near.hasPassed {}
        #expect(near.millisecondsLeft == 0)
    }

    @Test func `a deadline of now has passed`() {
        #expect(Deadline(after: 0).hasPassed)
        #expect(Deadline(after: -5).millisecondsLeft == 0)
        #expect(Deadline(after: .min).hasPassed)
    }

    @Test func `a deadline further than any clock goes is only very far`() {
        #expect(Deadline(after: .max).millisecondsLeft > 1_000_000_000_000)
    }
}
