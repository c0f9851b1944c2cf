/// What a correction does to the fact it names.
package enum CorrectionWay: String, CaseIterable, Sendable {
    case void
    case change
}

/// What a person may do (PJS 11.4).
package enum Capability: String, CaseIterable, Sendable {
    case pickup
    case deliver
    case cash
    case hub
    case desk
    case lead
    case head
    case manager
    case finance
    case dispatch
}

/// Whether a person may work.
package enum PersonState: String, CaseIterable, Sendable {
    case active
    case closed
}

/// Whether a handheld may work.
package enum DeviceState: String, CaseIterable, Sendable {
    case active
    case suspended
    case revoked
}
