import Terminal

/// One printed line of a sheet.
enum SheetLine: Equatable {
    case title(String)
    case text(String)
    case barcode(String)
}

extension Sheet {
    /// The sheet laid out for a width; nothing that could steer a printer or a terminal is left.
    func lines(_ width: PaperWidth) -> [SheetLine] {
        let columns = width.columns
        var lines: [SheetLine] = []
        if isCopy { lines.append(.title(Sheet.copyMark)) }
        // Titles are printed twice as wide.
        lines += DisplayWidth.wrapped(PaperText.plain(title), to: columns / 2).map(SheetLine.title)
        for block in blocks { lines += block.lines(columns) }
        if isCopy { lines.append(.title(Sheet.copyMark)) }
        return lines
    }

    /// The sheet as a terminal shows it before it is printed.
    package func preview(_ width: PaperWidth) -> [String] {
        lines(width).map { line in
            switch line {
            case .title(let text): PaperText.centred(text, width.columns)
            case .text(let text): text
            case .barcode(let number): PaperText.centred("||| \(number) |||", width.columns)
            }
        }
    }
}

extension Sheet.Block {
    fileprivate func lines(_ columns: Int) -> [SheetLine] {
        switch self {
        case .text(let text):
            PaperText.broken(text, columns).map(SheetLine.text)
        case .pair(let name, let value):
            PaperText.pair(name, value, columns).map(SheetLine.text)
        case .rule: [.text(String(repeating: "-", count: columns))]
        case .barcode(let number): [.barcode(PaperText.barcode(number))]
        case .signature(let name):
            [
                .text(""),
                .text(PaperText.filled(PaperText.plain(name) + ": ", columns)),
            ]
        }
    }
}
