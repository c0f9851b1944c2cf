import Commands
import Domain
import Terminal

/// A hand-over at the door: outside, recipient and money, proof.
struct DeliveryFlow: Flow {
    static let form = "deliver"

    /// The parcel that was scanned first.
    private let parcel: String
    private var tasks: [TaskView] = []

    init(_ parcel: String) { self.parcel = parcel }

    /// What a flow begins with whose parcel was scanned.
    static let scanned = Answers([Key.scanned: "1"])

    var form: String { Self.form }
    var title: Words { Words(zh: "派件", en: "Deliver") }
    var about: String { parcel }

    /// The keys of the answers.
    private enum Key {
        static let parcels = "parcels"
        static let scanned = "scanned"
        static let outer = "outer"
        static let condition = "condition"
        static let receiver = "receiver"
        static let signer = "signer"
        static let relation = "relation"
        static let consent = "consent"
        static let phoneTail = "phone_tail"
        static let drop = "drop"
        static let dropPlace = "drop_place"
        static let method = "method"
        static let tendered = "tendered"
        static let reference = "reference"
        static let signature = "signature"
        static let code = "code"
        static let note = "note"
    }

    // MARK: What is known

    func needs(_ answers: Answers, at step: Int) -> [ScreenQuestion] {
        tasks.isEmpty ? [.tasks] : []
    }

    mutating func learn(_ answer: ScreenAnswer, _ answers: Answers) -> Words? {
        guard case .tasks(let views) = answer else { return nil }
        tasks = views.filter { view in
            switch view.task.kind {
            case .delivery, .return: true
            case .pickup, .returnReceipt, .visit, .call, .sweep: false
            }
        }
        return row(parcel) == nil
            ? Words(zh: "\(parcel) 不在您的派件清单", en: "\(parcel) is not yours to deliver")
            : nil
    }

    private func view(of number: String) -> TaskView? {
        tasks.first { $0.task.parcels.contains(number) }
    }

    private func row(_ number: String) -> Parcel? {
        view(of: number)?.parcels.first { $0.id == number }
    }

    private var recipient: Party? { row(parcel)?.recipient }

    /// All parcels of the act, the first one first.
    private func parcels(_ answers: Answers) -> [String] {
        [parcel] + (answers[Key.parcels] ?? "").split(separator: " ").map(String.init)
    }

    private func dues(_ answers: Answers) -> [DueAmount] {
        var seen: Set<String> = []
        return parcels(answers).compactMap(view(of:)).flatMap(\.dues)
            .filter { seen.insert($0.charge).inserted }
    }

    private func dueFen(_ answers: Answers) -> Int {
        Fen.sum(dues(answers).map(\.fen)) ?? .max
    }

    func joining(_ number: String, _ answers: Answers) -> Answers? {
        guard let other = row(number)?.recipient, let recipient, other.name == recipient.name,
            other.phone == recipient.phone, !parcels(answers).contains(number),
            parcels(answers).count < Self.parcelsMax
        else { return nil }
        var answers = answers
        answers[Key.parcels] = [answers[Key.parcels], number].compactMap(\.self)
            .joined(separator: " ")
        answers[Key.tendered] = nil
        return answers
    }

    /// Parcels of one act; nobody carries more to one door.
    static let parcelsMax = 50

    func exit(_ digit: Int, at step: Int, _ answers: Answers) -> (any Flow)? {
        digit == 9 && step == 0 ? AttemptFlow(parcel) : nil
    }

    // MARK: Steps

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        [outside(answers, screen), receiver(answers, screen), proof(answers)]
    }

    private func outside(_ answers: Answers, _ screen: ScreenContext) -> FlowStep {
        var outer = Question.choice(
            Key.outer, Words(zh: "当面看外包装", en: "Outside, seen together"),
            Question.Option.all(OuterState.allCases, \.words), standard: OuterState.intact.rawValue)
        outer.problem = { answer in
            answer == OuterState.labelMismatch.rawValue
                ? Words(
                    zh: "单货不符不能签收, 按 9 记未成功",
                    en: "a wrong label cannot be signed for: press 9") : nil
        }
        var step = FlowStep(title: Words(zh: "外包装检查", en: "Outside check"), questions: [outer])
        if let state: OuterState = answers.code(Key.outer), state != .intact {
            step.questions.append(
                .choice(
                    Key.condition, Words(zh: "当面打开看过", en: "Opened and seen together"),
                    Question.Option.all(conditions(state), \.words)))
        }
        step.notes = door(answers, screen)
        step.exits = [.choice(9, screen.say("没签成: 拒收、不在...", "not delivered: refused, away"))]
        return step
    }

    private func conditions(_ outer: OuterState) -> [ParcelCondition] {
        let damaged: [ParcelCondition] = [.outerDamaged, .contentsDamaged, .shortage]
        return outer == .broken || outer == .wet ? damaged : [.intact] + damaged
    }

    /// Who and what stands at the door.
    private func door(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        let name = recipient.map { Masking.name($0.name) } ?? ""
        let count = parcels(answers).count
        var lines = [
            PageLine(
                " " + name, right: count > 1 ? screen.say("\(count) 件", "\(count) parcels") : "")
        ]
        let due = dueFen(answers)
        if due > 0 { lines.append(PageLine(screen.say(" 应收", " due"), right: Fen.text(due))) }
        if let note = view(of: parcel)?.task.note {
            lines.append(.note(screen.say(" 备注 ", " note ") + note))
        }
        if parcels(answers).contains(where: { row($0)?.isStopped == true }) {
            var line = PageLine(screen.say(" ! 停止派送", " ! stopped: do not hand over"))
            line.style = [.bold, .reverse]
            lines.append(line)
        }
        lines.append(
            .note(screen.say(" 请收件人当面验收, 再到下一步。", " Ask the recipient to inspect it now.")))
        return lines
    }

    private func receiver(_ answers: Answers, _ screen: ScreenContext) -> FlowStep {
        let kinds: [ProofType] = [.recipient, .proxy, .station, .locker]
        var questions = [
            Question.choice(
                Key.receiver, Words(zh: "签收人", en: "Received by"),
                Question.Option.all(kinds, \.words), standard: ProofType.recipient.rawValue)
        ]
        switch kind(answers) {
        case .proxy: questions += proxy
        case .station:
            questions += drop(
                Words(zh: "驿站编号", en: "Pickup station"), Words(zh: "货架号", en: "Shelf"))
        case .locker: questions += drop(Words(zh: "柜号", en: "Locker"), Words(zh: "格口", en: "Box"))
        case .recipient, .orgStamp, .safePlace, .selfPickup, .afterException, .returnSigned: break
        }
        var step = FlowStep(
            title: Words(zh: "签收人与应收", en: "Recipient, money"), questions: questions)
        let due = dueFen(answers)
        guard due > 0 else { return step }
        step.questions += money(due, answers)
        step.notes = dues(answers).map {
            PageLine(" " + $0.purpose.words[screen.language], right: Fen.text($0.fen))
        }
        step.notes.append(
            PageLine(screen.say(" 合计应收", " to take in all"), right: Fen.text(due), style: .bold))
        return step
    }

    private func kind(_ answers: Answers) -> ProofType { answers.code(Key.receiver) ?? .recipient }

    private var consent: Question {
        .choice(
            Key.consent, Words(zh: "收件人怎么同意的", en: "How the recipient agreed"),
            Question.Option.all([.call, .sms, .app, .inPerson] as [ConsentChannel], \.words))
    }

    private var proxy: [Question] {
        var tail = Question.text(
            Key.phoneTail, Words(zh: "收件人手机后4位", en: "Recipient's last 4"), countMax: 11)
        tail.problem = { answer in
            answer.count >= 4 && answer.allSatisfy { $0.isASCII && $0.isNumber }
                ? nil : Words(zh: "手机后 4 位数字", en: "the last four digits")
        }
        return [
            .text(Key.signer, Words(zh: "代签人姓名", en: "Signer's name"), countMax: 60),
            .choice(
                Key.relation, Words(zh: "与收件人关系", en: "Relation"),
                Question.Option.all(SignerRelation.allCases, \.words)), consent, tail,
        ]
    }

    private func drop(_ place: Words, _ spot: Words) -> [Question] {
        [.text(Key.drop, place), .text(Key.dropPlace, spot), consent]
    }

    private func money(_ due: Int, _ answers: Answers) -> [Question] {
        let methods: [PaymentMethod] = [.cash, .wechat, .alipay, .unionpayCard, .eCny]
        let method = Question.choice(
            Key.method, Words(zh: "收款", en: "Taken by"), Question.Option.all(methods, \.words),
            standard: PaymentMethod.cash.rawValue)
        guard answers.code(Key.method) ?? PaymentMethod.cash == .cash else {
            return [method, .text(Key.reference, Words(zh: "收款单号", en: "Payment number"))]
        }
        var tendered = Question(
            key: Key.tendered, label: Words(zh: "实收现金", en: "Cash given"), kind: .money)
        tendered.standard = Self.plain(due)
        tendered.problem = { answer in
            guard case .success(let fen) = Fen.parse(answer), fen < due else { return nil }
            return Words(
                zh: "应收 \(Fen.text(due)), 还差 \(Fen.text(due - fen))",
                en: "\(Fen.text(due)) is due, \(Fen.text(due - fen)) is missing")
        }
        return [method, tendered]
    }

    /// An amount as it is typed.
    static func plain(_ fen: Int) -> String {
        let cents = fen % 100
        return "\(fen / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
    }

    private func proof(_ answers: Answers) -> FlowStep {
        let title = Words(zh: "签名", en: "Signature")
        let signature = Words(zh: "请在框内签名 (手指或触笔拖动)", en: "Please sign inside the box")
        var code = Question(
            key: Key.code, label: Words(zh: "取件码", en: "Pickup code"), kind: .secret(countMax: 20))
        code.problem = {
            $0.isEmpty ? Words(zh: "取件码要填", en: "the pickup code is needed") : nil
        }
        switch kind(answers) {
        case .locker, .station:
            return FlowStep(title: Words(zh: "取件码", en: "Pickup code"), questions: [code])
        case .recipient where answers[Key.signature + FlowPage.insteadMark] == "1":
            let way = Question.choice(
                Key.signature + FlowPage.insteadMark, Words(zh: "凭证", en: "Proof"),
                [
                    .init(code: "1", words: Words(zh: "取件码 (弱凭证)", en: "pickup code (weaker)")),
                    .init(code: "0", words: Words(zh: "还是手签", en: "sign by hand after all")),
                ])
            return FlowStep(title: title, questions: [way, code])
        case .recipient:
            return FlowStep(
                title: title,
                questions: [
                    Question(
                        key: Key.signature, label: signature,
                        kind: .signature(
                            instead: Words(zh: "不能手签, 用取件码", en: "cannot sign: pickup code")))
                ])
        case .proxy, .orgStamp, .safePlace, .selfPickup, .afterException, .returnSigned:
            return FlowStep(
                title: title,
                questions: [
                    Question(key: Key.signature, label: signature, kind: .signature(instead: nil))
                ])
        }
    }

    // MARK: Summary and act

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        let kind = kind(answers)
        let columns = screen.bodyColumns(hasSide: true)
        var lines = parcels(answers).map { PageLine(" " + $0) }
        let name =
            kind == .recipient
            ? Masking.name(recipient?.name ?? "") : answers[Key.signer] ?? answers[Key.drop] ?? ""
        lines.append(PageLine(" " + kind.words[screen.language], right: name))
        if let outer: OuterState = answers.code(Key.outer) {
            let condition: ParcelCondition? = answers.code(Key.condition)
            let seen = outer == .intact ? nil : condition?.words[screen.language]
            lines.append(
                PageLine(
                    screen.say(" 外观 ", " outside ") + outer.words[screen.language],
                    right: seen ?? ""))
        }
        let due = dueFen(answers)
        if due > 0 {
            let method: PaymentMethod = answers.code(Key.method) ?? .cash
            lines.append(
                PageLine(
                    screen.say(" 收款 ", " taken ") + method.words[screen.language],
                    right: Fen.text(due)))
            if method == .cash, let given = answers.fen(Key.tendered), given > due {
                lines.append(
                    PageLine(
                        screen.say(" 找零", " change"), right: Fen.text(given - due), style: .bold))
            }
        }
        let drawing = SignatureDrawing(answers[Key.signature] ?? "")
        let proof =
            isSigned(answers)
            ? screen.say(
                "手签 \(drawing.strokes.count) 笔", "signed, strokes: \(drawing.strokes.count)")
            : screen.say("取件码 (弱凭证)", "pickup code (weaker)")
        return lines + [PageLine(screen.say(" 凭证 ", " proof ") + proof), .rule(columns)].dropLast()
    }

    private func isSigned(_ answers: Answers) -> Bool {
        switch kind(answers) {
        case .locker, .station: false
        case .recipient: answers[Key.signature + FlowPage.insteadMark] != "1"
        case .proxy, .orgStamp, .safePlace, .selfPickup, .afterException, .returnSigned: true
        }
    }

    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct? {
        let isSigned = isSigned(answers)
        let code = answers[Key.code] ?? ""
        guard isSigned || !code.isEmpty else { return nil }
        let inputs = parcels(answers).map { number in
            var input = DeliveryInput(parcel: number)
            // Whatever joined was scanned.
            input.isScanned = number != parcel || answers[Key.scanned] == "1"
            input.outer = answers.code(Key.outer)
            input.condition = input.outer == .intact ? .intact : answers.code(Key.condition)
            input.isInspected = input.outer != .intact
            input.isToldToInspect = true
            input.proof = kind(answers)
            fill(&input, answers)
            if !isSigned { input.pickupCode = Secret(code) }
            if dueFen(answers) > 0 {
                input.method = answers.code(Key.method) ?? .cash
                input.tenderedFen = input.method == .cash ? answers.fen(Key.tendered) : nil
                input.paymentReference = input.method == .cash ? nil : answers[Key.reference]
            }
            return input
        }
        let drawing = SignatureDrawing(answers[Key.signature] ?? "")
        return .deliver(inputs, signature: isSigned ? drawing.drawn : nil)
    }

    private func fill(_ input: inout DeliveryInput, _ answers: Answers) {
        switch kind(answers) {
        case .recipient: input.signer = recipient?.name
        case .proxy:
            input.signer = answers[Key.signer]
            input.relation = answers.code(Key.relation)
            input.phoneTail = answers[Key.phoneTail]
        case .locker, .station:
            input.dropID = answers[Key.drop]
            input.dropPlace = answers[Key.dropPlace]
        case .orgStamp, .safePlace, .selfPickup, .afterException, .returnSigned: break
        }
        guard let channel: ConsentChannel = answers.code(Key.consent) else { return }
        input.consent.channel = channel
        input.consent.givenBy = recipient?.name
    }
}
