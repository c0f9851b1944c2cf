/// What the store found wrong with its own database; none of it is a refusal of a handheld.
package enum StoreFault: Error, Equatable, Sendable {
    /// The database was never initialised.
    case noStation
    /// A line of the ledger is not what its chain says.
    case chainBroken(stream: String, sequence: Int)
    /// A row that this program wrote cannot be read by it.
    case unreadableRow(type: String, id: String)
}
