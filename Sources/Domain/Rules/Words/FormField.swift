/// A field of a pickup, delivery or correction form.
package struct FormField: Hashable, Sendable {
    /// The name in errors.
    package let name: String
    /// The name on the screen.
    package let words: Words

    private init(_ name: String, _ zh: String, _ en: String) {
        self.name = name
        words = Words(zh: zh, en: en)
    }
}

extension FormField {
    package static let senderName = FormField("sender.name", "寄件人姓名", "sender's name")
    package static let senderPhone = FormField("sender.phone", "寄件人电话", "sender's phone")
    package static let senderAddress = FormField("sender.address", "寄件地址", "sender's address")
    package static let senderCompany = FormField("sender.company", "寄件单位", "sender's company")
    package static let recipientName = FormField("recipient.name", "收件人姓名", "recipient's name")
    package static let recipientPhone = FormField("recipient.phone", "收件人电话", "recipient's phone")
    package static let recipientAddress = FormField(
        "recipient.address", "收件地址", "recipient's address")
    package static let recipientCompany = FormField(
        "recipient.company", "收件单位", "recipient's company")
    package static let itemName = FormField("item.name", "品名", "name of the goods")
    package static let itemNature = FormField("item.nature", "物品性质", "nature of the goods")
    package static let quantity = FormField("item.quantity", "数量", "quantity")
    package static let goodsValue = FormField("item.value", "物品价值", "value of the goods")
    package static let notice = FormField("notice", "告知", "notice")
    package static let document = FormField("identity.document", "证件类型", "document")
    package static let documentNumber = FormField("identity.number", "证件号码", "document number")
    package static let identityMethod = FormField(
        "identity.method", "查验方式", "way of checking the document")
    package static let personMatches = FormField(
        "identity.person_matches", "人证是否一致", "whether person and document match")
    package static let goodsMatch = FormField(
        "identity.goods_match", "物品与申报是否一致", "whether goods and declaration match")
    package static let agreement = FormField("identity.agreement", "安全协议编号", "safety agreement")
    package static let companyCode = FormField(
        "identity.company_code", "统一社会信用代码", "unified social credit code")
    package static let principal = FormField("identity.principal", "委托人证件", "principal's document")
    package static let inspection = FormField("inspection", "开箱验视", "inspection")
    package static let declaration = FormField("declaration", "申报核对", "declaration")
    package static let catalogue = FormField("catalogue", "禁限寄核对", "prohibited-item check")
    package static let certificate = FormField("certificate", "证明", "certificate")
    package static let approval = FormField("approval", "站长批准", "manager's approval")
    package static let countedQuantity = FormField("counted_quantity", "清点数量", "counted quantity")
    package static let product = FormField("product", "产品", "product")
    package static let packedBy = FormField("packed_by", "包装方", "who packed")
    package static let packaging = FormField("packaging", "封装是否合格", "whether the packing is fit")
    package static let weight = FormField("weight", "重量", "weight")
    package static let size = FormField("size", "尺寸", "size")
    package static let zone = FormField("zone", "区域", "zone")
    package static let surcharge = FormField("surcharge", "附加费", "surcharge")
    package static let discount = FormField("discount", "优惠", "discount")
    package static let tariff = FormField("tariff", "价目", "tariff")
    package static let accepted = FormField("accepted", "运费确认", "accepted price")
    package static let insurance = FormField("insurance", "保价", "cover")
    package static let cod = FormField("cod", "代收货款", "cash on delivery")
    package static let payType = FormField("pay_type", "付款方", "who pays")
    package static let payment = FormField("payment", "支付", "payment")
    package static let tendered = FormField("tendered", "实收现金", "cash given")
    package static let customer = FormField("customer", "月结客户编号", "account customer")
    package static let mark = FormField("mark", "验视标识", "inspection mark")
    package static let label = FormField("label", "面单", "label")
    package static let outer = FormField("outer", "外包装", "outer packing")
    package static let outerNote = FormField("outer_note", "外包装说明", "note on the packing")
    package static let recipientCheck = FormField(
        "recipient_check", "收件人核对", "check of the recipient")
    package static let toldToInspect = FormField("told_to_inspect", "当面验收告知", "notice to inspect")
    package static let condition = FormField("condition", "快件状况", "condition")
    package static let proof = FormField("proof", "签收方式", "proof")
    package static let signature = FormField("signature", "签名", "signature")
    package static let pickupCode = FormField("pickup_code", "取件码", "pickup code")
    package static let signer = FormField("signer", "签收人", "signer")
    package static let relation = FormField("relation", "与收件人关系", "relation")
    package static let consent = FormField("consent", "收件人同意", "consent")
    package static let drop = FormField("drop", "柜号、站点", "locker or station")
    package static let place = FormField("place", "位置", "place")
    package static let photo = FormField("photo", "照片", "photo")
    package static let problem = FormField("problem", "问题件", "problem parcel")
    package static let reason = FormField("reason", "原因", "reason")
    package static let contacts = FormField("contacts", "联系记录", "tries to reach")
    package static let retry = FormField("retry", "再派时间", "next window")
    package static let note = FormField("note", "备注", "note")
    package static let price = FormField("price_told", "再派价格", "price of another attempt")
    package static let parcel = FormField("parcel", "快件", "parcel")
    package static let returnReceipt = FormField("return_receipt", "签单返还", "return receipt")
    package static let screening = FormField("screening", "安检标识", "mark of the screening")
    package static let preCheck = FormField("pre_check", "出车前检查", "look before it leaves")
    package static let outcome = FormField("outcome", "处理结果", "outcome")
    package static let owner = FormField("owner", "处理人", "who works on it")
    package static let due = FormField("due", "期限", "when it is due")
    package static let told = FormField("told", "告知", "who was told")
    package static let amount = FormField("amount", "金额", "amount")
    package static let destination = FormField("destination", "去向", "where it goes")
    package static let changes = FormField("changes", "更正内容", "changes")
}
