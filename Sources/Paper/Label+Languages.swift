/// The three languages of label printers. Text of people passes `PaperText.plain` and then what
/// each language needs, so that no name can end a field and begin a command.
extension Label {
    /// ZPL II. The letters of a field are bytes in hex wherever a byte could be a command.
    package func zpl(_ coder: LetterCoder) -> PrintedBytes {
        var job = LabelJob(coder)
        job.write("^XA\(coder.isUTF8 ? "^CI28" : "^CI26")^PW\(Label.dots(widthMillimetres))")
        job.write("^LL\(Label.dots(heightMillimetres))\n")
        for item in items {
            switch item {
            case .text(let x, let y, let size, let text):
                let height = Label.dots(size.millimetres)
                job.write("^FO\(Label.dots(x)),\(Label.dots(y))^A@N,\(height),\(height)")
                job.write(",E:SIMSUN.FNT^FH_^FD")
                job.writeHex(PaperText.plain(text), escaping: zplBytes)
                job.write("^FS\n")
            case .barcode(let x, let y, let height, let number):
                job.write("^FO\(Label.dots(x)),\(Label.dots(y))^BY2")
                job.write("^BCN,\(Label.dots(height)),Y,N,N^FD\(PaperText.barcode(number))^FS\n")
            case .rule(let y):
                job.write("^FO\(Label.dots(Label.margin)),\(Label.dots(y))")
                job.write("^GB\(ruleDots),2,2^FS\n")
            }
        }
        job.write("^XZ\n")
        return job.printed
    }

    /// TSPL. A quote or a bracket of a name becomes its full-width sister.
    package func tspl(_ coder: LetterCoder) -> PrintedBytes {
        var job = LabelJob(coder)
        job.write("SIZE \(widthMillimetres) mm,\(heightMillimetres) mm\r\nGAP 2 mm,0 mm\r\n")
        job.write("DIRECTION 1\r\nCODEPAGE \(coder.isUTF8 ? "UTF-8" : "936")\r\nCLS\r\n")
        for item in items {
            switch item {
            case .text(let x, let y, let size, let text):
                let factor = size == .large ? 2 : 1
                job.write("TEXT \(Label.dots(x)),\(Label.dots(y)),\"TSS24.BF2\",0,")
                job.write("\(factor),\(factor),\"")
                job.writeText(PaperText.plain(text), replacing: tsplSisters)
                job.write("\"\r\n")
            case .barcode(let x, let y, let height, let number):
                job.write("BARCODE \(Label.dots(x)),\(Label.dots(y)),\"128\",")
                job.write("\(Label.dots(height)),1,0,2,4,\"\(PaperText.barcode(number))\"\r\n")
            case .rule(let y):
                job.write("BAR \(Label.dots(Label.margin)),\(Label.dots(y)),\(ruleDots),2\r\n")
            }
        }
        job.write("PRINT 1,1\r\n")
        return job.printed
    }

    /// CPCL. A text ends with its line, and no name has a line end.
    package func cpcl(_ coder: LetterCoder) -> PrintedBytes {
        var job = LabelJob(coder)
        job.write("! 0 200 200 \(Label.dots(heightMillimetres)) 1\r\n")
        job.write("PAGE-WIDTH \(Label.dots(widthMillimetres))\r\n")
        if coder.isUTF8 { job.write("COUNTRY UTF-8\r\n") } else { job.write("COUNTRY CHINA\r\n") }
        for item in items {
            switch item {
            case .text(let x, let y, let size, let text):
                let factor = size == .large ? 2 : 1
                job.write("SETMAG \(factor) \(factor)\r\n")
                job.write("TEXT GBUNSG24.CPF 0 \(Label.dots(x)) \(Label.dots(y)) ")
                job.writeText(PaperText.plain(text), replacing: [:])
                job.write("\r\n")
            case .barcode(let x, let y, let height, let number):
                job.write("BARCODE-TEXT 7 0 5\r\nBARCODE 128 1 1 \(Label.dots(height)) ")
                job.write("\(Label.dots(x)) \(Label.dots(y)) \(PaperText.barcode(number))\r\n")
                job.write("BARCODE-TEXT OFF\r\n")
            case .rule(let y):
                let right = Label.dots(widthMillimetres - Label.margin)
                job.write("LINE \(Label.dots(Label.margin)) \(Label.dots(y)) ")
                job.write("\(right) \(Label.dots(y)) 2\r\n")
            }
        }
        job.write("FORM\r\nPRINT\r\n")
        return job.printed
    }

    private var ruleDots: Int { Label.dots(widthMillimetres - 2 * Label.margin) }
}

/// Bytes that begin a command or an escape in ZPL: caret, tilde, and the mark of hex itself.
private let zplBytes: Set<UInt8> = [0x5E, 0x7E, 0x5F]
/// What would end or escape a text in TSPL.
private let tsplSisters: [Character: Character] = [
    "\"": "＂", "[": "［", "]": "］", "\\": "＼",
]

private struct LabelJob {
    private let coder: LetterCoder
    private(set) var printed = PrintedBytes()

    init(_ coder: LetterCoder) { self.coder = coder }

    /// A part of the language itself.
    mutating func write(_ command: String) { printed.bytes += Array(command.utf8) }

    /// Text of people.
    mutating func writeText(_ text: String, replacing sisters: [Character: Character]) {
        let safe = String(text.map { sisters[$0] ?? $0 })
        printed.bytes += coder.bytes(safe, missing: &printed.missing)
    }

    /// Text of people, each byte of `escaped` as `_5E`. A Chinese letter may have such a byte as
    /// its second one, so bytes are looked at, not characters.
    mutating func writeHex(_ text: String, escaping escaped: Set<UInt8>) {
        for byte in coder.bytes(text, missing: &printed.missing) {
            if escaped.contains(byte) {
                printed.bytes += Array("_".utf8) + Array(String(byte, radix: 16).uppercased().utf8)
            } else {
                printed.bytes.append(byte)
            }
        }
    }
}
