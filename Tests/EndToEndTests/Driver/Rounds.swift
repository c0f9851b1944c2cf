import Foundation

/// How long the random tests run, and from which seed.
enum Rounds {
    /// Kills of one test: fewer where `CI` is set, more where `WAYBOOK_ROUNDS` says so.
    static var count: Int {
        let environment = ProcessInfo.processInfo.environment
        if let text = environment["WAYBOOK_ROUNDS"], let count = Int(text) { return count }
        return environment["CI"] == nil ? 50 : 8
    }

    /// The numbers of one test. The seed is printed first; `WAYBOOK_SEED` repeats it.
    static func numbers(_ test: String) -> SeededNumbers {
        let given = ProcessInfo.processInfo.environment["WAYBOOK_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("\(test): WAYBOOK_SEED=\(seed)")
        return SeededNumbers(seed: seed)
    }
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Waits this long.
func pause(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1_000)
}
