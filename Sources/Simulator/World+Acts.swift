import Domain
import Handheld
import HandheldUI
import Journal
import SyncProtocol

/// Couriers: what they do with their handhelds, and what they are told.
extension World {
    mutating func act(_ index: Int) throws(Violation) {
        guard actsLeft > 0, !isHealing else { return }
        queue.plan(.act(device: index), at: now + 1 + dice.delay(mean: plan.pace))
        guard devices[index].handheld != nil else { return }
        if let intent = devices[index].doubtful {
            // The courier was not told that it is saved, so he does it again from the same draft,
            // or lets it be.
            devices[index].doubtful = nil
            if dice.below(3) > 0 { return try perform(intent, on: index) }
        }
        actsLeft -= 1
        guard let act = try choose(index) else { return }
        try perform(oracle.begin(act, device: index), on: index)
    }

    private mutating func choose(_ index: Int) throws(Violation) -> Act? {
        if plan.hasDays, dice.below(6) == 0 {
            return .seal(SealInput(cashFen: 100 * dice.below(500)))
        }
        let choice = dice.below(10)
        guard choice > 3 else { return .note("note \(dice.below(1_000_000))") }
        let use = try use(index, faultRate: 2) { (handheld, moment) throws(JournalError) in
            try handheld.tasks(kind: nil, includingEnded: false)
        }
        guard case .done(let tasks) = use else {
            if case .failed = use { startLater(index, 500) }
            return nil
        }
        guard !tasks.isEmpty else { return .note("nothing to do") }
        let view = dice.pick(tasks)
        guard view.task.kind == .delivery, let parcel = view.parcels.first else {
            return view.task.kind == .pickup ? .pickup(task: view.task.id) : .note("a task")
        }
        switch choice {
        case 4: return .attempt(of: parcel.id)
        case 5:
            return .report(ProblemInput(subject: .parcel(parcel.id), reason: .outerDamaged))
        default: return .delivery(of: parcel.id, to: parcel.recipient?.name)
        }
    }

    /// Does an act; after a failure of the disk once more from the same draft, as the program does.
    mutating func perform(_ intent: Int, on index: Int) throws(Violation) {
        let draft = oracle.intents[intent].draft
        let act = oracle.intents[intent].act
        let person = devices[index].person
        for attempt in 1...2 {
            let use = try use(index, faultRate: 40) { (handheld, moment) throws(JournalError) in
                try act.perform(&handheld, by: person, draft: draft, at: moment)
            }
            switch use {
            case nil: return
            case .done(let result):
                try tell(result, of: intent, on: index, isRetry: attempt > 1)
                return try afterUse(index)
            case .died:
                trace.note("\(now) \(index) \(draft) maybe")
                oracle.tell(intent, .maybe)
                devices[index].doubtful = intent
                return
            case .failed(let error):
                trace.note("\(now) \(index) \(draft) being checked")
                oracle.tell(intent, .maybe)
                devices[index].doubtful = intent
                guard attempt == 1, error.leavesDoubt else { return startLater(index, 500) }
                try start(index)
            }
        }
        startLater(index, 500)
    }

    private mutating func tell(
        _ result: ActResult, of intent: Int, on index: Int, isRetry: Bool
    ) throws(Violation) {
        let draft = oracle.intents[intent].draft
        devices[index].doubtful = nil
        switch result {
        case .refused:
            tally.count(.refusedAct)
            trace.note("\(now) \(index) \(draft) refused")
            oracle.tell(intent, .refused)
        case .recorded(let receipt):
            tally.count(.act)
            if isRetry { tally.count(receipt.isRepeated ? .checkingSaved : .checkingNotSaved) }
            trace.note(
                "\(now) \(index) \(draft) \(oracle.intents[intent].act.word) "
                    + "\(receipt.sequence) \(receipt.main.id)")
            let lines = try lines(of: draft, on: index)
            try demand(
                lines.count == receipt.facts.count, "I-31",
                "\(draft) was saved with \(lines.count) of \(receipt.facts.count) facts")
            try oracle.promise(intent, lines)
        }
    }

    /// The lines of a draft that was just recorded.
    private func lines(of draft: String, on index: Int) throws(Violation) -> [[UInt8]] {
        guard let journal = devices[index].journal else { return [] }
        do throws(JournalError) {
            let places = try journal.find(draft: draft)
            guard let first = places.first else { return [] }
            let listed = try journal.list(from: first.sequence, countMax: places.count)
            // A draft that was recorded before may stand in a stream that has ended since.
            guard listed.map(\.place.fact) == places.map(\.fact),
                listed.allSatisfy({ $0.place.kind != Carry.kind })
            else { return try originals(in: journal)[draft] ?? [] }
            return listed.map(\.line)
        } catch {
            throw Violation("stuck", "a journal that was just written cannot be read: \(error)")
        }
    }

    /// The lines of all drafts in a journal, each fact once, as they were recorded first.
    func originals(in journal: Journal) throws(JournalError) -> [String: [[UInt8]]] {
        var seen: Set<Digest> = []
        var byDraft: [String: [[UInt8]]] = [:]
        for entry in try journal.auditEntries() {
            guard let line = entry.line, seen.insert(entry.fact).inserted else { continue }
            let origin = Origin(line, head: entry.head)
            if let draft = origin.entry?.draft { byDraft[draft, default: []].append(origin.line) }
        }
        return byDraft
    }
}
