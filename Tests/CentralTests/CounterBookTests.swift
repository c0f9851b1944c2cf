import SyncProtocol
import Testing

@testable import Central

@Suite struct CounterBookTests {
    private static func signature(_ counter: Int, nonce: String = "A") -> RequestSignature {
        RequestSignature(
            key: DeviceKey.derived(master: [1], device: "d", number: 1), device: "d",
            counter: counter, nonce: nonce, method: "POST", target: "/", body: [])
    }

    @Test func `a counter above the ceiling asks for the next one first`() {
        var book = CounterBook()
        let first = Self.signature(1)
        #expect(book.judge(first, stored: 0) == .raise(ceiling: 64))
        // Not accepted before it is durable.
        #expect(book.judge(first, stored: 0) == .raise(ceiling: 64))
        book.accept(first, ceiling: 64)
        #expect(book.judge(first, stored: 0) == .again)
        #expect(book.judge(Self.signature(64), stored: 64) == .accepted)
        #expect(book.judge(Self.signature(65), stored: 64) == .raise(ceiling: 128))
    }

    @Test func `only the newest request is answered again`() {
        var book = CounterBook()
        book.accept(Self.signature(5), ceiling: 64)
        #expect(book.judge(Self.signature(5), stored: 64) == .again)
        #expect(book.judge(Self.signature(5, nonce: "B"), stored: 64) == .stale(last: 5))
        #expect(book.judge(Self.signature(6), stored: 64) == .accepted)
        #expect(book.judge(Self.signature(5), stored: 64) == .stale(last: 6))
    }

    @Test func `a book that begins anew trusts nothing up to the stored ceiling`() {
        var book = CounterBook()
        #expect(book.judge(Self.signature(64), stored: 64) == .stale(last: 64))
        #expect(book.judge(Self.signature(65), stored: 64) == .raise(ceiling: 128))
    }

    @Test func `no ceiling is past what the wire can say`() {
        var book = CounterBook()
        let greatest = Canonical.integerMax
        #expect(book.judge(Self.signature(greatest - 63), stored: 0) == .raise(ceiling: greatest))
        #expect(book.judge(Self.signature(greatest), stored: 0) == .raise(ceiling: greatest))
    }
}
