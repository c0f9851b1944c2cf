import Foundation
import Simulator
import SyncProtocol

/// The program: runs seeds, here or in processes of its own, and says what it found.
struct Simulate {
    let arguments: [String]

    static let usage = """
        simulate --seeds A..B [--jobs N]   runs seeds; --twice runs them again and compares
        simulate --seed N [--trace]        runs one and shrinks it when it fails
        simulate --weave DIR               a copy of the sources with all mutants in it
        simulate --mutants [--jobs N] [--mutant NAME] [--seeds A..B]
                                           in a program made of it: which seed catches each
            --without CLASS,…  --devices N  --acts N   a part of the plan
        """

    init(_ arguments: [String]) { self.arguments = arguments }

    /// Does what is asked; the exit status.
    func run() -> Int32 {
        if let seed = value("--seed").flatMap(UInt64.init) { return one(seed) }
        if let target = value("--weave") { return weave(into: target) }
        if arguments.contains("--mutants") || value("--mutant") != nil { return mutants() }
        guard let range = value("--seeds").flatMap(Simulate.range) else {
            say(Simulate.usage)
            return 64
        }
        if arguments.contains("--worker") { return work(range) }
        let first = many(range)
        guard arguments.contains("--twice"), let digest = first else {
            return first == nil ? 1 : 0
        }
        guard let again = many(range), again == digest else {
            say("the second run differs from the first")
            return 1
        }
        return 0
    }

    private func value(_ name: String) -> String? {
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
            return nil
        }
        return arguments[index + 1]
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let parts = text.components(separatedBy: "..").compactMap { Int($0) }
        guard parts.count == 2, parts[0] >= 0, parts[0] <= parts[1] else { return nil }
        return parts[0]...parts[1]
    }

    // MARK: One seed

    private var cut: Plan.Cut {
        var cut = Plan.Cut()
        for word in (value("--without") ?? "").split(separator: ",") {
            if let fault = FaultClass(rawValue: String(word)) { cut.faults.insert(fault) }
        }
        if let count = value("--devices").flatMap({ Int($0) }) { cut.devicesMax = count }
        if let count = value("--acts").flatMap({ Int($0) }) { cut.actsMax = count }
        return cut
    }

    private func one(_ seed: UInt64) -> Int32 {
        say("seed \(seed)")
        let outcome = World.run(
            Plan(seed: seed, without: cut), isTraced: arguments.contains("--trace"))
        for line in outcome.lines { say(line) }
        say("trace \(outcome.digest.hex) steps \(outcome.stepCount)")
        guard let violation = outcome.violation else { return 0 }
        say("\(violation.invariant): \(violation.what)")
        guard !arguments.contains("--trace") else { return 1 }
        let small = Shrink.smallest(seed: seed, failing: violation) { say("still fails \($0)") }
        let classes = small.cut.faults.map(\.rawValue).sorted().joined(separator: ",")
        say(
            "simulate --seed \(seed) --without \(classes) --devices \(small.cut.devicesMax) "
                + "--acts \(small.cut.actsMax) --trace")
        return 1
    }

    // MARK: Mutants

    private func weave(into target: String) -> Int32 {
        do {
            try Weaver.weave(into: target)
            return 0
        } catch {
            say("\(error)")
            return 1
        }
    }

    /// Most seeds that a mutant may survive.
    static let mutantSeedsMax = 4_000

    private func mutants() -> Int32 {
        guard Mutation.isWoven else {
            say("this program has no mutants: build one from what --weave DIR makes")
            return 64
        }
        let chosen = value("--mutant")
        let range = value("--seeds").flatMap(Simulate.range) ?? 1...Simulate.mutantSeedsMax
        var survivors = 0
        for mutation in (try? Weaver.mutations()) ?? [] {
            guard chosen.map({ $0 == mutation.name }) ?? true else { continue }
            var pool = WorkerPool(
                range: range, jobs: value("--jobs").flatMap { Int($0) } ?? 1,
                mutant: mutation.name)
            let found = pool.firstFailure()
            survivors += found == nil ? 1 : 0
            let caught = found.map { "\($0.what) | \($0.seed)" } ?? "nothing | \(range.upperBound)"
            say("| \(mutation.name) | \(mutation.rule) | \(caught) |")
        }
        return survivors == 0 ? 0 : 1
    }

    // MARK: Many seeds

    /// Runs a range in this process; one line for each seed.
    private func work(_ range: ClosedRange<Int>) -> Int32 {
        for seed in range {
            let outcome = World.run(Plan(seed: UInt64(seed)))
            say(SeedLine(seed: seed, outcome).text)
            if outcome.violation != nil, arguments.contains("--first") { return 1 }
        }
        return 0
    }

    /// Runs a range in processes of its own; the hash over all traces when nothing was found.
    private func many(_ range: ClosedRange<Int>) -> String? {
        say("seeds \(range.lowerBound)..\(range.upperBound)")
        let begin = ContinuousClock.now
        var pool = WorkerPool(range: range, jobs: value("--jobs").flatMap { Int($0) } ?? 1)
        let lines = pool.run()
        var report = RunReport()
        var failures = 0
        for seed in range {
            guard let line = lines[seed] else {
                say("seed \(seed): the program ended in it")
                failures += 1
                continue
            }
            report.add(line)
            guard let violation = line.violation else { continue }
            failures += 1
            if failures <= 20 { say("seed \(seed): \(violation)") }
        }
        let seconds = Double((ContinuousClock.now - begin).components.seconds) + 0.001
        describe(report, seconds: max(seconds, 0.001))
        guard failures == 0 else {
            say("\(failures) seeds failed")
            return nil
        }
        guard range.count < RunReport.seedsForAllSituations || report.missing.isEmpty else {
            let names = report.missing.map(\.rawValue).joined(separator: ", ")
            say("never met: \(names)")
            return nil
        }
        return report.digest.hex
    }

    private func describe(_ report: RunReport, seconds: Double) {
        for situation in Tally.Situation.allCases {
            say("\(report.tally[situation])\t\(situation.rawValue)")
        }
        let rate = Double(report.seedCount) / seconds
        say(
            "\(report.seedCount) seeds, \(report.stepCount) steps, "
                + "\(report.milliseconds / 3_600_000) simulated hours, "
                + String(format: "%.1f s, %.1f seeds per second", seconds, rate))
        say("trace \(report.digest.hex)")
    }
}

/// Writes a line at once: another process may be waiting for it.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
