import Domain
import ReferenceData
import Testing

@Suite struct ProhibitedCatalogueTests {
    private let catalogue = ReferenceData.tables.catalogue

    private func asked(_ finding: CatalogueFinding) -> [String] {
        finding.questions.map(\.keyword)
    }

    @Test(arguments: [
        ("手枪", InspectionDecision.prohibitedReport, "P01"),
        ("打火机", .prohibited, "P04"), ("白酒", .groundOnly, "R_ALCOHOL"),
        ("香烟2条", .quantityLimit, "R_TOBACCO"), ("无人机", .managerReview, "R_DRONE"),
        ("疫苗", .certificate, "P09"), ("鸡蛋", .care, "R_FRAGILE"),
        ("lighter", .prohibited, "P04"), ("Power  Bank", .groundOnly, "R_BATTERY"),
        ("ｚｉｐｐｏ", .prohibited, "P04"), ("打 火-机", .prohibited, "P04"),
        ("煙花", .prohibitedReport, "P03"), ("鞭炮、书", .prohibitedReport, "P03"),
        ("猫", .prohibited, "R_ANIMAL"), ("猫1只", .prohibited, "R_ANIMAL"),
        ("75%酒精", .prohibited, "P05"), ("WD40", .prohibited, "P04"),
    ])
    func `a name is found with its decision`(
        text: String, decision: InspectionDecision, category: String
    ) {
        let finding = catalogue.check(text)
        #expect(finding.decision == decision)
        #expect(finding.strictest?.category.text == category)
        #expect(finding.questions.isEmpty)
    }

    @Test(arguments: [
        "书", "衣服", "猫粮", "发票夹", "文件", "", "  ", "、、", "blighter", "lighters", "AWD401",
    ])
    func `a harmless name is not found`(text: String) {
        let finding = catalogue.check(text)
        #expect(finding.hits.isEmpty)
        #expect(finding.decision == .none)
    }

    @Test func `the longest keyword drops the ones inside it`() {
        let finding = catalogue.check("钢珠弹弓")
        #expect(finding.hits.map(\.keyword) == ["钢珠弹弓"])
        #expect(finding.decision == .managerReview)
    }

    @Test func `all hits are kept and the most severe decides`() {
        let finding = catalogue.check("充电宝和无人机")
        #expect(finding.hits.map(\.keyword) == ["无人机", "充电宝"])
        #expect(finding.decision == .managerReview)
        #expect(finding.isForbiddenByAir)
        #expect(finding.strictest?.item.basis == "CARRIER_POLICY")
    }

    @Test func `a hit names its legal basis`() {
        #expect(catalogue.check("烟花").strictest?.item.basis.contains("烟花爆竹安全管理条例") == true)
        #expect(catalogue.check("地雷").strictest?.item.basis == "禁止寄递物品指导目录")
    }

    @Test func `a qualifier is asked unless the text states it`() {
        #expect(asked(catalogue.check("砍刀")) == ["砍刀"])
        #expect(catalogue.check("长砍刀").decision == .prohibitedReport)
        let yes = catalogue.check("砍刀", answers: ["砍刀": true])
        #expect(yes.decision == .prohibitedReport)
        let no = catalogue.check("砍刀", answers: ["砍刀": false])
        #expect(no.decision == .care)
        #expect(no.questions.isEmpty)
    }

    @Test func `a guard asks and never silences`() {
        let open = catalogue.check("手枪钻")
        #expect(asked(open) == ["手枪"])
        #expect(open.decision == .none)
        let drill = catalogue.check("手枪钻", answers: ["手枪": false])
        #expect(drill.decision == .groundOnly)
        #expect(drill.strictest?.category.text == "R_BATTERY")
        let pistol = catalogue.check("手枪钻", answers: ["手枪": true])
        #expect(pistol.decision == .prohibitedReport)
    }

    @Test func `a hit outside the guard stays firm`() {
        let finding = catalogue.check("手枪钻和子弹")
        #expect(finding.decision == .prohibitedReport)
        #expect(finding.strictest?.keyword == "子弹")
        #expect(asked(finding) == ["手枪"])
    }

    @Test func `a harmless last word turns the hits before it into questions`() {
        for text in ["烟花裤", "烟花裤2条"] {
            #expect(asked(catalogue.check(text)) == ["烟花"])
        }
        let clothes = catalogue.check("烟花裤", answers: ["烟花": false])
        #expect(clothes.decision == .none)
        #expect(!clothes.isForbiddenByAir)
    }

    @Test func `the last word does not excuse money and papers`() {
        let finding = catalogue.check("人民币玩偶")
        #expect(finding.questions.isEmpty)
        #expect(finding.decision == .prohibited)
    }

    @Test func `each listed thing is checked by itself`() {
        let finding = catalogue.check("狗，烟花/裤")
        #expect(finding.hits.map(\.keyword) == ["烟花", "狗"])
        #expect(finding.questions.isEmpty)
    }

    @Test func `one keyword in two official categories is shown under the lower one`() {
        let finding = catalogue.check("催泪枪")
        #expect(finding.hits.map(\.category.text) == ["P01", "P02"])
    }

    @Test func `every official name is found with its own severity or a stricter one`() throws {
        let header = ["category", "zh", "en", "decision"]
        let bytes = Array(ReferencePack.officialItems.csv.utf8)
        for row in try CSVTable.read(bytes, header: header).get().rows {
            let expected = try #require(InspectionDecision(rawValue: row["decision"]))
            for name in [row["zh"], row["en"]] {
                let finding = catalogue.check(name)
                #expect(!finding.hits.isEmpty, "\(name)")
                let isOpen = !finding.questions.isEmpty
                #expect(isOpen || finding.decision.rank <= expected.rank, "\(name)")
            }
        }
    }

    @Test func `every everyday name is found`() throws {
        let header = [
            "zh", "also", "en", "category", "decision", "air", "layer", "source", "note_zh",
            "note_en",
        ]
        let bytes = Array(ReferencePack.everydayItems.csv.utf8)
        for row in try CSVTable.read(bytes, header: header).get().rows {
            let names = [row["zh"], row["en"]] + row["also"].split(separator: ";").map(String.init)
            for name in names {
                let finding = catalogue.check(name)
                #expect(finding.hits.contains { $0.category.text == row["category"] }, "\(name)")
                #expect(finding.questions.isEmpty, "\(name)")
            }
        }
    }

    @Test func `a guarded name asks or is not found, and its harmless meaning decides`() throws {
        let header = [
            "text", "looks_like", "decision_if_confirmed", "category_if_confirmed", "meaning_zh",
            "meaning_en",
        ]
        let bytes = Array(ReferencePack.falseAlarmGuards.csv.utf8)
        var askedCount = 0
        for row in try CSVTable.read(bytes, header: header).get().rows {
            let finding = catalogue.check(row["text"])
            guard !finding.hits.isEmpty else { continue }
            askedCount += 1
            #expect(asked(finding) == finding.hits.map(\.keyword))
            #expect(finding.decision == .none)
            let answers = Dictionary(uniqueKeysWithValues: asked(finding).map { ($0, false) })
            let answered = catalogue.check(row["text"], answers: answers)
            #expect(answered.decision.rawValue == row["decision_if_confirmed"])
        }
        #expect(askedCount == 24)
    }
}
