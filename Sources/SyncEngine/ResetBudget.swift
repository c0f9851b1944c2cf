/// How often rows were fetched anew because their sum was wrong: at most
/// `SyncLimits.resetsMax` times in 24 hours of boot time, then only a person goes on.
package struct ResetBudget: Equatable, Sendable {
    /// One reset: the boot it was asked in, and when.
    package struct Use: Equatable, Sendable {
        package let bootNumber: Int
        package let bootMilliseconds: Int

        package init(bootNumber: Int, bootMilliseconds: Int) {
            self.bootNumber = bootNumber
            self.bootMilliseconds = bootMilliseconds
        }
    }

    /// The newest uses, oldest first; at most `SyncLimits.resetsMax`.
    package private(set) var uses: [Use]

    /// `uses` as kept from an earlier run of the program.
    package init(uses: [Use] = []) {
        self.uses = uses.suffix(SyncLimits.resetsMax)
    }

    /// Resets within the last 24 hours. Boot time of another boot cannot be compared, so such a
    /// use counts until a new one takes its place or the boot is a day old.
    package func count(bootNumber: Int, bootMilliseconds: Int) -> Int {
        uses.count { use in
            let start = use.bootNumber == bootNumber ? use.bootMilliseconds : 0
            return bootMilliseconds - start < SyncLimits.resetWindowMilliseconds
        }
    }

    /// Uses one reset, or says that none is left.
    package mutating func take(bootNumber: Int, bootMilliseconds: Int) -> Bool {
        let used = count(bootNumber: bootNumber, bootMilliseconds: bootMilliseconds)
        guard used < SyncLimits.resetsMax else { return false }
        let use = Use(bootNumber: bootNumber, bootMilliseconds: bootMilliseconds)
        uses = (uses + [use]).suffix(SyncLimits.resetsMax)
        return true
    }
}
