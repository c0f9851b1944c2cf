/// How a printer wants its letters.
package enum PrinterEncoding: String, CaseIterable, Sendable {
    /// Every character.
    case gb18030 = "GB18030"
    /// One and two bytes only: printers that know no more.
    case gbk = "GBK"
    case utf8 = "UTF8"
}

/// Bytes for a printer, and what of the text it cannot print.
package struct PrintedBytes: Sendable, Equatable {
    package internal(set) var bytes: [UInt8] = []
    /// Characters printed as `?` because the printer has no sign for them.
    package internal(set) var missing: [Character] = []
}

/// Makes the bytes of one printer's encoding.
///
/// GB 18030 is a table of the platform: it comes from outside, so that this module stays without
/// one. Nil: not in the table.
package struct LetterCoder: Sendable {
    private let encoding: PrinterEncoding
    private let gb18030: @Sendable (Character) -> [UInt8]?

    package init(
        _ encoding: PrinterEncoding, gb18030: @escaping @Sendable (Character) -> [UInt8]?
    ) {
        self.encoding = encoding
        self.gb18030 = gb18030
    }

    var isUTF8: Bool { encoding == .utf8 }

    /// The bytes of plain text; a character without a sign is a question mark and noted.
    func bytes(_ text: String, missing: inout [Character]) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text {
            guard let code = code(of: character) else {
                missing.append(character)
                bytes.append(UInt8(ascii: "?"))
                continue
            }
            bytes += code
        }
        return bytes
    }

    private func code(of character: Character) -> [UInt8]? {
        if character.isASCII, let ascii = character.asciiValue { return [ascii] }
        switch encoding {
        case .utf8: return Array(String(character).utf8)
        case .gb18030: return gb18030(character)
        case .gbk: return gb18030(character).flatMap { $0.count <= 2 ? $0 : nil }
        }
    }
}

extension LetterCoder {
    /// Lines of text as a file or a printer of plain text takes them.
    package func lines(_ lines: [String]) -> PrintedBytes {
        var printed = PrintedBytes()
        for line in lines {
            printed.bytes += bytes(PaperText.plain(line), missing: &printed.missing) + [0x0A]
        }
        return printed
    }
}

extension PrintedBytes {
    /// Several papers of one job, one after the other.
    package static func joined(_ parts: [PrintedBytes]) -> PrintedBytes {
        var whole = PrintedBytes()
        for part in parts {
            whole.bytes += part.bytes
            whole.missing += part.missing
        }
        return whole
    }
}
