package import Domain
import Ledger
import SQLite
package import SyncProtocol

/// One exchange of a handheld whose signature was right.
package struct Visit: Equatable, Sendable {
    package var hello: HelloRequest
    /// What the handheld may do.
    package var state: Domain.DeviceState
    /// When the first byte of the request came.
    package var at: Moment
    package var numbers: NumberRules
    /// Nil where the standard limits hold.
    package var limits: ExchangeLimits?
    /// The version that is asked of a program as old as this one.
    package var upgrade: UpgradeNotice?

    package init(
        hello: HelloRequest, state: Domain.DeviceState, at: Moment, numbers: NumberRules,
        limits: ExchangeLimits? = nil, upgrade: UpgradeNotice? = nil
    ) {
        self.hello = hello
        self.state = state
        self.at = at
        self.numbers = numbers
        self.limits = limits
        self.upgrade = upgrade
    }

    var device: String { hello.device }
    var received: Int { at.wallMilliseconds }
    /// Whether the program is too old for rows by now.
    var isTooOld: Bool { upgrade.map { received >= $0.byMilliseconds } ?? false }

    /// The uncertainty of an anchor that the server makes by itself (PJS 6.2).
    static let ownAnchorUncertainty = 60_000
    /// A visit that says nothing new is written down this often.
    static let quietMilliseconds = 60_000
    /// An anchor is kept when it makes the boot's time surer by this much. So a boot of a month has
    /// some hundred, and a quiet visit writes nothing for a gain that nobody could see.
    static let anchorGainMilliseconds = 250
}

extension Connection {
    /// Whether a visit says anything that has to be written down.
    func isNoteDue(_ visit: Visit) throws -> Bool {
        guard let known = try handheld(visit.device) else { return false }
        let hello = visit.hello
        if known.stream != hello.stream || known.recorded != hello.recorded
            || known.persons != hello.who || known.app != hello.app
            || known.options != hello.options
        {
            return true
        }
        if visit.received - (known.seenMilliseconds ?? 0) >= Visit.quietMilliseconds { return true }
        if try newAnchor(of: visit) != nil { return true }
        if try toldLabel(visit) != nil { return true }
        return try newestScope(of: visit.device).buckets != scope(of: visit)
    }

    /// Writes down what a visit says of its sender: clocks, persons, open stream, scope.
    func note(_ visit: Visit) throws {
        let hello = visit.hello
        if let anchor = try newAnchor(of: visit) { try insertAnchor(anchor, of: visit.device) }
        if let before = try handheld(visit.device)?.stream, before != hello.stream {
            try insertIncident(
                .rotate, device: visit.device, stream: hello.stream, at: 0, now: visit.received)
        }
        if let label = try toldLabel(visit) {
            try execute("UPDATE device SET label=? WHERE dev=?", label, visit.device)
        }
        try noteHello(hello, at: visit.received)
        let newest = try newestScope(of: visit.device)
        let buckets = try scope(of: visit)
        if newest.buckets != buckets || newest.number == 0 {
            try insertScope(newest.number + 1, buckets: buckets, of: visit.device)
        }
    }

    /// The anchor that a visit adds to what is known of its boot: the one it brings, or one made
    /// here for a boot without any.
    private func newAnchor(of visit: Visit) throws -> Anchor? {
        let anchor =
            visit.hello.anchor
            ?? Anchor(
                boot: visit.hello.bootNumber, bootMilliseconds: visit.hello.bootMilliseconds,
                now: visit.received, uncertainty: Visit.ownAnchorUncertainty)
        let known = EffectiveTime.of(
            [
                EffectiveTime.Reading(
                    boot: anchor.boot, bootMilliseconds: anchor.bootMilliseconds,
                    wallMilliseconds: visit.received)
            ], anchors: try anchors(of: visit.device, boot: anchor.boot), prior: nil,
            received: visit.received)[0]
        guard known.quality != .unknown else { return anchor }
        let gain = known.uncertainty - anchor.uncertainty
        return visit.hello.anchor != nil && gain >= Visit.anchorGainMilliseconds ? anchor : nil
    }

    /// The buckets of the handheld; persons who are not active here have none.
    private func scope(of visit: Visit) throws -> [String] {
        let station = try existingStation()
        var persons: [String] = []
        for person in visit.hello.who {
            if case .person(let row) = try entity(EntityReference(.person, person)),
                row.state == .active
            {
                persons.append(person)
            }
        }
        return Bucket.scope(
            device: visit.device, state: visit.state, station: station.code, persons: persons
        ).map(\.description)
    }
}
