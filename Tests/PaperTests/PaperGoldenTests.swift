import Domain
import Foundation
import Testing

@testable import Paper

/// Every paper in both languages, and every printer language, byte for byte.
@Suite struct PaperGoldenTests {
    static func previews(_ language: Language) -> [(String, [String])] {
        let context = PaperSamples.context(language)
        let copy = PaperSamples.context(language, isCopy: true)
        let receipt = ReceiptPaper(
            PaperSamples.payment(), PaperSamples.record, quote: PaperSamples.quote())
        return [
            ("receipt", receipt?.sheet(context).preview(.narrow) ?? []),
            ("receipt-copy-80", receipt?.sheet(copy).preview(.wide) ?? []),
            ("label", LabelPaper(PaperSamples.parcel()).label(context).preview),
            (
                "problem",
                ProblemNotice(PaperSamples.problem(), PaperSamples.record).sheet(context)
                    .preview(.narrow)
            ),
            (
                "refusal",
                RefusalPaper(PaperSamples.refusal(), PaperSamples.record).sheet(copy)
                    .preview(.narrow)
            ),
        ]
    }

    @Test(arguments: Language.allCases)
    func `papers look as their golden files`(language: Language) throws {
        for (name, lines) in Self.previews(language) {
            let text = lines.joined(separator: "\n") + "\n"
            #expect(try text == Self.golden("\(name).\(language.rawValue).txt"), "\(name)")
        }
    }

    @Test func `each printer language is its golden bytes`() throws {
        let label = LabelPaper(PaperSamples.parcel()).label(PaperSamples.context())
        let coder = PaperSamples.coder()
        let sheet = ProblemNotice(PaperSamples.problem(), PaperSamples.record)
            .sheet(PaperSamples.context())
        for (name, printed) in [
            ("label.zpl", label.zpl(coder)), ("label.tspl", label.tspl(coder)),
            ("label.cpcl", label.cpcl(coder)), ("problem.escpos", sheet.escPOS(.narrow, coder)),
        ] {
            #expect(printed.missing == [])
            let hex = printed.bytes.map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
            #expect(try hex + "\n" == Self.golden("\(name).hex"), "\(name)")
        }
    }

    private static func golden(_ name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
