import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// A ledger that its chains contradict is found out.
@Suite struct ChainCheckTests {
    private static func station() throws -> (TestStation, TestStream) {
        let station = try TestStation()
        var stream = TestStream()
        for number in 1...5 { try stream.note("n\(number)") }
        try station.push(stream)
        return (station, stream)
    }

    /// Changes a byte of a stored line behind the schema's back.
    private static func flip(_ station: TestStation, _ stream: TestStream, _ sequence: Int) throws {
        var line = stream.lines[sequence - 1]
        line[10] ^= 1
        let changed = line
        let connection = try Connection.open(station.path, mayCreate: false)
        try connection.transaction { db in
            try db.execute("DROP TRIGGER ledger_fixed")
            _ = try db.execute(
                "UPDATE ledger SET line=? WHERE seq=? AND stream=(SELECT no FROM stream WHERE id=?)",
                changed, sequence, stream.id)
        }
    }

    @Test func `an intact ledger verifies, with its counts`() throws {
        let (station, _) = try Self.station()
        let proof = try StationReader(path: station.path).verify()
        #expect(proof.isIntact && proof.faults == [])
        #expect(proof.facts == 5 && proof.streams == 2)
        #expect(try proof.lines == station.count("SELECT COUNT(*) FROM ledger"))
    }

    @Test(arguments: [1, 3, 5])
    func `a flipped byte is found and named`(sequence: Int) throws {
        let (station, stream) = try Self.station()
        try Self.flip(station, stream, sequence)
        let proof = try StationReader(path: station.path).verify()
        #expect(proof.faults == [LedgerFault(stream: stream.id, sequence: sequence)])
    }

    @Test func `new lines are checked when the ledger is opened, old ones are not again`() throws {
        let (station, stream) = try Self.station()
        try Self.flip(station, stream, 4)
        #expect(throws: StoreFault.chainBroken(stream: stream.id, sequence: 4)) {
            _ = try CentralStore(path: station.path)
        }
        let (sound, other) = try Self.station()
        try sound.reopen()
        try Self.flip(sound, other, 4)
        try sound.reopen()
        #expect(try !StationReader(path: sound.path).verify().isIntact)
    }
}
