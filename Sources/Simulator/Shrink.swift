/// Makes a failing plan smaller as long as it fails in the same way.
package enum Shrink {
    /// The smallest plan found, and how it fails.
    package static func smallest(
        seed: UInt64, failing violation: Violation, note: (String) -> Void
    ) -> (cut: Plan.Cut, violation: Violation) {
        var best = Plan.Cut()
        var found = violation
        func isSmaller(_ cut: Plan.Cut) -> Bool {
            let outcome = World.run(Plan(seed: seed, without: cut))
            guard let failure = outcome.violation, failure.invariant == violation.invariant else {
                return false
            }
            best = cut
            found = failure
            return true
        }
        for fault in FaultClass.allCases where Plan(seed: seed).faults[fault] != nil {
            var cut = best
            cut.faults.insert(fault)
            if isSmaller(cut) { note("without \(fault.rawValue)") }
        }
        for count in 1..<Plan(seed: seed).deviceCount {
            var cut = best
            cut.devicesMax = count
            if isSmaller(cut) {
                note("with \(count) handhelds")
                break
            }
        }
        var acts = Plan(seed: seed).actCount
        while acts > 1 {
            var cut = best
            cut.actsMax = acts - max(1, acts / 4)
            guard isSmaller(cut) else { break }
            acts = cut.actsMax
            note("with \(acts) acts")
        }
        return (best, found)
    }
}
