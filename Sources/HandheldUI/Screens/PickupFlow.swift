import Commands
import Domain
import Terminal

/// A pickup at the sender's: the steps of the gate in their order, down to the number on the
/// parcel.
struct PickupFlow: Flow {
    static let form = "pickup"

    /// The task; nil for a sender who walked in.
    let task: String?
    private var view: TaskView?
    /// What the catalogue said, and to what.
    private var finding: (asked: [String], value: CatalogueFinding)?
    /// The price, and what of.
    private var quote: (asked: QuoteInput, value: ScreenQuote)?

    init(_ task: String?) { self.task = task }

    var form: String { Self.form }
    var title: Words { Words(zh: "收件", en: "Pickup") }
    var about: String { task ?? "" }

    /// The keys of the answers.
    enum Key {
        static let notice = "notice"
        static let document = "document"
        static let number = "number"
        static let method = "id_method"
        static let item = "item"
        static let nature = "nature"
        static let quantity = "quantity"
        static let inspected = "inspected"
        static let counted = "counted"
        static let within = "within"
        static let approval = "approval"
        static let answer = "answer."
        static let packed = "packed"
        static let weight = "weight"
        static let length = "length"
        static let width = "width"
        static let height = "height"
        static let zone = "zone"
        static let cover = "cover"
        static let coverValue = "cover_value"
        static let pay = "pay"
        static let tendered = "tendered"
        static let reference = "reference"
        static let accepted = "accepted"
        static let binding = "binding"
        static let label = "label"
        static let mark = "mark"
    }

    // MARK: What is known

    func needs(_ answers: Answers, at step: Int) -> [ScreenQuestion] {
        if let task, view == nil { return [.task(task)] }
        let isPastGoods = step > Self.goodsStep || answers[Key.item]?.isEmpty == false
        if isPastGoods, step >= Self.goodsStep, finding?.asked != goodsAsked(answers) {
            return [
                .goods(
                    name: item(answers), catalogueAnswers(answers), to: destination(answers))
            ]
        }
        if step > Self.weightStep, quote?.asked != quoteInput(answers) {
            return [.quote(quoteInput(answers))]
        }
        return []
    }

    static let goodsStep = 2
    static let weightStep = 3

    mutating func learn(_ answer: ScreenAnswer, _ answers: Answers) -> Words? {
        switch answer {
        case .task(let found):
            view = found
            return found?.task.kind == .pickup
                ? nil : Words(zh: "没有这个收件任务", en: "no such pickup")
        case .goods(let value): finding = (goodsAsked(answers), value)
        case .quote(let value): quote = (quoteInput(answers), value)
        default: break
        }
        return nil
    }

    func joining(_ number: String, _ answers: Answers) -> Answers? { nil }

    func exit(_ digit: Int, at step: Int, _ answers: Answers) -> (any Flow)? {
        digit == 9 && step <= Self.goodsStep ? RefusalFlow(task) : nil
    }

    private func item(_ answers: Answers) -> String {
        answers[Key.item] ?? view?.task.goods?.itemName ?? ""
    }

    private func destination(_ answers: Answers) -> GoodsDestination {
        var destination = GoodsDestination()
        destination.province = view?.task.recipient?.province
        destination.city = answers["to.city"] ?? view?.task.recipient?.city
        return destination
    }

    private func goodsAsked(_ answers: Answers) -> [String] {
        [item(answers)] + catalogueAnswers(answers).map { "\($0.keyword)=\($0.applies)" }
    }

    private func catalogueAnswers(_ answers: Answers) -> [CatalogueAnswer] {
        answers.values.filter { $0.key.hasPrefix(Key.answer) }.sorted { $0.key < $1.key }.map {
            CatalogueAnswer(
                keyword: String($0.key.dropFirst(Key.answer.count)), applies: $0.value == "1")
        }
    }

    func quoteInput(_ answers: Answers) -> QuoteInput {
        var input = QuoteInput()
        input.task = task
        input.grams = answers[Key.weight].flatMap(Self.grams)
        let sides = [Key.length, Key.width, Key.height].compactMap { key in
            answers[key].flatMap { Int($0) }
        }
        if sides.count == 3 {
            input.size = ParcelSize(
                lengthMillimetres: sides[0] * 10, widthMillimetres: sides[1] * 10,
                heightMillimetres: sides[2] * 10)
        }
        input.zone = answers[Key.zone].flatMap { Code($0) }
        input.province = answers["to.province"]
        input.city = answers["to.city"]
        input.cover =
            answers[Key.cover] == "1"
            ? answers.fen(Key.coverValue).map { .declared(fen: $0) } : .declined
        return input
    }

    /// Kilograms as typed, up to three decimals.
    static func grams(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(parts[0]), whole >= 0, whole < 10_000 else {
            return nil
        }
        guard parts.count == 2 else { return whole > 0 ? whole * 1_000 : nil }
        guard parts[1].count <= 3, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        let padded = parts[1] + String(repeating: "0", count: 3 - parts[1].count)
        return Int(padded).map { whole * 1_000 + $0 }.flatMap { $0 > 0 ? $0 : nil }
    }

    // MARK: Steps

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        var steps = [
            parties(screen), identity, goods(answers, screen), measures(answers),
            price(answers, screen), label(screen),
        ]
        for place in 0...Self.goodsStep {
            steps[place].exits = [.choice(9, screen.say("拒收, 没收成", "refuse, or not collected"))]
        }
        return steps
    }

    /// What the order does not say of sender and recipient, after the notice.
    private func parties(_ screen: ScreenContext) -> FlowStep {
        let notice = Question.choice(
            Key.notice, Words(zh: "已告知条款、禁寄、保价", en: "Terms, prohibited goods, cover told"),
            [.init(code: "1", words: Words(zh: "已告知", en: "told"))], standard: "1")
        var step = FlowStep(
            title: Words(zh: "订单与寄件人", en: "Order, sender"), questions: [notice])
        step.questions += Self.party("from", Words(zh: "寄件人", en: "Sender"), view?.task.sender)
        step.questions += Self.party("to", Words(zh: "收件人", en: "Recipient"), view?.task.recipient)
        if let view {
            let words = TaskWords(view, screen)
            step.notes = [
                PageLine(" " + words.window, right: words.name), .note(" " + words.place),
            ]
        }
        return step
    }

    private static func party(_ prefix: String, _ who: Words, _ known: Party?) -> [Question] {
        let fields: [(key: String, words: Words, known: String?)] = [
            ("name", Words(zh: "姓名", en: "name"), known?.name),
            ("phone", Words(zh: "电话", en: "phone"), known?.phone),
            ("address", Words(zh: "地址", en: "address"), known?.address),
            ("city", Words(zh: "城市", en: "city"), known?.city ?? known?.province),
        ]
        return fields.filter { $0.known?.isEmpty ?? true }.map { field in
            .text(
                "\(prefix).\(field.key)",
                Words(zh: who.zh + field.words.zh, en: "\(who.en) \(field.words.en)"),
                countMax: 120)
        }
    }

    /// The document itself is checked here and goes into no record and no draft.
    private var identity: FlowStep {
        var number = Question(
            key: Key.number, label: Words(zh: "证件号码", en: "Document number"),
            kind: .secret(countMax: 40))
        number.problem = {
            $0.isEmpty ? Words(zh: "证件号码要填", en: "the number is needed") : nil
        }
        let documents = DocumentType.allCases.filter { $0 != .none && $0 != .uscc }
        let methods: [IdentityMethod] = [.manual, .ocr, .read]
        return FlowStep(
            title: Words(zh: "实名", en: "Real name"),
            questions: [
                .choice(
                    Key.document, Words(zh: "证件", en: "Document"),
                    Question.Option.all(documents, \.words),
                    standard: DocumentType.residentId.rawValue), number,
                .choice(
                    Key.method, Words(zh: "人证一致, 怎么查的", en: "Person matches; checked by"),
                    Question.Option.all(methods, \.words),
                    standard: IdentityMethod.manual.rawValue),
            ])
    }

    private func goods(_ answers: Answers, _ screen: ScreenContext) -> FlowStep {
        var item = Question.text(Key.item, Words(zh: "品名", en: "Goods"), countMax: 60)
        item.standard = view?.task.goods?.itemName
        var nature = Question.text(Key.nature, Words(zh: "性质", en: "Nature"), countMax: 60)
        nature.standard = view?.task.goods?.itemNature
        var step = FlowStep(
            title: Words(zh: "物品与验视", en: "Item, open check"), questions: [item, nature])
        var quantity = Self.wholeNumber(Key.quantity, Words(zh: "件数", en: "Pieces"))
        quantity.standard = String(view?.task.goods?.quantity ?? 1)
        step.questions.append(quantity)
        step.questions += asked(answers)
        step.questions.append(
            .choice(
                Key.inspected, Words(zh: "验视 (必须当面打开看过)", en: "Opened and looked at together"),
                [
                    .init(
                        code: "1",
                        words: Words(
                            zh: "看过, 与申报一致, 无禁寄", en: "seen, as declared, nothing prohibited"))
                ]))
        if let finding = finding?.value, finding.decision != .none {
            for hit in finding.hits where !hit.item.note[screen.language].isEmpty {
                step.notes.append(.note(" ! " + hit.item.note[screen.language]))
            }
        }
        return step
    }

    /// What the catalogue wants to know of the goods.
    private func asked(_ answers: Answers) -> [Question] {
        guard let finding = finding?.value else { return [] }
        let yesNo: [Question.Option] = [
            .init(code: "1", words: Words(zh: "是", en: "yes")),
            .init(code: "0", words: Words(zh: "不是", en: "no")),
        ]
        // Answering one must not move the others.
        var words = Dictionary(
            catalogueAnswers(answers).map {
                ($0.keyword, Words(zh: "是\($0.keyword)吗", en: "is it \($0.keyword)?"))
            }, uniquingKeysWith: { $1 })
        for question in finding.questions { words[question.keyword] = question.words.squared }
        var questions = words.sorted { $0.key < $1.key }.map { keyword, words in
            Question.choice(Key.answer + keyword, words, yesNo)
        }
        let decisions = finding.hits.compactMap(\.decision)
        if decisions.contains(where: { $0.block == .overLimit }) {
            questions.append(.text(Key.counted, Words(zh: "清点数量", en: "Counted"), countMax: 40))
            questions.append(
                .choice(Key.within, Words(zh: "在限量内吗", en: "Within the limit?"), yesNo))
        }
        if decisions.contains(where: { $0.lift == .managerApproval }) {
            questions.append(
                .text(Key.approval, Words(zh: "批准人工号", en: "Approved by"), countMax: 48))
        }
        return questions
    }

    private static func wholeNumber(_ key: String, _ label: Words) -> Question {
        var question = Question.text(key, label, countMax: 6)
        question.problem = { answer in
            (Int(answer) ?? 0) > 0
                ? nil : Words(zh: "\(label.zh) 要填数字", en: "\(label.en): a number is needed")
        }
        return question
    }

    private func measures(_ answers: Answers) -> FlowStep {
        var weight = Question.text(Key.weight, Words(zh: "实重 kg", en: "Weight kg"), countMax: 9)
        weight.problem = { answer in
            Self.grams(answer) == nil
                ? Words(zh: "重量写不对: \(answer)", en: "not a weight: \(answer)") : nil
        }
        var length = Question(
            key: Key.length, label: Words(zh: "长 cm (不量就空着)", en: "Length cm, or empty"),
            kind: .text(countMax: 3))
        length.problem = { answer in
            answer.isEmpty || (Int(answer) ?? 0) > 0
                ? nil : Words(zh: "长度写不对", en: "not a length")
        }
        var questions = [weight, length]
        if answers[Key.length]?.isEmpty == false {
            questions.append(Self.wholeNumber(Key.width, Words(zh: "宽 cm", en: "Width cm")))
            questions.append(Self.wholeNumber(Key.height, Words(zh: "高 cm", en: "Height cm")))
        }
        questions.append(
            .choice(
                Key.packed, Words(zh: "谁包装的, 包装合格", en: "Packed by, and fit"),
                Question.Option.all(PackedBy.allCases, \.words)))
        if view?.task.sender?.province == nil || view?.task.recipient?.province == nil {
            questions.append(.choice(Key.zone, Words(zh: "寄往", en: "Zone"), Self.zones))
        }
        questions.append(
            .choice(
                Key.cover, Words(zh: "保价", en: "Cover"),
                [
                    .init(code: "0", words: Words(zh: "不保价", en: "none")),
                    .init(code: "1", words: Words(zh: "保价", en: "declare a value")),
                ], standard: "0"))
        if answers[Key.cover] == "1" {
            questions.append(
                Question(
                    key: Key.coverValue, label: Words(zh: "声明价值", en: "Declared value"),
                    kind: .money))
        }
        return FlowStep(title: Words(zh: "重量尺寸", en: "Weight, size"), questions: questions)
    }

    /// The zones of the standard tariff.
    private static let zones: [Question.Option] = [
        .init(code: "SAME_CITY", words: Words(zh: "同城", en: "same city")),
        .init(code: "SAME_PROVINCE", words: Words(zh: "省内", en: "same province")),
        .init(code: "NEIGHBOUR", words: Words(zh: "邻近省份", en: "neighbouring province")),
        .init(code: "STANDARD", words: Words(zh: "其他省份", en: "other province")),
        .init(code: "REMOTE", words: Words(zh: "偏远地区", en: "remote area")),
        .init(code: "HMT", words: Words(zh: "港澳台", en: "Hong Kong, Macao, Taiwan")),
    ]

    private func price(_ answers: Answers, _ screen: ScreenContext) -> FlowStep {
        let methods: [PaymentMethod] = [
            .cash, .wechat, .alipay, .unionpayCard, .eCny, .collect,
        ]
        let pay = Question.choice(
            Key.pay, Words(zh: "客户同意, 付款方式", en: "Agreed; paid by"),
            Question.Option.all(methods, \.words))
        var step = FlowStep(title: Words(zh: "报价与付款", en: "Quote, payment"), questions: [pay])
        guard let quote = quote?.value else { return step }
        step.notes = quote.lines.map {
            PageLine(" " + $0.words[screen.language], right: Fen.text($0.fen))
        }
        step.notes.append(
            PageLine(screen.say(" 应付", " TO PAY"), right: Fen.text(quote.totalFen), style: .bold))
        step.questions += Self.taken(quote.totalFen, by: answers.code(Key.pay))
        return step
    }

    private static func taken(_ total: Int, by method: PaymentMethod?) -> [Question] {
        switch method?.methodClass {
        case nil, .collect, .monthly: return []
        case .card, .wallet: return [.text(Key.reference, Words(zh: "收款单号", en: "Payment number"))]
        case .cash:
            var tendered = Question(
                key: Key.tendered, label: Words(zh: "实收现金", en: "Cash given"), kind: .money)
            tendered.standard = DeliveryFlow.plain(total)
            tendered.problem = { answer in
                guard case .success(let fen) = Fen.parse(answer), fen < total else { return nil }
                return Words(
                    zh: "应收 \(Fen.text(total)), 还差 \(Fen.text(total - fen))",
                    en: "\(Fen.text(total)) is due, \(Fen.text(total - fen)) is missing")
            }
            return [tendered]
        }
    }

    private func label(_ screen: ScreenContext) -> FlowStep {
        let left = screen.figures.numbersLeft
        let number = Question(
            key: Key.label,
            label: Words(zh: "扫面单; 空着用本机号段 (余 \(left))", en: "Scan it; empty: next of \(left)"),
            kind: .number)
        return FlowStep(
            title: Words(zh: "运单号", en: "Waybill"),
            questions: [
                number,
                .choice(
                    Key.mark, Words(zh: "面单贴好, 盖了验视章", en: "Label on, inspection mark on"),
                    [.init(code: "1", words: Words(zh: "好了", en: "done"))], standard: "1"),
            ])
    }

    // MARK: Summary and act

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        let number = answers[Key.label] ?? ""
        let total = quote?.value.totalFen ?? 0
        var lines = [
            PageLine(" " + (number.isEmpty ? screen.say("本机号段下一个", "next number") : number)),
            PageLine(
                " \(item(answers)) x\(answers[Key.quantity] ?? "1")",
                right: (answers[Key.weight] ?? "") + " kg"),
            PageLine(screen.say(" 应付", " to pay"), right: Fen.text(total), style: .bold),
        ]
        if let pay: PaymentMethod = answers.code(Key.pay) {
            let given = pay == .cash ? answers.fen(Key.tendered) : nil
            let change = given.map { $0 - total } ?? 0
            lines.append(
                PageLine(
                    " " + pay.words[screen.language],
                    right: change > 0 ? screen.say("找零 ", "change ") + Fen.text(change) : ""))
        }
        lines.append(
            PageLine(screen.say(" 验视 v  实名 v  告知 v", " open check v  real name v  told v")))
        return lines
    }

    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct? {
        guard let quote = quote?.value, let number = answers[Key.number], !number.isEmpty else {
            return nil
        }
        var input = PickupInput()
        input.quote = quoteInput(answers)
        input.quote.method = answers.code(Key.pay)
        input.sender = Self.input("from", answers)
        input.recipient = Self.input("to", answers)
        input.itemName = item(answers)
        input.itemNature = answers[Key.nature]
        input.quantity = answers[Key.quantity].flatMap { Int($0) }
        input.isNoticeGiven = answers[Key.notice] == "1"
        input.identity.documentType = answers.code(Key.document)
        input.identity.number = Secret(number)
        input.identity.method = answers.code(Key.method)
        input.identity.personMatches = true
        input.isInspected = answers[Key.inspected] == "1"
        input.isDeclarationTrue = input.isInspected
        input.answers = catalogueAnswers(answers)
        input.counted = answers[Key.counted]
        input.isWithinLimit = answers[Key.within] == "1"
        input.approvedBy = answers[Key.approval]
        input.packedBy = answers.code(Key.packed)
        input.isPackagingFit = input.packedBy != nil
        input.acceptedFen = quote.totalFen
        if input.quote.method == .cash { input.tenderedFen = answers.fen(Key.tendered) }
        if input.quote.method != .cash { input.paymentReference = answers[Key.reference] }
        input.isMarked = answers[Key.mark] == "1"
        let label = answers[Key.label] ?? ""
        input.binding = label.isEmpty ? .next : .number(label)
        return .pickup(input)
    }

    private static func input(_ prefix: String, _ answers: Answers) -> PartyInput {
        var party = PartyInput()
        party.name = answers[prefix + ".name"]
        party.phone = answers[prefix + ".phone"]
        party.address = answers[prefix + ".address"]
        party.city = answers[prefix + ".city"]
        return party
    }
}

extension Words {
    /// With the quotation marks that every terminal draws alike.
    fileprivate var squared: Words {
        func squared(_ text: String, _ open: Character, _ close: Character) -> String {
            String(text.map { $0 == "\u{201C}" ? open : $0 == "\u{201D}" ? close : $0 })
        }
        return Words(zh: squared(zh, "「", "」"), en: squared(en, "'", "'"))
    }
}
