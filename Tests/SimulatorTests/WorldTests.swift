import Simulator
import Testing

extension SimulatorSuite {
    struct WorldTests {
        @Test func `a seed is the same world each time`() {
            let first = World.run(Plan(seed: 3))
            let second = World.run(Plan(seed: 3))
            #expect(first.digest == second.digest)
            #expect(first.stepCount == second.stepCount && first.tally == second.tally)
        }

        @Test func `another seed is another world`() {
            #expect(World.run(Plan(seed: 1)).digest != World.run(Plan(seed: 2)).digest)
        }

        @Test func `a trace that is kept has the hash of one that is not`() {
            let kept = World.run(Plan(seed: 5), isTraced: true)
            #expect(!kept.lines.isEmpty)
            #expect(kept.digest == World.run(Plan(seed: 5)).digest)
        }

        @Test(arguments: 1...20)
        func `nothing is lost, doubled or hidden in the first seeds`(_ seed: Int) {
            #expect(World.run(Plan(seed: UInt64(seed))).violation == nil)
        }

        @Test func `what is cut out of a plan is not in it`() {
            var cut = Plan.Cut()
            cut.faults = Set(FaultClass.allCases)
            cut.devicesMax = 1
            cut.actsMax = 3
            let plan = Plan(seed: 8, without: cut)
            #expect(plan.faults.isEmpty && plan.deviceCount == 1 && plan.actCount == 3)
            let outcome = World.run(plan)
            #expect(outcome.violation == nil && outcome.tally[.act] <= 3)
        }
    }
}
