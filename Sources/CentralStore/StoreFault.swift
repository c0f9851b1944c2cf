/// What the store found wrong with its own database; none of it is a refusal of a handheld.
package enum StoreFault: Error, Equatable, Sendable {
    /// The database was never initialised.
    case noStation
    /// A line of the ledger is not what its chain says.
    case chainBroken(stream: String, sequence: Int)
    /// A row that this program wrote cannot be read by it.
    case unreadableRow(type: String, id: String)
    /// A line that the station itself wrote is no fact of the station.
    case unreadableLine(lsn: Int)
    /// The ledger was written by a program whose rules are newer than this one's.
    case newerRules(Int)
    /// The file holds a database of something else, or none.
    case notABackup
    /// The copy has not what the database had when the copy began.
    case copyDiffers(stream: String)
}
