import Central
import Commands
import Domain

/// The commands that change the plan.
extension StationProgram {
    func dispatch() throws(CommandFailure) -> CommandOutput {
        let order = try dispatchOrder()
        let seen = try invocation.value("seen").map { text throws(CommandFailure) in
            try number("seen", text, in: 1...StationProgram.caseVersionMax)
        }
        guard case .dispatched(let id) = try desk().perform(.dispatch(order, seen: seen)) else {
            preconditionFailure("another outcome than the action's")
        }
        return CommandOutput(
            members: [JSONMember("id", .text(id))],
            text: [
                Words(
                    zh: "\(id) 已改; 手持端下次同步时知道",
                    en: "\(id) is changed; handhelds hear of it "
                        + "in their next exchange")[language]
            ])
    }

    private func dispatchOrder() throws(CommandFailure) -> DispatchOrder {
        let name = argument()
        switch invocation.command.path {
        case ["order", "reassign"]: return .assign(task: name, to: try needed("to", "c10483"))
        case ["order", "cancel"]:
            return .cancel(task: name, reason: try reason(), note: invocation.value("note"))
        case ["order", "address"]:
            var change = DispatchOrder.AddressChange(text: try needed("address", "文三路 269 号"))
            change.name = invocation.value("name")
            change.phone = invocation.value("phone")
            change.city = invocation.value("city")
            change.district = invocation.value("district")
            return .readdress(task: name, change)
        case ["charge", "price"]:
            let text = try needed("due-fen", "8800")
            return .price(
                parcel: name.uppercased(), purpose: try chosen("for", "cod"),
                dueFen: try number("due-fen", text, in: 0...Fen.amountMax), from: try from(),
                reason: try reason())
        case ["parcel", "intercept"]:
            return .intercept(
                parcel: name.uppercased(), order: try chosen("do", "hold"), reason: try reason(),
                isProhibited: invocation.has("prohibited"))
        default: return .release(parcel: name.uppercased(), reason: try reason())
        }
    }

    func needed(_ flag: String, _ example: String) throws(CommandFailure) -> String {
        guard let text = invocation.value(flag), !text.isEmpty else {
            throw CommandFailure(.missing(flag, example))
        }
        return text
    }

    private func from() throws(CommandFailure) -> Int? {
        guard let text = invocation.value("from") else { return nil }
        guard let time = Timestamp.milliseconds(text) else {
            throw CommandFailure(
                .badOption(
                    "from", text,
                    expected: Words(
                        zh: "写作 2026-11-25T08:00+08:00", en: "write it as 2026-11-25T08:00+08:00")))
        }
        return time
    }

    private func reason() throws(CommandFailure) -> String {
        let text = try needed("reason", "CUSTOMER")
        guard Code(text) != nil else {
            throw CommandFailure(
                .badOption(
                    "reason", text,
                    expected: Words(
                        zh: "大写字母、数字和下划线, 如 CUSTOMER",
                        en: "capitals, digits and underscores, such as CUSTOMER")))
        }
        return text
    }

    func chosen<Word: CaseIterable & RawRepresentable<String>>(
        _ flag: String, _ example: String
    ) throws(CommandFailure) -> Word {
        let text = try needed(flag, example)
        let folded = { (word: String) in
            word.lowercased().split(separator: "_").joined(separator: "-")
        }
        guard let word = Word.allCases.first(where: { folded($0.rawValue) == folded(text) }) else {
            throw CommandFailure(
                .badOption(
                    flag, text,
                    expected: Words(
                        zh: Word.allCases.map { folded($0.rawValue) }.joined(separator: "、"),
                        en: Word.allCases.map { folded($0.rawValue) }.joined(separator: ", "))))
        }
        return word
    }
}

extension CommandError {
    /// Why the plan was not changed.
    static func dispatchRefusal(_ refusal: ManagerRefusal) -> CommandError {
        switch refusal {
        case .stale(let id, let version): return stale(id, version)
        case .unknownEntity(let id):
            return .notFound(
                id,
                hint: Words(
                    zh: "station order list 列出任务; station courier list 列出人员",
                    en: "station order list shows tasks, station courier list persons"))
        case .ended(let id, let state):
            let words =
                TaskState(rawValue: state)?.words ?? Stage(rawValue: state)?.words
                ?? Words(zh: state, en: state)
            return CommandError(
                "E-ENDED", field: id,
                Words(zh: "\(id) 已结束: \(words.zh)", en: "\(id) has ended: \(words.en)"),
                hint: Words(
                    zh: "做过的事不能改计划; 要更正就更正记录",
                    en: "the plan cannot change what was done; correct the record instead"),
                status: .answerIsNo)
        case .blocked(let id):
            return CommandError(
                "E-BLOCKED", field: id,
                Words(zh: "\(id) 被拦截或扣住", en: "\(id) is stopped"),
                hint: Words(
                    zh: "先 station parcel release \(id)", en: "station parcel release \(id) first"),
                status: .refusedByRule)
        case .notStopped(let id):
            return CommandError(
                "E-NOT-STOPPED", field: id,
                Words(zh: "\(id) 没有被拦截", en: "\(id) is not stopped"), status: .answerIsNo)
        case .assignedAlready(let id, let person):
            return CommandError(
                "E-ASSIGNED", field: "to",
                Words(zh: "\(id) 本来就是 \(person) 的", en: "\(id) is \(person)'s already"),
                status: .answerIsNo)
        case .withoutAddress(let id):
            return CommandError(
                "E-NO-ADDRESS", field: id,
                Words(zh: "\(id) 没有可改的地址", en: "\(id) has no address to change"),
                status: .answerIsNo)
        case .withoutCharge(let id, let purpose):
            let words = ChargePurpose(rawValue: purpose)?.words ?? Words(zh: purpose, en: purpose)
            return CommandError(
                "E-NO-CHARGE", field: "for",
                Words(
                    zh: "\(id) 没有「\(words.zh)」这笔费用", en: "\(id) has no charge for: \(words.en)"),
                hint: Words(zh: "station track \(id) 看这件", en: "look with station track \(id)"),
                status: .answerIsNo)
        default: preconditionFailure("a refusal of something else")
        }
    }

    private static func stale(_ id: String, _ version: Int) -> CommandError {
        CommandError(
            "E-STALE", field: "seen",
            Words(
                zh: "\(id) 在你看过之后变了, 现在是第 \(version) 版",
                en: "\(id) has changed since you saw it; it has version \(version) now"),
            hint: Words(zh: "再看一遍, 再决定", en: "look again, then decide"), status: .needsPerson)
    }
}
