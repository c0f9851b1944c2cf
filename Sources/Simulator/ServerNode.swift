import Central
import CentralStore
import Domain

/// The server with its disk and what was kept of it.
struct ServerNode {
    static let disk = Disk(0)
    static let databaseName = "central"
    static let masterKey = [UInt8](repeating: 7, count: 32)
    static let station = "HZ0931"

    /// Nil while no process runs.
    var central: Central?
    var store: CentralStore?
    var isFull = false
    /// Copies of the disk, with what the ledger was known to hold.
    var backups: [Backup] = []
    var bootTime: Int
    /// Where the ledger ended when it was last told outside the database.
    var watermark: LedgerMark?
    /// Whether an old copy was put in place together with what was told outside of it, so that
    /// nothing shows it and no new epoch begins.
    var wasCopiedBack = false

    /// A copy of the server's disk.
    struct Backup {
        let disk: Disk
        let ledger: LedgerCopy
        let watermark: LedgerMark
    }

    var disk: Disk { ServerNode.disk }

    func moment(at now: Int) -> Moment {
        Moment(
            wallMilliseconds: now, bootMilliseconds: now - bootTime, bootNumber: 1,
            offsetMinutes: 480)
    }
}
