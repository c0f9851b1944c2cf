package import Domain
package import Journal
package import SyncEngine
package import SyncProtocol

/// One whole handheld as a value: a courier's acts and questions, and the exchange with the
/// station.
///
/// It holds the journal, the engine of the exchange and the tables of the rules, and is given time
/// and answers as arguments, so it runs the same in a test, in a simulation and on a handheld. What
/// it says was recorded is durable. One thread uses it.
package struct Handheld {
    /// Who this handheld is.
    package internal(set) var device: EnrolledDevice
    /// The level of rows that is asked for.
    let level: Int
    /// Persons logged in, sorted; they decide which rows the station sends.
    package let persons: [String]
    let journal: Journal
    var engine: SyncEngine
    var random: RandomSource
    /// The request that the engine wants sent next.
    var plan: Plan?
    /// The request whose answer is awaited.
    var open: OpenExchange?
    /// Lines that the ledger has and this journal lacks, until all are here.
    var gathered: GatheredLines?
    /// Rows and own facts together; made when first needed.
    var overlay: Overlay?
    /// The rules in use; read when first needed.
    var rules: RuleTables?
    /// The boot time at which the exchange is to be looked at again.
    package internal(set) var alarm: Int?
    /// What somebody has to hear of the exchange, in the order it came up; taken by the caller.
    package var reports: [SyncReport] = []

    /// A key that the station orders this handheld to sign with. The caller keeps it where it
    /// outlasts a power cut and then calls `adoptKey`.
    package internal(set) var offeredKey: OfferedKey?

    /// The program as hello names it.
    package static let app = "courier/\(version)"
    /// The level of rows that this program reads.
    package static let rowLevel = 1
    /// The version of the program.
    package static let version = "0.2.0"

    /// The request on its way, and what its answer is checked against.
    struct OpenExchange {
        let signature: RequestSignature
        let asked: Asked
        let began: Moment
        /// Orders that the request said were carried out.
        let told: [String]
    }

    /// What a request asked for.
    enum Asked {
        /// Rows, while this stream was the open one.
        case rows(PullRequest?, stream: String)
        case lines(LinesPlan)
    }

    /// A request to be written.
    enum Plan {
        case exchange(ExchangePlan)
        case lines(LinesPlan)
    }

    /// Takes over an opened journal.
    ///
    /// - Parameter memory: what `memory` said when the program ended last.
    /// - Parameter random: for nonces, jitter and identifiers.
    package init(
        device: EnrolledDevice, persons: [String], journal: Journal,
        memory: CanonicalObject? = nil, level: Int = Handheld.rowLevel, random: RandomSource
    ) throws(JournalError) {
        self.level = level
        let status = try journal.status()
        precondition(status.device == device.id, "the journal of another handheld")
        self.device = device
        self.persons = Array(persons.sorted().prefix(Limits.whoMax))
        self.journal = journal
        self.random = random
        engine = SyncEngine(
            streams: status.ownStreams.map(StreamProgress.init),
            health: memory.map { SyncHealth(decoding: $0) } ?? SyncHealth(),
            hasMorePages: status.cursor.isStaged)
    }
}

extension Handheld {
    /// The present state of one entity: the station's row with the own facts folded in.
    mutating func entity(_ reference: EntityReference) throws(JournalError) -> Entity? {
        try presentState().entity(reference, over: journal)
    }

    /// All entities of a type, by id.
    mutating func entities(of type: EntityType) throws(JournalError) -> [Entity] {
        try presentState().entities(of: type, over: journal)
    }

    private mutating func presentState() throws(JournalError) -> Overlay {
        if let overlay { return overlay }
        let made = try Overlay(over: journal)
        overlay = made
        return made
    }
}

extension StreamProgress {
    /// As far as the journal knows.
    init(_ status: StreamStatus) {
        self.init(
            id: status.id, recorded: status.recorded, acknowledged: status.acknowledged,
            secured: status.secured, isCutShort: status.isCutShort)
    }
}
