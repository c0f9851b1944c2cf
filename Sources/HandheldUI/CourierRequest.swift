package import Commands
package import Domain
import Exports

/// A command with what holds for every command.
package struct CourierRequest: Sendable, Equatable {
    /// How long to wait for the lock when nobody says.
    package static let timeoutSecondsDefault = 5
    /// The longest wait that can be asked for.
    package static let timeoutSecondsMax = 600

    package let command: CourierCommand
    /// Nil: the environment decides.
    package let dataFolder: String?
    package let timeoutSeconds: Int

    /// What reading a command line came to.
    package enum Reading: Sendable, Equatable {
        case request(CourierRequest)
        /// Everything that is wrong with it.
        case faulty([CommandError])
    }

    /// Turns an invocation whose files were read into a typed request.
    package static func reading(_ invocation: Invocation) -> Reading {
        var reader = FlagReader(invocation)
        let folder = reader.text("data")
        let timeout = reader.count("timeout", from: 0) ?? timeoutSecondsDefault
        let command = reader.command()
        guard reader.errors.isEmpty, let command else { return .faulty(reader.errors) }
        return .request(
            CourierRequest(
                command: command, dataFolder: folder,
                timeoutSeconds: min(timeout, timeoutSecondsMax)))
    }

    /// The secret flag that `invocation` needs and does not name; the runtime asks for it.
    package static func secretToAsk(_ invocation: Invocation) -> (flag: String, prompt: Words)? {
        let asked: (flag: String, prompt: Words)? =
            switch invocation.command.path {
            case ["login"]: ("pin-file", Words(zh: "密码: ", en: "PIN: "))
            case ["enrol"] where invocation.has("server"):
                ("code-file", Words(zh: "登记码: ", en: "Enrolment code: "))
            default: nil
            }
        guard let asked, !invocation.has(asked.flag) else { return nil }
        return asked
    }
}

extension FlagReader {
    /// The typed command, or nil when a fault was noted.
    mutating func command() -> CourierCommand? {
        let words = invocation.arguments
        switch invocation.command.path {
        case ["enrol"]: return enrol()
        case ["login"]: return login(words[0])
        case ["logout"]: return .logout
        case ["unlock"]: return .unlock(code: words.first)
        case ["pickup", "quote"]: return .pickupQuote(quote())
        case ["pickup", "issue"]: return .pickupIssue(pickup())
        case ["pickup", "refuse"]: return refusal().map { .pickupRefuse($0) }
        case ["pickup", "show"]:
            return .pickupShow(parcel: parcel(words[0], as: "WAYBILL"), isFull: isFull)
        case ["deliver", "sign"]: return .deliverSign(delivery(words))
        case ["deliver", "fail"]: return attempt(words[0]).map { .deliverFail($0) }
        case ["deliver", "list"]: return .deliverList(isFull: isFull)
        case ["problem", "add"]: return problem(words.first).map { .problemAdd($0) }
        case ["problem", "list"]: return .problemList
        case ["problem", "step"]: return problemStep(words[0])
        case ["scan"]: return scan(words)
        case let path where path.first == "task": return task(path.last, words.first ?? "")
        case let path where path.first == "handover": return handover(path.last, words)
        case let path where path.first == "return": return returning(path.last, words[0])
        case ["refund"]: return refund(words[0])
        case let path where path.first == "cash": return cash(path.last)
        case ["track"]:
            return .track(
                parcel: parcel(words[0], as: "WAYBILL"), format: choice("format", TraceFormat.self))
        case let path where path.first == "print": return paper(path.last, words[0])
        case ["check"]: return check(words.joined(separator: " "))
        case ["correct"]: return correction(words[0]).map { .correct($0) }
        case ["conflict", "list"]:
            return .conflict(.list(isWithEnded: invocation.has("all")))
        case ["conflict", "show"]:
            return .conflict(.show(id: words[0].uppercased()))
        case ["conflict", "resolve"]: return saying(words[0].uppercased())
        case ["sync", "run"]: return .syncRun
        case ["sync", "status"]: return .syncStatus
        case ["message", "list"]: return .messageList
        case ["journal", "export"]:
            return .journalExport(name: words[0], unsentOnly: invocation.has("unsent"))
        case ["journal", "import"]: return .journalImport(file: words[0])
        case ["journal", "list"]: return .journalList(journalRange())
        case ["journal", "show"]:
            return record(words[0], as: "RECORD").map { .journalShow(record: $0) }
        case ["page", "list"]: return .page(id: nil)
        case ["page", "show"]: return .page(id: invocation.arguments[0])
        case ["quote", "verify"]: return .quoteVerify
        case ["journal", "verify"]: return .journalVerify
        case ["journal", "renew"]:
            return .journalRenew(confirmation: text("confirm") ?? "")
        case ["day", "summary"]: return .daySummary(day: day("day"))
        case ["day", "close"]: return seal()
        case ["day", "status"]: return .dayStatus
        case ["config", "get"]: return .configGet(name: words[0])
        case ["config", "set"]: return .configSet(name: words[0], value: words[1])
        case ["config", "list"]: return .configList
        case ["config", "path"]: return .configPath
        case ["tui"]: return .screen
        default: preconditionFailure("no reading for the command \(invocation.command.name)")
        }
    }

    private var isFull: Bool { invocation.has("full") }

    private mutating func enrol() -> CourierCommand? {
        guard let server = required("server") else { return nil }
        guard let code = secret("code-file") else {
            note(.secretEmpty("code-file"))
            return nil
        }
        return .enrol(
            EnrolInput(
                server: server, code: code, model: text("model"), confirmation: text("confirm")))
    }

    private mutating func check(_ itemName: String) -> CourierCommand? {
        guard itemName.contains(where: { !$0.isWhitespace }) else {
            note(.nameEmpty)
            return nil
        }
        let isInput = itemName == CheckInput.standardInput
        var input = CheckInput(itemName: isInput ? nil : itemName, answers: answers())
        input.destination.province = text("to-province")
        input.destination.city = text("to-city")
        return .check(input)
    }

    private mutating func seal() -> CourierCommand? {
        guard invocation.has("cash-fen") else {
            note(.flagMissing("cash-fen"))
            return nil
        }
        guard let cash = fen("cash-fen") else { return nil }
        return .dayClose(
            SealInput(
                day: day("day"), cashFen: cash, idempotencyKey: text("idempotency-key")))
    }

    private mutating func task(_ verb: String?, _ id: String) -> CourierCommand? {
        switch verb {
        case "show": return .task(.show(task: id, isFull: isFull))
        case "accept": return answer(id, .accept)
        case "decline":
            guard let reason = requiredChoice("reason", DeclineReason.self) else { return nil }
            return answer(id, .decline(reason, note: text("note")))
        case "start": return answer(id, .start(outOfOrder: text("out-of-order")))
        default:
            let kind = choice("kind", TaskKind.self)
            return .task(
                .list(
                    TaskFilter(
                        kind: kind, includesEnded: invocation.has("all"), isFull: isFull)))
        }
    }

    private mutating func answer(_ task: String, _ answer: TaskAnswer) -> CourierCommand {
        .task(
            .answer(
                TaskAnswerInput(
                    task: task, answer: answer, idempotencyKey: text("idempotency-key"))))
    }

    private mutating func saying(_ id: String) -> CourierCommand? {
        guard let choice = choice("choose", ConflictChoice.self) else {
            if !invocation.has("choose") { note(.flagMissing("choose")) }
            return nil
        }
        return .conflict(
            .say(
                CaseSayInput(
                    id: id, stand: choice.stand, note: text("note"),
                    idempotencyKey: text("idempotency-key"))))
    }

    private mutating func login(_ person: String) -> CourierCommand? {
        guard let pin = secret("pin-file") else {
            note(.secretEmpty("pin-file"))
            return nil
        }
        return .login(person: person, pin: pin)
    }

    private mutating func journalRange() -> JournalRange {
        let newest = count("count", from: 1) ?? JournalRange.countDefault
        let waybill = invocation.value("parcel").map { parcel($0, as: "parcel") }
        let kind = invocation.value("kind").flatMap(FactKind.init(rawValue:))
        return JournalRange(
            count: min(newest, JournalRange.countMax), parcel: waybill, kind: kind)
    }

    private mutating func correction(_ word: String) -> CorrectionInput? {
        let changes = invocation.list("change").compactMap { text -> CorrectionInput.Change? in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                note(.badParts("change", text, form: "FIELD=VALUE"))
                return nil
            }
            return CorrectionInput.Change(
                path: String(text[..<equals]), new: String(text[text.index(after: equals)...]))
        }
        let confirmation = text("confirm").flatMap { record($0, as: "confirm") }
        let name = record(word, as: "RECORD")
        let reason = requiredChoice("reason", CorrectionReason.self)
        guard let name, let reason else { return nil }
        return CorrectionInput(
            record: name, reason: reason, changes: changes, confirmation: confirmation,
            note: text("note"),
            idempotencyKey: text("idempotency-key"))
    }
}
