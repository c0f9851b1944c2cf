import Foundation
import Testing

/// A day on which everything goes wrong, as a manager lives it: real programs, files and sockets.
@Suite struct OperatorDayTests {
    private static let second = "c10483"
    private static let cod = "EX0100000001013"
    private static let collect = "EX0100000001021"
    private static let plain = "EX0100000001030"

    private func orders() -> String {
        """
        kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
        recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,until,\
        collect_fen,cod_fen,note
        DELIVERY,D01,c10482,\(Self.cod),,,,张秀英,13957102286,文一路122号,杭州,,,,,,,0,25900,
        DELIVERY,D02,c10482,\(Self.collect),,,,李建军,13758110947,翠苑四区18幢,杭州,,,,,,,1800,0,
        DELIVERY,D03,c10482,\(Self.plain),,,,刘洋,15888827301,益乐路39号,杭州,,,,,,,0,0,

        """
    }

    private func cases(_ station: TestStation) throws -> [JSON] {
        try station.must(["case", "list"])["cases"].list
    }

    private func incidents(_ station: TestStation) throws -> Set<String> {
        let found = try station.must(["incident", "list"])["incidents"].list
        #expect(found.allSatisfy { $0["meaning"].text?.isEmpty == false })
        return Set(found.compactMap { $0["incident"].text })
    }

    private func cash(_ station: TestStation, _ person: String) throws -> Int? {
        let couriers = try station.must(["day", "status"])["couriers"].list
        return couriers.first { $0["courier"].text == person }?["cash_fen"].integer
    }

    @Test func `a manager sees every incident and case of a bad day, and the books agree`() throws {
        let station = try TestStation()
        try station.must(
            ["courier", "add", Self.second, "--name", "李强", "--pin-file", "-"],
            input: TestStation.pin + "\n")
        let file = station.folder.path + "/orders.csv"
        try Data(orders().utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        let first = try TestCourier("HH-01", at: station)
        let other = try TestCourier("HH-02", at: station, person: Self.second)
        let old = try first.saveJournal()

        try deliverTwice(station, first, other)

        let copy = station.folder.path + "/copy.sqlite"
        try station.must(["backup", "--to", copy])
        let handhelds = try goWrong(station, first, other, old)

        // The server is put back to the backup; handhelds bring again what it lost.
        _ = station.stop()
        try station.must(["restore", copy])
        try station.start()
        for handheld in [first, other] + handhelds {
            try handheld.must(["sync", "run"])
            try handheld.must(["sync", "run"])
        }
        #expect(try incidents(station).isSuperset(of: ["restore", "rewind", "recognised"]))

        try decide(station)
        #expect(try cash(station, TestStation.person) == 27_700)
        #expect(try cash(station, Self.second) == 25_900)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }

    /// The work of a silent courier goes to another one, and both deliver it and take the COD; a
    /// price is corrected after it was paid.
    private func deliverTwice(
        _ station: TestStation, _ first: TestCourier, _ other: TestCourier
    ) throws {
        #expect(try station.run(["order", "reassign", "D01"]).status == 64)
        #expect(try station.run(["order", "reassign", "D99", "--to", Self.second]).status == 1)
        try station.must(["order", "reassign", "D01", "--to", Self.second])
        try other.must(["sync", "run"])
        try other.must(other.deliver(Self.cod, to: "张秀英", cashFen: 25_900))
        try other.must(["sync", "run"])
        try first.must(first.deliver(Self.cod, to: "张秀英", cashFen: 25_900))
        try first.must(first.deliver(Self.collect, to: "李建军", cashFen: 1_800))
        try first.must(["sync", "run"])
        // The plan cannot change what was done.
        let late = try station.run(["order", "cancel", "D01", "--reason", "CUSTOMER"])
        #expect(late.status == 1)
        #expect(try late.json["error"]["code"].text == "E-ENDED")

        // A price is corrected after it was paid.
        try station.must([
            "charge", "price", Self.collect, "--for", "collect", "--due-fen", "1500", "--from",
            "2026-01-01T00:00+08:00", "--reason", "TYPO",
        ])
        let kinds = try cases(station).compactMap { $0["kind"].text }
        #expect(kinds.contains("double_delivery"))
        #expect(kinds.contains("double_payment"))
        #expect(kinds.contains("refund_due"))
        #expect(try cases(station).allSatisfy { $0["meaning"].text?.isEmpty == false })
    }

    /// A handheld is cloned, one is put back to an old copy, one has a dead radio, one is lost.
    /// Answers the handhelds that joined.
    private func goWrong(
        _ station: TestStation, _ first: TestCourier, _ other: TestCourier,
        _ old: TemporaryFolder
    ) throws -> [TestCourier] {
        let clone = try other.copy()
        try other.must(other.report("o1"))
        try clone.must(clone.report("k1"))
        try other.must(["sync", "run"])
        try clone.must(["sync", "run"])
        try first.putBack(old)
        try first.must(first.report("f1"))
        try first.must(["sync", "run"])
        let dead = try TestCourier("HH-03", at: station, person: Self.second)
        try dead.must(dead.report("d1"))
        let stick = try TemporaryFolder()
        try dead.must(["journal", "export", stick.path + "/HH-03"])
        let taken = try station.must(["deposit", stick.path + "/HH-03-001.pjs"])["files"][0]
        #expect(taken["new"].integer == 1)
        try dead.must(["journal", "import", stick.path + "/HH-03-001.reply.pjs"])
        let lost = try TestCourier("HH-04", at: station)
        try lost.must(lost.report("l1"))
        try station.must(["device", "revoke", "HH-04", "--reason", "lost"])
        try lost.must(["sync", "run"])
        try station.must(["device", "release", "HH-04", "--reason", "found"])

        #expect(try incidents(station).isSuperset(of: ["fork", "behind"]))
        return [clone, dead, lost]
    }

    /// Decides every open case, and shows that it can be done once only.
    private func decide(_ station: TestStation) throws {
        let choices = [
            "double_delivery": "FIRST_TRUE", "double_payment": "REFUND_SECOND",
            "refund_due": "REFUND",
        ]
        for open in try cases(station) {
            let id = try #require(open["case"].text)
            let kind = open["kind"].text ?? ""
            let wrong = try station.run(["case", "resolve", id, "--option", "NOPE"])
            #expect(wrong.status == 64)
            let option = choices[kind] ?? open["options"][0].text ?? ""
            let version = try #require(open["version"].integer)
            let stale = try station.run([
                "case", "resolve", id, "--option", option, "--seen", String(version + 1),
            ])
            #expect(stale.status == 21)
            try station.must([
                "case", "resolve", id, "--option", option, "--seen", String(version), "--note",
                "已核实",
            ])
            #expect(try station.run(["case", "resolve", id, "--option", option]).status == 1)
            let shown = try station.must(["case", "show", id])
            #expect(shown["resolution"].text == option && shown["state"].text == "resolved")
        }
        #expect(try cases(station).isEmpty)
    }
}
