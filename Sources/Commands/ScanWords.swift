package import Domain

extension ScanOperation {
    /// Work at a station, said to people.
    package var words: Words {
        switch self {
        case .weighed: Words(zh: "称重", en: "Weighed")
        case .sorted: Words(zh: "分拣", en: "Sorted")
        case .packed: Words(zh: "装袋", en: "Packed")
        case .charged: Words(zh: "计费", en: "Charged")
        case .loaded: Words(zh: "装车", en: "Loaded")
        case .stored: Words(zh: "入库", en: "Stored")
        }
    }
}

extension ReturnReceiptResult {
    /// What came of a slip, said to people.
    package var words: Words {
        switch self {
        case .collected: Words(zh: "已收回", en: "Signed and taken back")
        case .refused: Words(zh: "收件人不签", en: "The recipient does not sign it")
        case .lost: Words(zh: "丢失", en: "Lost")
        case .none: Words(zh: "随件没有单", en: "None came with the parcel")
        }
    }
}

extension PreCheck {
    /// The look before a parcel leaves, said to people.
    package var words: Words {
        switch self {
        case .ok: Words(zh: "完好", en: "Fine")
        case .damaged: Words(zh: "破损", en: "Damaged")
        case .missing: Words(zh: "缺失", en: "Missing")
        }
    }
}
