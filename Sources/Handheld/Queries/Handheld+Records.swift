package import Domain
package import HandheldUI
package import Journal
package import SyncProtocol
import WireMapping

/// One record of the journal as people look at it.
package struct RecordView: Sendable {
    package let entry: StoredEntry
    /// Nil when this program cannot read the entry.
    package let fact: Fact?
    /// The entry as it was recorded.
    package let object: CanonicalObject
    package let state: RecordState
    /// The own record that corrects or voids it.
    package let correctedBy: Fact?
}

/// What proving the journal found.
package struct JournalProof: Equatable, Sendable {
    /// Entries that hold, over all streams.
    package let count: Int
    /// The head of the open stream.
    package let head: Digest
    /// The first entry that does not hold.
    package let fault: Int?
}

/// The journal itself.
extension Handheld {
    /// The newest records of a range, oldest first.
    package func records(_ range: JournalRange) throws(JournalError) -> [RecordView] {
        let last = try journal.status().recorded
        let isFiltered = range.parcel != nil || range.kind != nil
        let first = isFiltered ? 1 : max(1, last - range.count + 1)
        var found: [RecordView] = []
        var next = first
        while next <= last {
            let entries = try journal.list(from: next, countMax: Handheld.listCount)
            guard let end = entries.last?.place.sequence else { break }
            for entry in entries {
                guard range.kind.map({ entry.place.kind == $0.rawValue }) ?? true else { continue }
                let view = try view(of: entry, corrections: [])
                guard range.parcel.map({ view.concerns($0) }) ?? true else { continue }
                found.append(view)
            }
            next = end + 1
        }
        return found.suffix(range.count)
    }

    /// One record; nil when there is none of this name.
    package func record(_ name: RecordName) throws(JournalError) -> RecordView? {
        guard let sequence = try sequence(named: name),
            let entry = try journal.list(from: sequence, countMax: 1).first,
            entry.place.sequence == sequence
        else { return nil }
        return try view(of: entry, corrections: try journal.answers(to: entry.place.id))
    }

    /// Recomputes the hash chain from the first entry on.
    package func verify() throws(JournalError) -> JournalProof {
        let reports = try journal.verify()
        guard let open = reports.last else { throw .notBegun }
        return JournalProof(
            count: reports.reduce(0) { $0 + $1.count }, head: open.head,
            fault: reports.compactMap(\.fault).first)
    }

    private func view(
        of entry: StoredEntry, corrections: [Fact]
    ) throws(JournalError) -> RecordView {
        var fact: Fact?
        if let read = try? Entry(decoding: entry.line),
            case .fact(let found) = FactReader.fact(from: read, id: entry.place.fact)
        {
            fact = found
        }
        return RecordView(
            entry: entry, fact: fact,
            object: (try? CanonicalObject(decoding: entry.line)) ?? [:],
            state: try state(of: entry.place),
            correctedBy: corrections.last { $0.corrects == entry.place.id })
    }

    /// Entries read at a time.
    private static let listCount = 500
}

extension RecordView {
    /// Whether the record is about a parcel.
    fileprivate func concerns(_ parcel: String) -> Bool {
        guard let fact else { return false }
        return fact.parcels.contains(parcel) || fact.subject == EntityReference(.parcel, parcel)
    }
}
