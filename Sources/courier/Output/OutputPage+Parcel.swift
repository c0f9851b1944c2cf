import Commands
import Domain
import Exports
import Handheld
import HandheldUI

/// Waybills and traces.
extension OutputPage {
    /// A waybill as it is shown on the screen.
    func waybill(_ view: ParcelView, isFull: Bool) -> CommandOutput {
        var members = [JSONMember("waybill", .text(view.id))]
        var lines = [say("运单 ", "waybill ") + view.id]
        if let parcel = view.parcel {
            lines[0] += "  " + parcel.stage.words[language]
            members += [
                JSONMember("stage", .text(parcel.stage.rawValue)),
                JSONMember("custody", .text(parcel.custody.text)),
                JSONMember("sender", partyJSON(parcel.sender, isFull: isFull)),
                JSONMember("recipient", partyJSON(parcel.recipient, isFull: isFull)),
            ]
            for (label, party) in [
                (say("寄件 ", "from "), parcel.sender), (say("收件 ", "to "), parcel.recipient),
            ] {
                if let party { lines.append(label + self.party(party, isFull: isFull)) }
            }
            if let goods = parcel.goods {
                lines.append(
                    say("物品 ", "goods ")
                        + "\(goods.itemName)  \(goods.itemNature) x\(goods.quantity)")
                members.append(JSONMember("item", .text(goods.itemName)))
            }
            if let weight = parcel.weight {
                lines.append(
                    say("重量 ", "weight ") + "\(weight.actualGrams) g  "
                        + say("计费 ", "charged ") + "\(weight.chargeableGrams) g")
                members.append(JSONMember("weight_g", .integer(weight.actualGrams)))
            }
            if parcel.isStopped { lines.append(say("! 停止派送", "! stop order")) }
        }
        for charge in view.charges {
            lines.append(
                charge.purpose.words[language] + " " + Fen.text(charge.dueFen) + "  "
                    + say("已付 ", "paid ") + Fen.text(charge.paidFen)
                    + (charge.waitingFen > 0
                        ? "  " + say("待确认 ", "waiting ") + Fen.text(charge.waitingFen) : "")
                    + "  " + say("余 ", "open ") + Fen.text(charge.balanceFen))
        }
        members.append(JSONMember("charges", .list(view.charges.map(json))))
        return CommandOutput(members: members, text: lines)
    }

    /// The trace of a parcel, oldest first, or in a format of others.
    func track(_ view: ParcelView, _ format: TraceFormat?) -> CommandOutput {
        guard let format else { return track(view) }
        return ExportedTrace(
            waybill: view.id, entries: view.events, madeAt: now.wallMilliseconds,
            offsetMinutes: now.offsetMinutes
        ).output(format, language)
    }

    private func track(_ view: ParcelView) -> CommandOutput {
        let rows = view.events.map { event in
            OutputList.Row(
                [
                    short(event.at),
                    (event.isVoided ? say("(已作废) ", "(void) ") : "") + words(of: event),
                    event.place ?? "", event.person ?? "", event.reference,
                ],
                json: [
                    "at": time(event.at), "event": .optional(event.event?.text),
                    "stage": .optional(tracking(event)?.stage?.rawValue),
                    "kind": .optional(event.kind?.rawValue), "place": .optional(event.place),
                    "person": .optional(event.person), "record": .text(event.reference),
                    "void": .bool(event.isVoided),
                ])
        }
        let stage = view.parcel?.stage
        var text = ["\(view.id)  \(stage?.words[language] ?? "")"]
        if view.parcel?.isException == true { text.append(say("! 问题件", "! a problem parcel")) }
        if view.parcel?.isStopped == true { text.append(say("! 停止派送", "! stop order")) }
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(view.id)),
                JSONMember("stage", .optional(stage?.rawValue)),
                JSONMember("exception", .bool(view.parcel?.isException ?? false)),
                JSONMember("stopped", .bool(view.parcel?.isStopped ?? false)),
            ],
            text: text,
            list: OutputList(
                key: "events",
                columns: [
                    column("时间", "time"), column("事件", "event"), column("地点", "place"),
                    column("经手", "by"), column("记录", "record"),
                ], rows: rows))
    }

    private func words(of event: TimelineEntry) -> String {
        tracking(event)?.words[language] ?? event.kind?.words[language] ?? event.event?.text ?? ""
    }

    private func tracking(_ event: TimelineEntry) -> TrackingEvent? {
        event.event.flatMap { TrackingEvent(rawValue: $0.text) }
    }

    private func json(_ charge: Charge) -> JSONValue {
        [
            "charge": .text(charge.id), "for": .text(charge.purpose.rawValue),
            "due_fen": .integer(charge.dueFen), "paid_fen": .integer(charge.paidFen),
            "waiting_fen": .integer(charge.waitingFen),
            "balance_fen": .integer(charge.balanceFen), "currency": .text(charge.currency),
        ]
    }
}
