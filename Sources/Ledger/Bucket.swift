package import Domain

/// A set of rows that handhelds receive together (PJS 10.3).
package enum Bucket: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Tariff, settings, persons.
    case station(String)
    /// Tasks, parcels, charges and the account of one person.
    case courier(String)
    /// Dispositions and number blocks of one handheld.
    case device(String)

    /// The name on the wire.
    package var description: String {
        switch self {
        case .station(let id): "station:\(id)"
        case .courier(let id): "courier:\(id)"
        case .device(let id): "device:\(id)"
        }
    }

    /// Reads a name.
    package init?(_ name: String) {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let id = String(name[name.utf8.index(after: colon)...])
        switch name[..<colon] {
        case "station": self = .station(id)
        case "courier": self = .courier(id)
        case "device": self = .device(id)
        default: return nil
        }
    }

    /// Byte order of the names.
    package static func < (left: Bucket, right: Bucket) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }

    /// The buckets of a handheld: those of the persons whose shift is open on it, of its station
    /// and its own, in byte order of their names (PJS 10.3, 11.5).
    package static func scope(
        device: String, state: DeviceState, station: String, persons: [String]
    ) -> [Bucket] {
        switch state {
        case .active:
            ([.device(device), .station(station)] + persons.map { .courier($0) }).sorted()
        case .suspended: [.device(device)]
        case .revoked: []
        }
    }
}

extension Entity {
    /// The buckets that hold the row by itself; it is also in those of the rows it follows.
    ///
    /// `deviceOfStream` tells whose the stream `ofStream` is.
    package func ownBuckets(station: String, deviceOfStream: (String) -> String?) -> [Bucket] {
        switch self {
        case .config, .person, .pack, .tariff: [.station(station)]
        case .task(let row):
            // Who overtook it sees the parcel; whose it was need not go there.
            row.state == .overtaken ? [] : [.courier(row.assignee)]
        case .account(let row): [.courier(row.id)]
        case .parcel(let row):
            // Whoever holds it, and whoever acted last: a delivered parcel stays in sight.
            [row.custody.holder, row.by].compactMap { $0 }.map { .courier($0) }
        case .handover(let row):
            // Whoever counts cash must not see what was given.
            (row.content == .cash ? [row.giver] : [row.giver, row.taker])
                .filter { $0.type == .person }.map { .courier($0.id) }
        case .problem(let row): [row.owner].compactMap { $0 }.map { .courier($0) }
        case .numbers(let row): [.device(row.numbers.device)]
        case .disposition(let row):
            [deviceOfStream(row.stream)].compactMap { $0 }.map { .device($0) }
        case .day(let row):
            [deviceOfStream(row.stream)].compactMap { $0 }.map { .device($0) }
        // Only the store knows whose facts are in it.
        case .dispute: []
        case .address, .charge: []
        }
    }

    /// The stream whose handheld has the row.
    package var ofStream: String? {
        switch self {
        case .disposition(let row): row.stream
        case .day(let row): row.stream
        case .task, .parcel, .address, .charge, .problem, .account, .config, .person, .pack,
            .tariff, .numbers, .handover, .dispute:
            nil
        }
    }

    /// Pairs of rows of which the child is in every bucket that its parent is in.
    package var links: [Link] {
        switch self {
        case .task(let row):
            (row.parcels.map { EntityReference(.parcel, $0) }
                + [row.address].compactMap { $0 }.map { EntityReference(.addr, $0) }
                + row.charges.map { EntityReference(.charge, $0) })
                .map { Link(child: $0, parent: reference) }
        case .charge(let row):
            [row.parcel].compactMap { $0 }
                .map { Link(child: reference, parent: EntityReference(.parcel, $0)) }
        case .problem(let row):
            // What could be read of an unreadable number names no parcel.
            EntityReference.isIdentifier(row.parcel)
                ? [Link(child: reference, parent: EntityReference(.parcel, row.parcel))] : []
        case .parcel, .address, .account, .config, .person, .pack, .tariff, .numbers,
            .disposition, .day, .handover, .dispute:
            []
        }
    }
}

/// Why a row left a bucket, as `out` says it (PJS 10.1).
package enum LeavingReason: String, Sendable, CaseIterable {
    case reassigned, done, cancelled, moved
    case doneByOther = "done_by_other"
}

extension Entity {
    /// Why this row is not in a bucket any more that it was in.
    package var leavingReason: LeavingReason {
        switch self {
        case .task(let row):
            switch row.state {
            case .cancelled: .cancelled
            case .overtaken: .doneByOther
            case .open, .accepted, .declined, .started, .done, .needsHandover: .reassigned
            }
        case .parcel(let row): row.stage.isTerminal ? .done : .moved
        case .address, .charge, .problem, .account, .config, .person, .pack, .tariff, .numbers,
            .disposition, .day, .handover, .dispute:
            .moved
        }
    }
}

extension EntityType {
    /// Whether rows of the type bring other rows into their buckets.
    package var hasChildren: Bool { self == .task || self == .parcel }
    /// Whether rows of the type follow other rows into buckets.
    package var hasParents: Bool {
        self == .parcel || self == .addr || self == .charge || self == .problem
    }
    /// Whether rows of the type say who follows whom.
    package var makesLinks: Bool { self == .task || self == .charge || self == .problem }
}

/// The child is in every bucket that the parent is in.
package struct Link: Hashable, Sendable {
    package let child: EntityReference
    package let parent: EntityReference
}

extension DispositionRow {
    /// The stream of the fact: the id is `<stream>.<seq>`.
    package var stream: String { String(id.prefix { $0 != "." }) }

    /// The id of the row of the fact at a place.
    package static func id(stream: String, sequence: Int) -> String { "\(stream).\(sequence)" }
}
