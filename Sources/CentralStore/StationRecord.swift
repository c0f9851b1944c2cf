import Domain
import SQLite
import SyncProtocol

/// The one row about the station itself.
package struct StationRecord: Equatable, Sendable {
    package var code: String
    package var name: String
    /// Minutes east of UTC, for business days.
    package var zoneMinutes: Int
    /// The server's own identity and stream, for the facts it makes.
    package var device: String
    package var stream: String
    /// All streams it ever wrote to; each epoch begins a new one.
    package var streams: Set<String>
    /// Changes when the ledger was restored or rebuilt.
    package var epoch: String
    /// The newest revision.
    package var revision: Int
    /// Revisions below it may lack their tombstones.
    package var floor: Int
    var clock: HybridClock
    /// The first waybill sequence that no block holds.
    package var nextWaybillSequence: Int
}

extension Connection {
    /// The station, or nil in a database that was not initialised.
    func station() throws(SQLiteError) -> StationRecord? {
        let station = try first(
            """
            SELECT code,name,zone_min,dev,stream,epoch,rev,floor,
                stamp_l,stamp_c,stamp_o,stamp_m,next_number FROM station
            """
        ) { row in
            StationRecord(
                code: row.text(0), name: row.text(1), zoneMinutes: row.integer(2),
                device: row.text(3), stream: row.text(4), streams: [row.text(4)],
                epoch: row.text(5),
                revision: row.integer(6), floor: row.integer(7),
                clock: HybridClock(
                    milliseconds: row.integer(8), counter: row.integer(9), boot: row.integer(10),
                    bootMilliseconds: row.integer(11)),
                nextWaybillSequence: row.integer(12))
        }
        guard var station else { return nil }
        station.streams.formUnion(
            try rows(
                "SELECT id FROM stream WHERE dev=?", station.device, as: { $0.text(0) }))
        return station
    }

    /// The station of a database that has one.
    func existingStation() throws -> StationRecord {
        guard let station = try station() else { throw StoreFault.noStation }
        return station
    }

    func insertStation(_ station: StationRecord) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO station(id,code,name,zone_min,dev,stream,epoch,rev,floor,
                stamp_l,stamp_c,stamp_o,stamp_m,next_number)
            VALUES(1,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """,
            station.code, station.name, station.zoneMinutes, station.device, station.stream,
            station.epoch, station.revision, station.floor, station.clock.milliseconds,
            station.clock.counter, station.clock.boot, station.clock.bootMilliseconds,
            station.nextWaybillSequence)
    }

    /// Stores what a writing transaction changes of the station.
    func updateStation(_ station: StationRecord) throws(SQLiteError) {
        try execute(
            """
            UPDATE station SET rev=?,stamp_l=?,stamp_c=?,stamp_o=?,stamp_m=?,next_number=?
            """,
            station.revision, station.clock.milliseconds, station.clock.counter,
            station.clock.boot, station.clock.bootMilliseconds, station.nextWaybillSequence)
    }
}
