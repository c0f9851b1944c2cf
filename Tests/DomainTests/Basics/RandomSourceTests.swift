import Domain
import Testing

struct RandomSourceTests {
    @Test func `seed 0 gives the published numbers of SplitMix64`() {
        var generator = SeededGenerator(seed: 0)
        let numbers = [generator.next(), generator.next(), generator.next()]
        #expect(numbers == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    }

    @Test(arguments: [0, 1, 7, 8, 9, 32])
    func `as many bytes come as were asked for`(count: Int) {
        var source = RandomSource.seeded(SeededGenerator(seed: 1))
        #expect(source.bytes(count).count == count)
    }

    @Test func `one seed gives one sequence and another seed another`() {
        var first = RandomSource.seeded(SeededGenerator(seed: 5))
        var again = RandomSource.seeded(SeededGenerator(seed: 5))
        var other = RandomSource.seeded(SeededGenerator(seed: 6))
        let bytes = first.bytes(16)
        #expect(bytes == again.bytes(16))
        #expect(bytes != other.bytes(16))
        #expect(bytes != first.bytes(16))
    }

    @Test func `the system source does not repeat`() {
        var source = RandomSource.system
        #expect(source.bytes(32) != source.bytes(32))
    }

    @Test(arguments: [
        (0, "00000000-0000-7"), (1_789_027_440_000, "01a08a58-5580-7"), (-1, "00000000-0000-7"),
    ])
    func `a version 7 uuid begins with its time`(milliseconds: Int, prefix: String) {
        var source = RandomSource.seeded(SeededGenerator(seed: 9))
        let uuid = source.uuid7(at: milliseconds)
        #expect(uuid.hasPrefix(prefix))
        #expect(uuid.utf8.count == 36)
        #expect(["8", "9", "a", "b"].contains(uuid.dropFirst(19).prefix(1)))
    }
}
