import Domain
import ReferenceData
import Testing

/// A station's packs in the places of built-in ones.
@Suite struct PackReplacementTests {
    private func replaced(_ name: String, _ edit: (String) -> String) throws -> ReferencePack {
        let standard = try #require(ReferencePack.replaceable.first { $0.name == name })
        return ReferencePack(name: name, version: 20_261_201, csv: edit(standard.csv))
    }

    /// The problems of a pack after a change of its text.
    private func problems(
        _ name: String, _ edit: (String) -> String
    ) throws -> [PackProblem] {
        let pack = try replaced(name, edit)
        do throws(PackProblems) {
            _ = try ReferenceData.tables(replacing: [pack])
            return []
        } catch {
            return error.list
        }
    }

    private static let row =
        "红色蘑菇,,red mushroom,R_PLANT,PROHIBITED,,P,CARRIER_POLICY,,\n"

    @Test func `a replaced pack decides, and its version is that of the catalogue`() throws {
        let standard = ReferenceData.tables.catalogue
        #expect(standard.check("红色蘑菇").decision == .none)
        let pack = try replaced("everyday_items") { $0 + Self.row }
        let catalogue = try ReferenceData.tables(replacing: [pack]).catalogue
        #expect(catalogue.check("红色蘑菇").decision == .prohibited)
        #expect(catalogue.version == 20_261_201 && standard.version < catalogue.version)
    }

    @Test(arguments: ReferencePack.replaceable.map(\.name))
    func `every built-in table passes by itself, and a broken one is refused with its line`(
        name: String
    ) throws {
        #expect(try problems(name) { $0 }.isEmpty)
        let broken = try problems(name) { $0 + "a,b,c,d\n" }
        let lines = try #require(ReferencePack.replaceable.first { $0.name == name }).csv
            .split(separator: "\n").count
        #expect(broken.map(\.line) == [lines + 1])
        let headless = try problems(name) { String($0.drop { $0 != "\n" }.dropFirst()) }
        #expect(headless.first?.line == 1)
    }

    @Test func `each mistake is named with its line, column and reason`() throws {
        func kinds(_ name: String, _ row: String) throws -> [PackProblem] {
            try problems(name) { $0 + row }
        }
        let twice = try kinds("everyday_items", Self.row + Self.row)
        #expect(twice.map(\.column) == ["zh"] && twice.map(\.kind) == [.repeated])
        let two = try kinds(
            "everyday_items",
            "甲,,a,NOWHERE,PROHIBITED,,P,S,,\n乙,,b,R_PLANT,MAYBE,,P,S,,\n")
        #expect(two.map(\.column) == ["category", "decision"])
        #expect(two.first?.kind == .notThere)
        #expect(two.last?.kind == .notAnOption(InspectionDecision.allCases.map(\.rawValue)))
        #expect(two.map(\.seen) == ["NOWHERE", "MAYBE"])
        #expect(two[1].line == two[0].line + 1)
        let empty = try kinds("everyday_items", " ,,a,R_PLANT,PROHIBITED,,P,S,,\n")
        #expect(empty.map(\.kind) == [.empty])
        #expect(try kinds("surcharges", "NEW,x\n").map(\.kind) == [.notANumber])
        #expect(
            try kinds("surcharges", "NEW,-1\n").map(\.kind) == [.outOfRange(0...Fen.amountMax)])
        #expect(try kinds("standard_tariff", "MOON,1,1\n").map(\.kind) == [.notThere])
        let gone = try problems("exception_reasons") { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("LOST,") }.map { $0 + "\n" }
                .joined()
        }
        #expect(gone.map(\.kind) == [.missing("LOST")])
    }

    @Test func `a table that others refer to keeps what they need`() throws {
        let problems = try problems("item_categories") { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("P01,") }.map { $0 + "\n" }
                .joined()
        }
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.kind == .notThere && $0.seen == "P01" })
        #expect(problems.allSatisfy { $0.pack != "item_categories" })
    }

    @Test func `every reason is said in both languages`() throws {
        let kinds: [PackProblem.Kind] = [
            .table(.empty), .empty, .notANumber, .notAFlag, .notACode, .notADay,
            .notAnOption(["A"]), .notThere, .repeated, .outOfRange(0...1), .fixed("yes"),
            .missing("A"), .endsBeforeItBegins,
        ]
        for kind in kinds {
            let words = PackProblem(pack: "p", line: 2, column: "c", seen: "x", kind: kind).words
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
            #expect(words.en.unicodeScalars.allSatisfy { $0.value < 0x2E80 })
        }
    }

    @Test func `the tariff follows from its tables and the settings of the station`() throws {
        let fees = try replaced("standard_tariff") {
            $0.replacing("STANDARD,1300,800", with: "STANDARD,1500,900")
        }
        let config = StationConfig(
            id: "ST", values: ["freight.first_weight_g": .integer(2000)])
        let terms = try ReferenceData.tariff(replacing: [fees], config: config)
        #expect(terms.firstGrams == 2000)
        let zone = terms.zones.first { $0.zone == Code("STANDARD") }
        #expect(zone?.firstFeeFen == 1500 && zone?.stepFeeFen == 900)
    }

    @Test func `pages have as many lines in one language as in the other`() throws {
        let row = "own,CONDUCT,甲,A,一|二,one|two,2026-12-01,S\n"
        #expect(try problems("help_pages") { $0 + row }.isEmpty)
        let short = row.replacing("one|two", with: "one")
        #expect(try problems("help_pages") { $0 + short }.map(\.column) == ["text_en"])
        let kind = row.replacing("CONDUCT", with: "ADVICE")
        #expect(try problems("help_pages") { $0 + kind }.map(\.column) == ["kind"])
        let kinds = Set(ReferenceData.tables.pages.map(\.kind))
        #expect(kinds == Set(HelpPage.Kind.allCases))
    }

    // MARK: Rules of a time and a place

    private static let rule =
        "R1,会议期间,During the event,2026-12-01,2026-12-05,北京,,R_DRONE,彩色气球,PROHIBITED,"
        + "X_RAY_EVERY_ITEM;SECOND_SCREENING_ON_ARRIVAL,省邮政管理局\n"

    private func check(
        _ goods: String, _ day: String, province: String? = "北京", origin: String? = nil,
        rule: String = rule, table: String = "dated_rules"
    ) throws -> InspectionDecision {
        let pack = try replaced(table) { $0 + rule }
        let journey = GoodsJourney(
            day: try #require(CalendarDay(text: day)), originProvince: origin,
            province: province)
        return try ReferenceData.tables(replacing: [pack]).catalogue
            .check(goods, on: journey).decision
    }

    @Test func `a dated rule is stricter at its place and time, and ends by itself`() throws {
        let ordinary = ReferenceData.tables.catalogue.check("无人机").decision
        #expect(ordinary != .prohibited)
        #expect(try check("无人机", "2026-11-30") == ordinary)
        #expect(try check("无人机", "2026-12-01") == .prohibited)
        #expect(try check("无人机", "2026-12-04", province: "北京市") == .prohibited)
        #expect(try check("无人机", "2026-12-05") == ordinary)
        #expect(try check("无人机", "2026-12-02", province: "上海") == ordinary)
        #expect(try check("无人机", "2026-12-02", province: nil) == ordinary)
        #expect(try check("彩色气球两只", "2026-12-02") == .prohibited)
        #expect(try check("图书", "2026-12-02") == .none)
        let care = Self.rule.replacing("PROHIBITED", with: "CARE")
        #expect(try check("无人机", "2026-12-02", rule: care) == ordinary)
    }

    @Test func `rules of a province hold at its stations`() throws {
        let rule = Self.rule.replacing("北京,,", with: ",33,")
        func decision(_ origin: String?) throws -> InspectionDecision {
            try check(
                "无人机", "2026-12-02", province: "上海", origin: origin, rule: rule,
                table: "province_rules")
        }
        #expect(try decision("33") == .prohibited)
        #expect(try decision("32") != .prohibited)
        #expect(try decision(nil) != .prohibited)
    }

    @Test func `a dated rule with a mistake is refused`() throws {
        func kinds(_ old: String, _ new: String) throws -> [PackProblem.Kind] {
            try problems("dated_rules") { $0 + Self.rule.replacing(old, with: new) }.map(\.kind)
        }
        #expect(try kinds("2026-12-05", "2026-12-01") == [.endsBeforeItBegins])
        #expect(try kinds("2026-12-01", "2026-13-01") == [.notADay])
        #expect(try kinds("R_DRONE", "") == [.empty])
        #expect(try kinds("R_DRONE", "R_NOTHING") == [.notThere])
        #expect(try kinds("北京,,", "北京,Z,") == [.notANumber])
        #expect(
            try kinds("X_RAY_EVERY_ITEM;", "X_RAY;")
                == [.notAnOption(DatedRule.Step.allCases.map(\.rawValue))])
    }
}
