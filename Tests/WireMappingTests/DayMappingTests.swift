import Domain
import SyncProtocol
import Testing

@testable import WireMapping

struct DayMappingTests {
    @Test(arguments: 0..<40)
    func `the hash of a line and of a manifest is that of its object`(seed: Int) throws {
        var random = RandomValues(seed: UInt64(seed))
        let line: DayLine = random.value()
        #expect(DayMapping.hash(of: line) == DayHash.line(DayMapping.object(of: line)))
        #expect(try DayMapping.line(DayMapping.object(of: line)) == line)
        let close: DayCloseFact = random.value()
        #expect(
            DayMapping.hash(of: close.manifest)
                == DayHash.manifest(DayMapping.object(of: close.manifest)))
    }

    @Test func `the totals of bytes become a range`() throws {
        var totals = RangeTotals()
        totals.add(
            Array(#"{"k":"payment","p":{"amount":5,"cur":"CNY","method":"CASH"}}"#.utf8)[...])
        totals.add(Array("?".utf8)[...])
        let range = DayMapping.range(from: 7, head: .zero, totals)
        var expected = SealedRange(from: 7, to: 8, count: 2, head: Digest.zero.hex)
        var money = MoneyTotals()
        money.cashIn = 5
        expected.money = ["CNY": money]
        expected.kinds = ["payment": 1, "_unread": 1]
        #expect(range == expected)
    }

    @Test func `a seal and the same range of the ledger differ in nothing`() {
        var random = RandomValues(seed: 1)
        let range: SealedRange = random.value()
        let same = SealDifferences(sealed: range, found: range, expectedFrom: range.from)
        #expect(same.isEmpty)
    }

    @Test func `each difference names both sides`() {
        let sealed = SealedRange(from: 4, to: 5, count: 2, head: "a")
        var found = SealedRange(from: 4, to: 5, count: 3, head: "b")
        found.money = ["CNY": MoneyTotals()]
        found.kinds = ["note": 2]
        found.blobs = BlobTotals(count: 1, byteCount: 9)
        let differences = SealDifferences(sealed: sealed, found: found, expectedFrom: 3)
        #expect(differences.from == SidePair(device: 4, server: 3))
        #expect(differences.count == SidePair(device: 2, server: 3))
        #expect(differences.head == SidePair(device: "a", server: "b"))
        #expect(differences.money == SidePair(device: [:], server: ["CNY": MoneyTotals()]))
        #expect(differences.kinds == SidePair(device: [:], server: ["note": 2]))
        #expect(
            differences.blobs
                == SidePair(device: BlobTotals(), server: BlobTotals(count: 1, byteCount: 9)))
    }

    @Test func `sums stay within what the wire can hold`() {
        var totals = MoneyTotals()
        totals.cashIn = Fold.amountMax
        totals.cardOut = -Fold.amountMax
        totals.add(totals)
        #expect(totals.cashIn == Fold.amountMax)
        #expect(totals.cardOut == -Fold.amountMax)
    }
}
