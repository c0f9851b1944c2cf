import Foundation

/// The figures of one run. Times are seconds, those of single exchanges milliseconds.
struct Report {
    /// Facts at the large station.
    let largeCount: Int
    var lineBytes = 0
    var append = 0.0
    var appendFloor = 0.0
    var push = 0.0
    var pushFloor = 0.0
    var pushExchanges = 0
    var pushBytesUp = 0
    var pull = 0.0
    var pullFloor = 0.0
    var pullRows = 0
    var quietSmall = 0.0
    var quietLarge = 0.0
    var factSmall = 0.0
    var factLarge = 0.0
    /// Seconds, as the floor gives them.
    var echoFloor = 0.0
    var factFloor = 0.0
    var serverPeak = 0.0
    var serverPeakLarge = 0.0
    var handheldPeak = 0.0

    private struct Line {
        let name: String
        let value: Double
        let unit: String
        var floor: Double?
        var ratio: Double?
        var target: String?
    }

    private var lines: [Line] {
        let facts = Double(BenchRun.factCount)
        return [
            Line(
                name: "append \(BenchRun.factCount) facts", value: append, unit: "s",
                floor: appendFloor, ratio: append / appendFloor, target: "2.0"),
            Line(
                name: "push them, \(pushExchanges) exchanges", value: push, unit: "s",
                floor: pushFloor, ratio: push / pushFloor, target: "5.0"),
            Line(
                name: "bytes up per fact", value: Double(pushBytesUp) / facts, unit: "B",
                floor: Double(lineBytes), ratio: Double(pushBytesUp) / facts / Double(lineBytes)),
            Line(
                name: "pull \(pullRows) rows", value: pull, unit: "s", floor: pullFloor,
                ratio: pull / pullFloor),
            Line(
                name: "quiet exchange at \(BenchRun.smallCount)", value: quietSmall, unit: "ms",
                floor: echoFloor * 1_000, ratio: quietSmall / echoFloor / 1_000),
            Line(
                name: "quiet exchange at \(largeCount)", value: quietLarge, unit: "ms",
                floor: quietSmall, ratio: quietLarge / quietSmall, target: "1.2"),
            Line(
                name: "one fact at \(BenchRun.smallCount)", value: factSmall, unit: "ms",
                floor: factFloor * 1_000, ratio: factSmall / factFloor / 1_000),
            Line(
                name: "one fact at \(largeCount)", value: factLarge, unit: "ms",
                floor: factSmall, ratio: factLarge / factSmall, target: "1.2"),
            Line(name: "handheld, peak memory", value: handheldPeak, unit: "MB", target: "40 MB"),
            Line(name: "server, peak memory", value: serverPeak, unit: "MB"),
            Line(
                name: "server at \(largeCount), peak", value: serverPeakLarge, unit: "MB"),
        ]
    }

    /// One JSON document on one line.
    var json: String {
        let values: [(String, Double)] = [
            ("large_facts", Double(largeCount)),
            ("append_s", append), ("append_floor_s", appendFloor), ("push_s", push),
            ("push_floor_s", pushFloor), ("push_exchanges", Double(pushExchanges)),
            ("push_bytes_up", Double(pushBytesUp)), ("line_bytes", Double(lineBytes)),
            ("pull_s", pull), ("pull_floor_s", pullFloor), ("pull_rows", Double(pullRows)),
            ("quiet_1k_ms", quietSmall), ("quiet_large_ms", quietLarge),
            ("fact_1k_ms", factSmall), ("fact_large_ms", factLarge),
            ("echo_floor_ms", echoFloor * 1_000), ("fact_floor_ms", factFloor * 1_000),
            ("handheld_peak_mb", handheldPeak), ("server_peak_mb", serverPeak),
            ("server_large_peak_mb", serverPeakLarge),
        ]
        let members = values.map { "\"\($0.0)\":\(Report.number($0.1, 3))" }
        return "{" + members.joined(separator: ",") + "}"
    }

    /// For people: what, how much, the floor or what it is compared with, their ratio, the target.
    var table: String {
        let head = ["", "measured", "against", "ratio", "at most"]
        let rows = lines.map { line in
            [
                line.name, "\(Report.number(line.value, 3)) \(line.unit)",
                line.floor.map { "\(Report.number($0, 3)) \(line.unit)" } ?? "",
                line.ratio.map { Report.number($0, 2) } ?? "", line.target ?? "",
            ]
        }
        let widths = head.indices.map { column in
            ([head] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([head] + rows).map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
}
