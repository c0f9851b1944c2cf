import Commands
import Domain
package import Paper

/// What to print.
package enum PrintSubject: Sendable, Equatable {
    /// The receipts of the payments of a record.
    case receipt(RecordName)
    case label(parcel: String)
    /// The notice of a problem, or the record of a refusal.
    case sheet(RecordName)
}

/// The language of a printer.
package enum PrinterLanguage: String, CaseIterable, Sendable {
    case text = "TEXT"
    case escPOS = "ESCPOS"
    case zpl = "ZPL"
    case tspl = "TSPL"
    case cpcl = "CPCL"
}

/// A print job before its words are looked up.
package struct PrintInput: Sendable, Equatable {
    package var subject: PrintSubject
    package var language: PrinterLanguage
    package var encoding: PrinterEncoding
    package var width: PaperWidth
    /// A new file, or a device; nil shows the paper on the screen and counts as no print.
    package var out: String?
}

extension FlagReader {
    /// The print job of a `print` command.
    mutating func paper(_ kind: String?, _ word: String) -> CourierCommand? {
        var subject: PrintSubject?
        switch kind {
        case "receipt": subject = record(word, as: "RECORD").map { .receipt($0) }
        case "label": subject = .label(parcel: parcel(word, as: "WAYBILL"))
        default: subject = record(word, as: "RECORD").map { .sheet($0) }
        }
        let language = choice("format", PrinterLanguage.self) ?? .text
        let out = text("out")
        if language != .text, out == nil { note(.flagMissing("out")) }
        let isWide = kind != "label" && invocation.value("width") == "80"
        guard let subject else { return nil }
        return .paper(
            PrintInput(
                subject: subject, language: language,
                encoding: choice("encoding", PrinterEncoding.self) ?? .gb18030,
                width: isWide ? .wide : .narrow, out: out))
    }
}
