import CentralStore
import Commands
import Domain
import ReferenceData

/// Problem parcels, unknown numbers and quiet parcels.
extension StationReports {
    func problems(_ problems: [ProblemStatus], unknown: [UnknownParcel]) -> CommandOutput {
        let rows = problems.map { status -> OutputList.Row in
            let problem = status.problem
            let next = problem.next.map {
                NextAction(rawValue: $0.text)?.words[language] ?? $0.text
            }
            return OutputList.Row(
                [
                    problem.id, problem.parcel, problem.reason.words[language],
                    problem.state.words[language], problem.owner ?? "-", next ?? "",
                    problem.dueAt.map(short) ?? "",
                ],
                json: [
                    "problem": .text(problem.id), "waybill": .text(problem.parcel),
                    "identified": .bool(status.isIdentified),
                    "reason": .text(problem.reason.rawValue),
                    "state": .text(problem.state.rawValue), "owner": .optional(problem.owner),
                    "next": .optional(problem.next?.text), "due": time(problem.dueAt),
                ])
        }
        let waiting = unknown.map { parcel in
            Words(
                zh: "  \(parcel.parcel)  \(parcel.factCount) 条记录在等, 首条在账本 \(parcel.firstLine)",
                en: "  \(parcel.parcel)  records that wait: \(parcel.factCount), the first in line "
                    + "\(parcel.firstLine)")[language]
        }
        let head = Words(zh: "本站不认识的单号:", en: "Numbers unknown here:")[language]
        let none = Words(zh: "没有问题件。", en: "No problem parcels.")[language]
        return CommandOutput(
            members: [
                JSONMember(
                    "unknown",
                    .list(
                        unknown.map {
                            [
                                "waybill": .text($0.parcel), "records": .integer($0.factCount),
                                "line": .integer($0.firstLine),
                            ]
                        }))
            ],
            text: rows.isEmpty && unknown.isEmpty ? [none] : [],
            list: OutputList(
                key: "problems",
                columns: [
                    .init(Words(zh: "问题件", en: "problem")),
                    .init(Words(zh: "运单", en: "waybill")), .init(Words(zh: "原因", en: "reason")),
                    .init(Words(zh: "状态", en: "state")), .init(Words(zh: "处理人", en: "owner")),
                    .init(Words(zh: "下一步", en: "next")), .init(Words(zh: "期限", en: "due")),
                ], rows: rows), closing: waiting.isEmpty ? [] : [head] + waiting)
    }

    func quiet(_ parcels: [Parcel], now: Int) -> CommandOutput {
        let rows = parcels.map { parcel -> OutputList.Row in
            let event = parcel.event.flatMap { TrackingEvent(rawValue: $0.text) }
            let gap = ReferenceData.lossLocator.gap(after: event)
            let hours = (now - (parcel.at ?? now)) / 3_600_000
            return OutputList.Row(
                [
                    parcel.id, event?.words[language] ?? "", short(parcel.at ?? now),
                    String(hours), parcel.custody.text, gap?.suspectWords[language] ?? "",
                ],
                json: [
                    "waybill": .text(parcel.id), "stage": .text(parcel.stage.rawValue),
                    "event": .optional(parcel.event?.text), "at": time(parcel.at),
                    "hours": .integer(hours), "custody": .text(parcel.custody.text),
                    "gap": .optional(gap?.code.text), "suspect": .optional(gap?.suspect.text),
                ])
        }
        let none = Words(zh: "没有太久没扫描的件。", en: "No parcel is quiet for too long.")
        let advice = Words(
            zh: "先排除错分、错发, 再报疑似遗失: courier problem add --reason suspected-lost",
            en: "rule out mis-sorting, then report: courier problem add --reason suspected-lost")
        return CommandOutput(
            text: rows.isEmpty ? [none[language]] : [],
            list: OutputList(
                key: "parcels",
                columns: [
                    .init(Words(zh: "运单", en: "waybill")),
                    .init(Words(zh: "最后扫描", en: "last scan")),
                    .init(Words(zh: "时间", en: "at")),
                    .init(Words(zh: "小时", en: "hours"), isNumber: true),
                    .init(Words(zh: "在哪里", en: "with")),
                    .init(Words(zh: "该问谁", en: "whom to ask")),
                ], rows: rows), notes: rows.isEmpty ? [] : [advice[language]])
    }
}
