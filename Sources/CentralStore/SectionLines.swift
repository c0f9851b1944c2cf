import Domain
import Ledger
import SyncProtocol

/// The new lines of a section with what they say, read some lines ahead of their storing: while the
/// database takes one line in, the next ones are read beside it.
struct SectionLines {
    /// Each with bytes of its own: two threads that count uses of one buffer stand in each other's
    /// way.
    let lines: [Line]
    private let side: SideWork
    private var times: [EffectiveTime] = []
    private var said: [ServerReading] = []
    private var next: SideResult<[ServerReading]>?

    /// One line and what it says.
    struct Line: Sendable {
        let bytes: [UInt8]
        let head: Digest
        let reading: LineReading
    }

    /// How many lines are read in one go, and from how many on it is worth another thread.
    static let runLength = 32

    /// Reads the lines of a section from an index on.
    init(_ push: Push, stream: String, heads: [Digest], newFrom: Int, side: SideWork) {
        let count = push.lines.count
        let isLong = count - newFrom > SectionLines.runLength
        self.side = isLong ? side : .atOnce
        @Sendable func read(_ range: Range<Int>) -> [Line] {
            range.map { index in
                let bytes = Array(push.lines[index])
                return Line(
                    bytes: bytes, head: heads[index],
                    reading: LineReading(
                        bytes[...], stream: stream, sequence: push.from + index,
                        head: heads[index]))
            }
        }
        let half = (newFrom + count) / 2
        let rest = self.side.begin { read(half..<count) }
        lines = read(newFrom..<half) + rest.take()
    }

    /// Begins to read facts, now that it is known when the lines were written.
    mutating func beginFacts(at times: [EffectiveTime]) {
        self.times = times
        beginRun(from: 0)
    }

    /// The fact of a line, or why there is none. Lines are asked for in order, each once.
    mutating func fact(_ index: Int) -> ServerReading {
        let place = index % SectionLines.runLength
        if place == 0 {
            guard let run = next?.take() else {
                preconditionFailure("lines are asked for in order")
            }
            said = run
            next = nil
            beginRun(from: index + run.count)
        }
        return said[place]
    }

    private mutating func beginRun(from start: Int) {
        let end = min(start + SectionLines.runLength, lines.count)
        guard start < end else { return }
        let run = Array(zip(lines[start..<end], times[start..<end]))
        next = side.begin {
            run.map { line, time in line.reading.serverReading(effective: time.milliseconds) }
        }
    }
}

extension LineReading {
    /// The fact that a handheld's line says, or why there is none.
    func serverReading(effective: Int) -> ServerReading {
        switch content {
        case .refused(let why): .notApplied(.quarantined(why))
        case .entry(let entry):
            ServerReading(
                entry, fact: fact, effectiveMilliseconds: effective, isStation: false)
        }
    }
}
