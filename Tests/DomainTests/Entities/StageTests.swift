import Domain
import Testing

struct StageTests {
    @Test(arguments: Stage.allCases)
    func `exactly the terminal stages lead nowhere`(stage: Stage) {
        #expect(stage.successors.isEmpty == stage.isTerminal)
        #expect(Set(stage.successors).count == stage.successors.count)
    }

    @Test func `delivery follows the way out`() {
        #expect(Stage.outForDelivery.successors.contains(.delivered))
        #expect(!Stage.pickedUp.successors.contains(.delivered))
        #expect(!Stage.created.successors.contains(.outForDelivery))
    }
}
