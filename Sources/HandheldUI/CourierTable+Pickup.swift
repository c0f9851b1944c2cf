import Commands
import Domain

extension CommandTable {
    static let pickup = [
        Command(
            "pickup", "quote", summary: Words(zh: "报价, 不记账", en: "say the price, record nothing"),
            flags: [CourierFlags.task] + PickupFlags.quote + [
                PickupFlags.toProvince, PickupFlags.toCity,
            ]
                + [CourierFlags.method],
            examples: [
                Example(
                    "courier pickup quote --weight-g 2350 --size-mm 400x300x90 "
                        + "--zone same-province",
                    Words(zh: "省内多少钱", en: "the price within the province"))
            ]),
        Command(
            "pickup", "issue",
            summary: Words(zh: "收件: 过完各道关, 出运单", en: "accept a parcel and issue its waybill"),
            details: Words(
                zh: "按顺序过十二道关: 告知、实名、验视、申报、禁寄、包装、称重、报价、保价、付款、"
                    + "验视标识、绑定运单。缺一道就不收, 并说缺哪一道。一次写不下就写成表单文件, "
                    + "每行一个「键 = 值」, 键就是下面的选项名, 不带值的选项写「键 = 是」: "
                    + "courier pickup issue --form 表单。",
                en: "Passes the twelve steps of acceptance in order: terms told, identity, "
                    + "inspection, declaration, prohibited goods, packing, weight, quote, "
                    + "cover, payment, mark, binding. What is missing is said. Instead of many "
                    + "flags a form file may hold them, one \"key = value\" a line, the keys "
                    + "being the flags below; a flag without a value is written \"key = yes\": "
                    + "courier pickup issue --form FILE."),
            flags: PickupFlags.order + PickupFlags.goods + PickupFlags.gate + PickupFlags.quote
                + PickupFlags.money + PickupFlags.end,
            examples: [
                Example(
                    "courier pickup issue --form parcel.txt --id-number-file -",
                    Words(zh: "其余在表单里, 证件号从标准输入读", en: "the rest in a form, the number from stdin")),
                Example(
                    "courier pickup issue --task T81 --form p.txt --accept-fen 1200 --bind next",
                    Words(zh: "按预约单收件, 寄件人同意 12 元", en: "for a task; the sender accepts 12 yuan")),
            ]),
        Command(
            "pickup", "refuse",
            summary: Words(zh: "不收, 记下原因", en: "record that nothing was accepted"),
            flags: [
                CourierFlags.task,
                CourierFlags.reason(
                    Choice.all(RefusalReason.self, \.words), Words(zh: "原因", en: "why")),
                PickupFlags.item, PickupFlags.nature, PickupFlags.quantity, CourierFlags.next,
                CourierFlags.retryFrom, CourierFlags.retryUntil, CourierFlags.photo,
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier pickup refuse --task T81 --reason prohibited-item --item 打火机",
                    Words(zh: "打火机不收", en: "a lighter is not accepted"))
            ]),
        Command(
            "quote", "verify",
            summary: Words(zh: "重算本机每一个报价, 核对到分", en: "compute every quote again, to the fen"),
            details: Words(
                zh: "不联网。不符的逐个列出, 退出码 1。价目改过以后, 以前的报价只核对算术。",
                en: "Works offline. Every quote that differs is named, with exit status 1. Quotes "
                    + "from before a change of the tariff are checked by their own figures.")),
        Command(
            "pickup", "show", summary: Words(zh: "看一张运单", en: "show a waybill"),
            arguments: [CourierFlags.waybill], flags: [CourierFlags.full]),
    ]
}

/// The flags of a pickup, in the order of its steps.
enum PickupFlags {
    static let order =
        [
            Flag(
                Invocation.formFlag, .file("FILE"),
                Words(zh: "表单文件, - 是标准输入", en: "a form file; - is stdin")),
            CourierFlags.task,
            Flag("order", .value("NUMBER"), Words(zh: "订单号", en: "the order's number")),
        ] + party("from", Words(zh: "寄件人", en: "sender's"))
        + party("to", Words(zh: "收件人", en: "recipient's"))

    static let item = Flag("item", .value("TEXT"), Words(zh: "品名", en: "what is inside"))
    static let nature = Flag(
        "nature", .value("TEXT"), Words(zh: "性质, 如: 服装、食品", en: "its nature: clothes, food"))
    static let quantity = Flag("qty", .value("N"), Words(zh: "件数", en: "how many"))

    static let goods = [
        item, nature, quantity,
        Flag(
            "value-fen", .value("FEN"),
            Words(zh: "物品价值, 分", en: "what the goods are worth, in fen")),
        Flag("fragile", .toggle, Words(zh: "易碎", en: "fragile")),
        Flag("upright", .toggle, Words(zh: "勿倒置", en: "keep upright")),
        Flag("dry", .toggle, Words(zh: "防潮", en: "keep dry")),
    ]

    static let gate = [
        Flag(
            "notice", .toggle,
            Words(
                zh: "已告知条款、禁寄规定和保价规则", en: "terms, prohibited goods and cover were told")),
        CourierFlags.documentType, CourierFlags.documentNumber,
        Flag(
            "id-method", .choice(Choice.all(IdentityMethod.self, \.words), named: "HOW"),
            Words(zh: "怎样录入证件", en: "how the document was taken in")),
        Flag(
            "id-company", .value("CODE"),
            Words(zh: "寄件单位的统一社会信用代码", en: "the sending company's credit code")),
        Flag(
            "principal-type", .choice(Choice.all(DocumentType.self, \.words), named: "DOCUMENT"),
            Words(zh: "替别人寄: 委托人的证件种类", en: "sent for somebody: the kind of his document")),
        Flag(
            "principal-number-file", .secret("FILE"),
            Words(
                zh: "首行是委托人证件号的文件, - 是标准输入",
                en: "a file with the number of his document; - is stdin")),
        Flag(
            "principal-method", .choice(Choice.all(IdentityMethod.self, \.words), named: "HOW"),
            Words(zh: "委托人的证件怎样录入", en: "how his document was taken in")),
        Flag(
            "principal-company", .value("CODE"),
            Words(zh: "委托单位的统一社会信用代码", en: "the credit code of the company he sends for")),
        Flag("id-matches", .toggle, Words(zh: "人和证件相符", en: "the person is the one on it")),
        Flag(
            "exempt", .choice(Choice.all(Exemption.self, \.words), named: "WHY"),
            Words(zh: "免实名的理由", en: "why no document is needed")),
        Flag(
            "agreement", .value("NUMBER"), Words(zh: "安全协议号", en: "the safety agreement's number")),
        Flag("inspected", .toggle, Words(zh: "已当面开箱验视", en: "opened and inspected face to face")),
        Flag(
            "declaration-ok", .toggle,
            Words(zh: "品名、性质、数量与实物相符", en: "name, nature and quantity are true")),
        CourierFlags.answer,
        Flag(
            "certificate", .list("KIND:NUMBER:ISSUER"),
            Words(zh: "看过的证明, 可重复", en: "a certificate that was seen; repeatable")),
        Flag(
            "counted", .value("TEXT"),
            Words(zh: "限量物品点过的数, 如: 2 条", en: "limited goods, counted: 2 cartons")),
        Flag(
            "within-limit", .toggle, Words(zh: "点过的数没有超限", en: "the count is within the limit")),
        Flag(
            "approved-by", .value("PERSON"), Words(zh: "批准收寄的站长工号", en: "the manager who approved")),
        Flag(
            "packed-by", .choice(Choice.all(PackedBy.self, \.words)),
            Words(zh: "谁包装的", en: "who packed")),
        Flag("packing-ok", .toggle, Words(zh: "包装合格", en: "the packing is fit")),
    ]

    static let quote = [
        Flag("weight-g", .value("GRAMS"), Words(zh: "实重, 克", en: "weight in grams")),
        Flag(
            "size-mm", .value("LxWxH"),
            Words(zh: "长x宽x高, 毫米", en: "length, width and height in millimetres")),
        Flag(
            "zone", .value("ZONE"),
            Words(
                zh: "价目区, 如 same-province; 不写则看寄件和收件地址",
                en: "tariff zone, such as same-province; else by both addresses")),
        Flag("product", .value("CODE"), Words(zh: "产品", en: "the product")),
        Flag(
            "insure", .value("none|FEN"),
            Words(zh: "不保价, 或声明价值几分", en: "no cover, or the value in fen")),
        Flag("cod-fen", .value("FEN"), Words(zh: "代收货款, 分", en: "cash on delivery in fen")),
        Flag(
            "cod-account", .value("TEXT"), Words(zh: "货款付给谁", en: "where the COD amount is paid")),
        Flag("air", .toggle, Words(zh: "走航空", en: "goes by air")),
        Flag("packing-fen", .value("FEN"), Words(zh: "包装费, 分", en: "packing material, in fen")),
        Flag(
            "receipt-back-fen", .value("FEN"),
            Words(zh: "签单返还费, 分", en: "for a receipt sent back, in fen")),
        Flag(
            "surcharge", .list("CODE"),
            Words(
                zh: "价目里的附加费, 如 upstairs, 可重复",
                en: "a surcharge of the tariff, such as upstairs; repeatable")),
        Flag("discount-fen", .value("FEN"), Words(zh: "优惠, 分", en: "discount, in fen")),
    ]

    static let toProvince = Flag(
        "to-province", .value("TEXT"), Words(zh: "收件人省份", en: "recipient's province"))
    static let toCity = Flag("to-city", .value("TEXT"), Words(zh: "收件人城市", en: "recipient's city"))

    static let money = [
        Flag(
            "accept-fen", .value("FEN"),
            Words(
                zh: "寄件人同意的总价, 分; 与报价不同就不收",
                en: "the total that the sender accepted; it must equal the quote")),
        CourierFlags.method, CourierFlags.tendered, CourierFlags.reference,
    ]

    static let end = [
        Flag("mark", .toggle, Words(zh: "已贴验视标识", en: "the inspection mark is on")),
        Flag(
            "bind", .value("next|WAYBILL"),
            Words(
                zh: "贴哪个运单号; next 是号段里下一个",
                en: "the number on the label; next takes one from the block")),
        Flag(
            "scan", .value("WAYBILL"),
            Words(zh: "扫运单上的号, 和 --scan-label 一起", en: "the waybill as scanned, with --scan-label")),
        Flag(
            "scan-label", .value("WAYBILL"),
            Words(zh: "扫快件上的号; 两个要一样", en: "the parcel's label as scanned; both must be the same")),
        CourierFlags.photo, CourierFlags.note, CourierFlags.idempotencyKey,
    ]

    /// The flags of a sender or recipient.
    private static func party(_ prefix: String, _ who: Words) -> [Flag] {
        func flag(_ name: String, _ zh: String, _ en: String) -> Flag {
            Flag(
                "\(prefix)-\(name)", .value("TEXT"), Words(zh: who.zh + zh, en: "\(who.en) \(en)"))
        }
        return [
            flag("name", "姓名", "name"), flag("phone", "电话", "phone"),
            flag("address", "地址", "street and number"), flag("company", "单位", "company"),
            flag("province", "省份", "province"), flag("city", "城市", "city"),
            flag("district", "区县", "district"),
        ]
    }
}
