/// Where a parcel stands: a closed set; an exception is a flag beside it.
package enum Stage: String, CaseIterable, Sendable {
    case created = "CREATED"
    case pickedUp = "PICKED_UP"
    case inTransit = "IN_TRANSIT"
    case outForDelivery = "OUT_FOR_DELIVERY"
    case availableForPickup = "AVAILABLE_FOR_PICKUP"
    case delivered = "DELIVERED"
    case returning = "RETURNING"
    case returned = "RETURNED"
    case cancelled = "CANCELLED"
    case closed = "CLOSED"

    /// A terminal stage changes only by a correction.
    package var isTerminal: Bool {
        switch self {
        case .delivered, .returned, .cancelled, .closed: true
        case .created, .pickedUp, .inTransit, .outForDelivery, .availableForPickup, .returning:
            false
        }
    }

    /// Where a parcel may go from here (`allowed_stage_transitions`). The handheld offers nothing
    /// else; the centre stores what was recorded and opens a case.
    package var successors: [Stage] {
        switch self {
        case .created: [.created, .pickedUp, .cancelled]
        case .pickedUp: [.pickedUp, .inTransit, .outForDelivery, .returning, .cancelled, .closed]
        case .inTransit:
            [
                .inTransit, .outForDelivery, .availableForPickup, .delivered, .returning, .returned,
                .closed,
            ]
        case .outForDelivery:
            [
                .outForDelivery, .delivered, .availableForPickup, .inTransit, .returning, .returned,
                .closed,
            ]
        case .availableForPickup:
            [.availableForPickup, .delivered, .outForDelivery, .returning, .inTransit, .closed]
        case .delivered: []
        case .returning: [.returning, .returned, .inTransit, .outForDelivery, .closed]
        case .returned: []
        case .cancelled: []
        case .closed: []
        }
    }
}
