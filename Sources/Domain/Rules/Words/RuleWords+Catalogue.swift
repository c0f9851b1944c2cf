/// Where a rule comes from, for people: laws by name, the codes of other sources in words.
package enum RuleBasis {
    /// Several sources are joined by `; `.
    package static func words(_ basis: String) -> Words {
        let parts = basis.split(separator: "; ").map { source in
            known[String(source)] ?? Words(zh: String(source), en: String(source))
        }
        return Words(
            zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    }

    private static let known = [
        "CATALOGUE": Words(zh: "禁止寄递物品指导目录", en: "禁止寄递物品指导目录 (official catalogue)"),
        "CARRIER_POLICY": Words(zh: "快递公司规定", en: "the carrier's terms"),
        "PRODUCT": Words(zh: "本产品", en: "this product"),
        "S0": Words(zh: "快递员服务手册", en: "a courier service manual"),
        "S1": Words(zh: "投诉管理规定", en: "rules on complaints"),
        "S2": Words(zh: "各快递公司规定", en: "rules of carriers"),
        "S3": Words(zh: "接单查询教材", en: "a textbook on orders and enquiries"),
        "S4": Words(zh: "客服规定", en: "rules of customer service"),
        "PRACTICE": Words(zh: "行业惯例", en: "practice of the trade"),
    ]
}

extension LimitExcess {
    /// What the text states, and the limit with its source.
    package var text: Words {
        let (words, unit, basis) = (limit.words, limit.unit, RuleBasis.words(limit.basis))
        return Words(
            zh: "\(words.zh) \(stated) \(unit.zh)，上限 \(max) \(unit.zh)；依据：\(basis.zh)",
            en: "\(words.en): \(stated) \(unit.en), at most \(max) \(unit.en). "
                + "Basis: \(basis.en)")
    }
}
