import Domain
import Terminal
import Testing

@testable import Paper

@Suite struct PaperTests {
    @Test func `a receipt comes only after the money is there`() {
        #expect(ReceiptPaper(PaperSamples.payment(.pending), PaperSamples.record) == nil)
        #expect(ReceiptPaper(PaperSamples.payment(), PaperSamples.record) != nil)
    }

    @Test(arguments: Language.allCases)
    func `nothing personal and no document is on any paper`(language: Language) {
        let context = PaperSamples.context(language)
        var refusal = PaperSamples.refusal()
        refusal.sender?.address = "文三路259号昌地大厦1201"
        let papers = [
            ReceiptPaper(PaperSamples.payment(), PaperSamples.record)?.sheet(context)
                .preview(.wide) ?? [],
            LabelPaper(PaperSamples.parcel()).label(context).preview,
            RefusalPaper(refusal, PaperSamples.record).sheet(context).preview(.wide),
        ]
        for text in papers.map({ $0.joined(separator: "\n") }) {
            #expect(!text.isEmpty)
            for personal in ["王芳", "小红", "13800005521", "1201", "402", "259"] {
                #expect(!text.contains(personal), "\(personal) in \(text)")
            }
        }
    }

    @Test(arguments: [PaperWidth.narrow, .wide])
    func `no line is wider than the paper`(width: PaperWidth) {
        var problem = PaperSamples.problem()
        problem.degree = String(repeating: "箱子压坏了而且湿了", count: 8)
        let sheet = ProblemNotice(problem, PaperSamples.record).sheet(PaperSamples.context(.en))
        for line in sheet.preview(width) {
            #expect(DisplayWidth.columns(line) <= width.columns, "\(line)")
        }
        let long = Sheet(
            title: "T", blocks: [.text(String(repeating: "x", count: 100)), .pair("名", "值")],
            isCopy: false)
        #expect(long.preview(width).allSatisfy { DisplayWidth.columns($0) <= width.columns })
    }

    @Test func `a reprint says COPY above and below, and a first print nowhere`() {
        for isCopy in [true, false] {
            let context = PaperSamples.context(isCopy: isCopy)
            let notice = ProblemNotice(PaperSamples.problem(), PaperSamples.record).sheet(context)
            let lines = notice.preview(.narrow)
            #expect(lines.first?.contains("COPY") == isCopy)
            #expect(lines.last?.contains("COPY") == isCopy)
            let label = LabelPaper(PaperSamples.parcel()).label(context).preview
            #expect(label.contains { $0.contains("COPY") } == isCopy)
        }
    }

    @Test func `the total of a receipt is also in capitals`() {
        let receipt = ReceiptPaper(PaperSamples.payment(), PaperSamples.record)
        let lines = receipt?.sheet(PaperSamples.context()).preview(.narrow) ?? []
        #expect(lines.contains { $0.contains("壹拾贰元零伍分") })
    }

    /// What a customer could type to take over a printer.
    private static let hostile =
        "王\u{1B}@\u{10}\u{04}\r\nFORM\r\nPRINT\r\n^XZ~JA^FS_5E\"\r\nPRINT 1,9\r\n"
        + "\\[\"]\u{0}\u{202E}😀芳"

    @Test func `a name cannot steer a roll printer`() {
        let sheet = Sheet(title: "T", blocks: [.text(Self.hostile)], isCopy: false)
        let clean = Sheet(title: "T", blocks: [.text("王芳")], isCopy: false)
        let bytes = sheet.escPOS(.wide, PaperSamples.coder()).bytes
        let cleanBytes = clean.escPOS(.wide, PaperSamples.coder()).bytes
        func controls(_ bytes: [UInt8]) -> [UInt8: Int] {
            var counts: [UInt8: Int] = [:]
            // Line ends and the marks of Chinese letters depend on the length of the text.
            for byte in bytes where byte < 0x20 && ![0x0A, 0x1C].contains(byte) {
                counts[byte, default: 0] += 1
            }
            return counts
        }
        #expect(controls(bytes) == controls(cleanBytes))
    }

    @Test(arguments: PrinterEncoding.allCases)
    func `a name cannot steer a label printer`(encoding: PrinterEncoding) {
        let coder = PaperSamples.coder(encoding)
        var parcel = PaperSamples.parcel()
        parcel.goods?.itemName = Self.hostile
        let context = PaperSamples.context()
        let hostile = LabelPaper(parcel).label(context)
        parcel.goods?.itemName = "书"
        let clean = LabelPaper(parcel).label(context)

        func count(_ byte: UInt8, _ bytes: [UInt8]) -> Int { bytes.count { $0 == byte } }
        // A field takes three lines instead of one, so commands are counted a line.
        let extra = hostile.items.count - clean.items.count
        let zpl = (hostile.zpl(coder).bytes, clean.zpl(coder).bytes)
        let caretsOfText = 6
        #expect(count(0x5E, zpl.0) == count(0x5E, zpl.1) + extra * caretsOfText - extra)
        #expect(count(0x7E, zpl.0) == 0)
        let tspl = (hostile.tspl(coder).bytes, clean.tspl(coder).bytes)
        #expect(count(0x22, tspl.0) == count(0x22, tspl.1) + extra * 4)
        #expect(count(0x0A, tspl.0) == count(0x0A, tspl.1) + extra)
        let cpcl = (hostile.cpcl(coder).bytes, clean.cpcl(coder).bytes)
        #expect(count(0x0A, cpcl.0) == count(0x0A, cpcl.1) + extra * 2)
        for bytes in [zpl.0, tspl.0, cpcl.0] {
            #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D })
        }
    }

    @Test func `a Chinese letter that holds the byte of a caret is sent in hex`() {
        let coder = PaperSamples.coder()
        var missing: [Character] = []
        let letters = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0).map(Character.init) }
        let holding = letters.first { coder.bytes(String($0), missing: &missing).last == 0x5E }
        guard let holding else {
            Issue.record("no letter holds the byte")
            return
        }
        let label = Label(
            widthMillimetres: 76, heightMillimetres: 130,
            items: [.text(x: 1, y: 1, size: .normal, String(holding))])
        let text = label.zpl(coder).bytes
        #expect(text.firstRange(of: Array("_5E^FS".utf8)) != nil)
    }

    @Test func `a letter the printer does not have is a question mark and named`() {
        let sheet = Sheet(title: "T", blocks: [.text("a€𠮷b")], isCopy: false)
        let gbk = sheet.escPOS(.narrow, PaperSamples.coder(.gbk))
        #expect(gbk.missing == ["𠮷"])
        #expect(gbk.bytes.firstRange(of: [0xA2, 0xE3, UInt8(ascii: "?")]) != nil)
        #expect(sheet.escPOS(.narrow, PaperSamples.coder()).missing == [])
        let all = sheet.escPOS(.narrow, PaperSamples.coder())
        #expect(all.bytes.firstRange(of: [0x95, 0x34, 0xB2, 0x35]) != nil)
        let utf8 = sheet.escPOS(.narrow, PaperSamples.coder(.utf8))
        #expect(utf8.bytes.firstRange(of: Array("€𠮷".utf8)) != nil)
        #expect(utf8.bytes.firstRange(of: [0x1C, 0x26]) == nil)
    }

    @Test func `a barcode holds nothing but letters, digits and dashes`() {
        #expect(PaperText.barcode("EX^FS\r\n\"12-3") == "EXFS12-3")
        let long = Sheet(
            title: "T", blocks: [.barcode(String(repeating: "1", count: 300))], isCopy: false)
        let bytes = long.escPOS(.narrow, PaperSamples.coder()).bytes
        #expect(bytes.firstRange(of: [0x1D, 0x6B, 73, 255]) != nil)
    }
}
