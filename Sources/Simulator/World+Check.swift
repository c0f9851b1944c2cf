import CentralStore
import Domain
import Handheld
import Journal
import SyncProtocol

/// The invariants that are looked at while the world goes on.
extension World {
    /// After a turn of a handheld: it does not sit on anything without an alarm, and what it counts
    /// as acknowledged was in the ledger.
    mutating func checkTurn(_ index: Int) throws(Violation) {
        guard let handheld = devices[index].handheld, let journal = devices[index].journal else {
            return
        }
        if !handheld.isSynchronised, handheld.alarm == nil {
            let status = try? handheld.syncStatus(at: devices[index].moment(at: now))
            // Rows that differ also after they were fetched anew are for a person.
            try demand(
                status.map { $0.pending == 0 && !$0.diverged.isEmpty } ?? true, "I-14",
                "handheld \(index) has something to do and no alarm")
        }
        guard let status = try? journal.status() else { return }
        for stream in status.streams {
            let known = devices[index].acknowledged.updateValue(
                stream.acknowledged, forKey: stream.id)
            guard stream.acknowledged > known ?? 0,
                let own = try? journal.head(at: stream.acknowledged, of: stream.id)
            else { continue }
            try demand(
                ledger.seen.contains(own), "I-05",
                "handheld \(index) counts \(stream.acknowledged) as acknowledged, which the "
                    + "ledger never had")
        }
    }

    /// After a start: everything that was shown as saved is there, and what was in doubt is clear.
    mutating func checkStart(_ index: Int, _ journal: Journal) throws(Violation) {
        devices[index].acknowledged = [:]
        let found = try checkJournal(index)
        // The process may have ended after a page was stored and before anybody looked.
        if let known = devices[index].rows, let cursor = try? journal.auditCursor() {
            if cursor.epoch == known.epoch, cursor.revision == known.revision {
                try checkRows(index)
            } else {
                devices[index].rows = nil
            }
        }
        guard let found, let intent = devices[index].doubtful else { return }
        guard let lines = found[oracle.intents[intent].draft] else {
            tally.count(.checkingNotSaved)
            oracle.tell(intent, .notSaved)
            return
        }
        tally.count(.checkingSaved)
        try oracle.promise(intent, lines)
        devices[index].doubtful = nil
    }

    /// Everything promised is in the journal as it was promised; the chains hold. The lines by
    /// draft; nil when the disk failed in looking.
    @discardableResult
    func checkJournal(_ index: Int) throws(Violation) -> [String: [[UInt8]]]? {
        guard let journal = devices[index].journal, let entries = try? journal.auditEntries(),
            let byDraft = try? originals(in: journal), let status = try? journal.status()
        else { return nil }
        let secured = Dictionary(
            uniqueKeysWithValues: status.streams.map { ($0.id, $0.secured) })
        var head: [String: Digest] = [:]
        var last: [String: Int] = [:]
        for entry in entries {
            let before =
                head[entry.stream]
                ?? Chain.genesis(device: devices[index].device.id, stream: entry.stream)
            try demand(
                entry.sequence == (last[entry.stream] ?? 0) + 1, "I-03",
                "\(entry.sequence) of handheld \(index)")
            try demand(
                entry.line.map { Chain.link(before, $0) == entry.head } ?? true, "I-04",
                "entry \(entry.sequence) of handheld \(index)")
            try demand(
                entry.line != nil || entry.sequence <= secured[entry.stream] ?? 0, "I-07",
                "the line of entry \(entry.sequence) of handheld \(index) is gone")
            head[entry.stream] = entry.head
            last[entry.stream] = entry.sequence
        }
        let live = Set(entries.filter(\.isLive).map(\.fact))
        if let entry = entries.first(where: { !live.contains($0.fact) }) {
            throw Violation("I-31", "entry \(entry.sequence) of handheld \(index) was left behind")
        }
        for intent in oracle.intents where intent.device == index {
            let found = byDraft[intent.draft] ?? []
            switch intent.told {
            case .saved:
                try demand(
                    found == intent.lines, "I-31",
                    "\(intent.draft) was shown as saved, the journal has \(found.count) of "
                        + "\(intent.lines.count) lines")
            case .refused:
                try demand(found.isEmpty, "I-36", "\(intent.draft) was refused and is there")
            case .nothing, .maybe, .notSaved, .lost: break
            }
        }
        return byDraft
    }

    /// A page that says it is the last leaves exactly the rows of the station at its revision; the
    /// pages of a reset before that leave the live rows alone.
    mutating func checkPage(of answer: ReceivedAnswer, at index: Int) throws(Violation) {
        guard answer.status == 200, let frame = try? ExchangeResponse(decoding: answer.body),
            let page = frame.page, page.code == nil, let journal = devices[index].journal,
            let cursor = try? journal.auditCursor()
        else { return }
        trace.note(
            "\(now) \(index) page \(page.after)..\(page.to) \(page.isMore) \(page.changes.count) "
                + "\(page.applied) \(page.reset)")
        guard page.reset.isEmpty else {
            if let known = devices[index].rows {
                try demand(
                    cursor.epoch == known.epoch && cursor.revision == known.revision, "I-16",
                    "a page of a reset moved the rows of handheld \(index)")
            }
            return try checkRows(index)
        }
        guard let sums = page.sums, cursor.revision == page.to, cursor.epoch == frame.hello.epoch
        else {
            if cursor.revision == page.to { devices[index].rows = nil }
            return
        }
        devices[index].rows = DeviceNode.RowsKnown(
            epoch: frame.hello.epoch, revision: page.to, buckets: Set(sums.keys))
        try checkRows(index)
    }

    /// The live rows are those of the station at their revision.
    mutating func checkRows(_ index: Int) throws(Violation) {
        // Files put back by hand leave revisions and scopes that mean two things; then only the
        // sums find it, and the end shows whether they did.
        guard !server.wasCopiedBack, let known = devices[index].rows,
            known.epoch == ledger.epoch, known.revision <= ledger.revision,
            let differing = try differingRows(
                index, at: known.revision, buckets: known.buckets)
        else { return }
        try demand(
            differing.isEmpty, "I-16",
            "handheld \(index) at revision \(known.revision): \(differing.prefix(4))")
    }

    /// Rows of a handheld that are not those of the station at a revision; nil when it cannot be
    /// told.
    mutating func differingRows(
        _ index: Int, at revision: Int, buckets: Set<String>
    ) throws(Violation) -> [String]? {
        guard let journal = devices[index].journal, let rows = try? journal.auditRows() else {
            return nil
        }
        var own: [LedgerCopy.RowName: JournalAuditRow] = [:]
        var differing: [String] = []
        for row in rows {
            if row.pinned != nil {
                tally.count(.pinned)
                continue
            }
            try demand(
                !row.buckets.isEmpty && buckets.isSuperset(of: row.buckets), "I-18",
                "handheld \(index) has \(row.type):\(row.id) of \(row.buckets)")
            own[LedgerCopy.RowName(type: row.type, id: row.id)] = row
        }
        for name in ledger.rows.keys.sorted() {
            let state = ledger.state(of: name, at: revision)
            let expected = state?.buckets.filter(buckets.contains) ?? []
            let found = own.removeValue(forKey: name)
            if expected.isEmpty
                ? found != nil
                : found?.version != state?.version || found?.hash != state?.hash
                    || found?.buckets != expected
            {
                differing.append("\(name.type):\(name.id)")
            }
        }
        return differing + own.keys.sorted().map { "\($0.type):\($0.id)" }
    }

    /// The whole: both sides from their first line on, sums, books, and acts against lines.
    mutating func checkAll() throws(Violation) {
        for index in devices.indices {
            try checkJournal(index)
            try checkView(index)
        }
        guard let store = server.store else { return }
        try ledger.compare(store)
        do {
            if let fault = try store.auditFaults().first {
                throw Violation(String(fault.prefix(4)), fault)
            }
            // Nobody puts a copy back unseen, unless with all that lies beside the database.
            if !server.wasCopiedBack, try store.auditIsContradicted() {
                throw Violation("I-40", "a handheld was told of an audit entry that is not there")
            }
            let books = try store.auditBooks()
            if let lsn = books.unbalanced.first {
                throw Violation("I-10", "the postings of line \(lsn) do not sum to zero")
            }
            try checkMoney(books.balances)
        } catch let violation as Violation {
            throw violation
        } catch {
            return
        }
        try checkDays()
        try checkLines()
    }

    /// Each line of a handheld was begun by a person with exactly this content, once.
    private func checkLines() throws(Violation) {
        for (draft, places) in ledger.byDraft.sorted(by: { $0.key < $1.key }) {
            guard let number = oracle.intent(ofDraft: draft) else {
                throw Violation("I-35", "nobody began \(draft)")
            }
            let intent = oracle.intents[number]
            let lines = places.map(\.line)
            switch intent.told {
            case .saved, .lost:
                try demand(
                    Set(lines).count == lines.count && Set(intent.lines).isSuperset(of: lines),
                    "I-36",
                    "the ledger has \(lines.count) facts of \(draft), \(intent.lines.count) were "
                        + "recorded")
            case .maybe: break
            case .nothing, .notSaved, .refused:
                throw Violation("I-35", "\(draft) was never saved and is in the ledger")
            }
        }
    }

    /// Cash in people's hands is the sum of the cash payments in effect.
    private mutating func checkMoney(_ balances: [String: Int]) throws(Violation) {
        var cash: [String: Int] = [:]
        // Cash is in somebody's hand also while nobody knows what it was for.
        let inEffect: Set = ["applied", "held:unknown_subject"]
        for line in ledger.lines where inEffect.contains(line.disposition ?? "") {
            guard let entry = Origin(line.line, head: line.head).entry, entry.kind == "payment",
                entry.payload["method"]?.text == "CASH",
                let fen = entry.payload["amount"]?.integer
            else { continue }
            tally.count(.money)
            cash["cash:\(entry.person) CNY", default: 0] += fen
        }
        let booked = balances.filter { $0.key.hasPrefix("cash:") && $0.value != 0 }
        try demand(
            booked == cash.filter { $0.value != 0 }, "I-10", "cash \(booked), paid \(cash)")
    }
}
