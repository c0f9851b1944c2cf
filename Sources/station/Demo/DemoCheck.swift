import Commands
import Domain
import Foundation

/// Compares what the handhelds recorded with what the station holds, from both sides' own words.
struct DemoCheck {
    let run: DemoRun
    private var language: Language { run.language }

    init(run: DemoRun) { self.run = run }

    /// One thing that must be equal.
    private struct Line {
        let name: Words
        let handheld: String
        let station: String
        var isEqual: Bool { handheld == station }
    }

    func compare() throws(CommandFailure) -> CommandOutput {
        let lines = try facts() + proofs() + money()
        let stages = try stages()
        let areEqual = lines.allSatisfy(\.isEqual) && stages.allSatisfy(\.isExpected)
        let rows = lines.map { line in
            OutputList.Row(
                [
                    line.name[language], line.handheld, line.station,
                    line.isEqual ? "=" : Words(zh: "不同", en: "differs")[language],
                ],
                json: [
                    "what": .text(line.name[language]), "handheld": .text(line.handheld),
                    "station": .text(line.station), "equal": .bool(line.isEqual),
                ])
        }
        return CommandOutput(
            status: areEqual ? .done : .answerIsNo,
            members: [
                JSONMember("stages", .list(stages.map(\.json)))
            ],
            text: [""],
            list: OutputList(
                key: "comparison",
                columns: [
                    .init(Words(zh: "对账", en: "compared")),
                    .init(Words(zh: "手持端", en: "handhelds"), isNumber: true),
                    .init(Words(zh: "站点", en: "station"), isNumber: true),
                    .init(Words(zh: "", en: "")),
                ], rows: rows),
            closing: [""] + stages.map { $0.line(language) } + ["", verdict(areEqual)[language]])
    }

    private func verdict(_ areEqual: Bool) -> Words {
        areEqual
            ? Words(
                zh: "全部一致: 没有一条丢失, 没有一条重复。",
                en: "All agree: nothing was lost, nothing counted twice.")
            : Words(zh: "有不一致, 见上。", en: "Something differs, see above.")
    }

    private func facts() throws(CommandFailure) -> [Line] {
        let status = try run.station(["status"]).document
        let devices = status["devices"] as? [[String: Any]] ?? []
        var lines: [Line] = []
        var total = 0
        for (index, courier) in run.couriers.enumerated() {
            let recorded = try courier.must(["sync", "status"]).document["recorded"] as? Int ?? -1
            total += recorded
            let have = devices.first { $0["label"] as? String == "HH-0\(index + 1)" }?["have"]
            lines.append(
                Line(
                    name: Words(
                        zh: "\(courier.name) 的记录", en: "facts of \(courier.name)"),
                    handheld: String(recorded), station: String(have as? Int ?? -2)))
        }
        lines.append(
            Line(
                name: Words(zh: "记录合计", en: "facts in all"), handheld: String(total),
                station: String(status["facts"] as? Int ?? -2)))
        return lines
    }

    /// Both sides recompute their hash chains.
    private func proofs() throws(CommandFailure) -> [Line] {
        var intact = 0
        for courier in run.couriers
        where try courier.run(["journal", "verify"]).document["ok"] as? Bool == true {
            intact += 1
        }
        let ledger = try run.station(["ledger", "verify"]).document["ok"] as? Bool == true
        return [
            Line(
                name: Words(zh: "哈希链完好", en: "hash chains intact"),
                handheld: intact == run.couriers.count ? "ok" : "\(intact)",
                station: ledger ? "ok" : "!")
        ]
    }

    private func money() throws(CommandFailure) -> [Line] {
        let day = try run.station(["day", "status"]).document
        let days = day["couriers"] as? [[String: Any]] ?? []
        var lines: [Line] = []
        for courier in run.couriers {
            let own = try courier.must(["day", "summary"]).document["cash_fen"] as? Int
            let central = days.first { $0["courier"] as? String == courier.person }?["cash_fen"]
            lines.append(
                Line(
                    name: Words(zh: "\(courier.name) 的现金", en: "cash of \(courier.name)"),
                    handheld: own.map(Fen.text) ?? "-",
                    station: (central as? Int).map(Fen.text) ?? "?"))
        }
        return lines
    }
}

/// Where one order of the demonstration stands at the end, and where it should.
struct DemoStage {
    let order: DemoOrder
    let waybill: String
    let stage: String
    let expected: String

    /// Stands for the stage of a parcel that was never accepted.
    static let refused = "REFUSED"

    var isExpected: Bool { stage == expected }

    var json: JSONValue {
        [
            "order": .text(order.number), "waybill": .text(waybill), "stage": .text(stage),
            "expected": .bool(isExpected),
        ]
    }

    func line(_ language: Language) -> String {
        let words = Stage(rawValue: stage)?.words ?? Words(zh: "拒收", en: "refused")
        let mark = isExpected ? "" : "  ! \(expected)"
        let who = order.recipient.map { Masking.name($0.name) } ?? ""
        return
            "  \(order.number)  \(waybill.isEmpty ? "-" : waybill)  " + words[language]
            + "  \(who)\(mark)"
    }
}

extension DemoCheck {
    /// Every parcel's stage as the station tells it. A refused pickup has no parcel.
    fileprivate func stages() throws(CommandFailure) -> [DemoStage] {
        var stages: [DemoStage] = []
        for order in DemoOrders.all {
            let waybill = run.waybills[order.number] ?? ""
            var stage = DemoStage.refused
            if !waybill.isEmpty {
                stage = try run.station(["track", waybill]).document["stage"] as? String ?? "?"
            }
            stages.append(
                DemoStage(
                    order: order, waybill: waybill, stage: stage, expected: Self.expected(order)))
        }
        return stages
    }

    private static func expected(_ order: DemoOrder) -> String {
        switch order.story {
        case .prohibited, .identityRefused: DemoStage.refused
        case .asPlanned, .restricted, .proxy:
            order.isPickup ? Stage.pickedUp.rawValue : Stage.delivered.rawValue
        case .nobodyHome, .refusedByRecipient, .damaged: Stage.outForDelivery.rawValue
        }
    }
}
