/// ESC/POS, the language of roll printers.
extension Sheet {
    /// The whole print job: reset, lines, feed, cut.
    package func escPOS(_ width: PaperWidth, _ coder: LetterCoder) -> PrintedBytes {
        var job = ESCPOSJob(coder)
        for line in lines(width) { job.print(line) }
        job.end()
        return job.printed
    }
}

private struct ESCPOSJob {
    private let coder: LetterCoder
    private(set) var printed = PrintedBytes()

    private static let reset: [UInt8] = [0x1B, 0x40]
    private static let left: [UInt8] = [0x1B, 0x61, 0]
    private static let centre: [UInt8] = [0x1B, 0x61, 1]
    /// Width twice, height twice, of Latin letters and of Chinese ones.
    private static let large: [UInt8] = [0x1D, 0x21, 0x11, 0x1C, 0x21, 0x0C]
    private static let normal: [UInt8] = [0x1D, 0x21, 0, 0x1C, 0x21, 0]
    private static let chineseOn: [UInt8] = [0x1C, 0x26]
    private static let chineseOff: [UInt8] = [0x1C, 0x2E]
    /// Height 80 dots, module 2 dots, the number below.
    private static let barcodeForm: [UInt8] = [0x1D, 0x68, 80, 0x1D, 0x77, 2, 0x1D, 0x48, 2]
    /// Code 128 with the length in a byte.
    private static let barcode: [UInt8] = [0x1D, 0x6B, 73]
    private static let feedAndCut: [UInt8] = [0x1B, 0x64, 4, 0x1D, 0x56, 66, 0]
    private static let newline: UInt8 = 0x0A
    /// The length of a barcode is one byte, and two of it name the code set.
    private static let barcodeLengthMax = 253

    init(_ coder: LetterCoder) {
        self.coder = coder
        printed.bytes = Self.reset
    }

    mutating func print(_ line: SheetLine) {
        switch line {
        case .title(let text):
            printed.bytes += Self.centre + Self.large
            write(text)
            printed.bytes += [Self.newline] + Self.normal + Self.left
        case .text(let text):
            write(text)
            printed.bytes.append(Self.newline)
        case .barcode(let number):
            let data = Array(number.utf8.prefix(Self.barcodeLengthMax))
            printed.bytes += Self.centre + Self.barcodeForm + Self.barcode
            printed.bytes += [UInt8(data.count + 2)] + Array("{B".utf8) + data
            printed.bytes += [Self.newline] + Self.left
        }
    }

    mutating func end() { printed.bytes += Self.feedAndCut }

    /// Chinese letters between their two commands; a UTF-8 printer wants none.
    private mutating func write(_ text: String) {
        var run = ""
        var isChinese = false
        for character in text {
            if character.isASCII == isChinese {
                flush(&run, isChinese)
                isChinese.toggle()
            }
            run.append(character)
        }
        flush(&run, isChinese)
    }

    private mutating func flush(_ run: inout String, _ isChinese: Bool) {
        guard !run.isEmpty else { return }
        let bytes = coder.bytes(run, missing: &printed.missing)
        let isMarked = isChinese && !coder.isUTF8
        printed.bytes += isMarked ? Self.chineseOn + bytes + Self.chineseOff : bytes
        run = ""
    }
}
