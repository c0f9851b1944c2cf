import SQLite
package import SyncProtocol

/// What the next pull asks from, and which epoch hello names.
package struct PullCursor: Equatable, Sendable {
    /// Empty before the first page.
    package let epoch: String
    package let after: Int
    package let scope: Int
    /// Continuation token of a running reset.
    package let token: String?
    /// Whether a reset is gathered beside the live rows.
    package let isStaged: Bool
    /// The level of rows at which they were read; 0 before the first page.
    package let level: Int
}

/// What applying a page left.
package struct PageOutcome: Equatable, Sendable {
    /// Whether a reset is still gathered beside the live rows.
    package let isStaged: Bool
    /// Buckets whose sum or count is not the one that the server named; sorted.
    package let differing: [String]
}

extension Journal {
    /// Where the next pull goes on: the stage's cursor while a reset runs.
    package func cursor() throws(JournalError) -> PullCursor {
        try read { connection in
            let copy = try copy(.staged) ?? liveCopy()
            return PullCursor(
                epoch: copy.epoch, after: copy.revision, scope: copy.scope, token: copy.token,
                isStaged: copy.isStaged, level: copy.level)
        }
    }

    /// Applies one page: rows, bucket sums, cursor and `applied` in one durable change.
    ///
    /// The pages of a reset gather in a stage, which replaces the live rows at the first page after
    /// it that has nothing more to come (PJS 10.4). Rows that own facts still need stay, pinned.
    /// The caller has checked the page's order and that its `after` is the one asked for.
    ///
    /// - Parameter stream: the open stream when the page was asked for; nil for the present one.
    /// - Parameter proven: up to where the server was seen to hold that stream as it is here. A
    ///   page hides no fact that the server has not shown to have.
    /// - Parameter level: the level of rows that was asked for.
    package func apply(
        _ page: Page, epoch: String, stream: String? = nil, proven: Int = 0, level: Int = 1
    ) throws(JournalError) -> PageOutcome {
        precondition(page.code == nil, "a refused pull has no rows to apply")
        return try write { connection in
            let copy = try target(of: page, epoch: epoch, level: level)
            var changes = PageChanges()
            for bucket in page.drop { try drop(bucket, from: copy, &changes) }
            for change in page.changes { try apply(change, to: copy, &changes) }
            try keep(changes, of: copy)
            try move(copy, through: page)
            if copy.isStaged, !page.reset.isEmpty || page.isMore {
                return PageOutcome(isStaged: true, differing: [])
            }
            if copy.isStaged { try replaceLiveRows(by: copy) }
            try keepApplied(of: page, stream: stream, proven: proven)
            try releasePins()
            return PageOutcome(isStaged: false, differing: try differing(from: page.sums))
        }
    }

    /// The types of the live rows, sorted; at most as many as a pull can name.
    package func rowTypes() throws(JournalError) -> [String] {
        try read { connection in
            try connection.rows(
                """
                SELECT DISTINCT t FROM row
                WHERE cursor = (SELECT id FROM cursor WHERE staged = 0) ORDER BY t LIMIT ?1
                """, Limits.relevelTypesMax, as: { $0.text(0) })
        }
    }

    /// Why a reset begins that brings rows of a higher level.
    static let levelReason = "level"

    /// Lets the next pull ask from the beginning, as after enrolment. The rows stay until the new
    /// ones have all come.
    package func forgetCursor() throws(JournalError) {
        try write { connection in
            try dropStage()
            try connection.execute(
                "UPDATE cursor SET epoch = '', rev = 0, scope = 0, at = NULL, lvl = 0")
        }
    }

    /// Throws a running reset away; the live rows are untouched.
    func dropStage() throws(JournalError) {
        try write { connection in
            try connection.execute("DELETE FROM cursor WHERE staged = 1")
        }
    }

    /// The sums of the live rows, computed by this side.
    func bucketSums() throws(JournalError) -> [String: BucketSum] {
        try read { connection in
            let sums = try connection.rows(
                """
                SELECT bk, sum, n FROM bucket
                WHERE cursor = (SELECT id FROM cursor WHERE staged = 0) ORDER BY bk
                """
            ) { ($0.text(0), BucketSum(sum: digest($0.blob(1)), count: $0.integer(2))) }
            return Dictionary(uniqueKeysWithValues: sums)
        }
    }

    // MARK: Which copy a page goes to

    private func target(of page: Page, epoch: String, level: Int) throws -> RowCopy {
        let staged = try copy(.staged)
        if page.isBegin {
            guard !page.reset.isEmpty else { throw JournalError.badPage("begins no reset") }
            return try beginStage(of: page, epoch: epoch, level: level)
        }
        if !page.reset.isEmpty {
            guard let staged, staged.epoch == epoch else {
                throw JournalError.badPage("goes on with a reset that was not begun")
            }
            return staged
        }
        let copy = try staged ?? liveCopy()
        guard copy.token == nil else {
            throw JournalError.badPage("comes before the end of a reset")
        }
        guard copy.epoch == epoch, copy.revision == page.after else {
            throw JournalError.badPage("is not after revision \(copy.revision) of \(copy.epoch)")
        }
        return copy
    }

    private func beginStage(of page: Page, epoch: String, level: Int) throws -> RowCopy {
        let isWhole = page.reset == ["*"]
        if !isWhole, page.why != Journal.levelReason, let stage = try copy(.staged),
            stage.token == nil, stage.epoch == epoch
        {
            return try goOn(with: stage, page)
        }
        try dropStage()
        let live = try liveCopy()
        let copy = RowCopy(
            id: live.id + 1, isStaged: true, epoch: epoch,
            revision: isWhole ? page.to : live.revision, scope: page.scope, token: page.token,
            level: isWhole || page.why == Journal.levelReason ? level : live.level)
        try connection.execute(
            """
            INSERT INTO cursor(id, staged, epoch, rev, scope, at, lvl)
            VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6)
            """, copy.id, copy.epoch, copy.revision, copy.scope, copy.token, copy.level)
        guard !isWhole else { return copy }
        try connection.execute(
            """
            INSERT INTO row(cursor, t, i, v, r, f, pinned, since)
            SELECT ?2, t, i, v, r, f, pinned, since FROM row WHERE cursor = ?1
            """, live.id, copy.id)
        try connection.execute(
            "INSERT INTO row_bucket SELECT ?2, t, i, bk FROM row_bucket WHERE cursor = ?1",
            live.id, copy.id)
        try connection.execute(
            "INSERT INTO bucket SELECT ?2, bk, sum, n FROM bucket WHERE cursor = ?1", live.id,
            copy.id)
        var changes = PageChanges()
        for bucket in page.reset { try drop(bucket, from: copy, &changes) }
        try keep(changes, of: copy)
        return copy
    }

    /// Another reset, while a whole stage waits for its last page: what the first one dropped and
    /// brought is only there.
    private func goOn(with stage: RowCopy, _ page: Page) throws -> RowCopy {
        var changes = PageChanges()
        for bucket in page.reset { try drop(bucket, from: stage, &changes) }
        try keep(changes, of: stage)
        return stage
    }

    private func replaceLiveRows(by copy: RowCopy) throws {
        let live = try liveCopy()
        for reference in try ownReferences() {
            try connection.execute(
                """
                INSERT INTO row(cursor, t, i, v, r, f, pinned, since)
                SELECT ?2, t, i, v, r, f, COALESCE(pinned, ?5), COALESCE(since, ?6) FROM row
                WHERE cursor = ?1 AND t = ?3 AND i = ?4 ON CONFLICT DO NOTHING
                """, live.id, copy.id, reference.type, reference.id, Journal.pinnedByReset,
                try lastContained())
        }
        try connection.execute("DELETE FROM cursor WHERE id = ?1", live.id)
        try connection.execute("UPDATE cursor SET staged = 0 WHERE id = ?1", copy.id)
    }

    // MARK: Cursor, applied and sums

    private func move(_ copy: RowCopy, through page: Page) throws {
        let revision = page.reset.isEmpty ? page.to : copy.revision
        // A page that brings nothing costs no write, and so no sync of the disk.
        guard (revision, page.scope, page.token) != (copy.revision, copy.scope, copy.token)
        else { return }
        try connection.execute(
            "UPDATE cursor SET rev = ?2, scope = ?3, at = ?4 WHERE id = ?1", copy.id, revision,
            page.scope, page.token)
    }

    private func keepApplied(of page: Page, stream: String?, proven: Int) throws {
        let open = try self.stream(stream)
        try keep(applied: page.applied, of: open, proven: proven)
        for (id, applied) in page.old {
            guard let old = try streamIfKnown(id) else { continue }
            try keep(applied: applied, of: old, proven: 0)
        }
    }

    private func keep(applied told: Int, of stream: Stream, proven: Int) throws {
        let limit = min(max(stream.acknowledged, proven), try limit(of: stream))
        // A page that says nothing new costs no write, and so no sync of the disk.
        try connection.execute(
            """
            UPDATE stream SET applied = ?2, told = ?3
            WHERE no = ?1 AND (applied <> ?2 OR told <> ?3)
            """, stream.number, min(told, limit), told)
    }

    private func differing(from named: [String: BucketSum]?) throws -> [String] {
        guard let named else { return [] }
        let own = try bucketSums()
        return Set(named.keys).union(own.keys).sorted().filter {
            (named[$0] ?? BucketSum()) != (own[$0] ?? BucketSum())
        }
    }
}

/// One copy of the station's rows: the live one, or the stage of a reset.
struct RowCopy {
    let id: Int
    let isStaged: Bool
    let epoch: String
    let revision: Int
    let scope: Int
    let token: String?
    let level: Int

    /// The copy that is read, or the stage that a reset fills.
    enum Side: Int {
        case live
        case staged
    }
}

extension Journal {
    func liveCopy() throws(JournalError) -> RowCopy {
        guard let copy = try copy(.live) else { throw .notBegun }
        return copy
    }

    func copy(_ side: RowCopy.Side) throws(JournalError) -> RowCopy? {
        try read { connection in
            try connection.first(
                "SELECT id, epoch, rev, scope, at, lvl FROM cursor WHERE staged = ?1",
                side.rawValue
            ) {
                RowCopy(
                    id: $0.integer(0), isStaged: side == .staged, epoch: $0.text(1),
                    revision: $0.integer(2), scope: $0.integer(3), token: $0.optionalText(4),
                    level: $0.integer(5))
            }
        }
    }
}
