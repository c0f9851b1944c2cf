import Commands
import Domain

extension CommandTable {
    /// Scans on the way, and the work on problem parcels.
    static let scanning = [
        Command(
            "scan", summary: Words(zh: "扫描快件: 到站、出车、留仓", en: "scan parcels on their way"),
            details: Words(
                zh: "每件一条记录。出车前每件都要检查外包装 (--pre)。被叫停的件不能再走。"
                    + "本机不认识的单号照样记, 站点会列为待认领。有一件没记上, 其余照记。",
                en: "One record for each parcel. Before a parcel leaves for delivery it is looked "
                    + "at (--pre). A stopped parcel goes nowhere. Numbers that this handheld does "
                    + "not know are recorded too. When one is refused the others are recorded."),
            arguments: [
                Argument("WAYBILL", .any, Words(zh: "运单号, 可以多个", en: "waybill numbers"))
            ],
            flags: [
                Flag(
                    "event",
                    .choice(
                        ScanEvent.allCases.map {
                            Choice(Choice.word(for: $0.rawValue), $0.event.words)
                        }, named: "EVENT"), Words(zh: "发生了什么", en: "what happens")),
                Flag(
                    "work", .choice(Choice.all(ScanOperation.self, \.words), named: "WORK"),
                    Words(zh: "站内作业, 不移动快件", en: "work at the station that moves nothing")),
                Flag(
                    "pre", .choice(Choice.all(PreCheck.self, \.words), named: "LOOK"),
                    Words(zh: "出车前检查", en: "the look before it leaves")),
                Flag("to", .value("STATION"), Words(zh: "发往哪个站点", en: "where it goes")),
                Flag("screening", .value("TEXT"), Words(zh: "安检标识", en: "the screening's mark")),
                Flag("keyed", .toggle, Words(zh: "手输的, 不是扫的", en: "typed, not scanned")),
                Flag(
                    "from", .file("FILE"),
                    Words(zh: "从文件读单号, 一行一个; - 是标准输入", en: "numbers, one a line; - is stdin")),
                CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier scan EX0000000000012 --event out-for-delivery --pre ok",
                    Words(zh: "检查后出车", en: "looked at and out for delivery")),
                Example(
                    "courier scan --event arrived-destination --from list.txt",
                    Words(zh: "一车到件", en: "a van's parcels arrive")),
            ]),
        Command(
            "problem", "step",
            summary: Words(zh: "记问题件的一步处理", en: "record a step of the work on a problem"),
            details: Words(
                zh: "结案要写处理结果。禁寄扣件只有站长能结案。",
                en: "The close has an outcome. What was held as prohibited is closed by the "
                    + "station manager only."),
            arguments: [
                Argument(
                    "PROBLEM", .one,
                    Words(
                        zh: "问题件号 (problem list), 或它的运单号",
                        en: "its number in problem list, or its waybill"))
            ],
            flags: [
                Flag(
                    "step", .choice(Choice.all(ProblemStep.self, \.words), named: "STEP"),
                    Words(zh: "做了什么", en: "what was done")),
                Flag(
                    "outcome",
                    .choice(Choice.all(ResolutionOutcome.self, \.words), named: "OUTCOME"),
                    Words(zh: "处理结果", en: "how it ends")),
                Flag("owner", .value("PERSON"), Words(zh: "处理人工号", en: "who works on it now")),
                Flag("due", .value("TIME"), Words(zh: "期限", en: "when it is due")),
                Flag(
                    "told", .list("WHOM:HOW"),
                    Words(zh: "告知了谁, 如 sender:call; 可重复", en: "such as sender:call; repeatable")),
                Flag("amount-fen", .value("FEN"), Words(zh: "赔偿金额, 分", en: "what is paid, in fen")),
                Flag("form", .value("NUMBER"), Words(zh: "问题件通知单号", en: "the notice's number")),
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier problem step SF1234567890 --step told --told sender:call",
                    Words(zh: "已电话告知寄件人", en: "the sender was called")),
                Example(
                    "courier problem step SF1234567890 --step closed --outcome continue-delivery",
                    Words(zh: "处理完, 继续派送", en: "settled, it goes on")),
            ]),
    ]
}

extension FlagReader {
    mutating func scan(_ words: [String]) -> CourierCommand? {
        var numbers = words
        if let content = invocation.content("from") {
            numbers += String(decoding: content, as: UTF8.self)
                .split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
        }
        let event = choice("event", ScanEvent.self)
        let operation = choice("work", ScanOperation.self)
        let act: ScanAct?
        switch (event, operation) {
        case (let event?, nil): act = .event(event)
        case (nil, let operation?): act = .operation(operation)
        case (nil, nil), (.some, .some):
            note(.flagMissing("event"))
            act = nil
        }
        if numbers.isEmpty { note(.noNumbers) }
        if numbers.count > ScanInput.parcelCountMax {
            note(.tooManyNumbers(numbers.count, countMax: ScanInput.parcelCountMax))
        }
        let parcels = numbers.map { parcel($0, as: "WAYBILL") }
        guard let act else { return nil }
        var input = ScanInput(parcels: parcels, act: act)
        input.preCheck = choice("pre", PreCheck.self)
        input.destination = text("to")
        input.securityMark = text("screening")
        input.isKeyed = invocation.has("keyed")
        input.idempotencyKey = text("idempotency-key")
        return .scan(input)
    }

    mutating func problemStep(_ name: String) -> CourierCommand? {
        guard let step = requiredChoice("step", ProblemStep.self) else { return nil }
        var input = ProblemStepInput(problem: name.uppercased(), step: step)
        input.outcome = choice("outcome", ResolutionOutcome.self)
        input.owner = text("owner")
        input.dueAt = time("due")
        input.told = invocation.list("told").compactMap { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let whom = openCode(String(parts[0])),
                let channel = openCode(String(parts[1]))
            else {
                note(.badParts("told", text, form: "sender:call, recipient:sms"))
                return nil
            }
            return ToldInput(whom: whom, channel: channel)
        }
        input.amountFen = fen("amount-fen")
        input.formNumber = text("form")
        input.note = text("note")
        input.idempotencyKey = text("idempotency-key")
        return .problemStep(input)
    }
}

extension Substring {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension CommandError {
    fileprivate static var noNumbers: CommandError {
        CommandError(
            "E-USAGE-ARGUMENT", field: "WAYBILL",
            Words(zh: "缺少 WAYBILL", en: "WAYBILL is missing"),
            hint: Words(zh: "写单号, 或用 --from 读文件", en: "name numbers, or read them with --from"),
            status: .usage)
    }

    fileprivate static func tooManyNumbers(_ count: Int, countMax: Int) -> CommandError {
        CommandError(
            "E-SCAN-COUNT", field: "from",
            Words(
                zh: "一次最多 \(countMax) 件, 这里有 \(count) 件",
                en: "\(count) are too many: at most \(countMax)"),
            hint: Words(zh: "分几次扫", en: "scan them in parts"), status: .badData)
    }
}
