import Domain
import Testing

@Suite struct ScanRulesTests {
    private func decide(_ form: ScanForm) -> (fact: ScanFact?, problems: [FormProblem]) {
        switch ScanRules.decide(form, in: RuleSamples.context()) {
        case .recorded(let fact): (fact, [])
        case .incomplete(let problems): (nil, problems)
        }
    }

    private static let number = "EX0000000000012"

    private static func parcel(_ stage: Stage, isStopped: Bool = false) -> Parcel {
        var parcel = RuleSamples.parcel
        parcel.stage = stage
        parcel.isStopped = isStopped
        return parcel
    }

    @Test func `a scan tells where it was made and how it was read`() {
        var form = ScanForm(
            number: "ex0000000000012", parcel: Self.parcel(.pickedUp), act: .event(.arrivedHub))
        form.destination = "HZ0931"
        form.isKeyed = true
        let fact = decide(form).fact
        #expect(fact?.parcel == Self.number && fact?.event == .arrivedHub)
        #expect(fact?.station == "WH01" && fact?.destination == "HZ0931")
        #expect(fact?.isKeyed == true && fact?.operation == nil)
        form.act = .operation(.weighed)
        #expect(decide(form).fact?.operation?.text == "WEIGHED")
    }

    @Test func `an unknown parcel is scanned all the same, a wrong number is not`() {
        let unknown = ScanForm(number: Self.number, parcel: nil, act: .event(.held))
        #expect(decide(unknown).fact?.event == .held)
        let wrong = ScanForm(number: "EX0000000000013", parcel: nil, act: .event(.held))
        #expect(decide(wrong).fact == nil)
    }

    @Test func `nothing leaves for delivery that was not looked at or looks bad`() {
        var form = ScanForm(
            number: Self.number, parcel: Self.parcel(.inTransit), act: .event(.outForDelivery))
        #expect(decide(form).problems == [.parcel(.notPreChecked(Self.number))])
        for bad in [PreCheck.damaged, .missing] {
            form.preCheck = bad
            #expect(decide(form).problems == [.parcel(.notFitForDelivery(Self.number))])
        }
        form.preCheck = .ok
        #expect(decide(form).fact?.preCheck?.text == "OK")
        form.act = .event(.held)
        form.preCheck = .damaged
        #expect(decide(form).fact?.preCheck?.text == "DAMAGED")
    }

    @Test func `a stopped parcel goes nowhere, but arrives and is held`() {
        for event in ScanEvent.allCases {
            let stage: Stage = event == .pickedUpByRecipient ? .availableForPickup : .inTransit
            var form = ScanForm(
                number: Self.number, parcel: Self.parcel(stage, isStopped: true),
                act: .event(event))
            form.preCheck = .ok
            let isStopped = decide(form).problems.contains(.parcel(.stopped(Self.number)))
            let movesOn: Set<ScanEvent> = [
                .departedOrigin, .departedHub, .outForDelivery, .pickedUpByRecipient,
                .transferredCarrier,
            ]
            #expect(isStopped == movesOn.contains(event), "\(event)")
        }
    }

    @Test func `no event leads where the stage does not`() {
        for stage in Stage.allCases {
            for event in ScanEvent.allCases {
                var form = ScanForm(
                    number: Self.number, parcel: Self.parcel(stage), act: .event(event))
                form.preCheck = .ok
                let isAllowed: Bool
                if event == .pickedUpByRecipient {
                    isAllowed = stage == .availableForPickup
                } else if let next = event.event.stage {
                    isAllowed = stage.successors.contains(next)
                } else {
                    isAllowed = !stage.isTerminal
                }
                #expect((decide(form).fact != nil) == isAllowed, "\(stage) \(event)")
            }
        }
    }
}
