import Central
import CentralStore
import Domain
import Handheld
import HandheldUI
import Journal
import SyncProtocol

/// Faults end, everything comes right by itself, and then nothing may be missing.
extension World {
    mutating func heal() throws(Violation) {
        trace.note("\(now) all heals")
        isHealing = true
        server.isFull = false
        server.disk.setFull(false)
        if server.central == nil { queue.plan(.startServer, at: now) }
        try drain(until: { $0.server.central != nil })
        for index in devices.indices {
            let label = devices[index].device.label
            _ = try order(.setDevice(label: label, state: .active, reason: "healed"))
        }
        for index in devices.indices {
            devices[index].isFull = false
            devices[index].disk.setFull(false)
            devices[index].cutOffUntil = 0
            devices[index].exchangesSinceHealing = 0
            if devices[index].handheld == nil { queue.plan(.start(device: index), at: now) }
        }
        // Each handheld must hear what the others did after it was quiet the first time.
        for _ in 1...3 {
            try drain(until: { _ in false })
            for index in devices.indices {
                let use = try use(index) { (handheld, moment) throws(JournalError) in
                    try handheld.ask(at: moment)
                }
                guard case .done = use else {
                    throw Violation("stuck", "handheld \(index) does not work after healing")
                }
                try afterUse(index)
            }
        }
        try drain(until: { _ in false })
    }

    private mutating func drain(until isDone: (World) -> Bool) throws(Violation) {
        var steps = 0
        while !isDone(self) {
            guard try step() else { break }
            steps += 1
            if let index = devices.indices.first(where: {
                devices[$0].exchangesSinceHealing > World.quietExchangesMax
            }) {
                throw Violation("I-30", "handheld \(index) is not quiet after 200 exchanges")
            }
            try demand(steps < World.healingStepsMax, "I-30", "no end after \(steps) steps")
        }
    }

    /// What must hold when all is quiet.
    mutating func checkEnd() throws(Violation) {
        try checkAll()
        try checkCases()
        try checkDaysAtEnd()
        try checkRebuild()
        for index in devices.indices { try checkQuiet(index) }
        for intent in oracle.intents where intent.told == .saved {
            let count = ledger.byDraft[intent.draft]?.count ?? 0
            try demand(
                count == intent.lines.count, "I-01",
                "the ledger has \(count) of \(intent.lines.count) lines of \(intent.draft)")
        }
        for line in ledger.lines {
            let said = line.disposition ?? ""
            if said == "noop:carried_twice" || line.disposition == nil {
                tally.count(.carriedTwice)
            }
            if said.hasPrefix("held") { tally.count(.held) }
            guard let entry = Origin(line.line, head: line.head).entry, let draft = entry.draft,
                let intent = oracle.intent(ofDraft: draft), oracle.intents[intent].told == .saved
            else { continue }
            try demand(
                !said.hasPrefix("quarantined") && said != "held:suspended"
                    && said != "held:group", "I-26",
                "an honest \(entry.kind) is \(said) at the end")
        }
    }

    private mutating func checkQuiet(_ index: Int) throws(Violation) {
        guard let handheld = devices[index].handheld, let journal = devices[index].journal else {
            throw Violation("stuck", "handheld \(index) is not there at the end")
        }
        guard let status = try? handheld.syncStatus(at: devices[index].moment(at: now)),
            let entries = try? journal.auditEntries()
        else { throw Violation("stuck", "handheld \(index) cannot be read at the end") }
        // Only files put back by hand may leave rows for a person to look at.
        let isForPerson = server.wasCopiedBack && !status.diverged.isEmpty
        try demand(
            handheld.isSynchronised || isForPerson, "I-14",
            "handheld \(index) is quiet and not synchronised: \(status)")
        try demand(
            status.pending == 0, "I-14", "handheld \(index) has \(status.pending) unsent records")
        for entry in entries {
            try demand(
                ledger.facts[entry.fact] != nil, "I-01",
                "entry \(entry.sequence) of handheld \(index) is not in the ledger")
        }
        guard !isForPerson else { return }
        try checkView(index)
        let cursor = try? journal.auditCursor()
        try demand(
            cursor?.revision == ledger.revision && cursor?.epoch == ledger.epoch, "I-37",
            "handheld \(index) is at revision \(cursor?.revision ?? 0), not \(ledger.revision)")
        let buckets: Set = [
            "device:\(devices[index].device.id)", "station:\(ServerNode.station)",
            "courier:\(devices[index].person)",
        ]
        let differing = try differingRows(index, at: ledger.revision, buckets: buckets) ?? ["?"]
        try demand(
            differing.isEmpty, "I-15", "handheld \(index) differs in \(differing.prefix(4))")
    }

    /// What a courier sees contains what he did: a parcel that he handed over is handed over.
    mutating func checkView(_ index: Int) throws(Violation) {
        guard var handheld = devices[index].handheld else { return }
        for intent in oracle.intents where intent.device == index && intent.told == .saved {
            // What the station holds back, it tells; the parcel is then as the station sees it.
            let said = ledger.byDraft[intent.draft]?.last.map {
                ledger.lines[$0.place].disposition
            }
            guard case .deliver(let input) = intent.act, said == nil || said == "applied",
                let view = try? handheld.track(input.parcel), let parcel = view.parcel
            else { continue }
            try demand(
                parcel.stage == .delivered, "I-17",
                "handheld \(index) shows \(input.parcel) as \(parcel.stage.rawValue)")
        }
        devices[index].handheld = handheld
    }
}
