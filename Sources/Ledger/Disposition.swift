package import Domain

/// What the server makes of a stored fact (PJS 9.5). It can change; the fact cannot.
package enum Disposition: Hashable, Sendable {
    case applied
    case noop(Noop)
    /// The fact is in a case that nobody has decided: its id, and the rule that asks.
    case disputed(String, rule: String)
    case held(Hold)
    case quarantined(Quarantine)

    /// Why a fact changes nothing.
    package enum Noop: String, Sendable, CaseIterable {
        /// The same fact came in another stream before.
        case carriedTwice = "carried_twice"
        /// The state says so already.
        case already
        /// The same person recorded the same act before (R01).
        case sameAct = "same_act"
        /// A void or correction that a manager has not approved (R11, R25).
        case notApproved = "not_approved"
    }

    /// What a fact waits for.
    package enum Hold: String, Sendable, CaseIterable {
        /// The rest of its act.
        case group
        /// A program that knows its kind, version or code.
        case schema
        /// The entity it answers to.
        case unknownSubject = "unknown_subject"
        /// A manager: its handheld is suspended.
        case suspended
        /// A manager: its handheld is revoked.
        case revoked
    }

    /// Why a line cannot be applied.
    package enum Quarantine: String, Sendable, CaseIterable {
        case notCanonical = "not_canonical"
        case unparseable
        /// A field of the entry or of its kind is missing or wrong.
        case badPayload = "bad_payload"
        /// Applying it failed.
        case projectorError = "projector_error"
    }

    /// The word on the wire.
    package var word: DispositionWord {
        switch self {
        case .applied: .applied
        case .noop: .noop
        case .disputed: .case
        case .held: .held
        case .quarantined: .quarantined
        }
    }

    /// The reason on the wire.
    package var why: String? {
        switch self {
        case .applied: nil
        case .noop(let why): why.rawValue
        case .disputed(let id, _): id
        case .held(let why): why.rawValue
        case .quarantined(let why): why.rawValue
        }
    }

    /// The rule that asks, of a fact in a case.
    package var rule: String? {
        if case .disputed(_, let rule) = self { rule } else { nil }
    }

    /// Whether an open case is told instead: it comes after what holds a fact back.
    package var mayBeDisputed: Bool {
        switch self {
        case .applied, .noop: true
        case .disputed, .held, .quarantined: false
        }
    }

    /// `held:group`, as lists show it.
    package var text: String {
        why.map { "\(word.rawValue):\($0)" } ?? word.rawValue
    }
}
