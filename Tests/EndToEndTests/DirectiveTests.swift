import Testing

/// What the manager orders reaches the handheld, is carried out once, and is seen to be done.
@Suite struct DirectiveEndToEndTests {
    private func directives(_ station: TestStation, _ label: String) throws -> [String: JSON] {
        let list = try station.must(["device", "show", label])["directives"].list
        return Dictionary(
            list.map { ($0["what"].text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `a message is shown once, a report comes, a new key signs`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try station.must(["device", "message", "HH-01", "回站交款"])
        try station.must(["device", "report", "HH-01"])
        try station.must(["device", "rekey", "HH-01"])
        #expect(try directives(station, "HH-01")["message"]?["sent"] == .null)

        let sync = try courier.must(["sync", "run"])
        #expect(sync["messages"].list.map(\.["text"].text) == ["回站交款"])
        #expect(try courier.must(["sync", "run"])["messages"].list.isEmpty)
        #expect(
            try courier.must(["message", "list"])["messages"].list.map(\.["text"].text)
                == ["回站交款"])

        for what in ["message", "report", "rekey"] {
            let directive = try #require(try directives(station, "HH-01")[what])
            #expect(directive["sent"].text != nil, "\(what)")
            #expect(directive["done"].text != nil, "\(what)")
        }
        let shown = try station.must(["device", "show", "HH-01"])
        #expect(shown["key"].integer == 2)
        #expect(shown["reports"].list.first?["section"]["st"]["chain"].text == "ok")

        try courier.must(courier.report("after-rekey"))
        try courier.must(["sync", "run"])
        #expect(try station.device("HH-01")["missing"].integer == 0)
        #expect(try station.run(["device", "message", "HH-9", "x"]).status == 1)
        #expect(try station.run(["device", "rekey", "HH-01"]).status == 0)
        #expect(try station.run(["device", "rekey", "HH-01"]).status == 1)
    }
}
