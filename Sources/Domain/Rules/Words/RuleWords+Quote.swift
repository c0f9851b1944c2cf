extension QuoteReview.Item {
    /// What differs, said to people.
    package func words(_ codes: CodeWords) -> Words {
        switch self {
        case .volumetricGrams: Words(zh: "体积重", en: "volumetric weight")
        case .chargeableGrams: Words(zh: "计费重", en: "charged weight")
        case .divisor: Words(zh: "体积重除数", en: "volumetric divisor")
        case .firstGrams: Words(zh: "首重", en: "first weight")
        case .stepGrams: Words(zh: "续重步长", en: "weight step")
        case .firstFee: Words(zh: "首重价", en: "fee of the first weight")
        case .stepFee: Words(zh: "续重价", en: "fee of a step")
        case .zoneFactor: Words(zh: "区域系数", en: "factor of the zone")
        case .rounding: Words(zh: "进位方式", en: "rounding")
        case .units: Words(zh: "续重步数", en: "steps")
        case .line(let code): code.lineWords(codes)
        case .total: Words(zh: "合计", en: "total")
        case .charged: Words(zh: "收件记录的合计", en: "total in the pickup")
        }
    }

    /// Whether the values are amounts of money.
    private var isMoney: Bool {
        switch self {
        case .firstFee, .stepFee, .line, .total, .charged: true
        case .volumetricGrams, .chargeableGrams, .divisor, .firstGrams, .stepGrams, .zoneFactor,
            .rounding, .units:
            false
        }
    }

    fileprivate func text(_ value: Int) -> String { isMoney ? Fen.text(value) : String(value) }
}

extension QuoteReview.Difference {
    /// One difference in a line: what is recorded and what it should be.
    package func words(_ codes: CodeWords) -> Words {
        let name = item.words(codes)
        let recordedText = recorded.map(item.text)
        let computedText = computed.map(item.text)
        return switch (recordedText, computedText) {
        case (let recorded?, let computed?):
            Words(
                zh: "\(name.zh): 记的 \(recorded), 应为 \(computed)",
                en: "\(name.en): \(recorded) recorded, \(computed) computed")
        case (nil, let computed?):
            Words(
                zh: "\(name.zh): 没有记, 应为 \(computed)",
                en: "\(name.en): not recorded, \(computed) computed")
        case (let recorded?, nil):
            Words(
                zh: "\(name.zh): 记的 \(recorded), 算不出来",
                en: "\(name.en): \(recorded) recorded, which nothing gives")
        case (nil, nil):
            Words(
                zh: "\(name.zh): 与价目不符", en: "\(name.en): not what the tariff says")
        }
    }
}

extension Code {
    /// The words of a line of a quote: of the model, or a surcharge.
    package func lineWords(_ codes: CodeWords) -> Words {
        switch FreightQuote.LineCode(rawValue: text) {
        case .freight: Words(zh: "运费", en: "freight")
        case .insurance: Words(zh: "保价费", en: "cover")
        case .codFee: Words(zh: "代收手续费", en: "COD fee")
        case .packaging: Words(zh: "包装费", en: "packing")
        case .returnReceipt: Words(zh: "回单费", en: "return receipt")
        case .discount: Words(zh: "优惠", en: "discount")
        case nil: codes[.surcharge, text]
        }
    }
}

extension Words {
    /// What computing quotes again came to.
    package static func reviewedQuotes(_ count: Int, differing: Int) -> Words {
        differing == 0
            ? Words(
                zh: "\(count) 个报价重算过, 分毫不差", en: "quotes computed again: \(count), all the same")
            : Words(
                zh: "! \(count) 个报价重算过, \(differing) 个不符",
                en: "! quotes computed again: \(count), of which \(differing) differ")
    }
}
