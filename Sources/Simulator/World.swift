import Domain
package import SyncProtocol

/// One simulated station with its handhelds, from its founding until all is quiet again.
///
/// One thread, virtual time, and everything from the seed: the same plan is the same world, event
/// by event. It runs the code of the product on simulated disks and checks the invariants.
package struct World {
    let plan: Plan
    var dice: Dice
    /// The true time, ms UTC.
    var now = World.beginMilliseconds
    var queue = EventQueue()
    var server: ServerNode
    var devices: [DeviceNode] = []
    var couriers: [String] = []
    var oracle = Oracle()
    var ledger = LedgerCopy()
    var tally = Tally()
    var trace: Trace
    var stepCount = 0
    /// Faults have ended; what is left has to come right by itself.
    var isHealing = false
    var actsLeft: Int
    var flightCount = 0
    var orderCount = 0
    /// Waybill numbers of the deliveries that were ordered.
    var parcels: [String] = []
    var poison: PoisonClient?

    static let beginMilliseconds = 1_790_000_000_000
    /// Most events before everything heals, and after.
    static let stepsMax = 3_000
    static let healingStepsMax = 20_000
    /// Most exchanges of a handheld between healing and quiet.
    static let quietExchangesMax = 200
    /// How often the whole is checked.
    static let fullCheckSteps = 64

    /// What a world came to.
    package struct Outcome: Sendable {
        package let violation: Violation?
        package let digest: Digest
        package let tally: Tally
        package let stepCount: Int
        /// Virtual time that passed.
        package let milliseconds: Int
        package let lines: [String]
    }

    init(_ plan: Plan, isTraced: Bool) {
        self.plan = plan
        dice = Dice(seed: plan.seed)
        trace = Trace(isKept: isTraced)
        actsLeft = plan.actCount
        server = ServerNode(bootTime: World.beginMilliseconds - 3_600_000)
    }

    /// Lives through a plan.
    package static func run(_ plan: Plan, isTraced: Bool = false) -> Outcome {
        var world = World(plan, isTraced: isTraced)
        var violation: Violation?
        do throws(Violation) {
            try world.live()
        } catch {
            violation = error
            world.trace.note("VIOLATION \(error.invariant): \(error.what)")
        }
        world.end()
        return Outcome(
            violation: violation, digest: world.trace.digest, tally: world.tally,
            stepCount: world.stepCount, milliseconds: world.now - World.beginMilliseconds,
            lines: world.trace.lines)
    }

    private mutating func live() throws(Violation) {
        Disk.begin(seed: dice.next())
        try found()
        for index in devices.indices {
            queue.plan(.start(device: index), at: now + dice.below(1_000))
            queue.plan(.act(device: index), at: now + 5_000 + dice.below(plan.pace))
        }
        queue.plan(.office, at: now)
        queue.plan(.trouble, at: now + dice.below(plan.pace))
        while actsLeft > 0 || dice.below(20) > 0 {
            guard try step() else { break }
            if stepCount >= World.stepsMax { break }
        }
        try heal()
        try checkEnd()
    }

    /// Takes the next event; false when there is none.
    mutating func step() throws(Violation) -> Bool {
        guard let (time, event) = queue.next() else { return false }
        now = max(now, time)
        stepCount += 1
        Disk.setTime(now)
        switch event {
        case .act(let device): try act(device)
        case .ring(let device, let life, let alarm): try ring(device, life, alarm)
        case .arrive(let flight): try arrive(flight)
        case .answer(let flight, let outcome): try take(outcome, of: flight)
        case .start(let device): try start(device)
        case .startServer: try startServer()
        case .office: try office()
        case .trouble: try trouble()
        }
        if stepCount % World.fullCheckSteps == 0 { try checkAll() }
        return true
    }

    /// Lets go of everything that holds a disk.
    private mutating func end() {
        for index in devices.indices { stop(index) }
        stopServer()
    }
}
