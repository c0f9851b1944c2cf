extension GateWalk {
    /// The real-name check (快递暂行条例 22): the sender, and behind an agent the principal.
    mutating func identify() {
        if let exemption = form.identity.exemption, isExempt(exemption) {
            var fact = IdentityFact(
                who: .sender, documentType: .none, method: .none, result: .exempt)
            fact.exemption = exemption
            fact.agreementNumber = form.identity.agreementNumber
            identities = [fact]
            return
        }
        guard let principal = form.principal else { return check(form.identity, of: .sender) }
        check(form.identity, of: .agent)
        guard context.settings.isPrincipalCheckedToo else { return }
        if principal.documentType == nil && !principal.isRefused {
            note(.identity(.principalMissing))
        } else {
            check(principal, of: .principal)
        }
    }

    private mutating func isExempt(_ exemption: Exemption) -> Bool {
        switch exemption {
        case .letter: return true
        case .agreementCustomer:
            guard context.settings.isAgreementCustomerExempt else {
                note(.identity(.agreementNotExempt))
                return false
            }
            let number = form.identity.agreementNumber ?? ""
            note(PartyRules.text(number, .agreement, max: TextMax.number))
            return true
        }
    }

    /// A document that was shown, its number checked and masked.
    private mutating func check(_ shown: IdentityForm, of who: IdentityParty) {
        if shown.isRefused { return refuse(.identityRefused) }
        if shown.personMatches == false || shown.goodsMatch == false { refuse(.identityMismatch) }
        guard let type = shown.documentType, type != .none, let number = shown.number else {
            return note(.identity(.missing))
        }
        let code = companyCode(shown, who: who)
        // A principal is not there: only the document can be checked.
        if who != .principal {
            if shown.personMatches == nil { note(.field(.missing(.personMatches))) }
            if shown.goodsMatch == nil { note(.field(.missing(.goodsMatch))) }
        }
        guard let method = shown.method, method != .none else {
            return note(.field(.missing(.identityMethod)))
        }
        let reading = IdentityDocument.parse(
            number, type: type, today: context.today, settings: context.settings)
        switch reading {
        case .failure(let problem):
            note(.identity(.number(problem, masked: Masking.document(number))))
        case .success(let document):
            var fact = IdentityFact(
                who: who, documentType: type, method: method, result: .pass)
            fact.masked = document.mask
            fact.personMatches = shown.personMatches
            fact.goodsMatch = shown.goodsMatch
            fact.unifiedSocialCreditCode = type == .uscc ? document.number : code
            identities.append(fact)
        }
    }

    /// A company that sends shows its code, as its document or beside that of its agent; where
    /// an agent sends for it, the code belongs to the principal.
    private mutating func companyCode(_ shown: IdentityForm, who: IdentityParty) -> String? {
        let isCompany = form.sender.company.map { !PartyRules.isBlank($0) } ?? false
        if shown.documentType == .uscc {
            if !isCompany { note(.identity(.documentOfNoCompany)) }
            return nil
        }
        guard let typed = shown.companyCode else {
            if isCompany, who != .agent { note(.identity(.companyCodeMissing)) }
            return nil
        }
        switch SocialCreditCode.parse(typed) {
        case .success(let code): return code.text
        case .failure(let problem):
            note(.identity(.companyCode(problem, masked: Masking.document(typed))))
            return nil
        }
    }
}
