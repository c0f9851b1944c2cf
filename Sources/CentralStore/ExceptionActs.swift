package import Domain
import Ledger
import SQLite
import SyncProtocol

/// What became of one fact that was read again, or would become of it.
package struct Rereading: Equatable, Sendable {
    /// The number of its line.
    package var number: Int
    package var before: String
    package var after: String

    package init(number: Int, before: String, after: String) {
        self.number = number
        self.before = before
        self.after = after
    }
}

/// What a person wrote beside a line.
package struct Remark: Equatable, Sendable {
    package var atMilliseconds: Int
    package var person: String
    package var text: String
    /// Whether it says that nothing more is to be done about the line.
    package var isClosing: Bool
}

extension CentralStore {
    /// Reads facts again that had no effect, by the numbers of their lines; the act is a fact of
    /// the station. A trial changes nothing and says what would come of it. Nil when a line is not
    /// one that can be read again.
    package func readAgain(
        _ lines: [Int], why: String, isTrial: Bool, by person: String, at moment: Moment
    ) throws -> [Rereading]? {
        do {
            return try writer.write { db in
                var facts: [String] = []
                for number in lines {
                    guard try db.canBeReadAgain(lsn: number),
                        let fact = try db.first(
                            "SELECT fact FROM fact WHERE lsn=?", number, as: { digest($0, 0).hex })
                    else { return nil }
                    facts.append(fact)
                }
                let before = try lines.map { try db.dispositionText(lsn: $0) }
                try db.record(
                    [StationFact(.reinterpret(ReinterpretFact(facts: facts, why: why)))],
                    by: person, at: moment)
                let outcomes = try zip(lines, before).map { number, before in
                    Rereading(
                        number: number, before: before,
                        after: try db.dispositionText(lsn: number))
                }
                if isTrial { throw TrialEnd(outcomes: outcomes) }
                return outcomes
            }
        } catch let end as TrialEnd {
            return end.outcomes
        }
    }

    /// Writes something beside a line. False when there is no such line, or when one is to be
    /// closed that is not quarantined.
    package func remark(
        _ text: String, onLine number: Int, isClosing: Bool, by person: String, at now: Int
    ) throws -> Bool {
        try writer.write { db in
            let disposition = try db.first(
                "SELECT disp FROM fact WHERE lsn=?", number, as: { $0.text(0) })
            guard let disposition, !isClosing || disposition == DispositionWord.quarantined.rawValue
            else { return false }
            try db.execute(
                "INSERT INTO remark(lsn,at_ms,person,text,closes) VALUES(?,?,?,?,?)", number, now,
                person, text, isClosing ? 1 : 0)
            try db.insertAudit(
                .remarked, on: String(number), by: person,
                detail: ["closes": .bool(isClosing)], at: now)
            return true
        }
    }
}

/// Ends a trial, so that its transaction leaves nothing behind.
private struct TrialEnd: Error {
    let outcomes: [Rereading]
}

extension Connection {
    fileprivate func dispositionText(lsn: Int) throws(SQLiteError) -> String {
        try first("SELECT disp,why FROM fact WHERE lsn=?", lsn) { row in
            [row.text(0), row.optionalText(1)].compactMap { $0 }.joined(separator: ":")
        } ?? ""
    }
}
