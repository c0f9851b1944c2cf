package import Domain
import SQLite
import SyncProtocol

/// When entries were first put into a request. Few requests carry many entries, so they are kept
/// as runs of entries and not with each of them.
extension Journal {
    /// Notes when entries are put into a request for the first time; later attempts change nothing.
    package func noteAttempt(
        _ stream: String? = nil, from: Int, through last: Int, at moment: Moment
    ) throws(JournalError) {
        guard from <= last else { return }
        try write { connection in
            let stream = try self.stream(stream)
            var next = from
            for run in try runs(of: stream, from: from) where next <= last && run.from <= last {
                try insert(next, run.from - 1, of: stream, at: moment)
                next = run.to + 1
            }
            try insert(next, last, of: stream, at: moment)
        }
    }

    /// The first attempts from a sequence on, as many runs as one push section may have.
    func attempts(of stream: Stream, from: Int) throws(JournalError) -> FirstAttempts {
        var attempts = FirstAttempts()
        for run in try runs(of: stream, from: from) where !attempts.isFull { attempts.add(run) }
        return attempts
    }

    private func insert(
        _ first: Int, _ last: Int, of stream: Stream, at moment: Moment
    ) throws(SQLiteError) {
        guard first <= last else { return }
        try connection.execute(
            "INSERT INTO attempt(first, last, o, m) VALUES (?1, ?2, ?3, ?4)", stream.key(first),
            stream.key(last), moment.bootNumber, moment.bootMilliseconds)
    }

    /// The noted runs from a sequence on, in order; the first one may begin before.
    private func runs(of stream: Stream, from: Int) throws(JournalError) -> [Push.Attempt] {
        try read { connection in
            try connection.rows(
                """
                SELECT max(first, ?1) - ?2, last - ?2, o, m FROM attempt
                WHERE first >= COALESCE((SELECT max(first) FROM attempt WHERE first <= ?1), ?1)
                    AND first < ?3 AND last >= ?1
                ORDER BY first
                """, stream.key(from), stream.key(0), stream.keyEnd
            ) { row in
                Push.Attempt(
                    from: row.integer(0), to: row.integer(1), boot: row.integer(2),
                    bootMilliseconds: row.integer(3))
            }
        }
    }
}

/// Runs of first attempts, joined where one goes on with another.
struct FirstAttempts {
    /// The last sequence that these runs speak of: all of them, unless there are too many.
    private(set) var end = Int(UInt32.max)
    private var runs: [Push.Attempt] = []

    /// Whether there are more runs than a push section has.
    var isFull: Bool { end != Int(UInt32.max) }

    /// The runs, none of them past a sequence.
    func runs(upTo last: Int) -> [Push.Attempt] {
        runs.filter { $0.from <= last }.map { run in
            Push.Attempt(
                from: run.from, to: min(run.to, last), boot: run.boot,
                bootMilliseconds: run.bootMilliseconds)
        }
    }

    /// Takes the next run.
    mutating func add(_ run: Push.Attempt) {
        if let last = runs.last, last.to == run.from - 1, last.boot == run.boot,
            last.bootMilliseconds == run.bootMilliseconds
        {
            runs[runs.count - 1] = Push.Attempt(
                from: last.from, to: run.to, boot: run.boot,
                bootMilliseconds: run.bootMilliseconds)
        } else if runs.count < Limits.triesMax {
            runs.append(run)
        } else {
            end = run.from - 1
        }
    }
}
