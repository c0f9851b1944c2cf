/// Who pays the way back (PJS 4.5, `return`).
package enum ReturnPayer: String, CaseIterable, Sendable {
    case sender = "SENDER"
    case recipient = "RECIPIENT"
    case merchant = "MERCHANT"
    case carrier = "CARRIER"
}

/// What a courier says of a parcel that goes back to its sender.
package struct ReturnForm: Hashable, Sendable {
    package var parcel: Parcel
    package var step: ReturnStep
    package var reason: ReturnReason?
    package var payer: ReturnPayer?
    package var formNumbers: [String] = []
    package var signer: String?
    package var signature: DrawnSignature?
    package var hasPhoto = false
    package var approvedBy: String?
    package var note: String?

    package init(parcel: Parcel, step: ReturnStep) {
        self.parcel = parcel
        self.step = step
    }
}

/// Returns: the way to the recipient ends, and the sender signs for the parcel (CD-04, RT).
package enum ReturnRules {
    /// The fact, or what keeps it from being made.
    package enum Outcome: Equatable, Sendable {
        case recorded(ReturnFact)
        case incomplete([FormProblem])
    }

    /// The most numbers of return forms.
    package static let formNumbersMax = 16

    /// Judges one step.
    package static func decide(_ form: ReturnForm) -> Outcome {
        var problems = standing(form) + texts(form)
        if form.reason == nil { problems.append(.field(.missing(.reason))) }
        if form.reason == .exception(.other), PartyRules.isBlank(form.note ?? "") {
            problems.append(.followUp(.explanationMissing))
        }
        if form.step == .signed { problems += proof(form) }
        guard problems.isEmpty, let reason = form.reason else { return .incomplete(problems) }
        var fact = ReturnFact(parcel: form.parcel.id, step: form.step, reason: reason)
        fact.freightBy = form.payer.flatMap { Code($0.rawValue) }
        fact.formNumbers = form.formNumbers
        fact.signer = form.signer
        fact.signature = form.signature?.strokes
        fact.approvedBy = form.approvedBy
        fact.note = form.note
        if form.step == .signed { fact.isParcelBack = true }
        return .recorded(fact)
    }

    /// The way back begins once, ends once, and not against a stop that says otherwise.
    private static func standing(_ form: ReturnForm) -> [FormProblem] {
        let parcel = form.parcel
        let isFit =
            switch form.step {
            case .started: !parcel.stage.isTerminal && parcel.stage != .returning
            case .signed: parcel.stage == .returning
            }
        guard isFit else { return [.parcel(.stageForbids(parcel.id, parcel.stage))] }
        let isHeld = parcel.isStopped && parcel.stopOrder != .return
        return isHeld ? [.parcel(.stopped(parcel.id))] : []
    }

    private static func texts(_ form: ReturnForm) -> [FormProblem] {
        var problems = PartyRules.optionalText(form.note, .note, max: TextMax.note)
        problems += PartyRules.optionalText(form.signer, .signer, max: TextMax.name)
        if form.formNumbers.count > formNumbersMax {
            problems.append(.field(.tooMany(.label, max: formNumbersMax)))
        }
        for number in form.formNumbers {
            problems += PartyRules.optionalText(number, .label, max: TextMax.number)
        }
        return problems
    }

    private static func proof(_ form: ReturnForm) -> [FormProblem] {
        var problems: [FormProblem] = []
        if PartyRules.isBlank(form.signer ?? "") {
            problems.append(.proof(.evidenceMissing(.receiverName, .returnSigned)))
        }
        if let signature = form.signature {
            let least = DrawnSignature.pointCountMin
            if signature.pointCount < least {
                problems.append(
                    .proof(.signatureTooSmall(points: signature.pointCount, pointsMin: least)))
            }
        } else if !form.hasPhoto {
            problems.append(.proof(.evidenceMissing(.signature, .returnSigned)))
        }
        return problems
    }
}
