import SQLite
import SyncProtocol

/// A stream of the ledger.
struct StreamRecord: Equatable, Sendable {
    /// The number that stands for the id in other tables.
    var number: Int
    var id: String
    var device: String
    var isClosed: Bool
    /// The last sequence of its last hello.
    var recorded: Int
    /// Up to which sequence it is in a verified backup.
    var secured: Int
    /// Up to which sequence its chain was recomputed.
    var verified: Int
}

extension StreamRecord {
    /// Names a stream whose other particulars do not matter.
    static func reference(number: Int, id: String, device: String) -> StreamRecord {
        StreamRecord(
            number: number, id: id, device: device, isClosed: false, recorded: 0, secured: 0,
            verified: 0)
    }
}

/// The end of a stream.
struct StreamEnd: Equatable, Sendable {
    var sequence: Int
    var head: Digest
}

extension Connection {
    func stream(_ id: String) throws(SQLiteError) -> StreamRecord? {
        try first(
            "SELECT no,id,dev,state,rec,secured,verified FROM stream WHERE id=?", id,
            as: StreamRecord.init)
    }

    func streams(of device: String) throws(SQLiteError) -> [StreamRecord] {
        try rows(
            "SELECT no,id,dev,state,rec,secured,verified FROM stream WHERE dev=? ORDER BY no",
            device, as: StreamRecord.init)
    }

    func streams() throws(SQLiteError) -> [StreamRecord] {
        try rows(
            "SELECT no,id,dev,state,rec,secured,verified FROM stream ORDER BY no",
            as: StreamRecord.init)
    }

    func streamCount(of device: String) throws(SQLiteError) -> Int {
        try first("SELECT COUNT(*) FROM stream WHERE dev=?", device, as: { $0.integer(0) }) ?? 0
    }

    /// Makes the row of a stream with its first entry and answers its number.
    func insertStream(_ id: String, device: String, recorded: Int) throws(SQLiteError) -> Int {
        let number =
            try first("SELECT COALESCE(MAX(no),0)+1 FROM stream", as: { $0.integer(0) }) ?? 1
        try execute(
            "INSERT INTO stream(no,id,dev,rec) VALUES(?,?,?,?)", number, id, device, recorded)
        return number
    }

    func setVerified(_ sequence: Int, stream: Int) throws(SQLiteError) {
        try execute("UPDATE stream SET verified=? WHERE no=?", sequence, stream)
    }

    /// The last sequence of a stream with its head, nil when it has no line.
    func end(ofStream number: Int) throws(SQLiteError) -> StreamEnd? {
        try first(
            "SELECT seq,head FROM ledger WHERE stream=? ORDER BY seq DESC LIMIT 1", number,
            as: { StreamEnd(sequence: $0.integer(0), head: digest($0, 1)) })
    }

    /// The stored head at a sequence from 1 on.
    func head(ofStream number: Int, at sequence: Int) throws(SQLiteError) -> Digest? {
        try first(
            "SELECT head FROM ledger WHERE stream=? AND seq=?", number, sequence,
            as: { digest($0, 0) })
    }

    /// The revision of the effects of an entry.
    func revision(ofStream number: Int, at sequence: Int) throws(SQLiteError) -> Int? {
        try first(
            "SELECT rev FROM ledger WHERE stream=? AND seq=?", number, sequence,
            as: { $0.integer(0) })
    }
}

/// A digest that the schema keeps at 32 bytes.
func digest(_ row: borrowing Row, _ column: Int) -> Digest {
    guard let digest = Digest(bytes: row.blob(column)) else {
        preconditionFailure("the schema allows 32 bytes only")
    }
    return digest
}

extension StreamRecord {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            number: row.integer(0), id: row.text(1), device: row.text(2),
            isClosed: row.text(3) == "closed", recorded: row.integer(4),
            secured: row.integer(5), verified: row.integer(6))
    }
}
