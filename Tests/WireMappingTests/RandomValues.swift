import Domain

/// A value that can be made up from a seed, within its limits.
protocol RandomValue {
    static func random(from random: inout RandomValues) -> Self
}

/// A row that can be made up from a seed, within its limits.
protocol RandomRow {
    static func random(id: String, from random: inout RandomValues) -> Self
}

/// Makes up values within the limits of the wire; one seed gives one sequence.
struct RandomValues {
    /// Chance in hundred that an optional field is there.
    var fillPercent = 60
    private var source: RandomSource

    init(seed: UInt64) {
        source = .seeded(SeededGenerator(seed: seed))
    }

    mutating func upTo(_ max: Int) -> Int { Int.random(in: 0...max, using: &source) }

    mutating func flag() -> Bool { Bool.random(using: &source) }

    mutating func natural() -> Int { flag() ? upTo(9) : upTo(9_007_199_254_740_991) }

    mutating func positive() -> Int { max(1, natural()) }

    mutating func integer() -> Int { flag() ? natural() : -natural() }

    mutating func word<Word: CaseIterable>() -> Word {
        let words = Array(Word.allCases)
        return words[upTo(words.count - 1)]
    }

    mutating func value<Value: RandomValue>() -> Value { Value.random(from: &self) }

    mutating func maybe<Value>(_ make: (inout RandomValues) -> Value) -> Value? {
        upTo(99) < fillPercent ? make(&self) : nil
    }

    mutating func list<Value>(max: Int, _ make: (inout RandomValues) -> Value) -> [Value] {
        let count = upTo(99) < fillPercent ? upTo(max) : 0
        return (0..<count).map { _ in make(&self) }
    }

    mutating func text(max: Int) -> String {
        let letters: [Unicode.Scalar] = ["a", "Z", "0", "\"", "\\", "快", "件", "😀", " ", "\n", "e"]
        var text = String.UnicodeScalarView()
        for _ in 0..<upTo(min(max, 12)) { text.append(letters[upTo(letters.count - 1)]) }
        return String(text)
    }

    mutating func pick(_ alphabet: String, count: Int) -> String {
        let letters = Array(alphabet.utf8)
        return String(
            decoding: (0..<count).map { _ in letters[upTo(letters.count - 1)] }, as: UTF8.self)
    }

    mutating func identifier() -> String { pick("AZaz09_.@-", count: 1 + upTo(47)) }

    mutating func parcel() -> String { "A" + pick("AZ09-", count: 5 + upTo(34)) }

    mutating func hex64() -> String { pick("0123456789abcdef", count: 64) }

    mutating func uuid() -> String { source.uuid7(at: upTo(1_800_000_000_000)) }

    mutating func currency() -> String { pick("CNYUSD", count: 3) }

    mutating func strokes() -> String { pick("AZaz09-_", count: upTo(40)) }

    mutating func code() -> Code { Code("C" + pick("AZ09_", count: 1 + upTo(38))) ?? .nothing }

    mutating func custody() -> Custody {
        let all: [Custody] = [
            .sender, .recipient, .transit, .person("c1"), .station("ST0931"),
        ]
        return all[upTo(all.count - 1)]
    }

    mutating func problemSubject() -> ProblemSubject {
        flag() ? .parcel(parcel()) : .unreadable(text(max: 60))
    }

    mutating func amountsByCode() -> [Code: Int] {
        Dictionary(
            list(max: 3) { ($0.code(), $0.integer()) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func amountsByCurrency() -> [String: Int] {
        Dictionary(
            list(max: 3) { ($0.currency(), $0.integer()) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func settings() -> [String: ConfigValue] {
        Dictionary(
            list(max: 4) { ($0.identifier(), $0.setting()) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func setting() -> ConfigValue {
        switch upTo(3) {
        case 0: .text(text(max: 1_000))
        case 1: .integer(integer())
        case 2: .flag(flag())
        default: .list([.integer(integer()), .list([.text("09:00")])])
        }
    }

    mutating func payload(_ kind: FactKind) -> FactPayload {
        switch kind {
        case .identity: .identity(value())
        case .check: .check(value())
        case .quote: .quote(quote())
        case .payment: .payment(payment())
        case .paymentVoid: .paymentVoid(value())
        case .pickup: .pickup(value())
        case .refusal: .refusal(value())
        case .deliver: .deliver(value())
        case .attempt: .attempt(value())
        case .problem: .problem(value())
        case .correct: .correct(value())
        case .note: .note(value())
        case .return: .return(value())
        case .handover: .handover(value())
        case .cashHandover: .cashHandover(cashHandover())
        case .refund: .refund(value())
        case .taskAccept: .taskAccept(value())
        case .taskDecline: .taskDecline(value())
        case .taskStart: .taskStart(value())
        case .problemStep: .problemStep(problemStep())
        case .scan: .scan(scan())
        case .reweigh: .reweigh(value())
        case .caseSay: .caseSay(value())
        case .shiftOpen: .shiftOpen(value())
        case .shiftClose: .shiftClose(value())
        case .oversize: .oversize(value())
        case .blobCorrupt: .blobCorrupt(value())
        case .consent: .consent(value())
        case .taskOpen: .taskOpen(value())
        case .taskAssign: .taskAssign(value())
        case .taskCancel: .taskCancel(value())
        case .personSet: .personSet(value())
        case .configSet: .configSet(value())
        case .deviceState: .deviceState(value())
        case .paymentConfirm: .paymentConfirm(value())
        case .tariffSet: .tariffSet(value())
        case .packSet: .packSet(value())
        case .numbersGrant: .numbersGrant(value())
        case .taskChange: .taskChange(value())
        case .addressChange: .addressChange(value())
        case .chargePrice: .chargePrice(value())
        case .parcelIntercept: .parcelIntercept(value())
        case .parcelRelease: .parcelRelease(value())
        case .adjustment: .adjustment(value())
        case .caseResolve: .caseResolve(caseResolve())
        case .streamClose: .streamClose(value())
        case .reinterpret: .reinterpret(value())
        case .daySeal: .daySeal(value())
        case .dayReceipt: .dayReceipt(value())
        case .dayBegin: .dayBegin(value())
        case .dayWaive: .dayWaive(value())
        case .dayClose: .dayClose(value())
        }
    }

    /// The lines add up to the total.
    private mutating func quote() -> QuoteFact {
        var quote: QuoteFact = value()
        quote.lines = quote.lines.map { ChargeLine(code: $0.code, amountFen: upTo(100_000)) }
        quote.totalFen = quote.lines.reduce(0) { $0 + $1.amountFen }
        return quote
    }

    /// Only a method that can wait is pending.
    private mutating func payment() -> PaymentFact {
        var payment: PaymentFact = value()
        if !payment.money.method.canBePending { payment.state = .taken }
        return payment
    }

    /// Cash only.
    private mutating func cashHandover() -> CashHandoverFact {
        var handover: CashHandoverFact = value()
        handover.money.method = .cash
        return handover
    }

    /// A closed problem has an outcome.
    private mutating func problemStep() -> ProblemStepFact {
        var step: ProblemStepFact = value()
        if step.step == .closed, step.outcome == nil { step.outcome = word() }
        return step
    }

    /// An event or an operation.
    private mutating func scan() -> ScanFact {
        var scan: ScanFact = value()
        if scan.event == nil, scan.operation == nil { scan.event = word() }
        return scan
    }

    /// The postings sum to 0.
    private mutating func caseResolve() -> CaseResolveFact {
        var decision: CaseResolveFact = value()
        let amount = upTo(100_000)
        decision.postings = list(max: 1) { $0.ledgerAccount() }.flatMap { account in
            [
                DecidedPosting(account: account, amountFen: amount),
                DecidedPosting(account: .waived, amountFen: -amount),
            ]
        }
        return decision
    }

    private mutating func ledgerAccount() -> LedgerAccount {
        let all: [LedgerAccount] = [
            .cash(person: identifier()), .stationCash, .card, .wallet, .monthly(payer: "月结1"),
            .pending(reference: "0000-0000"), .charge(id: identifier()),
            .chargeWait(id: identifier()), .variance(person: identifier()), .suspense,
        ]
        return all[upTo(all.count - 1)]
    }
}
