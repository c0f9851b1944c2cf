import CentralStore
import Commands
import Domain
import Exports

/// A parcel's trace.
extension StationReports {
    func track(_ parcel: TrackedParcel) -> CommandOutput {
        let rows = parcel.events.map { event in
            OutputList.Row(
                [
                    short(event.at),
                    (event.isVoided ? StationWords.voided[language] : "") + words(of: event),
                    event.person ?? "", event.reference,
                ],
                json: [
                    "at": time(event.at),
                    "event": .text(event.event?.text ?? event.kind?.rawValue ?? ""),
                    "stage": .optional(tracking(event)?.stage?.rawValue),
                    "person": .text(event.person ?? ""), "kind": .text(event.kind?.rawValue ?? ""),
                    "place": .optional(event.place.map(ExportedTrace.shown)),
                    "record": .text(event.reference), "void": .bool(event.isVoided),
                ])
        }
        var text = ["\(parcel.parcel)  \(parcel.stage?.words[language] ?? "")"]
        if parcel.isException {
            text.append(Words(zh: "! 问题件", en: "! a problem parcel")[language])
        }
        if parcel.isStopped { text.append(Words(zh: "! 停止派送", en: "! stop order")[language]) }
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(parcel.parcel)),
                JSONMember("stage", .text(parcel.stage?.rawValue ?? "")),
                JSONMember("exception", .bool(parcel.isException)),
                JSONMember("stopped", .bool(parcel.isStopped)),
                JSONMember("custody", .text(parcel.custody)),
            ],
            text: text,
            list: OutputList(
                key: "events",
                columns: [
                    .init(Words(zh: "时间", en: "time")), .init(Words(zh: "事件", en: "event")),
                    .init(Words(zh: "经手人", en: "person")), .init(Words(zh: "记录", en: "record")),
                ], rows: rows))
    }

    /// The trace in a format of others.
    func export(_ parcel: TrackedParcel, _ format: TraceFormat, madeAt: Int) -> CommandOutput {
        ExportedTrace(
            waybill: parcel.parcel, entries: parcel.events, madeAt: madeAt,
            offsetMinutes: zoneMinutes
        ).output(format, language)
    }

    private func tracking(_ event: TimelineEntry) -> TrackingEvent? {
        event.event.flatMap { TrackingEvent(rawValue: $0.text) }
    }

    private func words(of event: TimelineEntry) -> String {
        tracking(event)?.words[language] ?? kind(event.kind?.rawValue ?? "")
    }
}
