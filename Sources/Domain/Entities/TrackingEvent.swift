/// What happened to a parcel (`tracking_events`).
package enum TrackingEvent: String, CaseIterable, Sendable {
    case accepted = "ACCEPTED"
    case arrivedDestination = "ARRIVED_DESTINATION"
    case arrivedHub = "ARRIVED_HUB"
    case cancelled = "CANCELLED"
    case damaged = "DAMAGED"
    case delivered = "DELIVERED"
    case deliveredToProxy = "DELIVERED_TO_PROXY"
    case deliveryFailed = "DELIVERY_FAILED"
    case departedHub = "DEPARTED_HUB"
    case departedOrigin = "DEPARTED_ORIGIN"
    case disposed = "DISPOSED"
    case droppedAtStation = "DROPPED_AT_STATION"
    case droppedInLocker = "DROPPED_IN_LOCKER"
    case exceptionReported = "EXCEPTION_REPORTED"
    case exceptionResolved = "EXCEPTION_RESOLVED"
    case held = "HELD"
    case lost = "LOST"
    case orderCreated = "ORDER_CREATED"
    case outForDelivery = "OUT_FOR_DELIVERY"
    case pickedUpByRecipient = "PICKED_UP_BY_RECIPIENT"
    case pickupAssigned = "PICKUP_ASSIGNED"
    case pickupFailed = "PICKUP_FAILED"
    case prohibitedHeld = "PROHIBITED_HELD"
    case receivedAtOrigin = "RECEIVED_AT_ORIGIN"
    case redirected = "REDIRECTED"
    case refused = "REFUSED"
    case returnDelivered = "RETURN_DELIVERED"
    case returnStarted = "RETURN_STARTED"
    case securityScreened = "SECURITY_SCREENED"
    case transferredCarrier = "TRANSFERRED_CARRIER"

    /// What an event does to the exception flag.
    package enum FlagEffect: Sendable {
        case set, clear, keep
    }

    /// The stage it leads to; nil leaves the stage as it is.
    package var stage: Stage? {
        switch self {
        case .accepted, .receivedAtOrigin, .securityScreened: .pickedUp
        case .arrivedDestination, .arrivedHub, .departedHub, .departedOrigin, .redirected,
            .transferredCarrier:
            .inTransit
        case .cancelled: .cancelled
        case .damaged, .deliveryFailed, .exceptionReported, .exceptionResolved, .held, .lost,
            .prohibitedHeld, .refused:
            nil
        case .delivered, .deliveredToProxy, .pickedUpByRecipient: .delivered
        case .disposed: .closed
        case .droppedAtStation, .droppedInLocker: .availableForPickup
        case .orderCreated, .pickupAssigned, .pickupFailed: .created
        case .outForDelivery: .outForDelivery
        case .returnDelivered: .returned
        case .returnStarted: .returning
        }
    }

    /// What it does to the exception flag.
    package var flagEffect: FlagEffect {
        switch self {
        case .accepted, .arrivedDestination, .arrivedHub, .departedHub, .departedOrigin,
            .orderCreated, .pickupAssigned, .pickupFailed, .receivedAtOrigin, .securityScreened:
            .keep
        case .cancelled, .delivered, .deliveredToProxy, .disposed, .droppedAtStation,
            .droppedInLocker, .exceptionResolved, .outForDelivery, .pickedUpByRecipient,
            .redirected, .returnDelivered, .returnStarted, .transferredCarrier:
            .clear
        case .damaged, .deliveryFailed, .exceptionReported, .held, .lost, .prohibitedHeld, .refused:
            .set
        }
    }
}
