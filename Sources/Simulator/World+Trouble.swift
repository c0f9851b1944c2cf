import CentralStore
import Domain

/// What goes wrong by itself: processes, power, disks, clocks, restores.
extension World {
    mutating func trouble() throws(Violation) {
        guard !isHealing else { return }
        queue.plan(.trouble, at: now + 1 + dice.delay(mean: plan.pace))
        let classes: [FaultClass] = [
            .partition, .kill, .power, .full, .clock, .reboot, .login, .serverKill, .serverPower,
            .serverFull, .serverRestore, .poison, .replay, .image, .clone,
        ]
        let fault = dice.pick(classes)
        guard plan.strength(fault) > 0, dice.below(4) < plan.strength(fault) else { return }
        trace.note("\(now) trouble: \(fault.rawValue)")
        try suffer(fault, dice.below(devices.count))
    }

    private mutating func suffer(_ fault: FaultClass, _ index: Int) throws(Violation) {
        switch fault {
        case .partition:
            tally.count(.partition)
            devices[index].cutOffUntil = now + dice.delay(mean: plan.pace * 4)
        case .kill: kill(index)
        case .power:
            tally.count(.deviceCut)
            devices[index].disk.cutPower(percent: plan.survivingPercent)
            boot(index)
            stop(index)
            startLater(index)
        case .full:
            tally.count(.deviceFull)
            devices[index].isFull.toggle()
            devices[index].disk.setFull(devices[index].isFull)
        case .clock:
            tally.count(.clockJump)
            devices[index].skew = wildSkew()
        case .reboot:
            tally.count(.reboot)
            stop(index)
            boot(index)
            startLater(index)
        case .login:
            tally.count(.login)
            stop(index)
            devices[index].person = dice.pick(couriers)
            startLater(index, 1_000)
        case .serverKill:
            guard server.central != nil else { return }
            tally.count(.serverKill)
            if dice.below(2) == 0 { server.disk.kill() }
            stopServer()
            restartServerLater()
        case .serverPower:
            tally.count(.serverCut)
            server.disk.cutPower(percent: plan.survivingPercent)
            stopServer()
            restartServerLater()
        case .serverFull:
            tally.count(.serverFull)
            server.isFull.toggle()
            server.disk.setFull(server.isFull)
        case .serverRestore: try restoreServer()
        case .poison: try sendPoison()
        case .replay: replay(index)
        case .image: image(index)
        case .clone: clone(index)
        case .loss, .delay, .duplicate, .cut, .flip, .swap, .portal, .redirect, .serverError,
            .crash, .badDisk, .serverCrash, .serverBadDisk, .slow, .suspend:
            break
        }
    }

    private mutating func kill(_ index: Int) {
        tally.count(.deviceKill)
        devices[index].disk.kill()
        stop(index)
        if dice.below(3) == 0 { devices[index].memory = nil }
        startLater(index)
    }

    mutating func wildSkew() -> Int {
        let day = 86_400_000
        let skews = [
            0, 60_000, -60_000, 3_600_000, -3_600_000, day, -day, 3_650 * day, -3_650 * day,
        ]
        return dice.pick(skews)
    }

    /// Delivers a request of earlier once more.
    private mutating func replay(_ index: Int) {
        guard !devices[index].sent.isEmpty else { return }
        tally.count(.lateFrame)
        var flight = dice.pick(devices[index].sent)
        flight.isLate = true
        queue.plan(.arrive(flight), at: now + dice.delay(mean: plan.latency))
    }
}
