import Domain
import HandheldUI

/// What the courier said, completed by what the order says.
extension Handheld {
    func pickupForm(_ input: PickupInput, task: CourierTask?) -> PickupForm {
        var form = PickupForm()
        form.source = task == nil ? (input.orderNumber == nil ? .walkIn : .order) : .pickupTask
        form.orderNumber = input.orderNumber ?? task?.orderNumber
        form.sender = party(input.sender, order: task?.sender)
        form.recipient = party(input.recipient, order: task?.recipient)
        form.itemName = input.itemName ?? task?.goods?.itemName ?? ""
        form.itemNature = input.itemNature ?? task?.goods?.itemNature ?? ""
        form.quantity = input.quantity ?? task?.goods?.quantity
        form.goodsValueFen = input.goodsValueFen ?? task?.goods?.declaredValueFen
        form.isFragile = input.isFragile || task?.goods?.isFragile == true
        form.keepsUpright = input.keepsUpright || task?.goods?.keepsUpright == true
        form.keepsDry = input.keepsDry || task?.goods?.keepsDry == true
        form.isNoticeGiven = input.isNoticeGiven
        form.identity = identityForm(
            input.identity, isDeclarationTrue: input.isDeclarationTrue)
        form.principal = input.principal.map {
            identityForm($0, isDeclarationTrue: input.isDeclarationTrue)
        }
        form.inspection = input.isInspected ? .done : .open
        form.isDeclarationTrue = input.isDeclarationTrue ? true : nil
        for answer in input.answers { form.answers[answer.keyword] = answer.applies }
        form.certificates = input.certificates
        form.counted = input.counted.map {
            CountedQuantity(statement: $0, isWithinLimit: input.isWithinLimit)
        }
        form.approvedBy = input.approvedBy
        form.packedBy = input.packedBy
        form.isPackagingFit = input.isPackagingFit ? true : nil
        form.price = priceForm(
            input.quote, sender: form.sender, recipient: form.recipient,
            services: task?.services)
        form.acceptance = input.acceptedFen.map { .accepted(fen: $0) } ?? .open
        form.payments = payments(
            input.quote.method, tenderedFen: input.tenderedFen, reference: input.paymentReference)
        form.isMarked = input.isMarked
        form.destination = form.recipient.city ?? form.recipient.province
        form.appointment = Handheld.window(task?.from, task?.until)
        form.note = input.note
        return form
    }

    func priceForm(
        _ input: QuoteInput, sender: Party?, recipient: Party, services: Services?
    ) -> PriceForm {
        var form = PriceForm()
        form.grams = input.grams
        form.size = input.size
        var recipient = recipient
        recipient.province = input.province ?? recipient.province
        recipient.city = input.city ?? recipient.city
        form.zone = input.zone ?? FreightZone.between(sender, recipient)
        form.productCode = input.productCode
        form.cover = input.cover ?? orderedCover(services)
        form.codFen = input.codFen ?? services?.codAmountFen
        form.codAccount = input.codAccount ?? services?.codAccount
        form.isAirProduct = input.isAirProduct
        form.packagingFen = input.packagingFen ?? 0
        form.returnReceiptFen = input.returnReceiptFen ?? 0
        form.discountFen = input.discountFen ?? 0
        form.surcharges = input.surcharges
        form.payType =
            switch input.method?.methodClass {
            case nil: services?.isCollect == true ? .collect : nil
            case .cash, .card, .wallet: .prepaid
            case .monthly: .monthly
            case .collect: .collect
            }
        return form
    }

    /// Money taken at the door; a parcel paid by its recipient or on account takes none.
    func payments(
        _ method: PaymentMethod?, tenderedFen: Int?, reference: String?
    ) -> [PaymentForm] {
        switch method?.methodClass {
        case nil, .monthly, .collect: return []
        case .cash, .card, .wallet: break
        }
        return method.map { method in
            var payment = PaymentForm(method: method, tenderedFen: tenderedFen)
            payment.reference = reference
            return [payment]
        } ?? []
    }

    private func orderedCover(_ services: Services?) -> CoverChoice? {
        switch (services?.isInsured, services?.insuranceAmountFen) {
        case (false, _): .declined
        case (_, let fen?): .declared(fen: fen)
        case (_, nil): nil
        }
    }

    private func identityForm(
        _ input: IdentityInput, isDeclarationTrue: Bool
    ) -> IdentityForm {
        var form = IdentityForm()
        form.exemption = input.exemption
        form.agreementNumber = input.agreementNumber
        form.documentType = input.documentType
        form.number = input.number?.text
        form.method = input.method
        form.companyCode = input.companyCode
        form.personMatches = input.personMatches ? true : nil
        form.goodsMatch = isDeclarationTrue ? true : nil
        return form
    }

    private func party(_ input: PartyInput, order: Party?) -> Party {
        var party = order ?? Party(name: "", phone: "", address: "")
        party.name = input.name ?? party.name
        party.phone = input.phone ?? party.phone
        party.address = input.address ?? party.address
        party.company = input.company ?? party.company
        party.province = input.province ?? party.province
        party.city = input.city ?? party.city
        party.district = input.district ?? party.district
        return party
    }
}
