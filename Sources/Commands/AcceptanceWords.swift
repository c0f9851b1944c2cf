package import Domain

extension DocumentType {
    /// Identity documents, said to people.
    package var words: Words {
        switch self {
        case .residentId: Words(zh: "居民身份证", en: "Resident identity card")
        case .tempResidentId: Words(zh: "临时居民身份证", en: "Temporary resident identity card")
        case .hmtResidencePermit:
            Words(zh: "港澳台居民居住证", en: "Residence permit for Hong Kong, Macau and Taiwan residents")
        case .hmTravelPermit:
            Words(zh: "港澳居民来往内地通行证", en: "Mainland travel permit for Hong Kong and Macau residents")
        case .twTravelPermit:
            Words(zh: "台湾居民来往大陆通行证", en: "Mainland travel permit for Taiwan residents")
        case .foreignPrCard: Words(zh: "外国人永久居留身份证", en: "Foreign permanent resident card")
        case .passport: Words(zh: "外国公民护照", en: "Passport of a foreign citizen")
        case .militaryId: Words(zh: "军人、武警身份证件", en: "Military or armed police identity document")
        case .uscc: Words(zh: "统一社会信用代码", en: "Unified social credit code")
        case .none: Words(zh: "无证件", en: "No document")
        }
    }
}

extension IdentityMethod {
    /// How a document was taken in, said to people.
    package var words: Words {
        switch self {
        case .read: Words(zh: "读证", en: "Read by a device")
        case .ocr: Words(zh: "拍照识别", en: "Recognised from a photo")
        case .manual: Words(zh: "手工录入", en: "Typed")
        case .none: Words(zh: "未查验", en: "Not taken in")
        }
    }
}

extension Exemption {
    /// Why no document was needed, said to people.
    package var words: Words {
        switch self {
        case .letter: Words(zh: "信件", en: "Letter")
        case .agreementCustomer: Words(zh: "安全协议客户", en: "Customer with a safety agreement")
        }
    }
}

extension PackedBy {
    /// Who packed, said to people.
    package var words: Words {
        switch self {
        case .sender: Words(zh: "寄件人包装", en: "The sender")
        case .courier: Words(zh: "快递员包装", en: "The courier")
        }
    }
}

extension RefusalReason {
    /// Why nothing was picked up, said to people.
    package var words: Words {
        switch self {
        case .inspectionRefused: Words(zh: "拒绝验视", en: "Inspection refused")
        case .identityRefused: Words(zh: "拒绝实名", en: "Identity check refused")
        case .identityMismatch: Words(zh: "证件不符或不实", en: "Identity false or does not match")
        case .declarationFalse: Words(zh: "申报不实或不全", en: "Declaration false or incomplete")
        case .prohibitedItem: Words(zh: "禁寄物品", en: "Prohibited item")
        case .overLimit: Words(zh: "超过限量", en: "Over the quantity limit")
        case .certificateMissing: Words(zh: "缺少证明", en: "Certificate missing")
        case .unknownSubstance:
            Words(zh: "不明物品且无安全证明", en: "Unknown substance without a safety certificate")
        case .packagingUnfit: Words(zh: "包装不合格", en: "Packing unfit")
        case .oversizeOverweight: Words(zh: "超大超重", en: "Oversize or overweight")
        case .outOfServiceArea: Words(zh: "超出服务范围", en: "Outside the service area")
        case .paymentRefused: Words(zh: "拒付费用", en: "Payment refused")
        case .senderCancelled: Words(zh: "寄件人取消", en: "Sender cancelled")
        case .alreadyPickedUp: Words(zh: "已完成揽件", en: "Already picked up")
        case .cancelledByCustomer: Words(zh: "客户取消", en: "Cancelled by the customer")
        case .cannotEnter: Words(zh: "无法进入", en: "Cannot enter")
        case .capacity: Words(zh: "运力不足", en: "Not enough capacity")
        case .customerUnreachable: Words(zh: "联系不上客户", en: "Customer unreachable")
        case .duplicateOrder: Words(zh: "重复下单", en: "Duplicate order")
        case .idRefused: Words(zh: "拒绝实名", en: "Identity check refused")
        case .notAcceptable:
            Words(zh: "不符合揽收条件 (超大、禁寄、包装)", en: "Not acceptable (oversize, prohibited, packing)")
        case .notReady: Words(zh: "包裹未准备好", en: "Parcel not ready")
        case .outOfArea: Words(zh: "超区", en: "Outside the service area")
        case .rescheduled: Words(zh: "改约", en: "Rescheduled")
        case .traffic: Words(zh: "交通原因", en: "Traffic")
        case .weather: Words(zh: "天气原因", en: "Weather")
        }
    }
}

extension PayType {
    /// Who pays the freight, said to people.
    package var words: Words {
        switch self {
        case .prepaid: Words(zh: "寄付现结", en: "Prepaid")
        case .collect: Words(zh: "到付", en: "Collect")
        case .monthly: Words(zh: "月结", en: "Monthly account")
        case .thirdParty: Words(zh: "第三方付", en: "Third party pays")
        }
    }
}

extension PaymentMethod {
    /// Means of payment, said to people.
    package var words: Words {
        switch self {
        case .cash: Words(zh: "现金", en: "Cash")
        case .unionpayCard: Words(zh: "银行卡、刷卡", en: "Bank card")
        case .wechat: Words(zh: "微信支付", en: "WeChat Pay")
        case .alipay: Words(zh: "支付宝", en: "Alipay")
        case .eCny: Words(zh: "数字人民币", en: "Digital yuan (e-CNY)")
        case .monthlyAccount: Words(zh: "月结", en: "Monthly account")
        case .collect: Words(zh: "到付", en: "Collect")
        case .bankTransfer: Words(zh: "银行转账", en: "Bank transfer")
        }
    }
}

extension ChargePurpose {
    /// What an amount is for, said to people.
    package var words: Words {
        switch self {
        case .freight: Words(zh: "运费", en: "Freight")
        case .collect: Words(zh: "到付运费", en: "Freight on delivery")
        case .cod: Words(zh: "代收货款", en: "Cash on delivery")
        case .return: Words(zh: "退件费", en: "Return fee")
        case .storage: Words(zh: "保管费", en: "Storage")
        case .packaging: Words(zh: "包装费", en: "Packing")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}
