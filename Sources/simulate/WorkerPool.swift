import Foundation
import Simulator

/// Runs seeds in processes of its own, so that a trap in one seed costs that seed alone.
struct WorkerPool {
    /// Seeds of one process: memory does not pile up, and a trap is found soon.
    static let seedsPerProcess = 100

    private var waiting: [ClosedRange<Int>]
    private let jobs: Int
    private let mutant: String?

    init(range: ClosedRange<Int>, jobs: Int, mutant: String? = nil) {
        self.mutant = mutant
        waiting = stride(
            from: range.lowerBound, through: range.upperBound, by: Self.seedsPerProcess
        )
        .map { $0...min($0 + Self.seedsPerProcess - 1, range.upperBound) }
        .reversed()
        self.jobs = max(1, jobs)
    }

    private struct Worker {
        let process: Process
        let output: Pipe
        let range: ClosedRange<Int>
    }

    /// What each seed came to; a seed in which the program ended is not there.
    mutating func run() -> [Int: SeedLine] {
        var lines: [Int: SeedLine] = [:]
        var workers: [Worker] = []
        while !waiting.isEmpty || !workers.isEmpty {
            while workers.count < jobs, let range = waiting.popLast() {
                if let worker = start(range) { workers.append(worker) }
            }
            guard !workers.isEmpty else { break }
            let worker = workers.removeFirst()
            let text = String(
                decoding: worker.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            worker.process.waitUntilExit()
            let found = text.split(separator: "\n").compactMap { SeedLine(String($0)) }
            for line in found { lines[line.seed] = line }
            // A process that ended in a seed has more to do after it.
            let next = (found.last?.seed ?? worker.range.lowerBound - 1) + 2
            if found.count < worker.range.count, next <= worker.range.upperBound {
                waiting.append(next...worker.range.upperBound)
            }
        }
        return lines
    }

    /// The first seed that fails and how; nil when none does.
    mutating func firstFailure() -> (seed: Int, what: String)? {
        while let range = waiting.popLast() {
            guard let worker = start(range) else { return nil }
            let text = String(
                decoding: worker.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            worker.process.waitUntilExit()
            let found = text.split(separator: "\n").compactMap { SeedLine(String($0)) }
            if let failed = found.first(where: { $0.violation != nil }) {
                return (failed.seed, String(failed.violation?.prefix { $0 != " " } ?? ""))
            }
            if found.count < range.count {
                return ((found.last?.seed ?? range.lowerBound - 1) + 1, "the program ends")
            }
        }
        return nil
    }

    private func start(_ range: ClosedRange<Int>) -> Worker? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--worker", "--seeds", "\(range.lowerBound)..\(range.upperBound)"]
        process.standardOutput = output
        if let mutant {
            var environment = ProcessInfo.processInfo.environment
            environment[Mutation.variable] = mutant
            process.environment = environment
            process.arguments?.append("--first")
            process.standardError = FileHandle.nullDevice
        }
        do {
            try process.run()
        } catch {
            say("no process: \(error)")
            return nil
        }
        return Worker(process: process, output: output, range: range)
    }
}
