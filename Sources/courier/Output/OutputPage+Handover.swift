import Commands
import Domain
import Handheld

/// Parcels that change hands.
extension OutputPage {
    /// What a receipt says of a handover.
    func handoverDetails(_ fact: HandoverFact) -> ([JSONMember], [String]) {
        var lines = [
            say("交接号 ", "number ") + fact.number + "  "
                + say("\(fact.parcels.count) 件", "parcels: \(fact.parcels.count)"),
            fact.parcels.joined(separator: " "),
        ]
        if !fact.tasks.isEmpty {
            lines.append(say("任务 ", "tasks ") + fact.tasks.joined(separator: " "))
        }
        if fact.side == .give, fact.hasPIN != true {
            let who = fact.taker.id
            lines.append(
                fact.taker.type == .person
                    ? say(
                        "等 \(who) 确认: courier handover take 运单号... --number \(fact.number)",
                        "\(who) confirms with: courier handover take WAYBILL... --number "
                            + fact.number)
                    : say("等站点点收: 把交接号给站长", "the station confirms: tell the manager the number"))
        }
        return (
            [
                JSONMember("handover", .text(fact.number)),
                JSONMember("side", .text(fact.side.rawValue)),
                JSONMember("to", .text(fact.taker.description)),
                JSONMember("why", .text(fact.reason.rawValue)),
                JSONMember("parcels", .list(fact.parcels.map { .text($0) })),
                JSONMember("tasks", .list(fact.tasks.map { .text($0) })),
                JSONMember("confirmed", .bool(fact.side == .take || fact.hasPIN == true)),
            ], lines
        )
    }

    func handovers(_ standings: [HandoverStanding], loose: [String]) -> CommandOutput {
        let rows = standings.map { item in
            OutputList.Row(
                [
                    item.row.id,
                    (item.isGiver ? say("交给 ", "to ") : say("来自 ", "from ")) + item.other,
                    item.row.given.map(String.init) ?? "", item.row.taken.map(String.init) ?? "",
                    words(item)[language],
                ],
                json: [
                    "handover": .text(item.row.id), "from": .text(item.row.giver.description),
                    "to": .text(item.row.taker.description),
                    "given": .optional(item.row.given), "taken": .optional(item.row.taken),
                    "state": .text(word(item)),
                ])
        }
        return CommandOutput(
            members: [
                JSONMember("count", .integer(rows.count)),
                JSONMember("to_hand_over", .list(loose.map { .text($0) })),
            ],
            text: rows.isEmpty ? [say("没有交接。", "No handovers.")] : [],
            list: OutputList(
                key: "handovers",
                columns: [
                    column("交接号", "number"), column("对方", "other side"),
                    column("交", "given", isNumber: true), column("接", "taken", isNumber: true),
                    column("状态", "state"),
                ], rows: rows),
            closing: loose.isEmpty
                ? []
                : [
                    say(
                        "这些件在你手里, 任务已改派, 要交出去: ",
                        "you hold these, and their tasks are somebody else's now: ")
                        + loose.joined(separator: " ")
                ])
    }

    private func word(_ item: HandoverStanding) -> String {
        switch (item.row.given, item.row.taken) {
        case (let given?, let taken?): given == taken ? "done" : "differs"
        case (nil, _): "not_given"
        case (_, nil): "not_taken"
        }
    }

    private func words(_ item: HandoverStanding) -> Words {
        switch word(item) {
        case "done": Words(zh: "两边一致", en: "both sides agree")
        case "differs": Words(zh: "两边件数不一样: 找站长", en: "the counts differ: see the manager")
        case "not_given":
            item.isGiver
                ? Words(zh: "对方已收, 你没记交出", en: "taken, and you have not recorded giving")
                : Words(zh: "等 \(item.other) 记交出或同步", en: "\(item.other) has not recorded giving")
        default:
            item.isGiver
                ? Words(zh: "等 \(item.other) 确认", en: "\(item.other) has to confirm")
                : Words(zh: "等你确认: courier handover take", en: "yours to confirm: handover take")
        }
    }
}

extension CommandError {
    /// Why a handover was not recorded.
    static func handover(_ refusal: ActRefusal) -> CommandError {
        switch refusal {
        case .handoverToSelf:
            CommandError(
                "E-HANDOVER-SELF", field: "to",
                Words(zh: "不能交给自己", en: "nobody hands parcels to themselves"),
                hint: Words(zh: "检查工号", en: "check the person's number"), status: .badData)
        case .unknownPerson(let person):
            CommandError(
                "E-PERSON", field: "to",
                Words(zh: "站点没有工号 \(person)", en: "the station has no person \(person)"),
                hint: Words(
                    zh: "检查工号; 新加的人先运行 courier sync run",
                    en: "check the number; for somebody new run courier sync run first"),
                status: .badData)
        case .parcelsNotHeld(let parcels):
            CommandError(
                "E-NOT-HELD", field: "WAYBILL",
                Words(
                    zh: "不在你手里: \(parcels.joined(separator: " "))",
                    en: "not in your hands: \(parcels.joined(separator: " "))"),
                hint: Words(
                    zh: "courier track 看在谁那里; 别人的件要他自己交",
                    en: "courier track tells who has them; whoever has a parcel gives it"),
                status: .refusedByRule)
        case .unknownHandover(let number):
            CommandError(
                "E-HANDOVER-UNKNOWN", field: "number",
                Words(
                    zh: "本机还不知道交接号 \(number)", en: "this handheld does not know \(number) yet"),
                hint: Words(
                    zh: "检查交接号; 没同步过就加 --from 工号",
                    en: "check the number; before an exchange add --from PERSON"),
                status: .answerIsNo)
        case .handoverOfOthers(let row):
            CommandError(
                "E-HANDOVER-OTHER", field: "number",
                Words(
                    zh: "\(row.id) 是 \(row.giver.id) 交给 \(row.taker.id) 的",
                    en: "\(row.id) goes from \(row.giver.id) to \(row.taker.id)"),
                hint: Words(zh: "对照对方手持端上的交接号", en: "compare it with the other handheld"),
                status: .refusedByRule)
        case .handoverTaken(let row):
            CommandError(
                "E-HANDOVER-TAKEN", field: "number",
                Words(zh: "\(row.id) 已经接收过了", en: "\(row.id) was taken already"),
                hint: Words(
                    zh: "courier handover list 看两边", en: "courier handover list shows both sides"),
                status: .answerIsNo)
        case .handoverDiffers(let given, let taken):
            CommandError(
                "E-HANDOVER-COUNT", field: "counted",
                Words(
                    zh: "对方记的是 \(given) 件, 你扫了 \(taken) 件",
                    en: "the other side says \(given), and you read \(taken)"),
                hint: Words(
                    zh: "当面再点一遍; 确实如此就加 --counted \(taken), 会立个案",
                    en: "count together; if it is so add --counted \(taken), and a case is opened"),
                status: .refusedByRule)
        case .handoverCount(let listed, let counted):
            .handoverCount(listed: listed, counted: counted)
        default: preconditionFailure("a refusal of something else")
        }
    }
}
