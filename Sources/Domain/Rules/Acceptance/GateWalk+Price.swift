extension GateWalk {
    /// The price, and the sender's yes to exactly this total before any payment (FQ-04).
    mutating func price() {
        guard form.price.zone != nil else { return note(.field(.missing(.zone))) }
        guard let inputs = form.price.inputs, inputs.grams > 0 else { return }
        if form.price.payType == nil { note(.field(.missing(.payType))) }
        switch FreightQuote.make(inputs, terms: context.terms, settings: context.settings) {
        // Told by the step of the cover.
        case .failure(.declaredValueAboveMax): break
        case .failure(let problem): note(.price(.noPrice(problem)))
        case .success(let computed):
            quote = computed
            answer(to: computed)
        }
    }

    private mutating func answer(to quote: FreightQuote) {
        switch form.acceptance {
        case .open: note(.price(.notAnswered(totalFen: quote.totalFen)))
        case .refused: refuse(.paymentRefused)
        case .accepted(let fen) where fen != quote.totalFen:
            note(.price(.changed(acceptedFen: fen, totalFen: quote.totalFen)))
        case .accepted: break
        }
    }

    /// Cover is offered and the choice recorded; above a value it must be declared, with proof
    /// of the value (快递暂行条例 21).
    mutating func cover() {
        let settings = context.settings
        let value = form.goodsValueFen ?? 0
        if value < 0 { note(.field(.notPositive(.goodsValue, value))) }
        switch form.price.cover {
        case nil: note(.price(.coverOpen))
        case .declined:
            if value > settings.mustDeclareAboveFen {
                note(.price(.mustDeclare(valueFen: value, aboveFen: settings.mustDeclareAboveFen)))
            }
        case .declared(let fen):
            if fen <= 0 { note(.field(.notPositive(.insurance, fen))) }
            if fen > settings.declaredValueMaxFen {
                note(.price(.declaredAboveMax(fen, max: settings.declaredValueMaxFen)))
            } else if fen > settings.appraisalRequiredAboveFen {
                require(.originInvoiceAppraisal, above: settings.appraisalRequiredAboveFen)
            } else if fen > settings.invoiceRequiredAboveFen {
                require(.purchaseInvoice, above: settings.invoiceRequiredAboveFen)
            }
        }
    }

    private mutating func require(_ proof: InsuranceProof, above fen: Int) {
        guard !form.certificates.contains(where: { $0.document.text == proof.rawValue }) else {
            return
        }
        note(.price(.proofMissing(proof, aboveFen: fen)))
    }

    /// Paid now, to be collected, or on account. The charge's id is filled when it is known.
    mutating func pay() {
        guard let payType = form.price.payType, let quote else { return }
        for payment in form.payments where !payType.allows(payment.method) {
            return note(.payment(.notForPayType(payment.method, payType)))
        }
        let forms: [PaymentForm]
        switch payType {
        case .prepaid: forms = form.payments
        case .collect: return
        case .monthly, .thirdParty:
            guard let customer = form.sender.agreementCustomerNumber else {
                return note(.payment(.customerMissing))
            }
            if !EntityReference.isIdentifier(customer) {
                note(.field(.identifier(.customer, customer)))
            }
            forms = quote.totalFen == 0 ? [] : [PaymentForm(method: .monthlyAccount)]
        }
        let due = DueAmount(charge: "", purpose: .freight, fen: quote.totalFen)
        switch PaymentRules.payments(
            forms, for: [due], currency: quote.terms.currency, settings: context.settings)
        {
        case .success(let made):
            let payer = payType == .prepaid ? nil : form.sender.agreementCustomerNumber
            payments = made.map { payment in
                var payment = payment
                payment.payer = payer
                return payment
            }
        case .failure(let found):
            note(found.list)
        }
    }
}

extension PayType {
    /// Whether a freight of this kind can be settled by a method at pickup.
    fileprivate func allows(_ method: PaymentMethod) -> Bool {
        switch (self, method.methodClass) {
        case (.prepaid, .cash), (.prepaid, .card), (.prepaid, .wallet): true
        case (.prepaid, .monthly), (.prepaid, .collect): false
        case (.collect, let methodClass): methodClass == .collect
        case (.monthly, let methodClass), (.thirdParty, let methodClass): methodClass == .monthly
        }
    }
}
