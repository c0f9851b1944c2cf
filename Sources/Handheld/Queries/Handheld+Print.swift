package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// What a paper is made of: one record and what belongs to it.
package struct PrintMatter: Sendable {
    /// The record; of a label the pickup, where it is this handheld's.
    package let fact: Fact?
    /// The facts of the same act, such as the quote of a pickup.
    package let act: [Fact]
    package let parcel: Parcel?
    package let station: String
    package let config: StationConfig?
    /// How often it was printed before.
    package let printCount: Int
}

/// Papers: what they show, and that they were printed.
extension Handheld {
    /// What notes of prints are marked with (`note.what`).
    package static let printed = "PRINTED"

    /// The matter of a paper; nil when the record or the parcel is not known here.
    package mutating func matter(
        of subject: PrintSubject
    ) throws(JournalError) -> PrintMatter? {
        switch subject {
        case .receipt(let name), .sheet(let name):
            guard let fact = try record(name)?.fact else { return nil }
            return try matter(subject, fact, parcel: fact.parcels.first)
        case .label(let id):
            var pickup: Fact?
            for fact in try journal.facts(at: try journal.keys(naming: id)) {
                if case .pickup(let found) = fact.payload, found.parcel == id { pickup = fact }
            }
            guard try parcel(id) != nil else { return nil }
            return try matter(subject, pickup, parcel: id)
        }
    }

    /// Records that a paper was printed, with the SHA-256 of its bytes.
    package mutating func notePrint(
        of subject: PrintSubject, _ matter: PrintMatter, bytes: [UInt8], draft: String,
        at now: Moment
    ) throws(JournalError) -> ActResult {
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        var note = NoteFact(
            text: "\(mark(subject, matter.fact)) sha256:\(SHA256.hash(bytes).hex)")
        note.what = Code(Handheld.printed)
        let parcel = matter.parcel?.id ?? matter.fact?.parcels.first
        let said = FactDraft(.note(note), subject: parcel.map { EntityReference(.parcel, $0) })
        return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
    }

    private mutating func matter(
        _ subject: PrintSubject, _ fact: Fact?, parcel id: String?
    ) throws(JournalError) -> PrintMatter {
        var act: [Fact] = []
        if let fact, let key = try journal.key(of: fact.id) {
            act = try journal.facts(
                at: try journal.keys(upTo: key, countMax: Limits.actFactsMax)
            ).filter { fact.cited.contains($0.id) }
        }
        var config: StationConfig?
        if case .config(let row) = try entity(EntityReference(.config, device.station)) {
            config = row
        }
        return PrintMatter(
            fact: fact, act: act,
            parcel: try id.flatMap { (id) throws(JournalError) in
                try parcel(id)
            }, station: device.station, config: config,
            printCount: try printCount(mark(subject, fact)))
    }

    /// What a note of a print begins with: which paper, of what.
    private func mark(_ subject: PrintSubject, _ fact: Fact?) -> String {
        switch subject {
        case .receipt: "RECEIPT \(fact?.reference ?? "")"
        case .label(let parcel): "LABEL \(parcel)"
        case .sheet: "SHEET \(fact?.reference ?? "")"
        }
    }

    private func printCount(_ mark: String) throws(JournalError) -> Int {
        let facts = try journal.facts(at: try journal.keys(naming: mark))
        return facts.count { fact in
            guard case .note(let note) = fact.payload else { return false }
            return note.what?.text == Handheld.printed && note.text.hasPrefix(mark + " ")
        }
    }
}
