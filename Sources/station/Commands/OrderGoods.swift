import Central
import CentralStore
import Commands
import Domain
import Platform
import ReferenceData

/// The goods of orders, by the catalogue of the station.
extension StationProgram {
    /// Every order whose goods are listed, in the order of the file.
    func listedGoods(of orders: [ImportedOrder]) throws(CommandFailure) -> [OrderGoods] {
        let published = try publishedPacks()
        let config = try desk().read { store throws(CommandFailure) in
            try stored { try store.config() }
        }
        let day = CalendarDay(
            milliseconds: ClockReading.now().wallMilliseconds,
            offsetMinutes: StationProgram.zoneMinutes)
        let tables =
            (try? ReferenceData.tables(replacing: Central.packs(inForce: published)))
            ?? ReferenceData.tables
        let rules = OrderRules(tables, config: config, day: day)
        return orders.compactMap { OrderGoods($0, rules) }
    }

    /// What was imported, and what the couriers have to do about listed goods.
    func imported(_ count: Int, _ listed: [OrderGoods]) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("imported", .integer(count)),
                JSONMember(
                    "flagged",
                    .list(
                        listed.map { goods in
                            [
                                "line": .integer(goods.line), "item": .text(goods.name),
                                "decision": .text(goods.finding.decision.rawValue),
                                "category": .optional(goods.hit?.category.text),
                                "keyword": .optional(goods.hit?.keyword),
                                "duty": .text(goods.words[language]),
                            ]
                        })),
            ],
            text: [StationWords.imported(count)[language]]
                + listed.map { goods in
                    Words(
                        zh: "  第 \(goods.line) 行 \(goods.words.zh)",
                        en: "  line \(goods.line), \(goods.words.en)")[language]
                })
    }
}

extension OrderGoods {
    fileprivate var hit: CatalogueHit? { finding.strictest ?? finding.hits.first }

    /// The goods, their category and what the courier does.
    fileprivate var words: Words {
        let codes = ReferenceData.words
        let category = hit.map { codes[.itemCategory, $0.category.text] }
        let decision =
            finding.questions.isEmpty
            ? codes[.decision, finding.decision.rawValue]
            : Words(zh: "要问清楚", en: "has to be asked about")
        let duty =
            finding.questions.isEmpty
            ? codes[.decisionDuty, finding.decision.rawValue]
            : finding.questions[0].words
        return Words(
            zh: "「\(name)」\(decision.zh) (\(category?.zh ?? "-")): \(duty.zh)",
            en: "\"\(name)\": \(decision.en) (\(category?.en ?? "-")): \(duty.en)")
    }
}

extension CommandError {
    /// Goods that no courier may fetch.
    static func goods(_ goods: OrderGoods) -> CommandError {
        CommandError(
            "E-ORDER-GOODS", field: "item",
            Words(
                zh: "第 \(goods.line) 行 item: \(goods.words.zh)",
                en: "line \(goods.line), item: \(goods.words.en)"),
            hint: Words(
                zh: "告诉寄件人不能寄, 删去这一行再导入; 这次一行都没有导入",
                en: "tell the sender that it may not be sent, take the line out and import again; "
                    + "nothing was imported"), status: .refusedByRule)
    }
}
