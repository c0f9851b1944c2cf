/// A class of faults that a world can have or not.
package enum FaultClass: String, CaseIterable, Sendable {
    case loss, delay, duplicate, cut, flip, swap, portal, redirect, serverError, partition
    case kill, power, crash, badDisk, full, clock, reboot, login
    case serverKill, serverPower, serverCrash, serverBadDisk, serverFull, serverRestore, slow
    case suspend, poison, replay, image, clone
}

/// What one world is made of: drawn from its seed, and less of it while a failure is shrunk.
package struct Plan: Equatable, Sendable {
    package let seed: UInt64
    /// How many handhelds and couriers there are.
    package let deviceCount: Int
    package let courierCount: Int
    /// How many acts couriers try before everything heals.
    package let actCount: Int
    /// The classes that occur, in the order of the enumeration, and how strongly each: 1 to 3.
    package let faults: [FaultClass: Int]
    /// The mean time that a message is on its way.
    let latency: Int
    /// The mean time between two acts of a courier.
    let pace: Int
    /// How many of a hundred unsynced sectors survive a power cut.
    let survivingPercent: Int

    /// Whether the office changes plans and decides cases. Worlds that were known before it could
    /// are as they were.
    let hasDispatch: Bool

    /// Whether couriers seal days and the manager closes them; then there are nights too.
    let hasDays: Bool

    /// The first worlds have an office that imports orders only.
    static let plainSeedsMax = 300

    /// What is taken out of a plan.
    package struct Cut: Equatable, Sendable {
        package var faults: Set<FaultClass> = []
        package var devicesMax = Plan.devicesMax
        package var actsMax = Plan.actsMax

        package init() {}
    }

    package static let devicesMax = 6
    package static let actsMax = 40

    /// Draws a plan.
    package init(seed: UInt64, without cut: Cut = Cut()) {
        self.seed = seed
        var dice = Dice(seed: seed ^ 0x706C_616E)
        deviceCount = min(dice.pick([1, 1, 2, 2, 2, 3, 3, 4, 6]), cut.devicesMax)
        courierCount = dice.number(in: 1...3)
        actCount = min(dice.number(in: 8...Plan.actsMax), cut.actsMax)
        var faults: [FaultClass: Int] = [:]
        for fault in FaultClass.allCases {
            let strength = dice.number(in: 1...3)
            // A third of the classes is off in each world.
            if dice.below(3) > 0, !cut.faults.contains(fault) { faults[fault] = strength }
        }
        self.faults = faults
        latency = dice.pick([20, 300, 5_000])
        pace = dice.pick([2_000, 20_000, 120_000])
        survivingPercent = dice.pick([0, 50, 90])
        hasDispatch = seed > UInt64(Plan.plainSeedsMax) && seed.isMultiple(of: 3)
        hasDays = seed > UInt64(Plan.plainSeedsMax) && seed.isMultiple(of: 5)
    }

    /// How strongly a class occurs; 0 when it does not.
    func strength(_ fault: FaultClass) -> Int { faults[fault] ?? 0 }
}
