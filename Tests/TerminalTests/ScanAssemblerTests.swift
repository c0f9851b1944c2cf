import Testing

@testable import Terminal

@Suite struct ScanAssemblerTests {
    private static let label = "EX2611210029944"

    private func key(_ character: Character) -> Key { .character(character) }

    /// Feeds keys so many milliseconds apart, then lets the deadline pass.
    private func assembled(
        _ keys: [Key], every gap: Int, _ settings: ScanAssembler.Settings = .init()
    ) -> [AssembledInput] {
        var assembler = ScanAssembler(settings)
        var now = 1_000
        var inputs: [AssembledInput] = []
        for key in keys {
            now += gap
            inputs += assembler.take(key, at: now)
        }
        if let deadline = assembler.deadline { inputs += assembler.pass(at: deadline) }
        return inputs
    }

    private func keys(_ text: String, _ end: Key...) -> [Key] { text.map(key) + end }

    private func scan(_ text: String, isRepeated: Bool = false) -> AssembledInput {
        .scan(Array(text.utf8), isRepeated: isRepeated)
    }

    @Test(arguments: [1, 15, 34, 35])
    func `a burst is a scan and its end is swallowed`(gap: Int) {
        #expect(assembled(keys(Self.label, .enter), every: gap) == [scan(Self.label)])
        #expect(assembled(keys(Self.label, .tab), every: gap) == [scan(Self.label)])
        #expect(assembled(keys(Self.label, .enter, .enter), every: gap) == [scan(Self.label)])
    }

    @Test func `two labels back to back are two scans`() {
        let both = keys(Self.label, .enter) + keys("EX2611210029931", .enter)
        #expect(assembled(both, every: 5) == [scan(Self.label), scan("EX2611210029931")])
        let same = keys(Self.label, .enter) + keys(Self.label, .enter)
        #expect(
            assembled(same, every: 5) == [scan(Self.label), scan(Self.label, isRepeated: true)])
    }

    @Test func `the same label is a repeat up to its time and not past it`() {
        for (wait, isRepeated) in [(2_000, true), (2_001, false)] {
            var assembler = ScanAssembler()
            for key in keys(Self.label) { _ = assembler.take(key, at: 0) }
            _ = assembler.take(.enter, at: 0)
            for key in keys(Self.label) { _ = assembler.take(key, at: wait) }
            let result1 = assembler.take(.enter, at: wait)
            #expect(result1 == [scan(Self.label, isRepeated: isRepeated)])
        }
    }

    @Test(arguments: [36, 40, 120])
    func `typing stays keys`(gap: Int) {
        let typed = keys("261121", .enter)
        #expect(assembled(typed, every: gap) == typed.map { .key($0) })
    }

    @Test func `a hotkey and Enter, a short burst and a key held down stay keys`() {
        for typed in [keys("2", .enter), keys("26112", .enter), keys("2222222222", .enter)] {
            #expect(assembled(typed, every: 10) == typed.map { .key($0) })
        }
        #expect(assembled(keys("222222222"), every: 33).count == 9)
    }

    @Test func `the shortest label is six long and the longest has its limit`() {
        var settings = ScanAssembler.Settings()
        settings.lengthMax = 20
        #expect(assembled(keys("261121", .enter), every: 1) == [scan("261121")])
        let longest = String(Self.label + "12345")
        #expect(assembled(keys(longest, .enter), every: 1, settings) == [scan(longest)])
        let longer = keys(longest + "6", .enter)
        #expect(assembled(longer, every: 1, settings) == longer.map { .key($0) })
    }

    @Test func `without an end key only a whole code of eight is a scan`() {
        var settings = ScanAssembler.Settings()
        #expect(assembled(keys(Self.label), every: 1, settings).count == Self.label.count)
        settings.isWholeCode = { $0.hasPrefix("EX") }
        #expect(assembled(keys("EX261121"), every: 1, settings) == [scan("EX261121")])
        #expect(assembled(keys("EX26112"), every: 1, settings).count == 7)
        settings.suffix = []
        settings.isWholeCode = { _ in false }
        #expect(assembled(keys("12345678"), every: 1, settings) == [scan("12345678")])
    }

    @Test func `keys that are no text let go of what is held, in order`() {
        for key in [Key.escape, .up, .backspace, .character("王"), .function(3)] {
            #expect(
                assembled(keys("12", key), every: 1)
                    == [.key(.character("1")), .key(.character("2")), .key(key)])
        }
    }

    @Test func `control bytes are data in a burst and keys outside it`() {
        let gs1: [Key] = keys("01069") + [.control(0x1D)] + keys("21A7", .enter)
        #expect(assembled(gs1, every: 1) == [scan("01069\u{1D}21A7")])
        #expect(assembled([.control(3)], every: 1) == [.key(.control(3))])
    }

    @Test func `a prefix begins a burst and gives it time`() {
        var settings = ScanAssembler.Settings()
        settings.prefix = [0x02]
        let keys: [Key] = [.control(2)] + keys(Self.label, .enter)
        #expect(assembled(keys, every: 500, settings) == [scan("\u{2}" + Self.label)])
        #expect(assembled(keys, every: 501, settings).count == keys.count)
    }

    @Test func `full-width forms of an input method are read as ASCII`() {
        #expect(assembled(keys("２６１１２１００", .enter), every: 5) == [scan("26112100")])
        #expect(assembled(keys("２", .enter), every: 5).first == .key(.character("２")))
    }

    @Test func `what is held has a deadline, and nothing passes before it`() {
        var assembler = ScanAssembler()
        #expect(assembler.deadline == nil)
        let result2 = assembler.take(.character("1"), at: 100)
        #expect(result2 == [])
        #expect(assembler.deadline == 136)
        let result3 = assembler.pass(at: 135)
        #expect(result3 == [])
        let result4 = assembler.pass(at: 136)
        #expect(result4 == [.key(.character("1"))])
        _ = assembler.take(.character("2"), at: 200)
        let result5 = assembler.flush(at: 200)
        #expect(result5 == [.key(.character("2"))])
        #expect(assembler.deadline == nil)
    }
}
