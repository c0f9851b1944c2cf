extension GateWalk {
    /// The prohibited-item check (快递暂行条例 30, 33): every open question answered, every
    /// decision obeyed or lifted by what lifts it.
    mutating func goods() {
        certificates()
        finding = context.tables.catalogue.check(
            form.itemName, answers: form.answers, bounds: context.settings.goodsBounds,
            on: context.journey(to: form.recipient))
        for question in finding.questions { note(.goods(.question(question))) }
        for hit in finding.hits {
            guard let decision = hit.decision else { continue }
            obey(decision, hit)
        }
        if form.price.isAirProduct, let hit = finding.firstForbiddenByAir {
            note(.goods(.closedToAir(keyword: hit.keyword)))
        }
    }

    private mutating func obey(_ decision: InspectionDecision, _ hit: CatalogueHit) {
        if let excess = hit.excess, !excess.isReviewable {
            return refuse(.overLimit, .stated(excess, hit))
        }
        switch decision.lift {
        case .notNeeded: break
        case .certificateRecord:
            if !hasCertificateOfGoods {
                note(.goods(.certificateMissing(keyword: hit.keyword)))
            }
        case .managerApproval: approval(of: hit)
        case .nothing:
            switch decision.block {
            case .always: refuse(.prohibitedItem, .goods(hit))
            case .overLimit: obeyLimit(hit)
            // Ground products are looked at for all hits together.
            case .airProduct, .never: break
            }
        }
    }

    private mutating func approval(of hit: CatalogueHit) {
        guard let approver = form.approvedBy else {
            return note(.goods(.approvalMissing(keyword: hit.keyword)))
        }
        if !EntityReference.isIdentifier(approver) {
            note(.field(.identifier(.approval, approver)))
        }
    }

    private mutating func obeyLimit(_ hit: CatalogueHit) {
        guard let counted = form.counted, !PartyRules.isBlank(counted.statement) else {
            return note(.goods(.countMissing(keyword: hit.keyword, note: hit.item.note)))
        }
        note(
            PartyRules.text(
                counted.statement, .countedQuantity, max: TextMax.name))
        if !counted.isWithinLimit { refuse(.overLimit, .counted(counted.statement, hit)) }
    }

    private mutating func certificates() {
        if form.certificates.count > Self.certificateCountMax {
            note(.field(.tooMany(.certificate, max: Self.certificateCountMax)))
        }
        for certificate in form.certificates {
            for text in [certificate.number, certificate.issuer] {
                note(PartyRules.text(text, .certificate, max: TextMax.name))
            }
        }
    }

    /// Certificates in one fact (PJS 4.5).
    static let certificateCountMax = 5

    /// A certificate with number and issuer; proofs of value do not count.
    private var hasCertificateOfGoods: Bool {
        form.certificates.contains { InsuranceProof(rawValue: $0.document.text) == nil }
    }
}

/// Papers that prove what goods are worth (`value_added_services`).
package enum InsuranceProof: String, CaseIterable, Sendable {
    case purchaseInvoice = "PURCHASE_INVOICE"
    case originInvoiceAppraisal = "ORIGIN_INVOICE_APPRAISAL"
}

extension CatalogueFinding {
    /// The first hit that closes air products.
    var firstForbiddenByAir: CatalogueHit? { hits.first(where: \.isForbiddenByAir) }
}
