import Domain
import Handheld
import Journal
import SyncEngine
import SyncProtocol

/// What a use of a handheld came to.
enum Use<R> {
    case done(R)
    /// The process ended in it.
    case died
    /// The disk failed; the program drops the journal and opens it again.
    case failed(JournalError)
}

/// The life of a handheld: start, use, alarm, answer, end.
extension World {
    /// Drops the process; its disk is as the caller has left it.
    mutating func stop(_ index: Int) {
        devices[index].handheld = nil
        devices[index].journal = nil
        devices[index].flight = nil
        devices[index].plannedAlarm = nil
        devices[index].life += 1
    }

    mutating func startLater(_ index: Int, _ mean: Int = 10_000) {
        queue.plan(.start(device: index), at: now + 200 + dice.delay(mean: mean))
    }

    mutating func start(_ index: Int) throws(Violation) {
        guard devices[index].handheld == nil else { return }
        let hasFault = orderDeviceFault(index, rate: 60)
        let opened = open(index)
        if hasFault { _ = devices[index].disk.disarm() }
        guard !devices[index].disk.hasCrashed else { return try bury(index) }
        switch opened {
        case .success(let journal):
            trace.note("\(now) \(index) starts")
            try checkStart(index, journal)
            try afterUse(index)
        case .failure(let error):
            try demand(
                error.leavesDoubt || error == .busy, "I-04",
                "the journal of \(index) does not open: \(error)")
            stop(index)
            startLater(index)
        }
    }

    private mutating func open(_ index: Int) -> Result<Journal, JournalError> {
        do throws(JournalError) {
            let journal = try Journal.open(devices[index].path, vfs: Disk.vfs)
            devices[index].handheld = try Handheld(
                device: devices[index].device, persons: [devices[index].person],
                journal: journal, memory: devices[index].memory, random: dice.source())
            devices[index].journal = journal
            // Before anything is recorded: an older copy of the journal begins a new stream.
            let mark = devices[index].mark
            let before = devices[index].moment(at: now)
            try devices[index].handheld?.compare(with: mark, at: before)
            // The network is up, so the program looks what there is.
            let moment = devices[index].moment(at: now)
            try devices[index].handheld?.ask(at: moment)
            return .success(journal)
        } catch {
            return .failure(error)
        }
    }

    /// Uses a handheld, with the disk that it has.
    mutating func use<R>(
        _ index: Int, faultRate: Int = 12,
        _ body: (inout Handheld, Moment) throws(JournalError) -> R
    ) throws(Violation) -> Use<R>? {
        guard var handheld = devices[index].handheld else { return nil }
        devices[index].handheld = nil
        let hasFault = orderDeviceFault(index, rate: faultRate)
        let result: Use<R>
        do throws(JournalError) {
            result = .done(try body(&handheld, devices[index].moment(at: now)))
        } catch {
            result = .failed(error)
        }
        if hasFault, devices[index].disk.disarm() { tally.count(.deviceBadDisk) }
        devices[index].handheld = handheld
        if devices[index].disk.hasCrashed {
            try bury(index)
            return .died
        }
        if case .failed(let error) = result {
            try demand(
                error.leavesDoubt || error == .busy, "I-32",
                "handheld \(index) met \(error)")
            let isUsable = (try? devices[index].journal?.status()) != nil
            try demand(
                !error.leavesDoubt || !isUsable, "I-32",
                "the journal of handheld \(index) goes on after \(error)")
            trace.note("\(now) \(index) has a bad disk")
            stop(index)
            return result
        }
        let hasOldLines = handheld.reports.contains { report in
            if case .broughtBack = report { true } else { false }
        }
        for report in handheld.reports { count(report) }
        devices[index].handheld?.reports = []
        if hasOldLines { try checkView(index) }
        devices[index].memory = handheld.memory
        if let mark = try? handheld.mark() { devices[index].mark = mark }
        return result
    }

    private mutating func count(_ report: SyncReport) {
        switch report {
        case .rotated(_, let carried, _):
            tally.count(.rotate)
            tally.count(.carried, by: carried)
        case .broughtBack(let count): tally.count(.lines, by: count)
        case .rewound, .pushStopped, .journalDamaged, .noEcho, .diverged, .badPages, .needsPerson,
            .deviceState, .upgradeRequired, .falseDirective, .unknownDirective:
            break
        }
    }

    private mutating func bury(_ index: Int) throws(Violation) {
        tally.count(.deviceCrash)
        if plan.strength(.power) > 0, dice.below(3) == 0 {
            devices[index].disk.cutPower(percent: plan.survivingPercent)
            tally.count(.deviceCut)
            boot(index)
        } else {
            devices[index].disk.kill()
        }
        stop(index)
        trace.note("\(now) \(index) died in an operation")
        startLater(index)
    }

    /// The machine starts anew: another boot, and its boot clock begins.
    mutating func boot(_ index: Int) {
        devices[index].bootTime = now
        devices[index].bootNumber = 1 + dice.below(1 << 30)
    }

    private mutating func orderDeviceFault(_ index: Int, rate: Int) -> Bool {
        guard !isHealing else { return false }
        for (fault, kind) in [(FaultClass.crash, Disk.Fault.crash), (.badDisk, .badWrite)] {
            let strength = plan.strength(fault)
            guard strength > 0, dice.permille(rate * strength) else { continue }
            let isRead = kind == .badWrite && dice.below(4) == 0
            devices[index].disk.order(
                isRead ? .badRead : kind, at: 1 + dice.below(isRead ? 40 : 10))
            return true
        }
        return false
    }

    // MARK: Exchanges

    /// What the runtime does after each turn: send what is to be sent, set the alarm.
    mutating func afterUse(_ index: Int) throws(Violation) {
        guard devices[index].handheld != nil else { return }
        let use = try use(index) { (handheld, moment) throws(JournalError) in
            try handheld.nextRequest(at: moment)
        }
        switch use {
        case .done(let request?): send(request, from: index)
        case .done(nil): break
        case .failed: return startLater(index, 500)
        case .died, nil: return
        }
        planAlarm(index)
        try checkTurn(index)
    }

    private mutating func planAlarm(_ index: Int) {
        guard let alarm = devices[index].handheld?.alarm, alarm != devices[index].plannedAlarm
        else { return }
        devices[index].plannedAlarm = alarm
        queue.plan(
            .ring(device: index, life: devices[index].life, alarm: alarm),
            at: max(now, devices[index].bootTime + alarm))
    }

    mutating func ring(_ index: Int, _ life: Int, _ alarm: Int) throws(Violation) {
        guard devices[index].life == life, devices[index].handheld?.alarm == alarm else { return }
        devices[index].plannedAlarm = nil
        let use = try use(index) { (handheld, moment) throws(JournalError) in
            try handheld.ring(at: moment)
        }
        if case .failed = use { return startLater(index, 500) }
        try afterUse(index)
    }

    mutating func take(_ outcome: TransportOutcome, of flight: Flight) throws(Violation) {
        let index = flight.device
        guard devices[index].life == flight.life, devices[index].flight == flight.number else {
            return
        }
        devices[index].flight = nil
        if outcome == .timedOut { tally.count(.timedOut) }
        let before = devices[index].disk.changeCount
        let use = try use(index) { (handheld, moment) throws(JournalError) in
            try handheld.receive(outcome, at: moment)
        }
        trace.note("\(now) \(index) gets \(flight.number) \(flight.isAnswerTrue)")
        switch use {
        case .done:
            if !flight.isAnswerTrue {
                try demand(
                    devices[index].disk.changeCount == before, "I-24",
                    "handheld \(index) believed what the station did not say")
            } else if case .answered(let answer) = outcome {
                try checkPage(of: answer, at: index)
                try checkView(index)
            }
        case .failed: return startLater(index, 500)
        case .died, nil: return
        }
        try afterUse(index)
    }
}
