import SyncProtocol
import Testing

@testable import SyncEngine

struct ForkSearchTests {
    /// Heads of two histories that are equal up to `common`.
    private func heads(_ sequences: [Int], common: Int) -> [Int: Digest] {
        Dictionary(
            uniqueKeysWithValues: sequences.map { ($0, $0 <= common ? head($0) : head(-$0)) })
    }

    @Test(arguments: [
        (high: 0, common: 0, rounds: 0), (1, 0, 1), (1, 1, 1), (64, 0, 1), (64, 63, 1),
        (64, 64, 1), (65, 0, 2), (65, 64, 1), (65, 65, 1), (66, 33, 2), (4_096, 2_048, 2),
        (4_096, 4_095, 2), (4_097, 1, 2), (100_000, 77_777, 3), (100_000, 0, 3),
        (100_000, 100_000, 3),
    ])
    func `the last common seq is found in few rounds`(high: Int, common: Int, rounds: Int) {
        var search = ForkSearch(stream: stream, cause: .fork, high: high)
        var count = 0
        while search.end == nil, count < 10 {
            let probes = search.probes
            #expect(probes.count <= 64 && probes == probes.sorted())
            #expect(Set(probes).count == probes.count)
            #expect(probes.allSatisfy { search.low < $0 && $0 <= search.high })
            #expect(probes.last == search.high)
            #expect(search.narrow(heads(probes, common: common)) { head($0) })
            count += 1
        }
        #expect(search.end == common)
        #expect(count <= rounds)
    }

    @Test func `up to 64 places are all asked for`() {
        #expect(ForkSearch(stream: stream, cause: .fork, high: 5).probes == [1, 2, 3, 4, 5])
        #expect(
            ForkSearch(stream: stream, cause: .fork, high: 65).probes == Array(2...65))
    }

    @Test func `a head that is missing tells nothing`() {
        var search = ForkSearch(stream: stream, cause: .fork, high: 3)
        let before = search
        #expect(!search.narrow([1: head(1), 2: head(2)]) { head($0) })
        #expect(search == before)
    }

    @Test func `heads that are equal above a difference cannot be true`() {
        var search = ForkSearch(stream: stream, cause: .fork, high: 3)
        #expect(!search.narrow([1: head(1), 2: head(9), 3: head(3)]) { head($0) })
    }

    @Test func `nothing in common is the genesis`() {
        #expect(ForkSearch(stream: stream, cause: .fork, high: -1).end == 0)
    }
}
