import Commands
package import Domain

/// The one-ply label of a parcel (电子运单): number, destination, recipient, sender, contents and
/// room for the signature, in the areas of YZ/T 0148. Names, phones and addresses are masked; an
/// identity document is nowhere on it (快递暂行条例 22).
package struct LabelPaper: Sendable {
    private let parcel: Parcel
    private let routing: Routing?

    package init(_ parcel: Parcel, routing: Routing? = nil) {
        self.parcel = parcel
        self.routing = routing
    }

    private static let width = 76
    private static let height = 130
    /// Letters of normal size that fit on a line.
    private static let columns = 46
    private static let left = Label.margin + 1

    /// The label laid out.
    package func label(_ context: PaperContext) -> Label {
        var page = LabelPage(columns: Self.columns)
        if context.isCopy { page.add(Sheet.copyMark) }
        page.add(context.stationWords + "  " + (parcel.productCode?.text ?? ""))
        page.barcode(parcel.id)
        page.rule()
        page.large(destination)
        page.rule()
        area(context.say("收", "TO"), parcel.recipient, &page)
        page.rule()
        area(context.say("寄", "FROM"), parcel.sender, &page)
        page.rule()
        contents(context).forEach { page.add($0) }
        page.rule()
        page.add(context.say("签收人/日期: ______________", "Signed, date: ______________"))
        if let hotline = context.hotline { page.add(context.say("客服 ", "Service ") + hotline) }
        return Label(
            widthMillimetres: Self.width, heightMillimetres: Self.height, items: page.items)
    }

    private var destination: String {
        let place = [parcel.recipient?.city, parcel.recipient?.district].compactMap(\.self)
        let known = routing?.sortCode ?? routing?.destinationSite ?? routing?.destination
        return [known, place.joined(separator: " ")].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private func area(_ name: String, _ party: Party?, _ page: inout LabelPage) {
        guard let party else { return page.add(name + ": -") }
        let lines = Masking.lines(party)
        page.add(name + ": " + lines[0])
        for line in lines.dropFirst() { page.add("    " + line) }
    }

    private func contents(_ context: PaperContext) -> [String] {
        var lines: [String] = []
        if let goods = parcel.goods {
            lines.append("\(goods.itemName)  \(goods.itemNature)  x\(goods.quantity)")
        }
        if let weight = parcel.weight {
            lines.append(
                context.say("重量 ", "weight ") + "\(weight.actualGrams) g  "
                    + context.say("计费 ", "charged ") + "\(weight.chargeableGrams) g")
        }
        if let pieces = parcel.pieces, pieces.pieceCount > 1 {
            let index = pieces.pieceIndex.map { "\($0)/" } ?? ""
            lines.append(
                context.say("件数 ", "pieces ") + index + "\(pieces.pieceCount)"
                    + (pieces.masterWaybillNumber.map { context.say("  母单 ", "  of ") + $0 } ?? ""))
        }
        let marks = marks(context)
        if !marks.isEmpty { lines.append("[" + marks.joined(separator: "] [") + "]") }
        return lines
    }

    /// What whoever carries or delivers it has to see.
    private func marks(_ context: PaperContext) -> [String] {
        let services = parcel.services
        let isCollect = services?.isCollect == true
        let cod = services?.codAmountFen ?? 0
        let goods = parcel.goods
        return [
            cod > 0 ? context.say("代收货款 ", "COD ") + Fen.text(cod) : nil,
            isCollect ? context.say("到付", "COLLECT") : nil,
            parcel.insuranceAmountFen ?? services?.insuranceAmountFen ?? 0 > 0
                ? context.say("保价", "INSURED") : nil,
            services?.returnReceiptNumber == nil ? nil : context.say("签单返还", "RETURN RECEIPT"),
            goods?.isFragile == true ? context.say("易碎", "FRAGILE") : nil,
            goods?.keepsUpright == true ? context.say("勿倒置", "THIS WAY UP") : nil,
            goods?.keepsDry == true ? context.say("防潮", "KEEP DRY") : nil,
        ].compactMap(\.self)
    }
}

/// Lays things out from top to bottom.
private struct LabelPage {
    let columns: Int
    private(set) var items: [Label.Item] = []
    private var y = 2

    private static let gap = 1
    private static let barcodeHeight = 12
    /// The number below a barcode.
    private static let barcodeNumber = 4
    private static let left = 3

    init(columns: Int) { self.columns = columns }

    mutating func add(_ text: String) {
        for line in PaperText.broken(text, columns) { place(line, .normal) }
    }

    mutating func large(_ text: String) {
        for line in PaperText.broken(text, columns / 2) { place(line, .large) }
    }

    mutating func barcode(_ number: String) {
        items.append(.barcode(x: Self.left + 4, y: y, height: Self.barcodeHeight, number))
        y += Self.barcodeHeight + Self.barcodeNumber + Self.gap
    }

    mutating func rule() {
        items.append(.rule(y: y))
        y += Self.gap
    }

    private mutating func place(_ line: String, _ size: Label.TextSize) {
        items.append(.text(x: Self.left, y: y, size: size, line))
        y += size.millimetres + Self.gap
    }
}
