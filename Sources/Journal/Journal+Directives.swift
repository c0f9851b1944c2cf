import SQLite
package import SyncProtocol

/// An order of the station as the handheld remembers it, so that it is carried out once.
package struct HeardDirective: Equatable, Sendable {
    package let id: String
    /// The word of the wire.
    package let what: String
    /// Its arguments; never a key.
    package let arguments: CanonicalObject
    /// Wall clock when it was heard.
    package let heardMilliseconds: Int
    /// Whether it was carried out, and whether the station was told so since it last asked.
    package let isDone: Bool
    package let isTold: Bool
}

/// Where a stream ends and how far it has come.
package struct StreamEnd: Equatable, Sendable {
    package let stream: String
    package let recorded: Int
    package let head: Digest
    package let acknowledged: Int
    package let secured: Int

    /// Entries that the ledger does not hold.
    package var pending: Int { recorded - acknowledged }
}

extension Journal {
    /// Remembers an order that was heard. One that is known stays as it is; if it was carried out,
    /// the station is told once more.
    package func hear(
        _ id: String, _ what: String, _ arguments: CanonicalObject, isDone: Bool = false,
        at wallMilliseconds: Int
    ) throws(JournalError) {
        try write { connection in
            try connection.execute(
                """
                INSERT INTO directive(id, what, args, heard, done, told)
                VALUES (?1, ?2, ?3, ?4, ?5, 0)
                ON CONFLICT DO UPDATE SET told = 0
                """, id, what, arguments.encoded(), wallMilliseconds, isDone ? 1 : 0)
        }
    }

    /// Notes that an order was carried out.
    package func finishDirective(_ id: String) throws(JournalError) {
        try write { connection in
            try connection.execute("UPDATE directive SET done = 1 WHERE id = ?1", id)
        }
    }

    /// Notes that the station was told of orders carried out.
    package func noteTold(_ ids: [String]) throws(JournalError) {
        guard !ids.isEmpty else { return }
        try write { connection in
            for id in ids {
                try connection.execute(
                    "UPDATE directive SET done = 1, told = 1 WHERE id = ?1 AND told = 0", id)
            }
        }
    }

    /// One order that was heard.
    package func directive(_ id: String) throws(JournalError) -> HeardDirective? {
        try read { connection in
            try connection.first(
                "SELECT id, what, args, heard, done, told FROM directive WHERE id = ?1", id,
                as: { HeardDirective($0) })
        }
    }

    /// The orders of one word, in the order in which they were heard.
    package func directives(_ what: String) throws(JournalError) -> [HeardDirective] {
        try read { connection in
            try connection.rows(
                """
                SELECT id, what, args, heard, done, told FROM directive WHERE what = ?1
                ORDER BY heard, id
                """, what, as: { HeardDirective($0) })
        }
    }

    /// Orders that were carried out without the station knowing it.
    package func untoldDirectives() throws(JournalError) -> [String] {
        try read { connection in
            try connection.rows(
                "SELECT id FROM directive WHERE done = 1 AND told = 0 ORDER BY heard, id LIMIT ?1",
                Limits.directivesMax, as: { $0.text(0) })
        }
    }

    /// All streams, the oldest first.
    package func streamEnds() throws(JournalError) -> [StreamEnd] {
        try read { connection in
            let streams = try connection.rows(
                "SELECT no, id, dev, acked, secured, applied FROM stream ORDER BY no",
                as: { Stream($0) })
            return try streams.map { stream in
                let tail = try tail(of: stream)
                return StreamEnd(
                    stream: stream.id, recorded: tail.sequence, head: tail.head,
                    acknowledged: stream.acknowledged, secured: stream.secured)
            }
        }
    }
}

extension HeardDirective {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            id: row.text(0), what: row.text(1),
            arguments: (try? CanonicalObject(decoding: row.blob(2))) ?? [:],
            heardMilliseconds: row.integer(3), isDone: row.integer(4) == 1,
            isTold: row.integer(5) == 1)
    }
}
