package import Domain

extension ReturnReason {
    /// Why a parcel goes back, said to people.
    package var words: Words {
        switch self {
        case .exception(let reason): reason.words
        case .customerWish: Words(zh: "客户要求", en: "The customer wishes it")
        }
    }
}

extension ReturnPayer {
    /// Who pays the way back, said to people.
    package var words: Words {
        switch self {
        case .sender: Words(zh: "寄件人", en: "Sender")
        case .recipient: Words(zh: "收件人", en: "Recipient")
        case .merchant: Words(zh: "商家", en: "Merchant")
        case .carrier: Words(zh: "快递公司", en: "Carrier")
        }
    }
}

extension ReturnStep {
    /// How far a return has come, said to people.
    package var words: Words {
        switch self {
        case .started: Words(zh: "退回中", en: "On the way back")
        case .signed: Words(zh: "寄件人已收回", en: "With the sender again")
        }
    }
}
