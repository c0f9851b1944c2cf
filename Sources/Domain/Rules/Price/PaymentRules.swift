/// An amount that somebody owes now.
package struct DueAmount: Hashable, Sendable {
    /// Id of the charge; empty where the charge is made in the same act.
    package let charge: String
    package let purpose: ChargePurpose
    package let fen: Int

    package init(charge: String, purpose: ChargePurpose, fen: Int) {
        self.charge = charge
        self.purpose = purpose
        self.fen = fen
    }
}

/// Turns what was taken into payments of what is due, charge by charge.
enum PaymentRules {
    /// The payments of all dues, or what is wrong with them. Cash of freight, collect and COD
    /// stays apart, because each charge has its own payment.
    static func payments(
        _ forms: [PaymentForm], for dues: [DueAmount], currency: String, settings: RuleSettings
    ) -> Result<[PaymentFact], FormProblems> {
        var open = dues.filter { $0.fen > 0 }[...]
        let dueFen = Fen.sum(open.map(\.fen)) ?? .max
        let problems = problems(forms, dueFen: dueFen, settings: settings)
        guard problems.isEmpty else { return .failure(FormProblems(problems)) }
        var payments: [PaymentFact] = []
        var openFen = open.first?.fen ?? 0
        for form in forms {
            var rest = form.amountFen ?? dueFen
            while rest > 0, let due = open.first {
                let fen = min(rest, openFen)
                rest -= fen
                openFen -= fen
                payments.append(
                    payment(form, fen: fen, of: due, isLast: rest == 0, dueFen: dueFen, currency))
                if openFen == 0 {
                    open.removeFirst()
                    openFen = open.first?.fen ?? 0
                }
            }
        }
        return .success(payments)
    }

    private static func problems(
        _ forms: [PaymentForm], dueFen: Int, settings: RuleSettings
    ) -> [FormProblem] {
        guard !forms.isEmpty else {
            return dueFen == 0 ? [] : [.payment(.methodMissing(dueFen: dueFen))]
        }
        guard dueFen > 0 else { return [.payment(.nothingDue)] }
        guard forms.count == 1 || settings.isSplitPaymentAllowed else {
            return [.payment(.splitNotAllowed)]
        }
        var problems: [FormProblem] = []
        for form in forms {
            let amount = form.amountFen ?? dueFen
            if !settings.methodsEnabled.contains(form.method) {
                problems.append(.payment(.notInUse(form.method)))
            }
            if amount <= 0 { problems.append(.field(.notPositive(.payment, amount))) }
            if let tendered = form.tenderedFen {
                if form.method != .cash {
                    problems.append(.payment(.tenderedWithoutCash(form.method)))
                } else if tendered < amount {
                    problems.append(
                        .payment(.tenderedTooLittle(tenderedFen: tendered, amountFen: amount)))
                }
            }
            problems += PartyRules.optionalText(form.reference, .payment, max: TextMax.account)
        }
        let taken = Fen.sum(forms.map { $0.amountFen ?? dueFen }) ?? .max
        if taken != dueFen {
            problems.append(.payment(.amountDiffers(takenFen: taken, dueFen: dueFen)))
        }
        return problems
    }

    /// One payment; the change of a form that pays several charges is given with its last.
    private static func payment(
        _ form: PaymentForm, fen: Int, of due: DueAmount, isLast: Bool, dueFen: Int,
        _ currency: String
    ) -> PaymentFact {
        let money = Money(amountFen: fen, currency: currency, method: form.method)
        var payment = PaymentFact(
            money: money, charge: due.charge, purpose: due.purpose,
            state: form.method.canBePending ? .pending : .taken)
        payment.externalReference = form.reference
        if let tendered = form.tenderedFen {
            let change = isLast ? tendered - (form.amountFen ?? dueFen) : 0
            payment.tenderedFen = fen + change
            payment.changeFen = change
        }
        return payment
    }
}

extension PaymentFact {
    func with(parcel: String) -> PaymentFact {
        var payment = self
        payment.parcel = parcel
        return payment
    }
}

/// What keeps a form from being recorded, in the order of its steps.
package struct FormProblems: Error, Hashable, Sendable {
    package let list: [FormProblem]

    package init(_ list: [FormProblem]) { self.list = list }
}
