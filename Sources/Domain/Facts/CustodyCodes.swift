/// How far a return has come.
package enum ReturnStep: String, CaseIterable, Sendable {
    /// The forward journey has ended.
    case started = "STARTED"
    /// The sender has the parcel again.
    case signed = "SIGNED"
}

/// Why a parcel goes back: an exception reason, or nothing but a wish.
package enum ReturnReason: RawRepresentable, CaseIterable, Hashable, Sendable {
    case exception(ExceptionReason)
    case customerWish

    private static let wish = "CUSTOMER_WISH"

    package init?(rawValue: String) {
        if rawValue == ReturnReason.wish {
            self = .customerWish
        } else if let reason = ExceptionReason(rawValue: rawValue) {
            self = .exception(reason)
        } else {
            return nil
        }
    }

    package var rawValue: String {
        switch self {
        case .exception(let reason): reason.rawValue
        case .customerWish: ReturnReason.wish
        }
    }

    package static var allCases: [ReturnReason] {
        ExceptionReason.allCases.map(ReturnReason.exception) + [.customerWish]
    }
}

/// Which of the two persons of a handover recorded it.
package enum HandoverSide: String, CaseIterable, Sendable {
    case give
    case take
}

/// Why parcels change hands.
package enum HandoverReason: String, CaseIterable, Sendable {
    case dispatch = "DISPATCH"
    case back = "BACK"
    case shift = "SHIFT"
    case transfer = "TRANSFER"
    case linehaul = "LINEHAUL"
    case secondAttempt = "SECOND_ATTEMPT"
    case intercept = "INTERCEPT"
}

/// Which of the two persons of a cash handover recorded it.
package enum CashSide: String, CaseIterable, Sendable {
    /// The courier says what was given.
    case give
    /// The station says what was counted, without having seen what the courier said.
    case count
}

/// The tracking events that are recorded by scanning.
package enum ScanEvent: String, CaseIterable, Sendable {
    case receivedAtOrigin = "RECEIVED_AT_ORIGIN"
    case securityScreened = "SECURITY_SCREENED"
    case departedOrigin = "DEPARTED_ORIGIN"
    case arrivedHub = "ARRIVED_HUB"
    case departedHub = "DEPARTED_HUB"
    case arrivedDestination = "ARRIVED_DESTINATION"
    case held = "HELD"
    case outForDelivery = "OUT_FOR_DELIVERY"
    case pickedUpByRecipient = "PICKED_UP_BY_RECIPIENT"
    case transferredCarrier = "TRANSFERRED_CARRIER"
    case disposed = "DISPOSED"

    /// The same event among all events.
    package var event: TrackingEvent {
        switch self {
        case .receivedAtOrigin: .receivedAtOrigin
        case .securityScreened: .securityScreened
        case .departedOrigin: .departedOrigin
        case .arrivedHub: .arrivedHub
        case .departedHub: .departedHub
        case .arrivedDestination: .arrivedDestination
        case .held: .held
        case .outForDelivery: .outForDelivery
        case .pickedUpByRecipient: .pickedUpByRecipient
        case .transferredCarrier: .transferredCarrier
        case .disposed: .disposed
        }
    }
}

/// The outcome of one check at the start of a shift.
package enum ShiftCheck: String, CaseIterable, Sendable {
    case ok
    case warn
    case fail
}

/// Whether a standing consent begins or ends.
package enum ConsentState: String, CaseIterable, Sendable {
    case given
    case withdrawn
}
