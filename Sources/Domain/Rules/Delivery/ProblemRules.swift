/// A problem parcel, as entered.
package struct ProblemForm: Sendable {
    package var subject: ProblemSubject
    /// The parcel as the handheld knows it, if it does.
    package var parcel: Parcel?
    package var reason: ExceptionReason
    package var direction: ParcelDirection?
    /// `nil`: what the reason brings with it.
    package var next: NextAction?
    package var foundAt: String?
    package var degree: String?
    /// A loss is reported only when mis-sorting was ruled out.
    package var isMissortExcluded: Bool?
    package var note: String?

    package init(subject: ProblemSubject, parcel: Parcel? = nil, reason: ExceptionReason) {
        self.subject = subject
        self.parcel = parcel
        self.reason = reason
    }
}

/// Reports of problem parcels.
package enum ProblemRules {
    /// The fact to record, or everything that is still wrong with the form.
    package enum Outcome: Sendable {
        case recorded(ProblemFact)
        case incomplete([FormProblem])
    }

    /// What stops a parcel in which something prohibited was found or is suspected: it must not be
    /// sorted, carried or delivered until the station manager clears it (快递暂行条例 33).
    package static func stop(_ parcel: String, in context: RuleContext) -> CheckFact {
        var check = CheckFact(
            parcel: parcel, occasion: .transit, result: .suspect,
            decision: Code(of: InspectionDecision.prohibitedReport), isContentsInspected: false,
            isDeclarationTrue: false, isSenderTold: false,
            catalogueVersion: context.tables.catalogue.version)
        check.action = Code("HELD")
        return check
    }

    /// Judges a form.
    package static func decide(_ form: ProblemForm, in context: RuleContext) -> Outcome {
        var problems: [FormProblem] = []
        var subject = form.subject
        switch form.subject {
        case .parcel(let text):
            switch LabelRules.parse(text, prefix: context.settings.companyPrefix) {
            case .success(let number): subject = .parcel(number.text)
            case .failure(let problem): problems.append(problem)
            }
        case .unreadable(let text):
            problems += PartyRules.text(text, .parcel, max: TextMax.name)
        }
        if form.reason == .lost, form.isMissortExcluded != true {
            problems.append(.followUp(.missortNotExcluded))
        }
        if form.reason == .other, PartyRules.isBlank(form.note ?? "") {
            problems.append(.followUp(.explanationMissing))
        }
        problems += PartyRules.optionalText(form.note, .note, max: TextMax.report)
        problems += PartyRules.optionalText(form.foundAt, .place, max: TextMax.name)
        problems += PartyRules.optionalText(form.degree, .condition, max: TextMax.line)
        guard problems.isEmpty else { return .incomplete(problems) }
        let rule = context.tables.exceptions[form.reason]
        var fact = ProblemFact(subject: subject, reason: form.reason)
        fact.direction = form.direction
        fact.delayCause = rule?.delayCause
        fact.isMissortExcluded = form.isMissortExcluded
        fact.foundBy = context.courier
        fact.foundAt = form.foundAt
        fact.stage = form.parcel.map { Code(of: $0.stage) }
        fact.packedBy = form.parcel?.packedBy
        fact.degree = form.degree
        fact.next = (form.next ?? rule?.next).map { Code($0) }
        fact.note = form.note
        return .recorded(fact)
    }
}
