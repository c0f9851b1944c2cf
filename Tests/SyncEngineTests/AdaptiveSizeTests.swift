import SyncEngine
import Testing

struct AdaptiveSizeTests {
    @Test func `a size stays within its range`() {
        var size = AdaptiveSize(start: 4_096, range: 2_048...10_000)
        size.grow()
        #expect(size.bytes == 8_192)
        size.grow()
        #expect(size.bytes == 10_000)
        for _ in 1...4 { size.halve() }
        #expect(size.bytes == 2_048)
    }

    @Test func `a size doubles until the first cut`() {
        var size = AdaptiveSize(start: 4_096, range: 2_048...50_000)
        size.growFast()
        size.growFast()
        #expect(size.bytes == 16_384)
        size.halve()
        size.growFast()
        #expect(size.bytes == 12_288)
        var small = AdaptiveSize(start: 4_096, range: 2_048...5_000)
        small.growFast()
        #expect(small.bytes == 5_000)
    }

    @Test(arguments: [(9_000, 4_096), (3_000, 3_000), (2_048, 2_048), (0, 2_048), (-1, 2_048)])
    func `a limit only makes it smaller`(_ limit: Int, expected: Int) {
        var size = AdaptiveSize(start: 4_096, range: 2_048...10_000)
        size.shrink(to: limit)
        #expect(size.bytes == expected)
    }
}
