import Domain
import ReferenceData
import Testing

@Suite struct LossLocatorTests {
    private let locator = ReferenceData.lossLocator

    @Test(arguments: [
        (TrackingEvent.accepted, "PICKUP_COURIER"), (.receivedAtOrigin, "ORIGIN_SITE"),
        (.securityScreened, "ORIGIN_SITE"), (.departedOrigin, "LINEHAUL_TO_HUB"),
        (.arrivedHub, "HUB"), (.departedHub, "LINEHAUL_FROM_HUB"),
        (.arrivedDestination, "DESTINATION_SITE"), (.outForDelivery, "DELIVERY_COURIER"),
    ])
    func `the last scan tells who should have scanned next`(
        event: TrackingEvent, suspect: String
    ) {
        #expect(locator.gap(after: event)?.suspect.text == suspect)
    }

    @Test func `nobody is suspected where the trouble is known or the parcel waits`() {
        for event in [
            TrackingEvent.held, .deliveryFailed, .droppedInLocker, .lost, .exceptionReported,
            .prohibitedHeld, .delivered,
        ] {
            #expect(locator.gap(after: event) == nil)
        }
        #expect(locator.gap(after: nil) == nil)
    }

    @Test func `a parcel is quiet from the hour on, sooner within one city`() {
        var parcel = RuleSamples.parcel
        parcel.stage = .inTransit
        parcel.at = 0
        parcel.sender = parcel.recipient
        let hour = 3_600_000
        func isQuiet(_ hours: Int, less: Int = 0) -> Bool {
            LossLocator.isQuiet(
                parcel, now: hours * hour - less, hoursSameCity: 12, hoursDomestic: 24)
        }
        #expect(isQuiet(24) && !isQuiet(24, less: 1))
        parcel.sender?.city = "杭州"
        parcel.recipient?.city = "杭州"
        #expect(isQuiet(12) && !isQuiet(12, less: 1))
        for stage in Stage.allCases where stage.isTerminal || stage == .created {
            parcel.stage = stage
            #expect(!isQuiet(1_000))
        }
    }
}
