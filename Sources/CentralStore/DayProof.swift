import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// What is wrong with a closed day.
package enum DayFault: Equatable, Sendable {
    /// The manifest is not what its hash says, or does not follow the one before.
    case chain(String)
    /// A sealed range is not what the ledger has, or has entries that are closed already.
    case line(String, stream: String)
    /// The sums are not those of what was posted.
    case money(String)
}

extension Connection {
    /// Recomputes every manifest from the ledger (PJS 16.6).
    func dayFaults() throws -> [DayFault] {
        var faults: [DayFault] = []
        var previous = DayManifest.noPrevious
        var number = 0
        var closed = ""
        var cumulative: [String: MoneyTotals] = [:]
        var closedRanges: [String: [Range<Int>]] = [:]
        for stored in try storedDays() {
            guard let bytes = stored.manifest, let hash = stored.hash else { continue }
            let manifest = try DayMapping.manifest(CanonicalObject(decoding: bytes))
            number += 1
            if DayMapping.hash(of: manifest) != hash || manifest.previous != previous
                || manifest.number != number || stored.number != number
            {
                faults.append(.chain(stored.day))
            }
            for line in manifest.lines {
                // What was let pass may be closed twice: a handheld that was put back seals again.
                let range = line.range.from..<max(line.range.from, line.range.to + 1)
                let isTwice =
                    line.result == .agree
                    && closedRanges[line.stream, default: []].contains { $0.overlaps(range) }
                if try isTwice || !isTrue(line) {
                    faults.append(.line(stored.day, stream: line.stream))
                }
                if line.result == .agree { closedRanges[line.stream, default: []].append(range) }
            }
            cumulative.add(manifest.money)
            if try manifest.money != moneyOfDay(stored.day, after: closed)
                || manifest.cumulative != cumulative
            {
                faults.append(.money(stored.day))
            }
            previous = hash.hex
            closed = stored.day
        }
        return faults
    }

    /// Whether the ledger has the range of a line as the line says.
    private func isTrue(_ line: DayLine) throws -> Bool {
        guard let stream = try stream(line.stream) else { return false }
        let range = line.range
        let totals = try totals(
            ofStream: stream.number, range.to >= range.from ? range.from...range.to : nil)
        let head =
            range.to == 0
            ? Chain.genesis(device: stream.device, stream: stream.id)
            : try head(ofStream: stream.number, at: range.to) ?? .zero
        return DayMapping.range(from: range.from, head: head, totals) == range
    }
}
