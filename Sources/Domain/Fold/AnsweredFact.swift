/// The fact that another fact corrects, voids or confirms, with what answered it before.
package struct AnsweredFact: Hashable, Sendable {
    package let fact: Fact
    /// The earlier facts that name it, in ledger order (on a handheld: in journal order).
    package let answers: [Fact]

    /// Takes the fact and all that was said of it before.
    package init(_ fact: Fact, answers: [Fact] = []) {
        self.fact = fact
        self.answers = answers
    }

    /// Whether a `correct` has already declared it void.
    package var isVoided: Bool {
        answers.contains { answer in
            if case .correct(let correction) = answer.payload {
                correction.how == .void
            } else {
                false
            }
        }
    }

    /// The payment it is and where that payment stands; nil for every other kind.
    package var payment: (fact: PaymentFact, standing: PaymentStanding)? {
        guard case .payment(let payment) = fact.payload else { return nil }
        var standing: PaymentStanding = payment.state == .pending ? .waiting : .counted
        for answer in answers {
            switch (answer.payload, standing) {
            case (.paymentVoid, .waiting), (.paymentVoid, .counted): standing = .ended
            case (.paymentConfirm(let confirmation), .waiting):
                standing = confirmation.outcome == .confirmed ? .counted : .ended
            default: continue
            }
        }
        return (payment, standing)
    }
}

/// Where a payment stands after everything that was said of it.
package enum PaymentStanding: Hashable, Sendable {
    /// The station must still confirm it.
    case waiting
    /// It counts as paid.
    case counted
    /// It failed or was voided.
    case ended
}
