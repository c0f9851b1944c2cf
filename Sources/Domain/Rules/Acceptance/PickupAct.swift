/// One fact of an act, made when the ids of the facts before it in the act are known.
package typealias FactStep = @Sendable (_ earlierIDs: [String]) -> FactDraft

/// An accepted parcel: the facts of one act in the order identity, check, quote, payment, pickup.
package struct PickupAct: Hashable, Sendable {
    package let parcel: ParcelID
    /// Their identity codes (PJS 4.1) and receipt numbers are set by whoever records the act.
    package var identities: [IdentityFact]
    package var check: CheckFact
    package let quote: FreightQuote
    package var quoteFact: QuoteFact
    package var payments: [PaymentFact]
    package var pickup: PickupFact
    /// The tariff row that the price cites.
    package let tariff: TariffCitation?
    /// The row of settings that it cites.
    package let settings: SettingsCitation?

    /// The facts in their order. They answer to `task`, or to the parcel when the sender came by
    /// himself; `base` are the versions of the rows that the courier saw.
    package func steps(task: String?, base: [EntityReference: Int] = [:]) -> [FactStep] {
        let subject =
            task.map { EntityReference(.task, $0) } ?? EntityReference(.parcel, parcel.text)
        var steps: [FactStep] = identities.map { identity in
            { _ in FactDraft(.identity(identity), subject: subject, base: base) }
        }
        steps.append { [check] _ in FactDraft(.check(check), subject: subject, base: base) }
        var priced = base
        if let tariff { priced[EntityReference(.tariff, tariff.id)] = tariff.version }
        if let settings { priced[EntityReference(.config, settings.id)] = settings.version }
        steps.append { [quoteFact, priced] _ in
            FactDraft(.quote(quoteFact), subject: subject, base: priced)
        }
        let quoteIndex = identities.count + 1
        for payment in payments {
            steps.append { earlier in
                var payment = payment
                payment.charge = FactCode.madeID(earlier[quoteIndex])
                return FactDraft(.payment(payment), subject: subject, base: base)
            }
        }
        let firstIdentity = identities.isEmpty ? nil : 0
        steps.append { [pickup] earlier in
            var pickup = pickup
            pickup.identity = firstIdentity.map { earlier[$0] }
            pickup.check = earlier[quoteIndex - 1]
            pickup.quote = earlier[quoteIndex]
            pickup.payments = Array(earlier[(quoteIndex + 1)...])
            return FactDraft(.pickup(pickup), subject: subject, base: base)
        }
        return steps
    }
}
