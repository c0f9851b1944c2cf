import Testing

@testable import Central

@Suite struct OrderFileTests {
    private static let header = OrderFile.columns.joined(separator: ",")
    private static let delivery = [
        "kind": "DELIVERY", "order": "D01", "courier": "c1", "waybill": "EX0000000000012",
        "recipient_name": "张秀英", "recipient_phone": "13957102286", "recipient_address": "文一路122号",
    ]

    private static func file(_ rows: [[String: String]]) -> [UInt8] {
        let lines = rows.map { row in OrderFile.columns.map { row[$0] ?? "" } }
        let text = [header] + lines.map { $0.joined(separator: ",") }
        return Array((text.joined(separator: "\n") + "\n").utf8)
    }

    private static func read(_ bytes: [UInt8]) -> OrderFile.Reading {
        OrderFile.read(bytes, companyPrefix: "EX") { $0 == "noon" ? 1000 : $0 == "dawn" ? 1 : nil }
    }

    private static func changed(_ column: String, _ value: String) -> [String: String] {
        var row = delivery
        row[column] = value
        return row
    }

    @Test func `a right row becomes an order`() throws {
        guard case .orders(let orders) = Self.read(Self.file([Self.delivery])) else {
            Issue.record("the row was refused")
            return
        }
        let order = try #require(orders.first)
        #expect(order.kind == .delivery)
        #expect(order.line == 2)
        #expect(order.parcel == "EX0000000000012")
        #expect(order.recipient?.name == "张秀英")
        #expect(order.codFen == 0)
    }

    @Test(
        arguments: [
            ("kind", "PARCEL", OrderFile.Fault.Kind.unknownKind),
            ("order", "", .missing),
            ("order", "a b", .notAnIdentifier),
            ("order", String(repeating: "9", count: 41), .tooLong(max: 40)),
            ("courier", "张", .notAnIdentifier),
            ("waybill", "", .missing),
            ("waybill", "EX0000000000013", .notAParcelNumber),
            ("recipient_name", String(repeating: "张", count: 61), .tooLong(max: 60)),
            ("recipient_phone", "12345", .notAPhone),
            ("recipient_address", "", .missing),
            ("weight_g", "50001", .notANumber(max: 50_000)),
            ("cod_fen", "-1", .notANumber(max: 30_000_000)),
            ("cod_fen", "30000001", .notANumber(max: 30_000_000)),
            ("from", "tomorrow", .notAMoment),
        ])
    func `a wrong field is named`(column: String, value: String, kind: OrderFile.Fault.Kind) {
        let reading = Self.read(Self.file([Self.delivery, Self.changed(column, value)]))
        guard case .faults(let faults) = reading else {
            Issue.record("\(column) = \(value) was taken")
            return
        }
        #expect(faults.map(\.line) == [3])
        #expect(faults.map(\.column) == [column])
        #expect(faults.map(\.kind) == [kind])
    }

    @Test func `fields at their limits are taken`() {
        let rows = [
            Self.changed("order", String(repeating: "9", count: 40)),
            Self.changed("recipient_name", String(repeating: "张", count: 60)),
            Self.changed("weight_g", "50000"),
            Self.changed("cod_fen", "30000000"),
        ]
        guard case .orders(let orders) = Self.read(Self.file(rows)) else {
            Issue.record("a field at its limit was refused")
            return
        }
        #expect(orders.count == 4)
    }

    @Test func `a phone number is masked in the fault`() {
        let reading = Self.read(Self.file([Self.changed("recipient_phone", "1395710228")]))
        guard case .faults(let faults) = reading else {
            Issue.record("the phone was taken")
            return
        }
        #expect(faults.first?.seen.contains("5710") == false)
    }

    @Test func `a window that ends before it begins is refused`() {
        var row = Self.changed("from", "noon")
        row["until"] = "dawn"
        guard case .faults(let faults) = Self.read(Self.file([row])) else {
            Issue.record("the window was taken")
            return
        }
        #expect(faults.map(\.kind) == [.windowReversed])
    }

    @Test func `a file of more orders than the limit is refused`() {
        let rows = Array(repeating: Self.delivery, count: OrderFile.ordersMax + 1)
        guard case .tooMany(let count) = Self.read(Self.file(rows)) else {
            Issue.record("the file was taken")
            return
        }
        #expect(count == OrderFile.ordersMax + 1)
        guard case .orders = Self.read(Self.file(rows.dropLast())) else {
            Issue.record("the file at the limit was refused")
            return
        }
    }

    @Test func `another header is a malformed file`() {
        guard case .malformed = Self.read(Array("kind,order\n".utf8)) else {
            Issue.record("the header was taken")
            return
        }
    }
}
