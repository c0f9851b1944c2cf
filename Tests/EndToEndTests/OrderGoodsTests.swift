import Testing

/// The catalogue at order intake, with real processes.
@Suite struct OrderGoodsTests {
    private static func orders(_ goods: [String]) -> String {
        let header =
            "kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,"
            + "recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,"
            + "from,until,collect_fen,cod_fen,note\n"
        return header
            + goods.enumerated().map { index, item in
                "PICKUP,P0\(index),c10482,,张秀英,13957102286,文一路122号,,,,,\(item),物品,1,,,,,,\n"
            }.joined()
    }

    @Test func `prohibited goods stop an import, other listed goods are flagged`() throws {
        let station = try TestStation()
        let refused = try station.run(
            ["order", "import", "-", "--lang", "zh"], input: Self.orders(["图书", "烟花爆竹"]))
        #expect(refused.status == 20)
        let error = try refused.json["error"]
        #expect(error["code"].text == "E-ORDER-GOODS" && error["field"].text == "item")
        #expect(error["message"].text?.hasPrefix("第 3 行 item: 「烟花爆竹」") == true)
        #expect(try station.must(["order", "list"])["orders"].list.isEmpty)

        let taken = try station.must(
            ["order", "import", "-", "--lang", "en"],
            input: Self.orders(["图书", "充电宝", "菜刀"]))
        #expect(taken["imported"].integer == 3)
        let flagged = taken["flagged"].list
        #expect(flagged.map { $0["line"].integer } == [3, 4])
        #expect(flagged.allSatisfy { $0["category"].text?.isEmpty == false })
        #expect(flagged.allSatisfy { $0["duty"].text?.isEmpty == false })
    }
}
