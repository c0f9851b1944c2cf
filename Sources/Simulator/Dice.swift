import Domain

/// The draws of one world: everything that chance decides comes from its seed.
struct Dice: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }

    /// A number from 0 up to, without it, `bound`.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "nothing lies below \(bound)")
        return Int(next() % UInt64(bound))
    }

    /// True in so many of a thousand cases.
    mutating func permille(_ rate: Int) -> Bool { below(1_000) < rate }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// One of some things.
    mutating func pick<T>(_ things: [T]) -> T { things[below(things.count)] }

    /// Small numbers often, large ones seldom: the mean of an exponential draw, in whole numbers.
    mutating func delay(mean: Int) -> Int {
        var total = 0
        var span = max(1, mean)
        while span < mean * 16, below(2) == 0 {
            total += span
            span += span / 2 + 1
        }
        return total + below(span)
    }

    /// A child with its own draws.
    mutating func child() -> Dice { Dice(seed: next()) }

    /// The source that a part of the product draws from.
    mutating func source() -> RandomSource { .seeded(SeededGenerator(seed: next())) }
}
