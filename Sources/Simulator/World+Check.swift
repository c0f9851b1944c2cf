import CentralStore
import Domain
import Handheld
import Journal
import SyncProtocol

/// The invariants that are looked at while the world goes on.
extension World {
    /// After a turn of a handheld: it does not sit on anything without an alarm, and what it counts
    /// as acknowledged was acknowledged.
    mutating func checkTurn(_ index: Int) throws(Violation) {
        guard let handheld = devices[index].handheld, let journal = devices[index].journal else {
            return
        }
        try demand(
            handheld.isSynchronised || handheld.alarm != nil, "I-14",
            "handheld \(index) has something to do and no alarm")
        let status: JournalStatus
        do {
            status = try journal.status()
        } catch {
            return
        }
        let acknowledged = status.acknowledged
        defer { devices[index].acknowledged = acknowledged }
        guard acknowledged > devices[index].acknowledged else { return }
        let given = oracle.given[status.stream]?[acknowledged]
        let own = (try? journal.head(at: acknowledged)) ?? nil
        try demand(
            given != nil && given == own, "I-05",
            "handheld \(index) counts \(acknowledged) as acknowledged, nobody said so")
    }

    /// After a start: everything that was shown as saved is there, and what was in doubt is clear.
    mutating func checkStart(_ index: Int, _ journal: Journal) throws(Violation) {
        devices[index].acknowledged = 0
        try checkJournal(index)
        // The process may have ended after a page was stored and before anybody looked.
        if let known = devices[index].rows, let cursor = try? journal.auditCursor() {
            if cursor.epoch == known.epoch, cursor.revision == known.revision {
                try checkRows(index)
            } else {
                devices[index].rows = nil
            }
        }
        guard let intent = devices[index].doubtful else { return }
        let found = try lines(of: oracle.intents[intent].draft, on: index)
        guard !found.isEmpty else {
            tally.count(.checkingNotSaved)
            oracle.tell(intent, .notSaved)
            return
        }
        tally.count(.checkingSaved)
        try oracle.promise(intent, found)
        devices[index].doubtful = nil
    }

    /// Everything promised is in the journal as it was promised; the chain holds.
    func checkJournal(_ index: Int) throws(Violation) {
        guard let journal = devices[index].journal else { return }
        let entries: [JournalAuditEntry]
        do throws(JournalError) {
            entries = try journal.auditEntries()
        } catch {
            return
        }
        var byDraft: [String: [[UInt8]]] = [:]
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
                Chain.link(before, entry.line) == entry.head, "I-04",
                "entry \(entry.sequence) of handheld \(index)")
            head[entry.stream] = entry.head
            last[entry.stream] = entry.sequence
            if let draft = entry.draft { byDraft[draft, default: []].append(entry.line) }
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
            case .nothing, .maybe, .notSaved: break
            }
        }
    }

    /// A page that says it is the last leaves exactly the rows of the station at its revision; the
    /// pages of a reset before that leave the live rows alone.
    mutating func checkPage(of answer: ReceivedAnswer, at index: Int) throws(Violation) {
        guard answer.status == 200, let frame = try? ExchangeResponse(decoding: answer.body),
            let page = frame.page, page.code == nil, let journal = devices[index].journal,
            let cursor = try? journal.auditCursor()
        else { return }
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
        try checkLines()
    }

    /// Each line of a handheld was begun by a person with exactly this content, once.
    private func checkLines() throws(Violation) {
        for (draft, places) in ledger.byDraft.sorted(by: { $0.key < $1.key }) {
            guard let number = oracle.intent(ofDraft: draft) else {
                throw Violation("I-35", "nobody began \(draft)")
            }
            let intent = oracle.intents[number]
            let lines = places.map { ledger.lines[$0].line }
            switch intent.told {
            case .saved:
                try demand(
                    lines == Array(intent.lines.prefix(lines.count)), "I-36",
                    "the ledger has \(lines.count) lines of \(draft), \(intent.lines.count) were "
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
            guard let entry = try? Entry(decoding: line.line), entry.kind == "payment",
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
