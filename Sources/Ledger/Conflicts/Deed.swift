package import Domain
package import SyncProtocol

/// A fact as the rules of conflict see it: what it says, when and where it was recorded, and what
/// its person was allowed to do (PJS 17).
package struct Deed: Hashable, Sendable {
    package let fact: Fact
    /// The stream and place where it was first recorded.
    package let stream: String
    package let sequence: Int
    /// Its number in the ledger; decides only what counts until a person decides.
    package let number: Int
    /// How far off `fact.recordedAt` may be, ms.
    package let uncertainty: Int
    package let quality: EffectiveTime.Quality
    /// Wall clock at recording less effective time, ms; nil where that is not known.
    package var skew: Int?
    /// Where the handheld was, if it knew.
    package var position: Fix?
    package var standing: PersonStanding = .unknown
    /// Whether the station recorded it itself.
    package var isOfStation = false
    /// The closed day it belongs to, when it came too late for it.
    package var lateFor: String?

    package init(
        _ fact: Fact, stream: String, sequence: Int, number: Int, uncertainty: Int = 0,
        quality: EffectiveTime.Quality = .good
    ) {
        self.fact = fact
        self.stream = stream
        self.sequence = sequence
        self.number = number
        self.uncertainty = uncertainty
        self.quality = quality
    }

    package var id: String { fact.id }
    package var person: String { fact.person }
    package var isTimeGood: Bool { quality == .good }

    /// Whether it happened before another one, for certain: in the same stream by its place, else
    /// by time (PJS 17.1). Neither before the other means that nobody can tell.
    package func isBefore(_ other: Deed) -> Bool {
        if stream == other.stream { return sequence < other.sequence }
        guard quality != .unknown, other.quality != .unknown else { return false }
        return fact.recordedAt + uncertainty < other.fact.recordedAt - other.uncertainty
    }

    /// The order of facts in a case; it is the same however they arrived.
    static func inOrder(_ left: Deed, _ right: Deed) -> Bool {
        (left.fact.recordedAt, left.stream, left.sequence, left.id)
            < (right.fact.recordedAt, right.stream, right.sequence, right.id)
    }

    /// The task it answers to.
    package var task: String? {
        if case .taskOpen(let opening) = fact.payload { return opening.task }
        if case .taskAssign(let assignment) = fact.payload { return assignment.task }
        if case .taskCancel(let cancellation) = fact.payload { return cancellation.task }
        return fact.subject?.type == .task ? fact.subject?.id : nil
    }
}

/// What a person could do when a fact was recorded, as far as the station had said so.
package enum PersonStanding: Hashable, Sendable {
    /// The station does not know the person.
    case unknown
    case active([Capability])
    /// The person had left.
    case closed

    /// Whether the person may act for one of these capabilities; nobody can say so of a stranger.
    package func allows(_ capabilities: [Capability]) -> Bool {
        switch self {
        case .unknown: true
        case .closed: false
        case .active(let own):
            own.contains(.manager) || capabilities.contains { own.contains($0) }
        }
    }

    /// Whether the person is a manager.
    package var isManager: Bool {
        if case .active(let own) = self { own.contains(.manager) } else { false }
    }
}

/// Where a handheld was.
package struct Fix: Hashable, Sendable {
    /// 1e-7 degrees, like `longitude`.
    package let latitude: Int
    package let longitude: Int
    package let accuracyMetres: Int

    package init(latitude: Int, longitude: Int, accuracyMetres: Int) {
        self.latitude = latitude
        self.longitude = longitude
        self.accuracyMetres = accuracyMetres
    }

    /// The distance to an address, in metres, by an even map: good to one in a hundred over the
    /// few kilometres that matter here. Nil for an address without a place.
    func metres(to address: AddressFields) -> Int? {
        guard let latitude = address.latitude, let longitude = address.longitude else {
            return nil
        }
        let degree = 1e-7 * Double.pi / 180
        let middle = (Double(self.latitude) + Double(latitude)) / 2 * degree
        let north = (Double(self.latitude) - Double(latitude)) * degree
        let east = (Double(self.longitude) - Double(longitude)) * degree * Fix.cosine(middle)
        return Int((north * north + east * east).squareRoot() * Fix.earthRadiusMetres)
    }

    private static let earthRadiusMetres = 6_371_000.0

    /// For −π/2 … π/2, by its series: a pure module has no mathematics library.
    private static func cosine(_ angle: Double) -> Double {
        let square = angle * angle
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    }
}
