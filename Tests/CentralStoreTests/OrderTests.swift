import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// Frames cut, lost, repeated and in any order end in the same ledger and rows.
@Suite struct OrderTests {
    /// A morning of one courier.
    private static func morning(_ number: Int, by person: String) throws -> TestStream {
        var stream = TestStream(number)
        for index in 0..<8 {
            let parcel = "WB31\(number)0\(100_000 + index)"
            let quote = try stream.record(
                .quote(Sample.quote(1_000 + index)), by: person, act: Entry.Act(index: 1, count: 3))
            try stream.record(
                .payment(Sample.payment(1_000 + index, to: Code32.madeID(of: quote))), by: person,
                act: Entry.Act(index: 2, count: 3))
            var pickup = Sample.pickup(parcel)
            pickup.quote = quote.hex
            try stream.record(.pickup(pickup), by: person, act: Entry.Act(index: 3, count: 3))
            if index % 3 == 0 { stream.append("\u{7F}") }
            if index % 2 == 0 { try stream.record(.deliver(Sample.deliver(parcel)), by: person) }
        }
        return stream
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `any order gives the same ledger and the same rows`(seed: Int) throws {
        let streams = [
            try Self.morning(1, by: TestStation.courier), try Self.morning(2, by: "c2"),
        ]
        let plain = try TestStation()
        for stream in streams { try plain.push(stream) }

        let station = try TestStation()
        var random = RandomSource.seeded(SeededGenerator(seed: UInt64(seed)))
        var acknowledged = [0, 0]
        var rounds = 0
        while rounds < 20_000, zip(acknowledged, streams).contains(where: { $0 < $1.last }) {
            rounds += 1
            let index = Int(random.next() % 2)
            let stream = streams[index]
            // A section from anywhere: repeats, overlaps and gaps.
            let from = Int(random.next() % UInt64(min(stream.last, acknowledged[index] + 3))) + 1
            let length = Int(random.next() % 5)
            let outcome = try station.push(stream, from...min(stream.last, from + length))
            switch outcome {
            case .ok(let stored):
                #expect(stored.atHead == stream.heads[stored.at])
                #expect(stored.head == stream.heads[stored.have])
                #expect(stored.at <= stored.have)
                // One reply in three is lost.
                if random.next() % 3 > 0 {
                    acknowledged[index] = max(acknowledged[index], stored.at)
                }
            case .gap(let have, let head):
                #expect(from > have + 1 && head == stream.heads[have])
            default: Issue.record("\(outcome)")
            }
        }
        #expect(try station.fingerprint(isTold: false) == plain.fingerprint(isTold: false))
        try station.audit()
    }
}
