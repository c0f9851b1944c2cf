import Commands
import Domain
import Testing

@testable import HandheldUI

@Suite struct CourierRequestTests {
    @Test(
        arguments: [
            ("logout", .logout), ("deliver list --full", .deliverList(isFull: true)),
            ("problem list", .problemList), ("sync run", .syncRun), ("sync status", .syncStatus),
            ("track ex0000000000012", .track(parcel: "EX0000000000012", format: nil)),
            ("pickup show EX0000000000012", .pickupShow(parcel: "EX0000000000012", isFull: false)),
            ("check 充电宝 20000 mAh", .check(CheckInput(itemName: "充电宝 20000 mAh"))),
            (
                "refund EX0000000000012 --for cod --cash-fen 700 --reason overpaid --to 王芳",
                .goBack(
                    .money(
                        RefundInput(
                            parcel: "EX0000000000012", purpose: .cod, amountFen: 700,
                            reason: .overpaid, payee: "王芳")))
            ),
            (
                "return start EX0000000000012 --reason customer-wish --freight-by sender",
                .goBack(
                    .parcel(
                        {
                            var input = ReturnInput(parcel: "EX0000000000012", step: .started)
                            (input.reason, input.payer) = (.customerWish, .sender)
                            return input
                        }()))
            ),
            ("handover list", .handover(.list)),
            (
                "handover give EX0000000000012 ex0000000000012 --to c10483 --why shift --counted 1",
                .handover(
                    .give(
                        HandoverGiveInput(
                            parcels: ["EX0000000000012"], taker: "c10483", reason: .shift,
                            counted: 1)))
            ),
            (
                "handover give EX0000000000012 --back",
                .handover(
                    .give(
                        HandoverGiveInput(
                            parcels: ["EX0000000000012"], taker: nil, reason: .back)))
            ),
            (
                "handover take EX0000000000012 --number h7k2m93qx --from c10482",
                .handover(
                    .take(
                        HandoverTakeInput(
                            number: "H7K2M93QX", giver: "c10482", parcels: ["EX0000000000012"])))
            ),
            ("cash list", .cash(.list)),
            ("cash give --cash-fen 27000", .cash(.give(CashGiveInput(amountFen: 27_000)))),
            (
                "cash give --count 100=2,50=1 --cash-fen 25000 --differs 找零 --idempotency-key k1",
                .cash(
                    .give(
                        CashGiveInput(
                            amountFen: 25_000, notes: [10_000: 2, 5_000: 1], difference: "找零",
                            idempotencyKey: "k1")))
            ),
            ("task show T81 --full", .task(.show(task: "T81", isFull: true))),
            ("task accept T81", .task(.answer(TaskAnswerInput(task: "T81", answer: .accept)))),
            (
                "task decline T81 --reason out-of-area --note 隔壁片区",
                .task(
                    .answer(
                        TaskAnswerInput(
                            task: "T81", answer: .decline(.outOfArea, note: "隔壁片区"))))
            ),
            (
                "task start T81 --out-of-order 客户催 --idempotency-key k1",
                .task(
                    .answer(
                        TaskAnswerInput(
                            task: "T81", answer: .start(outOfOrder: "客户催"),
                            idempotencyKey: "k1")))
            ),
            (
                "task list --kind delivery --all",
                .task(.list(TaskFilter(kind: .delivery, includesEnded: true, isFull: false)))
            ),
            (
                "journal list --count 5 --parcel EX0000000000012 --kind payment.void",
                .journalList(
                    JournalRange(count: 5, parcel: "EX0000000000012", kind: .paymentVoid))
            ),
            ("journal list", .journalList(JournalRange(count: 20, parcel: nil, kind: nil))),
            ("journal show 12", .journalShow(record: .number(12))),
            ("journal show 7k2m-93qx", .journalShow(record: .reference("7K2M-93QX"))),
            ("journal verify", .journalVerify), ("quote verify", .quoteVerify),
            ("page list", .page(id: nil)), ("page show call_out", .page(id: "call_out")),
            ("day summary", .daySummary(day: nil)),
            (
                "day summary --day 2026-11-22",
                .daySummary(day: CalendarDay(year: 2026, month: 11, day: 22))
            ),
            ("config get lang", .configGet(name: "lang")),
            ("config set lang en", .configSet(name: "lang", value: "en")),
            ("config list", .configList), ("config path", .configPath),
        ] as [(String, CourierCommand)])
    func `a command line becomes its typed command`(line: String, command: CourierCommand) throws {
        #expect(try reading(line) == .request(request(command)))
    }

    @Test func `folder and timeout hold for every command; the longest wait has a limit`() throws {
        let expected = CourierRequest(
            command: .syncStatus, dataFolder: "/tmp/h", timeoutSeconds: 600)
        #expect(try reading("sync status --data /tmp/h --timeout 600") == .request(expected))
        #expect(try reading("sync status --data /tmp/h --timeout 601") == .request(expected))
    }

    @Test func `a PIN and a code come from a file or a question, and no output shows them`() throws
    {
        let login = try invocation("login E0371")
        #expect(CourierRequest.secretToAsk(login)?.flag == "pin-file")
        let named = try invocation("login E0371 --pin-file -")
        #expect(CourierRequest.secretToAsk(named) == nil)
        let read = CourierRequest.reading(
            login.with(Array("135790\n".utf8), of: "pin-file"))
        #expect(read == .request(request(.login(person: "E0371", pin: Secret("135790")))))
        #expect(!"\(read)".contains("135790"))
        #expect(!String(reflecting: Secret("135790")).contains("135790"))
        #expect(
            codes(CourierRequest.reading(login.with([10], of: "pin-file"))) == [
                "E-SECRET-EMPTY"
            ])

        let enrol = try invocation("enrol --server http://127.0.0.1:8080 --model foot")
        #expect(CourierRequest.secretToAsk(enrol)?.flag == "code-file")
        let input = EnrolInput(
            server: "http://127.0.0.1:8080", code: Secret("ABCDE12345"), model: "foot")
        #expect(
            CourierRequest.reading(enrol.with(Array("ABCDE12345\n".utf8), of: "code-file"))
                == .request(request(.enrol(input))))
        #expect(CourierRequest.secretToAsk(try invocation("track EX0000000000012")) == nil)
    }

    @Test func `a correction names its record and the fields to set right`() throws {
        let line =
            "correct 12 --reason incorrect-data --change goods.quantity=2 --change note=a=b "
            + "--confirm 12 --note typo"
        let input = CorrectionInput(
            record: .number(12), reason: .incorrectData,
            changes: [.init(path: "goods.quantity", new: "2"), .init(path: "note", new: "a=b")],
            confirmation: .number(12), note: "typo", idempotencyKey: nil)
        #expect(try reading(line) == .request(request(.correct(input))))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let line: String
        let codes: [String]
        let field: String
        var status = ExitStatus.badData
        var testDescription: String { line }
    }

    @Test(
        arguments: [
            Fault(line: "track EX0000000000013", codes: ["E-WB-NUMBER"], field: "WAYBILL"),
            Fault(line: "track AB12", codes: ["E-WB-NUMBER"], field: "WAYBILL"),
            Fault(line: "track ABC_123456", codes: ["E-WB-NUMBER"], field: "WAYBILL"),
            Fault(line: "journal show 0", codes: ["E-RECORD"], field: "RECORD"),
            Fault(line: "journal show 7K2M-93QI", codes: ["E-RECORD"], field: "RECORD"),
            Fault(line: "journal list --count 0", codes: ["E-NUMBER"], field: "count"),
            Fault(line: "day summary --day 2026-2-3", codes: ["E-DAY"], field: "day"),
            Fault(line: "day summary --day 2026-02-30", codes: ["E-DAY"], field: "day"),
            Fault(line: "sync run --timeout soon", codes: ["E-NUMBER"], field: "timeout"),
            Fault(
                line: "handover give EX0000000000012", codes: ["E-USAGE-FLAG"], field: "to",
                status: .usage),
            Fault(
                line: "handover give EX0000000000012 --to c2 --back", codes: ["E-USAGE-FLAG"],
                field: "back", status: .usage),
            Fault(
                line: "handover take EX0000000000012", codes: ["E-USAGE-FLAG"], field: "number",
                status: .usage),
            Fault(
                line: "refund EX0000000000012 --for cod --reason price", codes: ["E-USAGE-FLAG"],
                field: "cash-fen", status: .usage),
            Fault(
                line: "return start EX0000000000012", codes: ["E-USAGE-FLAG"], field: "reason",
                status: .usage),
            Fault(line: "cash give", codes: ["E-USAGE-FLAG"], field: "cash-fen", status: .usage),
            Fault(line: "cash give --cash-fen 0", codes: ["E-NUMBER"], field: "cash-fen"),
            Fault(line: "cash give --cash-fen ten", codes: ["E-AMOUNT"], field: "cash-fen"),
            Fault(
                line: "cash give --count 3=1", codes: ["E-CASH-COUNT"], field: "count",
                status: .usage),
            Fault(
                line: "cash give --count 100=1 --cash-fen 5", codes: ["E-CASH-SUM"],
                field: "count", status: .usage),
            Fault(
                line: "task decline T81", codes: ["E-USAGE-FLAG"], field: "reason",
                status: .usage),
            Fault(
                line: "correct 12", codes: ["E-USAGE-FLAG"], field: "reason", status: .usage),
            Fault(
                line: "correct 12 --reason other --change note", codes: ["E-FORM"],
                field: "change"),
            Fault(
                line: "correct x --reason other --confirm y", codes: ["E-RECORD", "E-RECORD"],
                field: "confirm"),
            Fault(
                line: "problem add --reason lost", codes: ["E-USAGE-ARGUMENT"], field: "WAYBILL",
                status: .usage),
            Fault(
                line: "problem add EX0000000000012 --unreadable EX00 --reason lost",
                codes: ["E-USAGE-ARGUMENT"], field: "WAYBILL", status: .usage),
            Fault(
                line: "problem add EX0000000000012", codes: ["E-USAGE-FLAG"], field: "reason",
                status: .usage),
            Fault(
                line: "deliver fail EX0000000000012 --reason no-answer --contact call",
                codes: ["E-FORM"], field: "contact"),
            Fault(
                line: "deliver fail EX0000000000012 --reason rescheduled --retry-from "
                    + "2026-11-22T10:00Z --retry-until 2026-11-22T10:00Z",
                codes: ["E-TIME"], field: "retry-until"),
            Fault(
                line: "deliver sign EX0000000000012 --seen selfie", codes: ["E-FORM"],
                field: "seen"),
            Fault(
                line: "pickup refuse --task T1", codes: ["E-USAGE-FLAG"], field: "reason",
                status: .usage),
            Fault(
                line: "pickup quote --weight-g 2.5kg --size-mm 3x4 --insure full --zone -1 "
                    + "--cod-fen 10000000001",
                codes: ["E-NUMBER", "E-SIZE", "E-CODE", "E-AMOUNT", "E-AMOUNT"],
                field: "weight-g"),
            Fault(
                line: "pickup issue --answer 充电宝 --certificate A:1 --bind EX0000000000013",
                codes: ["E-FORM", "E-FORM", "E-WB-NUMBER"], field: "answer"),
        ])
    func `every wrong value is said at once, with its field and exit status`(fault: Fault) throws {
        let reading = try reading(fault.line)
        #expect(codes(reading) == fault.codes)
        guard case .faulty(let errors) = reading, let first = errors.first else { return }
        #expect(first.field == fault.field)
        #expect(first.status == fault.status)
        #expect(errors.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }

    @Test(arguments: ["\u{1B}", "\n", "\u{7F}", "\u{85}"])
    func `a control character in a text is refused with its place`(character: String) throws {
        let words = ["pickup", "issue", "--item", "衣\(character)服"]
        guard case .run(let invocation) = courier.parse(words).request,
            case .faulty(let errors) = CourierRequest.reading(invocation)
        else {
            Issue.record("the text was taken")
            return
        }
        #expect(errors.map(\.code) == ["E-TEXT-CONTROL"])
        #expect(errors.first?.message.en == "--item: character 2 is a control character")
    }

    @Test(arguments: ["", "  "])
    func `goods without a name are not checked`(name: String) throws {
        guard case .run(let invocation) = courier.parse(["check", name]).request,
            case .faulty(let errors) = CourierRequest.reading(invocation)
        else {
            Issue.record("an empty name was taken")
            return
        }
        #expect(errors.map(\.code) == ["E-NAME-EMPTY"])
    }

    @Test func `a text has a limit`() throws {
        let limit = FlagReader.textBytesMax
        let longest = String(repeating: "a", count: limit)
        #expect(try codes(reading("pickup issue --note \(longest)")) == [])
        #expect(try codes(reading("pickup issue --note \(longest)a")) == ["E-TEXT-LONG"])
        let digits = String(repeating: "9", count: FlagReader.digitsMax)
        #expect(try codes(reading("pickup quote --weight-g \(digits)")) == [])
        #expect(try codes(reading("pickup quote --weight-g 1\(digits)")) == ["E-NUMBER"])
    }
}

/// The invocation of a command line without quotes.
func invocation(_ line: String) throws -> Invocation {
    let words = line.split(separator: " ").map(String.init)
    let request = courier.parse(words).request
    guard case .run(let invocation) = request else {
        Issue.record("refused: \(request)")
        throw RefusedLine()
    }
    return invocation
}

struct RefusedLine: Error {}

func reading(_ line: String) throws -> CourierRequest.Reading {
    CourierRequest.reading(try invocation(line))
}

/// A request with what holds when nobody says more.
func request(_ command: CourierCommand) -> CourierRequest {
    CourierRequest(command: command, dataFolder: nil, timeoutSeconds: 5)
}

func codes(_ reading: CourierRequest.Reading) -> [String] {
    guard case .faulty(let errors) = reading else { return [] }
    return errors.map(\.code)
}
