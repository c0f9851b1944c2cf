import Testing

@testable import Platform

struct SecretLineTests {
    @Test(arguments: [
        ("123\r", "123"), ("123\n", "123"), ("12\u{7f}3\n", "13"), ("12\u{8}3\n", "13"),
        ("12\u{15}3\n", "3"), ("\u{7f}1\n", "1"), ("1é\u{7f}2\n", "12"), ("1汉\u{7f}2\n", "12"),
    ])
    func `editing keys do what a terminal would do`(_ typed: String, _ expected: String) {
        let line = line(Array(typed.utf8))
        #expect(line.state == .complete)
        #expect(line.bytes == Array(expected.utf8))
    }

    @Test(arguments: ["12\u{3}", "\u{4}"]) func `a person can give up`(_ typed: String) {
        #expect(line(Array(typed.utf8)).state == .cancelled)
    }

    @Test func `the end of the terminal is giving up`() {
        var line = SecretLine()
        line.take(nil)
        #expect(line.state == .cancelled)
    }

    @Test func `a line too long stays too long and grows no further`() {
        let line = line([UInt8](repeating: 0x37, count: 10_000))
        #expect(line.state == .open)
        #expect(line.bytes.count == SecretInput.bytesMax + 1)
    }

    private func line(_ bytes: [UInt8]) -> SecretLine {
        var line = SecretLine()
        for byte in bytes { line.take(byte) }
        return line
    }
}
