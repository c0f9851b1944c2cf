package import Domain
import ReferenceData

/// The orders of one CSV file, for `station order import`.
///
/// The file is UTF-8 with the header row `columns`, in that order. All rows are read before
/// anything is done, and every wrong field of every row is named.
package enum OrderFile {
    package static let columns = [
        "kind", "order", "courier", "waybill", "sender_name", "sender_phone", "sender_address",
        "recipient_name", "recipient_phone", "recipient_address", "recipient_city", "item",
        "nature", "quantity", "weight_g", "from", "until", "collect_fen", "cod_fen", "note",
    ]
    /// Orders of one file.
    package static let ordersMax = 1_000
    /// Money of one order: 300,000 yuan, the most that may be collected for a sender.
    package static let amountFenMax = 30_000_000
    package static let quantityMax = 9_999
    package static let weightGramsMax = 50_000

    /// The letters of our own numbers, unless the station set others.
    package static var standardCompanyPrefix: String {
        RuleSettings(ReferenceData.tables.settings).companyPrefix
    }

    /// One wrong field of one row.
    package struct Fault: Equatable, Sendable {
        package let line: Int
        package let column: String
        /// What stands there; personal data is masked.
        package let seen: String
        package let kind: Kind

        /// What is wrong with the field or the row.
        package enum Kind: Equatable, Sendable {
            /// The row needs this field.
            case missing
            case tooLong(max: Int)
            /// Not one of PICKUP, DELIVERY.
            case unknownKind
            case notAnIdentifier
            case notAParcelNumber
            case notAPhone
            case notANumber(max: Int)
            /// Not a moment like 2026-11-25T09:00+08:00.
            case notAMoment
            /// The window ends before it begins.
            case windowReversed
        }
    }

    /// Reads the whole file, or says everything that is wrong with it.
    package static func read(
        _ bytes: [UInt8], companyPrefix: String, moment: @escaping (String) -> Int?
    ) -> Reading {
        let table: CSVTable
        switch CSVTable.read(bytes, header: columns) {
        case .success(let read): table = read
        case .failure(let problems): return .malformed(problems)
        }
        guard table.rows.count <= ordersMax else { return .tooMany(table.rows.count) }
        var orders: [ImportedOrder] = []
        var faults: [Fault] = []
        for row in table.rows {
            var reader = OrderRow(row: row, companyPrefix: companyPrefix, moment: moment)
            let order = reader.order()
            faults += reader.faults
            if reader.faults.isEmpty, let order { orders.append(order) }
        }
        return faults.isEmpty ? .orders(orders) : .faults(faults)
    }

    /// What a file came to.
    package enum Reading {
        case orders([ImportedOrder])
        case faults([Fault])
        case malformed(CSVProblems)
        case tooMany(Int)
    }
}

/// Reads one row and collects what is wrong with it.
private struct OrderRow {
    let row: CSVRow
    let companyPrefix: String
    let readMoment: (String) -> Int?
    var faults: [OrderFile.Fault] = []

    init(row: CSVRow, companyPrefix: String, moment: @escaping (String) -> Int?) {
        self.row = row
        self.companyPrefix = companyPrefix
        readMoment = moment
    }

    mutating func order() -> ImportedOrder? {
        let kind = kind()
        let isDelivery = kind == .delivery
        let orderNumber = identifier("order")
        let courier = identifier("courier")
        let parcel = parcel(isRequired: isDelivery)
        let sender = party("sender", isRequired: kind == .pickup)
        let recipient = party("recipient", isRequired: isDelivery)
        let goods = goods()
        let weight = number("weight_g", max: OrderFile.weightGramsMax)
        let (from, until) = window()
        let collect = number("collect_fen", max: OrderFile.amountFenMax)
        let cod = number("cod_fen", max: OrderFile.amountFenMax)
        let note = text("note", max: 200)
        guard let kind, let orderNumber, let courier else { return nil }
        return ImportedOrder(
            line: row.line, kind: kind, orderNumber: orderNumber, courier: courier, parcel: parcel,
            sender: sender, recipient: recipient, goods: goods, weightGrams: weight,
            fromMilliseconds: from, untilMilliseconds: until, collectFen: collect ?? 0,
            codFen: cod ?? 0, note: note)
    }

    private mutating func fault(_ column: String, _ kind: OrderFile.Fault.Kind, seen: String? = nil)
    {
        faults.append(
            OrderFile.Fault(
                line: row.line, column: column, seen: seen ?? row[column], kind: kind))
    }

    private mutating func kind() -> ImportedOrder.Kind? {
        switch row["kind"] {
        case "PICKUP", "取件": return .pickup
        case "DELIVERY", "派件": return .delivery
        default:
            fault("kind", .unknownKind)
            return nil
        }
    }

    private mutating func text(_ column: String, max: Int, isRequired: Bool = false) -> String? {
        let text = row[column]
        guard !text.isEmpty else {
            if isRequired { fault(column, .missing) }
            return nil
        }
        guard text.unicodeScalars.count <= max else {
            fault(column, .tooLong(max: max), seen: "")
            return nil
        }
        return text
    }

    private mutating func identifier(_ column: String) -> String? {
        guard let text = text(column, max: 40, isRequired: true) else { return nil }
        guard text.utf8.allSatisfy(Self.isIdentifierByte) else {
            fault(column, .notAnIdentifier)
            return nil
        }
        return text
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "@"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private mutating func parcel(isRequired: Bool) -> String? {
        guard let text = text("waybill", max: ParcelID.lengthMax, isRequired: isRequired) else {
            return nil
        }
        switch ParcelID.parse(text, companyPrefix: companyPrefix) {
        case .success(let parcel): return parcel.text
        case .failure:
            fault("waybill", .notAParcelNumber)
            return nil
        }
    }

    private mutating func party(_ side: String, isRequired: Bool) -> ImportedOrder.Party? {
        let columns = ["name", "phone", "address"].map { "\(side)_\($0)" }
        guard isRequired || columns.contains(where: { !row[$0].isEmpty }) else { return nil }
        let name = text(columns[0], max: 60, isRequired: true)
        let phone = phone(columns[1])
        let address = text(columns[2], max: 200, isRequired: true)
        let city = side == "recipient" ? text("recipient_city", max: 30) : nil
        guard let name, let phone, let address else { return nil }
        return ImportedOrder.Party(name: name, phone: phone, address: address, city: city)
    }

    private mutating func phone(_ column: String) -> String? {
        guard let text = text(column, max: 24, isRequired: true) else { return nil }
        switch PhoneNumber.parse(text) {
        case .success(let number): return number.text
        case .failure:
            fault(column, .notAPhone, seen: Masking.phone(text))
            return nil
        }
    }

    private mutating func goods() -> ImportedOrder.Goods? {
        guard ["item", "nature", "quantity"].contains(where: { !row[$0].isEmpty }) else {
            return nil
        }
        let name = text("item", max: 60, isRequired: true)
        let nature = text("nature", max: 40, isRequired: true)
        let quantity = number("quantity", max: OrderFile.quantityMax) ?? 1
        guard let name, let nature else { return nil }
        return ImportedOrder.Goods(name: name, nature: nature, quantity: max(quantity, 1))
    }

    private mutating func number(_ column: String, max: Int) -> Int? {
        let digits = row[column]
        guard !digits.isEmpty else { return nil }
        guard digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(digits), value <= max
        else {
            fault(column, .notANumber(max: max))
            return nil
        }
        return value
    }

    private mutating func window() -> (from: Int?, until: Int?) {
        let from = moment(of: "from")
        let until = moment(of: "until")
        if let from, let until, until < from { fault("until", .windowReversed) }
        return (from, until)
    }

    private mutating func moment(of column: String) -> Int? {
        guard !row[column].isEmpty else { return nil }
        guard let milliseconds = readMoment(row[column]), milliseconds >= 0 else {
            fault(column, .notAMoment)
            return nil
        }
        return milliseconds
    }
}
