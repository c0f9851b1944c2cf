import Commands
import Domain
import Handheld
import HandheldUI

/// Tasks, parcels and problems.
extension OutputPage {
    func tasks(_ views: [TaskView], isFull: Bool) -> CommandOutput {
        let rows = views.map { view in
            OutputList.Row(
                [
                    view.task.id, view.task.kind.words[language], view.task.state.words[language],
                    window(view.task), name(who(view), isFull: isFull),
                    address(place(view), isFull: isFull),
                    view.dueFen > 0 ? Fen.text(view.dueFen) : "",
                ], json: json(view, isFull: isFull))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty
                ? [say("没有任务。新任务: courier sync run", "No tasks. For new ones: courier sync run")]
                : [],
            list: OutputList(
                key: "tasks",
                columns: [
                    column("任务", "task"), column("种类", "kind"), column("状态", "state"),
                    column("时间", "time"), column("客户", "customer"), column("地址", "address"),
                    column("应收", "due", isNumber: true),
                ], rows: rows))
    }

    func deliveries(_ views: [TaskView], isFull: Bool) -> CommandOutput {
        let rows = views.flatMap { view in
            view.task.parcels.map { parcel -> OutputList.Row in
                let row = view.parcels.first { $0.id == parcel }
                return OutputList.Row(
                    [
                        parcel, view.task.id, name(who(view), isFull: isFull),
                        address(place(view), isFull: isFull),
                        view.dueFen > 0 ? Fen.text(view.dueFen) : "",
                        row?.isStopped == true ? say("停止派送", "stopped") : "",
                    ],
                    json: [
                        "waybill": .text(parcel), "task": .text(view.task.id),
                        "recipient": .text(name(who(view), isFull: isFull)),
                        "address": .text(address(place(view), isFull: isFull)),
                        "due_fen": .integer(view.dueFen),
                        "attempts": .integer(row?.attempts ?? 0),
                        "stop": .bool(row?.isStopped ?? false),
                    ])
            }
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("没有待派的件。", "Nothing to deliver.")] : [],
            list: OutputList(
                key: "deliveries",
                columns: [
                    column("运单", "waybill"), column("任务", "task"), column("收件人", "recipient"),
                    column("地址", "address"), column("应收", "due", isNumber: true),
                    column("", ""),
                ], rows: rows))
    }

    func task(_ view: TaskView, isFull: Bool) -> CommandOutput {
        let task = view.task
        var lines = [
            "\(task.id)  \(task.kind.words[language])  \(task.state.words[language])",
            say("派给 ", "assigned to ") + task.assignee,
        ]
        if !window(task).isEmpty { lines.append(say("时间 ", "time ") + window(task)) }
        for (label, party) in [
            (say("寄件 ", "from "), task.sender), (say("收件 ", "to "), task.recipient),
        ] {
            if let party { lines.append(label + self.party(party, isFull: isFull)) }
        }
        if let fields = view.address?.details {
            lines.append(say("地址 ", "address ") + address(fields.text, isFull: isFull))
            if let hint = fields.hint { lines.append("  " + hint) }
        }
        if let goods = task.goods {
            lines.append(say("物品 ", "goods ") + "\(goods.itemName) x\(goods.quantity)")
        }
        if task.state == .needsHandover {
            for parcel in view.parcels {
                guard let holder = parcel.custody.holder, holder != task.assignee else { continue }
                lines.append(
                    say(
                        "等 \(holder) 交件 \(parcel.id): courier handover take",
                        "\(holder) has \(parcel.id) and hands it over: courier handover take"))
            }
        }
        for parcel in task.parcels {
            let stage = view.parcels.first { $0.id == parcel }?.stage.words[language] ?? ""
            lines.append(say("运单 ", "waybill ") + "\(parcel)  \(stage)")
        }
        for due in view.dues {
            lines.append(
                say("应收 ", "due ") + "\(due.purpose.words[language]) \(Fen.text(due.fen))")
        }
        if let note = task.note { lines.append(say("备注 ", "note ") + note) }
        guard case .object(let members) = json(view, isFull: isFull) else {
            preconditionFailure("a task is an object")
        }
        return CommandOutput(members: members, text: lines)
    }

    func problems(_ problems: [ProblemParcel]) -> CommandOutput {
        let rows = problems.map { problem in
            OutputList.Row(
                [
                    problem.id, problem.parcel, problem.reason.words[language],
                    problem.state.words[language],
                    problem.next.map {
                        NextAction(rawValue: $0.text)?.words[language] ?? $0.text
                    } ?? "",
                ],
                json: [
                    "problem": .text(problem.id), "waybill": .text(problem.parcel),
                    "reason": .text(problem.reason.rawValue),
                    "state": .text(problem.state.rawValue),
                    "next": .optional(problem.next?.text), "note": .optional(problem.note),
                ])
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("没有问题件。", "No problem parcels.")] : [],
            list: OutputList(
                key: "problems",
                columns: [
                    column("问题件", "problem"), column("运单", "waybill"), column("原因", "reason"),
                    column("状态", "state"), column("下一步", "next"),
                ], rows: rows))
    }

    // MARK: Parts

    private func window(_ task: CourierTask) -> String {
        let from = clock(task.from)
        let until = clock(task.until)
        guard !from.isEmpty || !until.isEmpty else { return "" }
        let isSameDay = from.prefix(5) == until.prefix(5)
        return "\(from)–\(isSameDay ? String(until.dropFirst(6)) : until)"
    }

    /// Who is met at the door.
    private func who(_ view: TaskView) -> String {
        switch view.task.kind {
        case .pickup: view.task.contact?.name ?? view.task.sender?.name ?? ""
        case .delivery, .return, .returnReceipt, .visit, .call, .sweep:
            view.parcels.first?.recipient?.name ?? view.task.recipient?.name
                ?? view.task.contact?.name ?? ""
        }
    }

    private func place(_ view: TaskView) -> String {
        if let text = view.address?.details.text { return text }
        switch view.task.kind {
        case .pickup: return view.task.sender?.wholeAddress ?? ""
        case .delivery, .return, .returnReceipt, .visit, .call, .sweep:
            return view.parcels.first?.recipient?.wholeAddress
                ?? view.task.recipient?.wholeAddress ?? ""
        }
    }

    private func json(_ view: TaskView, isFull: Bool) -> JSONValue {
        let task = view.task
        return [
            "task": .text(task.id), "kind": .text(task.kind.rawValue),
            "state": .text(task.state.rawValue), "assignee": .text(task.assignee),
            "order": .optional(task.orderNumber), "from": time(task.from),
            "until": time(task.until), "sender": partyJSON(task.sender, isFull: isFull),
            "recipient": partyJSON(
                view.parcels.first?.recipient ?? task.recipient, isFull: isFull),
            "address": .text(address(place(view), isFull: isFull)),
            "item": .optional(task.goods?.itemName),
            "parcels": .list(task.parcels.map { .text($0) }), "due_fen": .integer(view.dueFen),
            "note": .optional(task.note),
        ]
    }
}
