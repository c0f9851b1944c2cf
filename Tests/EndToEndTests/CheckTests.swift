import Foundation
import Testing

/// `courier check`, on a handheld that no station knows and on one at work.
@Suite struct CheckTests {
    private func check(_ arguments: [String], input: String = "") throws -> Finished {
        let folder = try TemporaryFolder()
        return try Program.courier.run(
            ["check"] + arguments + ["--data", folder.path + "/courier"], home: folder.path,
            input: input)
    }

    @Test(
        arguments: [
            ("烟花", "PROHIBITED_REPORT", "P03", 20), ("书", "NONE", nil, 0),
            ("充电宝 20000mAh", "GROUND_ONLY", "R_BATTERY", 0),
            ("手枪钻", "NONE", nil, 21), ("香烟3条", "QUANTITY_LIMIT", "R_TOBACCO", 20),
            ("香烟2条", "QUANTITY_LIMIT", "R_TOBACCO", 0),
        ] as [(String, String, String?, Int32)])
    func `goods are checked before enrolment`(
        text: String, decision: String, category: String?, status: Int32
    ) throws {
        let finished = try check([text, "--json"])
        #expect(finished.status == status)
        let answer = try finished.json
        #expect(answer["decision"].text == decision && answer["category"].text == category)
        #expect((answer["ask"] == .null) == (status != 21))
    }

    @Test func `each line of standard input is answered by one object`() throws {
        let finished = try check(["-", "--json=lines"], input: "烟花\n\n书\n手枪钻\n")
        #expect(finished.status == 20)
        let lines = finished.stdout.split(separator: "\n").map { Data($0.utf8) }
        let answers = try lines.map { try JSONDecoder().decode(JSON.self, from: $0) }
        #expect(
            answers.map(\.["decision"].text) == ["PROHIBITED_REPORT", "NONE", "NONE", "NONE"])
        #expect(answers[0]["matches"][0]["keyword"].text == "烟花")
        #expect(answers[0]["tell"].list.count == 3)
        #expect(answers[3]["ask"][0]["keyword"].text == "手枪")
    }

    @Test func `an answer closes the question`() throws {
        let drill = try check(["手枪钻", "--answer", "手枪=no", "--json"])
        #expect(try drill.status == 0 && drill.json["decision"].text == "GROUND_ONLY")
        #expect(try check(["手枪钻", "--answer", "手枪=yes", "--json"]).status == 20)
        #expect(try check(["手枪钻", "--answer", "手枪", "--json"]).status == 65)
    }

    @Test func `a station's own limit holds on its handhelds`() throws {
        let station = try TestStation()
        try station.must(["config", "set", "alcohol.strength_max_percent", "56"])
        let courier = try TestCourier("HH-01", at: station)
        #expect(try courier.run(["check", "60度白酒"]).status == 20)
        #expect(try courier.run(["check", "56度白酒"]).status == 0)
        let issue = courier.pickup(key: "k1", acceptFen: 0).map { $0 == "图书" ? "60度白酒" : $0 }
        let refused = try courier.run(issue, input: TestCourier.documentNumber)
        #expect(refused.status == 20)
        #expect(refused.stdout.contains("56"))
    }
}
