import Domain
import Handheld
import Journal
import SyncProtocol

/// One handheld with its disk, clocks and courier.
struct DeviceNode {
    let device: EnrolledDevice
    let disk: Disk
    /// The person logged in.
    var person: String
    /// Nil while no process runs.
    var handheld: Handheld?
    var journal: Journal?
    /// Counts the processes.
    var life = 0
    /// The request whose answer is awaited.
    var flight: Int?
    /// The alarm that is planned, so that it is planned once.
    var plannedAlarm: Int?
    /// What the program keeps of the exchange between two runs.
    var memory: CanonicalObject?
    /// The wall clock less the true time.
    var skew = 0
    /// The true time at which the machine started, and what it calls that boot.
    var bootTime: Int
    var bootNumber: Int
    /// Until when nothing gets through, in either direction.
    var cutOffUntil = 0
    /// The act that was tried and of which nobody knows whether it is stored.
    var doubtful: Int?
    var isFull = false
    /// What it was last seen to have acknowledged, by stream.
    var acknowledged: [String: Int] = [:]
    /// How far the journal had come, kept beside it.
    var mark: JournalMark?
    /// An image of the disk from earlier.
    var image: Image?
    /// Exchanges since everything healed.
    var exchangesSinceHealing = 0
    /// Requests that were delivered, for the wire to deliver again.
    var sent: [Flight] = []
    /// Where the live rows were when they were last known to be those of the station.
    var rows: RowsKnown?
    var lastAnswer: (flight: Int, answer: ReceivedAnswer)?

    /// An image of the disk and of what lies beside the database.
    struct Image {
        let disk: Disk
        let mark: JournalMark?
        /// How many acts had been saved in the world.
        let savedCount: Int
    }

    /// A state of the rows: that of the station at a revision, in some buckets.
    struct RowsKnown {
        let epoch: String
        let revision: Int
        let buckets: Set<String>
    }

    static let journalName = "journal"

    var path: String { disk.path(DeviceNode.journalName) }

    /// The clocks of the handheld at a true time.
    func moment(at now: Int) -> Moment {
        Moment(
            wallMilliseconds: now + skew, bootMilliseconds: now - bootTime,
            bootNumber: bootNumber, offsetMinutes: 480)
    }
}
