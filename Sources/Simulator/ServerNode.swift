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
    /// Whether an old copy was put in place without the program, so without a new epoch.
    var wasCopiedBack = false

    /// A copy of the server's disk.
    struct Backup {
        let disk: Disk
        let ledger: LedgerCopy
    }

    var disk: Disk { ServerNode.disk }

    func moment(at now: Int) -> Moment {
        Moment(
            wallMilliseconds: now, bootMilliseconds: now - bootTime, bootNumber: 1,
            offsetMinutes: 480)
    }
}
