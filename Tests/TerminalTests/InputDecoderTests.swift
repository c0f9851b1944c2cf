import Domain
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    private func decoded(_ bytes: [UInt8], endsWithIdle: Bool = true) -> [TerminalInput] {
        var decoder = InputDecoder()
        let inputs = bytes.flatMap { decoder.take($0) }
        return inputs + (endsWithIdle ? decoder.idle() : [])
    }

    private func decoded(_ text: String) -> [TerminalInput] { decoded(Array(text.utf8)) }

    @Test(
        arguments: [
            ("\r", Key.enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
            ("\u{8}", .backspace), ("\u{3}", .control(3)), ("\u{1D}", .control(0x1D)),
            ("7", .character("7")), ("王", .character("王")), ("７", .character("７")),
            ("\u{1B}", .escape), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right),
            ("\u{1B}[D", .left), ("\u{1B}[Z", .shiftTab), ("\u{1B}[5~", .pageUp),
            ("\u{1B}[6;2~", .pageDown), ("\u{1B}[1~", .home), ("\u{1B}[8~", .end),
            ("\u{1B}OH", .home), ("\u{1B}[3~", .delete), ("\u{1B}OP", .function(1)),
            ("\u{1B}[[C", .function(3)), ("\u{1B}[15~", .function(5)),
            ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
            ("\u{1B}Ox", .character("8")), ("\u{1B}[1;2Q", .function(2)),
        ])
    func `each key has its bytes`(text: String, key: Key) {
        #expect(decoded(text) == [.key(key)])
    }

    @Test(
        arguments: [
            ("\u{1B}[<0;3;4M", Mouse.Action.press), ("\u{1B}[<0;3;4m", .release),
            ("\u{1B}[<32;3;4M", .drag), ("\u{1B}[<64;3;4M", .wheelUp),
            ("\u{1B}[<65;3;4M", .wheelDown),
            ("\u{1B}[<16;3;4M", .press),
        ])
    func `the mouse says cells from one, we count from nought`(text: String, action: Mouse.Action) {
        #expect(decoded(text) == [.mouse(Mouse(action, at: Point(column: 2, row: 3)))])
    }

    @Test(
        arguments: [
            "\u{1B}[<0;3M", "\u{1B}[<0;100000;4M", "\u{1B}[<0;0;4M", "\u{1B}[<1;3;4M", "\u{1B}[99~",
            "\u{1B}[13;129u", "\u{1B}[", "\u{1B}O", "\u{1B}[[", "\u{1B}]11;rgb:0", "\u{1B}[1;",
        ])
    func `what means nothing is dropped and never typed`(text: String) {
        var decoder = InputDecoder()
        var inputs = text.utf8.flatMap { decoder.take($0) }
        inputs += decoder.idle()
        #expect(inputs == [])
        #expect(decoder.droppedCount == 1)
        let result1 = decoder.take(UInt8(ascii: "5"))
        #expect(result1 == [.key(.character("5"))])
    }

    @Test(
        arguments: [
            "\u{1B}[?2026;2$y", "\u{1B}[?62;4c", "\u{1B}[>1;2c", "\u{1B}[3;4R", "\u{1B}[I",
            "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}P1$r0m\u{1B}\\",
        ])
    func `what a terminal says of itself is no text`(text: String) {
        #expect(decoded(text) == [.reply])
    }

    @Test func `Escape and another key are two keys`() {
        #expect(decoded("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
        #expect(decoded("\u{1B}E") == [.key(.escape), .key(.character("E"))])
        #expect(decoded("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    }

    @Test func `each state waits as long as it needs`() {
        var decoder = InputDecoder(escapeMilliseconds: 100)
        #expect(decoder.waitMilliseconds == nil)
        _ = decoder.take(0x1B)
        #expect(decoder.waitMilliseconds == 100)
        _ = decoder.take(UInt8(ascii: "["))
        #expect(decoder.waitMilliseconds == InputDecoder.sequenceMilliseconds)
        for byte in "200~a".utf8 { _ = decoder.take(byte) }
        #expect(decoder.waitMilliseconds == InputDecoder.pasteMilliseconds)
        let result2 = decoder.idle()
        #expect(result2 == [.paste("a")])
        #expect(decoder.waitMilliseconds == nil)
    }

    @Test(arguments: [[0xE7, 0x8E], [0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0xC2, 0x85]])
    func `broken characters are dropped`(bytes: [UInt8]) {
        #expect(decoded(bytes + [0x41]).last == .key(.character("A")))
        #expect(decoded(bytes + [0x41]).count == 1)
    }

    @Test func `a paste is one piece, line ends and all`() {
        #expect(
            decoded("\u{1B}[200~EX1\r\n\u{1B}[A\u{0}王\u{1B}[201~5")
                == [.paste("EX1\r\n\u{1B}[A王"), .key(.character("5"))])
    }

    @Test(arguments: [0, 1])
    func `a paste at its limit is whole, and one past it is cut there`(over: Int) {
        let text = String(repeating: "a", count: InputDecoder.pasteBytesMax + over)
        let limit = String(repeating: "a", count: InputDecoder.pasteBytesMax)
        #expect(
            decoded("\u{1B}[200~\(text)\u{1B}[201~5") == [.paste(limit), .key(.character("5"))])
    }

    @Test(arguments: [0, 1])
    func `a sequence at its limit is read, and one past it is dropped`(over: Int) {
        let parameters = String(repeating: "0", count: InputDecoder.sequenceBytesMax - 1 + over)
        #expect(
            decoded("\u{1B}[\(parameters)5~").first
                == (over == 0 ? .key(.pageUp) : .key(.character("~"))))
    }

    private static let pieces: [[UInt8]] =
        [
            "\u{1B}[<0;3;4M", "\u{1B}[<0;3;4m", "\u{1B}[200~a\r\nb\u{1B}[201~", "收件", "\u{1B}",
            "\u{1B}\u{1B}[A", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[15~", "\u{1B}[?2026;2$y",
            "\u{1B}]11;rgb:1/2/3\u{7}", "\u{1D}", "👩‍👩‍👧", "\u{1B}[1;5C", "\u{1B}P1$r\u{1B}\\",
        ].map { Array($0.utf8) } + [[0xFF, 0xC0, 0x80], [0xE7, 0x8E]]

    private static func garbage(_ random: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0...8, using: &random)).flatMap { _ -> [UInt8] in
            if Bool.random(using: &random) {
                return pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            return (0..<4).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
    }

    @Test func `after any garbage and a silence a label comes whole, in pieces of any size`() {
        var random = SeededGenerator(seed: 20261125)
        for _ in 0..<20_000 {
            var decoder = InputDecoder()
            for byte in Self.garbage(&random) { _ = decoder.take(byte) }
            _ = decoder.idle()
            #expect(decoder.waitMilliseconds == nil)
            let label = "EX2611210029944".utf8.flatMap { decoder.take($0) }
            #expect(label == "EX2611210029944".map { .key(.character($0)) })
        }
    }
}
