import CentralStore
import Commands
import Domain

/// Where the close of a day stands.
extension StationReports {
    func standing(_ standing: DayStanding) -> CommandOutput {
        let say = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        var text = ["\(standing.day)  \(standing.state.words[language])"]
        if let manifest = standing.manifest {
            text[0] += say("  第 \(manifest.number) 份日结", "  manifest \(manifest.number)")
            text += money(manifest)
        }
        text += standing.lines.map { line in
            "  \(line.label)  \(line.person)  \(line.code ?? "-")  "
                + sealWords(line.state)[language]
        }
        if !standing.cash.isEmpty { text.append(say("交款:", "cash handed in:")) }
        text += lines(standing.cash)
        if !standing.unsealed.isEmpty, standing.manifest == nil {
            text.append(
                say("还没封账: ", "not sealed yet: ") + standing.unsealed.joined(separator: " "))
        }
        let open = standing.blocks.filter { !$0.isWaived }
        if !open.isEmpty { text.append(say("挡着关账的:", "in the way:")) }
        text += open.map { block in
            "  \(block.what.rawValue) \(block.reference)  " + words(block)
        }
        text += standing.blocks.filter(\.isWaived).map { block in
            say("  已放过: ", "  let pass: ") + "\(block.what.rawValue) \(block.reference)"
        }
        if let manifest = standing.manifest {
            text += manifest.missing.map { stream in
                say(
                    "  缺: \(stream.stream) 报过 \(stream.recorded) 条, 收到 \(stream.have) 条: ",
                    "  missing: \(stream.stream) reported \(stream.recorded), \(stream.have) came: "
                ) + stream.reason
            }
        }
        return CommandOutput(members: members(standing), text: text)
    }

    private func money(_ manifest: DayManifest) -> [String] {
        manifest.money.sorted { $0.key < $1.key }.map { currency, totals in
            let words = Words(
                zh: "现金收 \(Fen.text(totals.cashIn)) 退 \(Fen.text(totals.cashOut)), 刷卡 "
                    + "\(Fen.text(totals.cardIn)), 扫码 \(Fen.text(totals.walletIn))",
                en: "cash in \(Fen.text(totals.cashIn)) out \(Fen.text(totals.cashOut)), card "
                    + "\(Fen.text(totals.cardIn)), wallet \(Fen.text(totals.walletIn))")
            return "  \(currency)  \(words[language])"
        }
    }

    private func sealWords(_ state: String) -> Words {
        switch state {
        case "agree": Words(zh: "与账本一致", en: "agrees with the ledger")
        case "differ": Words(zh: "与账本不一致", en: "differs from the ledger")
        default: Words(zh: "等记录到齐", en: "waits for records")
        }
    }

    /// What is in the way, and what to do about it.
    private func words(_ block: DayBlock) -> String {
        let who = block.label ?? block.reference
        let (expected, found) = (block.expected ?? 0, block.found ?? 0)
        let seen = block.seenMilliseconds.map { short($0) } ?? "-"
        let words =
            switch block.what {
            case .seal:
                Words(
                    zh: "\(who) 没封账; 报过 \(expected) 条, 收到 \(found) 条, 上次联系 \(seen)",
                    en: "\(who) has not sealed; reported \(expected), \(found) came, last heard "
                        + "\(seen)")
            case .gap:
                Words(
                    zh: "\(who) 还有 \(expected - found) 条没传来: 让它同步, 或用存储卡",
                    en: "\(who) holds \(expected - found) records: have it exchange, or use a stick"
                )
            case .differ:
                Words(
                    zh: "\(who) 封的账和账本不一样", en: "what \(who) sealed differs from the ledger")
            case .quarantine:
                Words(
                    zh: "\(who) 的一条记录被隔离: station ledger exceptions",
                    en: "a record of \(who) is quarantined: station ledger exceptions")
            case .held:
                Words(
                    zh: "\(who) 的一条记录在等: station ledger exceptions",
                    en: "a record of \(who) waits: station ledger exceptions")
            case .cash:
                Words(
                    zh: "\(who) 数出 \(Fen.text(found)), 账上 \(Fen.text(expected))",
                    en: "\(who) counted \(Fen.text(found)), the books say \(Fen.text(expected))")
            case .round:
                Words(
                    zh: "\(who) 带出去的 \(found) 件没有下文",
                    en: "\(found) parcels that \(who) took out have no word of what became of them")
            case .clock:
                Words(
                    zh: "\(who) 的时钟差了 \(found / 60_000) 分钟",
                    en: "the clock of \(who) was wrong by \(found / 60_000) minutes")
            case .handover: handoverWords(block, who)
            case .blobs: Words(zh: who, en: who)
            }
        return words[language]
    }

    private func handoverWords(_ block: DayBlock, _ who: String) -> Words {
        switch block.missingSide {
        case .count, nil:
            Words(
                zh: "\(who) 交的款还没点: station cash count \(block.reference)",
                en: "cash of \(who) is not counted: station cash count \(block.reference)")
        case .cash:
            Words(
                zh: "点过了, \(who) 交款的记录还没到: 让他同步",
                en: "it was counted; the record of \(who) has not come: have it sent")
        case .give:
            Words(
                zh: "\(who) 还没记下交出: 让他同步, 或补记",
                en: "\(who) has not recorded giving: have it sent or recorded")
        case .take:
            Words(
                zh: "\(who) 还没确认接收", en: "\(who) has not confirmed taking")
        }
    }

    private func members(_ standing: DayStanding) -> [JSONMember] {
        [
            JSONMember("day", .text(standing.day)),
            JSONMember("state", .text(standing.state.rawValue)),
            JSONMember("number", standing.number.map { .integer($0) } ?? .null),
            JSONMember("manifest", .optional(standing.hash)),
            JSONMember(
                "lines",
                .list(
                    standing.lines.map {
                        [
                            "label": .text($0.label), "person": .text($0.person),
                            "state": .text($0.state), "code": .optional($0.code),
                            "from": $0.line.map { .integer($0.range.from) } ?? .null,
                            "to": $0.line.map { .integer($0.range.to) } ?? .null,
                        ]
                    })),
            JSONMember("cash", .list(standing.cash.map { .object(self.members($0)) })),
            JSONMember("unsealed", .list(standing.unsealed.map { .text($0) })),
            JSONMember(
                "blocks",
                .list(
                    standing.blocks.map {
                        [
                            "what": .text($0.what.rawValue), "ref": .text($0.reference),
                            "label": .optional($0.label), "waived": .bool($0.isWaived),
                            "expected": $0.expected.map { .integer($0) } ?? .null,
                            "found": $0.found.map { .integer($0) } ?? .null,
                            "text": .text(words($0)),
                        ]
                    })),
            JSONMember(
                "cash_in_fen",
                standing.manifest.map { .integer($0.money["CNY"]?.cashIn ?? 0) } ?? .null),
        ]
    }
}

extension DayFault {
    /// What is wrong with a closed day, said to people.
    var words: Words {
        switch self {
        case .chain(let day):
            Words(
                zh: "\(day) 的日结和哈希不符, 或接不上前一份",
                en: "the manifest of \(day) is not what its hash says, or does not follow")
        case .line(let day, let stream):
            Words(
                zh: "\(day) 的日结里, 链 \(stream) 的一段和账本不符",
                en: "\(day): a range of chain \(stream) is not what the ledger has")
        case .money(let day):
            Words(
                zh: "\(day) 的日结金额和账本不符",
                en: "the sums of the manifest of \(day) are not those of the ledger")
        }
    }
}
