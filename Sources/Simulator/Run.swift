package import SyncProtocol

/// The outcomes of a range of seeds, added up in the order of the seeds.
package struct RunReport: Sendable {
    package private(set) var tally = Tally()
    package private(set) var seedCount = 0
    package private(set) var stepCount = 0
    package private(set) var milliseconds = 0
    private var hash = SHA256()

    /// Nothing has run yet.
    package init() {}

    /// Takes in the next seed.
    package mutating func add(_ line: SeedLine) {
        tally.add(line.tally)
        seedCount += 1
        stepCount += line.stepCount
        milliseconds += line.milliseconds
        hash.update(line.digest.hex)
    }

    /// The hash over the traces of all seeds in their order.
    package var digest: Digest {
        let copy = hash
        return copy.finalize()
    }

    /// Situations that never came up.
    package var missing: [Tally.Situation] {
        Tally.Situation.allCases.filter { tally[$0] == 0 }
    }

    /// A run of so many seeds must have met every situation.
    package static let seedsForAllSituations = 1_000
}

/// What one seed came to, as one process tells another: one line of text.
package struct SeedLine: Equatable, Sendable {
    package let seed: Int
    package let digest: Digest
    package let stepCount: Int
    package let milliseconds: Int
    package let tally: Tally
    /// `I-05 what`; nil when all held.
    package let violation: String?

    /// Takes what a world came to.
    package init(seed: Int, _ outcome: World.Outcome) {
        self.seed = seed
        digest = outcome.digest
        stepCount = outcome.stepCount
        milliseconds = outcome.milliseconds
        tally = outcome.tally
        violation = outcome.violation.map { "\($0.invariant) \($0.what)" }
    }

    /// The line.
    package var text: String {
        let numbers = tally.numbers.map(String.init).joined(separator: ",")
        return "\(seed) \(digest.hex) \(stepCount) \(milliseconds) \(numbers) "
            + (violation ?? "ok")
    }

    /// Reads a line; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 5).map(String.init)
        guard parts.count == 6, let seed = Int(parts[0]), let digest = Digest(hex: parts[1]),
            let steps = Int(parts[2]), let milliseconds = Int(parts[3]),
            let tally = Tally(numbers: parts[4].split(separator: ",").compactMap { Int($0) })
        else { return nil }
        self.seed = seed
        self.digest = digest
        stepCount = steps
        self.milliseconds = milliseconds
        self.tally = tally
        violation = parts[5] == "ok" ? nil : parts[5]
    }
}
