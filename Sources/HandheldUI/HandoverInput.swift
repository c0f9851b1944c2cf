import Commands
package import Domain

/// One command about parcels that change hands.
package enum HandoverCommand: Sendable, Equatable {
    case give(HandoverGiveInput)
    case take(HandoverTakeInput)
    case list
}

/// Parcels that the person logged in gives away.
package struct HandoverGiveInput: Sendable, Equatable {
    package var parcels: [String]
    /// The person who takes them; nil is the station.
    package var taker: String?
    package var reason: HandoverReason
    /// How many were counted by hand.
    package var counted: Int?
    /// The PIN that the taker typed on this handheld.
    package var pin: Secret?
    package var note: String?
    package var idempotencyKey: String?

    package init(
        parcels: [String], taker: String?, reason: HandoverReason = .transfer,
        counted: Int? = nil, pin: Secret? = nil, note: String? = nil,
        idempotencyKey: String? = nil
    ) {
        self.parcels = parcels
        self.taker = taker
        self.reason = reason
        self.counted = counted
        self.pin = pin
        self.note = note
        self.idempotencyKey = idempotencyKey
    }
}

/// Parcels that the person logged in takes over.
package struct HandoverTakeInput: Sendable, Equatable {
    package var number: String
    /// The person who gives them; nil where this handheld knows the number.
    package var giver: String?
    package var parcels: [String]
    /// How many were counted by hand.
    package var counted: Int?
    package var note: String?
    package var idempotencyKey: String?

    package init(
        number: String, giver: String? = nil, parcels: [String], counted: Int? = nil,
        note: String? = nil, idempotencyKey: String? = nil
    ) {
        self.number = number
        self.giver = giver
        self.parcels = parcels
        self.counted = counted
        self.note = note
        self.idempotencyKey = idempotencyKey
    }
}

extension FlagReader {
    mutating func handover(_ verb: String?, _ words: [String]) -> CourierCommand? {
        switch verb {
        case "give": return give(words)
        case "take": return take(words)
        default: return .handover(.list)
        }
    }

    private mutating func give(_ words: [String]) -> CourierCommand? {
        let parcels = parcels(words)
        let taker = text("to")
        let isBack = invocation.has("back")
        guard isBack || taker != nil else {
            note(.flagMissing("to"))
            return nil
        }
        guard !isBack || taker == nil else {
            note(.takerTwice)
            return nil
        }
        let reason: HandoverReason = isBack ? .back : .transfer
        return .handover(
            .give(
                HandoverGiveInput(
                    parcels: parcels, taker: taker,
                    reason: choice("why", HandoverReason.self) ?? reason,
                    counted: count("counted", from: 0),
                    pin: secret("pin-file"), note: text("note"),
                    idempotencyKey: text("idempotency-key"))))
    }

    private mutating func take(_ words: [String]) -> CourierCommand? {
        let parcels = parcels(words)
        guard let number = required("number") else { return nil }
        return .handover(
            .take(
                HandoverTakeInput(
                    number: number.uppercased(), giver: text("from"), parcels: parcels,
                    counted: count("counted", from: 0), note: text("note"),
                    idempotencyKey: text("idempotency-key"))))
    }

    /// Each parcel once, in the order in which it was read.
    private mutating func parcels(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        var list: [String] = []
        for word in words {
            let id = parcel(word, as: "WAYBILL")
            if seen.insert(id).inserted { list.append(id) }
        }
        if list.count > HandoverFact.parcelsMax { note(.tooManyParcels(list.count)) }
        return list
    }
}
