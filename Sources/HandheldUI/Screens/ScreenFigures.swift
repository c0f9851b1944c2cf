package import Domain

/// What every screen shows of the handheld, read from the journal after each change and never
/// counted beside it.
package struct ScreenFigures: Hashable, Sendable {
    /// Who is logged in; nil when nobody is.
    package var person: String?
    package var personName: String?
    /// What the station calls this handheld, and the station.
    package var label = ""
    package var station = ""
    /// Letters of the company's waybill numbers.
    package var companyPrefix = ""
    /// Records that the station does not have.
    package var unsentCount = 0
    /// Wall time of the oldest of them.
    package var oldestUnsentAt: Int?
    /// Open cases about this handheld's records.
    package var conflictCount = 0
    /// Wall time of the last whole answer of the station.
    package var lastExchangeAt: Int?
    /// What has failed since, said to people.
    package var problem: Words?
    /// A request is on its way.
    package var isExchanging = false
    /// Wall time at which an exchange is tried again.
    package var retryAt: Int?
    /// Records in all, and those that the station has.
    package var recordedCount = 0
    package var sentCount = 0
    /// Waybill numbers left.
    package var numbersLeft = 0
    /// Open tasks.
    package var pickupCount = 0
    package var deliveryCount = 0
    /// Parcels in trouble that are not closed.
    package var problemCount = 0
    /// Flows that were begun and not recorded.
    package var draftCount = 0
    /// Personal data may be shown in full: the lease has not ended.
    package var mayShowPersonal = true
    /// What happened last to this handheld's journal, newest last.
    package var news: [String] = []
    /// The newest records, the newest first.
    package var records: [RecordLine] = []

    package init() {}

    /// One of the newest records.
    package struct RecordLine: Hashable, Sendable {
        /// Wall time.
        package let at: Int
        /// What it is.
        package let what: Words
        /// The parcel or task it is about.
        package let about: String
        /// Where it stands.
        package let state: Words

        package init(at: Int, what: Words, about: String, state: Words) {
            self.at = at
            self.what = what
            self.about = about
            self.state = state
        }
    }

    /// Whether the station was reached last time.
    package enum Link: Hashable, Sendable {
        case never, online, offline
    }

    /// Whether the station was reached last time.
    package var link: Link {
        if problem != nil { return .offline }
        return lastExchangeAt == nil ? .never : .online
    }

    /// Records wait although the station is reached, or it was not reached for long.
    package func needsAttention(at now: Int) -> Bool {
        let isOld = oldestUnsentAt.map { now - $0 > Self.unsentMilliseconds } ?? false
        let isLong = lastExchangeAt.map { now - $0 > Self.exchangeMilliseconds } ?? false
        return (isOld && link == .online) || isLong
    }

    static let unsentMilliseconds = 30 * 60_000
    static let exchangeMilliseconds = 4 * 3_600_000
}
