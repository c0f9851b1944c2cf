import Commands
import Domain
import Foundation
import Terminal
import Testing

@testable import HandheldUI

/// Every page at every size in both languages: the same text as the golden file, and laws that hold
/// for all frames. `WAYBOOK_GOLDEN=write` in the environment writes the files anew.
@Suite struct ScreenFrameTests {
    static let sizes = [(32, 10), (40, 10), (40, 20), (60, 22), (80, 24), (120, 40)]

    private static let party = SampleKeys.party
    private static let identity = SampleKeys.identity
    private static let goods = SampleKeys.goods
    private static let measures = SampleKeys.measures

    /// The keys that lead to each page.
    static let ways: [(name: String, keys: String)] = [
        ("home", ""), ("tasks", "5"), ("task", "53"), ("delivery-task", "51"), ("decline", "533"),
        ("search", "6"), ("sync", "9"), ("help", "?"), ("lock", "#"), ("deliver", "2"),
        ("outside", "@"), ("damaged", "@3"), ("recipient", "@\n"), ("money", "@\n\n\n"),
        ("proxy", "@\n2"), ("signature", "@\n\n\n\n~"), ("code", "@\n\n\n\n4"),
        ("summary", "@\n\n\n\n~1"), ("recorded", "@\n\n\n\n~1\n"), ("attempt", "@9"),
        ("attempt-more", "@90"), ("problem", "4"), ("drafts", "@\n<<*"), ("draft", "@\n<<*1"),
        ("parcel", "6EX2600000000019\n"), ("pickup", "1"), ("pickup-party", "11"),
        ("pickup-identity", "11" + party), ("pickup-goods", "11" + party + identity),
        ("pickup-question", "11" + party + identity + "电池\n器\n\n"),
        ("pickup-price", "11" + party + identity + goods + measures),
        ("pickup-summary", "11" + party + identity + goods + measures + "1\n\n\n"),
        ("refusal", "119"), ("batch", "3"), ("conflicts", "92"), ("conflict", "9211"),
        ("batch-scan", "33@@"), ("count", "8"),
        ("seal", "82\n1\n\n\n\n\n\n\n"),
    ]

    private static func sample(
        _ language: Language, _ size: (Int, Int), _ keys: String
    ) -> SampleScreens {
        var sample = SampleScreens(language, columns: size.0, rows: size.1)
        sample.walk(keys)
        sample.now = SampleDesk.now
        return sample
    }

    @Test(arguments: Language.allCases, sizes.indices)
    func `the pages are those of the golden files`(language: Language, index: Int) throws {
        let size = Self.sizes[index]
        let pages = Self.ways.map { way in
            let lines = Self.sample(language, size, way.keys).lines
            return "== \(way.name)\n" + lines.map { "|\($0)|" }.joined(separator: "\n")
        }
        let text = pages.joined(separator: "\n") + "\n"
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let file = folder.appendingPathComponent(
            "Golden/\(size.0)x\(size.1).\(language.rawValue).txt")
        if ProcessInfo.processInfo.environment["WAYBOOK_GOLDEN"] == "write" {
            try Data(text.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text == kept)
    }

    @Test(arguments: Language.allCases, sizes.indices)
    func `no frame has a glyph of doubtful width, and help is always offered`(
        language: Language, index: Int
    ) {
        for way in Self.ways {
            let sample = Self.sample(language, Self.sizes[index], way.keys)
            let frame = sample.screens.frame(at: sample.now)
            for cluster in frame.grid.lines.joined() where !cluster.isASCII {
                let isSure =
                    DisplayWidth.columns(of: cluster) == 2 || cluster == "¥"
                    || cluster.unicodeScalars.allSatisfy { (0x2800...0x28FF).contains($0.value) }
                #expect(isSure, "\(cluster) on \(way.name)")
            }
            #expect(
                !frame.grid.lines.contains { $0.contains(#/EX(\.\.\.)?[0-9]*[0-9]\.\./#) },
                "\(way.name)")
            let hints = frame.grid.lines.last ?? ""
            #expect(hints.contains("?") || sample.screens.isHelpOpen, "\(way.name)")
            #expect(
                frame.grid.lines.allSatisfy { DisplayWidth.columns($0) == frame.grid.size.columns })
        }
    }

    @Test func `any keys, scans and taps at any size never trap, and Escape leads home`() {
        var random = SeededGenerator(seed: 51)
        var sample = SampleScreens()
        let keys: [Key] =
            "0123456789#?*aX８王 ".map { .character($0) } + [
                .enter, .escape, .tab, .shiftTab, .backspace, .up, .down, .left, .right, .pageUp,
                .pageDown, .home, .end, .delete, .function(1), .function(3), .function(5),
                .function(10), .control(0x0C),
            ]
        for turn in 0..<8_000 {
            switch Int.random(in: 0..<40, using: &random) {
            case 0: sample.scan(SampleDesk.waybill)
            case 1: sample.scan("XX99", isRepeated: Bool.random(using: &random))
            case 2:
                let size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &random)]
                sample.give(.resize(Size(columns: size.0, rows: size.1)))
            case 3: sample.give(.paste("EX1\n2"))
            case 4:
                let point = Point(
                    column: Int.random(in: 0..<130, using: &random),
                    row: Int.random(in: 0..<50, using: &random))
                sample.give(.mouse(Mouse(.press, at: point)))
                sample.give(.mouse(Mouse(.release, at: point)))
            case 5: sample.give(.changed)
            case 6: sample.sign()
            case 7: sample.walk("@\n\n\n\n~1")
            default:
                let key = keys[Int.random(in: 0..<keys.count, using: &random)]
                let before = key == .enter ? sample.text : ""
                let count = sample.desk.recorded.count
                sample.press(key)
                // Nothing is recorded but from a page that said so.
                let isNew = sample.desk.recorded.count > count
                let isSummary = before.contains("Enter  记录") || before.contains("Enter  record")
                #expect(!isNew || isSummary)
            }
            if turn.isMultiple(of: 20) { _ = sample.text }
            if turn.isMultiple(of: 500) {
                if sample.screens.isLocked {
                    sample.press(.escape)
                    sample.type(SampleDesk.pin)
                    sample.press(.enter)
                }
                for _ in 0..<40 { sample.press(.escape) }
                #expect(sample.screens.depth == 1)
                #expect(!sample.screens.isHelpOpen)
            }
        }
        #expect(!sample.desk.hasQuit)
        #expect(!sample.desk.recorded.isEmpty)
    }
}
