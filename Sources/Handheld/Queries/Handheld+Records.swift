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
    /// The entry as it was recorded; empty when only its skeleton is kept.
    package let object: CanonicalObject
    /// The kind of the fact, also where it was carried into another stream.
    package let kind: String
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
        guard range.parcel != nil || range.kind != nil else {
            return try journal.newest(range.count).map { (entry) throws(JournalError) in
                try view(of: entry, corrections: [])
            }
        }
        var found: [RecordView] = []
        try eachEntry { (entry) throws(JournalError) in
            let view = try view(of: entry, corrections: [])
            guard range.kind.map({ view.kind == $0.rawValue }) ?? true else { return }
            guard range.parcel.map({ view.concerns($0) }) ?? true else { return }
            found.append(view)
        }
        return found.suffix(range.count)
    }

    /// Goes through all entries, oldest first.
    private func eachEntry(
        _ body: (StoredEntry) throws(JournalError) -> Void
    ) throws(JournalError) {
        var last: EntryKey?
        while true {
            let entries = try journal.list(after: last, countMax: Handheld.listCount)
            guard let end = entries.last?.key else { break }
            for entry in entries { try body(entry) }
            last = end
        }
    }

    /// Goes through the facts of all entries that this program can read, oldest first.
    func eachFact(_ body: (Fact) throws(JournalError) -> Void) throws(JournalError) {
        try eachEntry { (entry) throws(JournalError) in
            if let fact = try view(of: entry, corrections: []).fact { try body(fact) }
        }
    }

    /// One record; nil when there is none of this name.
    package func record(_ name: RecordName) throws(JournalError) -> RecordView? {
        guard let key = try key(named: name), let entry = try journal.entry(at: key)
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
        let original = (try? Entry(decoding: entry.line)).flatMap(Carry.original)
        var fact: Fact?
        if let original,
            case .fact(let found) = FactReader.fact(from: original, id: entry.place.fact)
        {
            fact = found
        }
        let line = original?.encoded() ?? entry.line
        return RecordView(
            entry: entry, fact: fact, object: (try? CanonicalObject(decoding: line)) ?? [:],
            kind: original?.kind ?? entry.place.kind,
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
