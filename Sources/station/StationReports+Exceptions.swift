import CentralStore
import Commands
import Domain

/// What is said of facts that are stored and not applied.
extension StationReports {
    func exceptions(_ found: [LedgerException]) -> CommandOutput {
        let rows = found.map { item in
            OutputList.Row(
                [
                    String(item.line.number), short(item.line.receivedMilliseconds),
                    item.label ?? "-", kind(item.line.kind ?? "-"), item.line.person ?? "-",
                    item.line.reference, disposition(item.line.disposition),
                    item.isClosed
                        ? Words(zh: "已结案", en: "closed")[language] : String(item.remarks),
                ],
                json: [
                    "number": .integer(item.line.number), "label": .optional(item.label),
                    "received": time(item.line.receivedMilliseconds),
                    "kind": .optional(item.line.kind), "person": .optional(item.line.person),
                    "subject": .optional(item.line.subject),
                    "record": .text(item.line.reference),
                    "disposition": .text(item.line.disposition),
                    "notes": .integer(item.remarks), "closed": .bool(item.isClosed),
                ])
        }
        return CommandOutput(
            text: found.isEmpty
                ? [Words(zh: "收下的记录都入账了", en: "Every record that came is applied.")[language]] : [],
            list: OutputList(
                key: "lines",
                columns: [
                    .init(Words(zh: "号", en: "no."), isNumber: true),
                    .init(Words(zh: "收到", en: "received")),
                    .init(Words(zh: "手持端", en: "handheld")), .init(Words(zh: "种类", en: "kind")),
                    .init(Words(zh: "经手人", en: "person")), .init(Words(zh: "记录", en: "record")),
                    .init(Words(zh: "处理", en: "disposition")),
                    .init(Words(zh: "批注", en: "notes")),
                ], rows: rows))
    }

    func line(_ detail: LedgerDetail) -> CommandOutput {
        let line = detail.line
        let content = String(validating: detail.bytes, as: UTF8.self)
        let hex = detail.bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
        let label = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        var text = [
            "\(line.number)  \(line.reference)  \(kind(line.kind ?? "-"))",
            label("手持端", "handheld") + "  \(detail.label ?? "-")  "
                + "\(line.stream).\(line.sequence)",
            label("收到", "received") + "  \(short(line.receivedMilliseconds))  "
                + label("发生", "happened") + "  \(short(detail.effectiveMilliseconds)) "
                + "±\(detail.uncertaintyMilliseconds / 1_000) s (\(detail.quality))",
            label("处理", "disposition") + "  \(disposition(line.disposition))",
        ]
        if let awaits = detail.awaits { text.append(label("等待", "waits for") + "  \(awaits)") }
        if let from = detail.carriedFrom { text.append(label("转自", "carried from") + "  \(from)") }
        text.append(label("原文", "bytes") + "  \(content ?? hex)")
        text += detail.remarks.map {
            "\(short($0.atMilliseconds))  \($0.person)  \($0.text)"
                + ($0.isClosing ? "  (" + label("结案", "closed") + ")" : "")
        }
        return CommandOutput(members: members(detail, content: content, hex: hex), text: text)
    }

    private func members(
        _ detail: LedgerDetail, content: String?, hex: String
    ) -> [JSONMember] {
        let line = detail.line
        return [
            JSONMember("number", .integer(line.number)),
            JSONMember("record", .text(line.reference)),
            JSONMember("label", .optional(detail.label)), JSONMember("stream", .text(line.stream)),
            JSONMember("sequence", .integer(line.sequence)),
            JSONMember("kind", .optional(line.kind)), JSONMember("person", .optional(line.person)),
            JSONMember("received", time(line.receivedMilliseconds)),
            JSONMember("effective", time(detail.effectiveMilliseconds)),
            JSONMember("quality", .text(detail.quality)),
            JSONMember("first_attempt", time(detail.firstAttemptMilliseconds)),
            JSONMember("disposition", .text(line.disposition)),
            JSONMember("waits_for", .optional(detail.awaits)),
            JSONMember("carried_from", .optional(detail.carriedFrom)),
            JSONMember("head", .text(detail.head)), JSONMember("line", .optional(content)),
            JSONMember("hex", content == nil ? .text(hex) : .null),
            JSONMember(
                "notes",
                .list(
                    detail.remarks.map {
                        [
                            "at": time($0.atMilliseconds), "person": .text($0.person),
                            "text": .text($0.text), "closes": .bool($0.isClosing),
                        ]
                    })),
        ]
    }

    func readAgain(_ outcomes: [Rereading], isTrial: Bool) -> CommandOutput {
        let rows = outcomes.map { item in
            OutputList.Row(
                [String(item.number), disposition(item.before), disposition(item.after)],
                json: [
                    "number": .integer(item.number), "before": .text(item.before),
                    "after": .text(item.after),
                ])
        }
        return CommandOutput(
            members: [JSONMember("dry_run", .bool(isTrial))],
            text: [
                isTrial
                    ? Words(zh: "重读会变成 (还没有改):", en: "Read again (nothing is changed yet):")[
                        language]
                    : Words(zh: "已重读:", en: "Read again:")[language]
            ],
            list: OutputList(
                key: "lines",
                columns: [
                    .init(Words(zh: "号", en: "no."), isNumber: true),
                    .init(Words(zh: "原来", en: "before")), .init(Words(zh: "现在", en: "after")),
                ], rows: rows))
    }

    /// `held:group` in words, the reason as it is on the wire.
    private func disposition(_ text: String) -> String {
        let parts = text.split(separator: ":", maxSplits: 1)
        let word = parts.first.map { StationWords.disposition(String($0))[language] } ?? ""
        return parts.count == 2 ? "\(word) (\(parts[1]))" : word
    }
}
