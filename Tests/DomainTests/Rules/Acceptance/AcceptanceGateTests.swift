import Domain
import ReferenceData
import Testing

@Suite struct AcceptanceGateTests {
    func decide(
        settings: [String: ConfigValue] = [:], isBound: Bool = false,
        _ change: (inout PickupForm) -> Void = { _ in }
    ) throws -> AcceptanceGate.Outcome {
        var form = try RuleSamples.pickup
        change(&form)
        return AcceptanceGate.decide(form, in: RuleSamples.context(settings)) { _ in isBound }
    }

    func problems(
        settings: [String: ConfigValue] = [:], isBound: Bool = false,
        _ change: (inout PickupForm) -> Void
    ) throws -> [FormProblem]? {
        switch try decide(settings: settings, isBound: isBound, change) {
        case .incomplete(let problems): problems
        case .accepted, .refused: nil
        }
    }

    func refusal(
        _ change: (inout PickupForm) -> Void
    ) throws -> (ground: RefusalGround, fact: RefusalFact)? {
        switch try decide(change) {
        case .refused(let ground, let fact): (ground, fact)
        case .accepted, .incomplete: nil
        }
    }

    func act(
        settings: [String: ConfigValue] = [:], _ change: (inout PickupForm) -> Void = { _ in }
    ) throws -> PickupAct {
        guard case .accepted(let act) = try decide(settings: settings, change) else {
            Issue.record("not accepted: \(try decide(settings: settings, change))")
            throw TestFailure()
        }
        return act
    }

    struct TestFailure: Error {}

    // MARK: Accepted

    @Test func `a whole form is accepted with its facts in order`() throws {
        let steps = try act().steps(task: "T81", base: [EntityReference(.task, "T81"): 4])
        var ids: [String] = []
        var kinds: [FactKind] = []
        for (index, step) in steps.enumerated() {
            let draft = step(ids)
            kinds.append(draft.payload.kind)
            #expect(draft.subject == EntityReference(.task, "T81"))
            #expect(draft.base == [EntityReference(.task, "T81"): 4])
            ids.append(String(repeating: "\(index)", count: 64))
            if case .payment(let payment) = draft.payload {
                #expect(payment.charge == FactCode.madeID(ids[2]))
            }
            if case .pickup(let pickup) = draft.payload {
                #expect(pickup.identity == ids[0])
                #expect(pickup.check == ids[1])
                #expect(pickup.quote == ids[2])
                #expect(pickup.payments == [ids[3]])
            }
        }
        #expect(kinds == [.identity, .check, .quote, .payment, .pickup])
    }

    @Test func `the facts say what was entered`() throws {
        let act = try act()
        #expect(act.parcel.text == "EX0000000000012")
        #expect(act.identities.map(\.masked) == ["110***********002X"])
        #expect(act.check.decision.text == "NONE")
        #expect(act.check.inspectionMark?.date == 2026_11_11)
        #expect(act.quoteFact.totalFen == 2100)
        #expect(act.quoteFact.lines.map(\.amountFen).reduce(0, +) == 2100)
        #expect(act.payments.map(\.money.amountFen) == [2100])
        #expect(act.payments.map(\.changeFen) == [2900])
        #expect(act.payments.map(\.state) == [.taken])
        #expect(act.pickup.weight.chargeableGrams == 1200)
        #expect(act.pickup.services?.isInsured == false)
        #expect(act.pickup.binding?.scanCount == 2)
        #expect(act.pickup.told.first?.topics.map(\.text) == ["TERMS", "PROHIBITED", "INSURANCE"])
    }

    @Test func `no fact holds the document number`() throws {
        let act = try act()
        for step in act.steps(task: nil) {
            let draft = step(Array(repeating: String(repeating: "0", count: 64), count: 4))
            #expect(!"\(draft)".contains(RuleSamples.documentNumber))
            #expect(draft.subject == EntityReference(.parcel, "EX0000000000012"))
        }
    }

    @Test func `the quote cites the version of its tariff`() throws {
        let citation = TariffCitation(id: "std", version: 7)
        let context = RuleSamples.context(
            tariff: (citation, ReferenceData.tables.standardTariff))
        let outcome = AcceptanceGate.decide(try RuleSamples.pickup, in: context) { _ in false }
        guard case .accepted(let act) = outcome else {
            Issue.record("not accepted")
            return
        }
        let draft = act.steps(task: nil)[2]([])
        #expect(draft.base == [EntityReference(.tariff, "std"): 7])
    }

    // MARK: Steps that are open

    @Test func `an empty form names every step in order`() {
        let form = PickupForm()
        let outcome = AcceptanceGate.decide(form, in: RuleSamples.context()) { _ in false }
        guard case .incomplete(let problems) = outcome else {
            Issue.record("not incomplete")
            return
        }
        #expect(
            problems == [
                .step(.noticeNotGiven), .field(.missing(.senderName)),
                .field(.missing(.senderPhone)),
                .field(.missing(.senderAddress)), .field(.missing(.recipientName)),
                .field(.missing(.recipientPhone)), .field(.missing(.recipientAddress)),
                .field(.missing(.itemName)), .field(.missing(.itemNature)),
                .field(.missing(.quantity)), .identity(.missing), .step(.notInspected),
                .step(.declarationOpen), .field(.missing(.packedBy)),
                .field(.missing(.packaging)), .field(.missing(.weight)), .field(.missing(.zone)),
                .price(.coverOpen), .step(.notMarked), .field(.missing(.label)),
            ])
    }

    @Test func `each open step keeps the parcel out`() throws {
        #expect(try problems { $0.isNoticeGiven = false } == [.step(.noticeNotGiven)])
        #expect(try problems { $0.inspection = .open } == [.step(.notInspected)])
        #expect(try problems { $0.isDeclarationTrue = nil } == [.step(.declarationOpen)])
        #expect(try problems { $0.isMarked = false } == [.step(.notMarked)])
        #expect(try problems { $0.packedBy = nil } == [.field(.missing(.packedBy))])
        #expect(try problems { $0.isPackagingFit = nil } == [.field(.missing(.packaging))])
        #expect(try problems { $0.price.size = nil } == [.field(.missing(.size))])
        #expect(try problems { $0.price.cover = nil } == [.price(.coverOpen)])
        #expect(try problems { $0.payments = [] } == [.payment(.methodMissing(dueFen: 2100))])
        #expect(try problems { $0.quantity = 0 } == [.field(.notPositive(.quantity, 0))])
        #expect(
            try problems { $0.sender.phone = "1380000" }
                == [.field(.phone(.senderPhone, masked: "*******"))])
    }

    @Test func `texts end at their limits`() throws {
        #expect(try problems { $0.itemName = String(repeating: "书", count: 60) } == nil)
        #expect(
            try problems { $0.itemName = String(repeating: "书", count: 61) }
                == [.field(.tooLong(.itemName, found: 61, max: 60))])
    }

    // MARK: Identity

    @Test func `the document is checked`() throws {
        #expect(
            try problems { $0.identity.number = "110105194912310021" }
                == [
                    .identity(
                        .number(.residentID(.checkCharacter), masked: "110***********0021"))
                ])
        #expect(try problems { $0.identity.number = nil } == [.identity(.missing)])
        #expect(try problems { $0.identity.method = nil } == [.field(.missing(.identityMethod))])
        #expect(
            try problems { $0.identity.personMatches = nil } == [.field(.missing(.personMatches))])
        #expect(try problems { $0.identity.goodsMatch = nil } == [.field(.missing(.goodsMatch))])
    }

    @Test func `a letter needs no document, no inspection and no size`() throws {
        let act = try act { form in
            form.identity = IdentityForm()
            form.identity.exemption = .letter
            form.inspection = .open
            form.price.size = nil
        }
        #expect(act.identities.map(\.result) == [.exempt])
        #expect(act.check.isContentsInspected == false)
        #expect(act.pickup.exemption?.text == "LETTER")
    }

    @Test func `a customer with an agreement is exempt where the company says so`() throws {
        let agreement: (inout PickupForm) -> Void = { form in
            form.identity = IdentityForm()
            form.identity.exemption = .agreementCustomer
            form.identity.agreementNumber = "XY-1"
        }
        #expect(try act(agreement).identities.map(\.agreementNumber) == ["XY-1"])
        let checked = try problems(
            settings: ["identity.agreement_customer_exempt": .flag(false)], agreement)
        #expect(checked == [.identity(.agreementNotExempt), .identity(.missing)])
        #expect(
            try problems { form in
                agreement(&form)
                form.identity.agreementNumber = nil
            } == [.field(.missing(.agreement))])
    }

    @Test func `behind an agent stands a principal whose document is checked too`() throws {
        var principal = IdentityForm()
        #expect(try problems { $0.principal = principal } == [.identity(.principalMissing)])
        principal.documentType = .residentId
        principal.number = "440524188001010014"
        principal.method = .ocr
        let act = try act { $0.principal = principal }
        #expect(act.identities.map(\.who) == [.agent, .principal])
        let alone = try self.act(settings: ["identity.principal_checked_too": .flag(false)]) {
            form in
            form.principal = IdentityForm()
        }
        #expect(alone.identities.map(\.who) == [.agent])
    }

    @Test func `a company shows its code`() throws {
        let company: (inout PickupForm) -> Void = { $0.sender.company = "威海某某公司" }
        #expect(try problems(company) == [.identity(.companyCodeMissing)])
        let beside = try act { form in
            company(&form)
            form.identity.companyCode = "91350100m000100y43"
        }
        #expect(beside.identities.map(\.unifiedSocialCreditCode) == ["91350100M000100Y43"])
        let alone = try act { form in
            company(&form)
            form.identity.documentType = .uscc
            form.identity.number = "91350100M000100Y43"
        }
        #expect(alone.identities.map(\.unifiedSocialCreditCode) == ["91350100M000100Y43"])
        #expect(
            try problems { form in
                company(&form)
                form.identity.companyCode = "91350100M000100Y44"
            } == [.identity(.companyCode(.checkCharacter, masked: "913***********0Y44"))])
        #expect(
            try problems { form in
                form.identity.documentType = .uscc
                form.identity.number = "91350100M000100Y43"
            } == [.identity(.documentOfNoCompany)])
    }

    // MARK: Goods

    @Test func `an open question keeps the parcel out until it is answered`() throws {
        let open = try #require(try problems { $0.itemName = "手枪钻" })
        #expect(open.count == 1)
        guard case .goods(.question(let question)) = open[0] else {
            Issue.record("no question")
            return
        }
        #expect(question.keyword == "手枪")
        let act = try act { form in
            form.itemName = "手枪钻"
            form.answers = ["手枪": false]
        }
        #expect(act.check.hits.map(\.decision.text) == ["GROUND_ONLY"])
    }

    @Test func `what a decision needs lifts it, and nothing else`() throws {
        let certificate = Certificate(
            document: try #require(Code("QUARANTINE")), number: "Q-1", issuer: "海关")
        #expect(
            try problems { $0.itemName = "疫苗" }
                == [.goods(.certificateMissing(keyword: "疫苗"))])
        let vaccine = try act { form in
            form.itemName = "疫苗"
            form.certificates = [certificate]
        }
        #expect(vaccine.check.certificates == [certificate])
        #expect(
            try problems { form in
                form.itemName = "疫苗"
                form.approvedBy = "M001"
            } == [.goods(.certificateMissing(keyword: "疫苗"))])
        #expect(
            try problems { $0.itemName = "无人机" }
                == [.goods(.approvalMissing(keyword: "无人机"))])
        let drone = try act { form in
            form.itemName = "无人机"
            form.approvedBy = "M001"
        }
        #expect(drone.check.approvedBy == "M001")
        #expect(drone.check.decision.text == "MANAGER_REVIEW")
    }

    @Test func `certificates end at their limit`() throws {
        let paper = Certificate(
            document: try #require(Code("QUARANTINE")), number: "Q-1", issuer: "海关")
        #expect(try problems { $0.certificates = Array(repeating: paper, count: 5) } == nil)
        #expect(
            try problems { $0.certificates = Array(repeating: paper, count: 6) }
                == [.field(.tooMany(.certificate, max: 5))])
    }

    @Test func `goods with a limit are counted`() throws {
        let open = try #require(try problems { $0.itemName = "香烟" })
        guard case .goods(.countMissing(let keyword, let note)) = open.first else {
            Issue.record("no count asked")
            return
        }
        #expect(keyword == "香烟")
        #expect(note.zh.contains("400"))
        let act = try act { form in
            form.itemName = "香烟"
            form.counted = CountedQuantity(statement: "2 条", isWithinLimit: true)
        }
        #expect(act.check.quantity == "2 条")
        let over = try refusal { form in
            form.itemName = "香烟"
            form.counted = CountedQuantity(statement: "3 条", isWithinLimit: false)
        }
        #expect(over?.ground.reason == .overLimit)
        #expect(over?.fact.decision?.text == "QUANTITY_LIMIT")
    }

    @Test func `ground-only goods do not fly`() throws {
        let air: (inout PickupForm) -> Void = { $0.price.isAirProduct = true }
        #expect(try problems(air) == nil)
        #expect(
            try problems { form in
                air(&form)
                form.itemName = "充电宝"
            } == [.goods(.closedToAir(keyword: "充电宝"))])
        #expect(try act { $0.itemName = "充电宝" }.check.decision.text == "GROUND_ONLY")
    }

    // MARK: Refusals

    @Test func `a prohibited item is refused with its decision and version`() throws {
        let refusal = try #require(
            try refusal { form in
                form.itemName = "书、烟花"
                form.isNoticeGiven = false
                form.identity.isRefused = true
            })
        #expect(refusal.ground.reason == .prohibitedItem)
        #expect(refusal.fact.reason == .prohibitedItem)
        #expect(refusal.fact.decision?.text == "PROHIBITED_REPORT")
        #expect(refusal.fact.goods?.itemName == "书、烟花")
        #expect(refusal.fact.catalogueVersion == ReferenceData.tables.catalogue.version)
        #expect(refusal.ground.words(ReferenceData.tables.words)?.zh.contains("烟花爆竹安全管理条例") == true)
    }

    @Test func `of two prohibited things the more severe one is the ground`() throws {
        let refusal = try refusal { $0.itemName = "打火机、烟花" }
        #expect(refusal?.fact.decision?.text == "PROHIBITED_REPORT")
    }

    @Test func `each no of the law or the sender is a refusal`() throws {
        func reason(_ change: (inout PickupForm) -> Void) throws -> RefusalReason? {
            try refusal(change)?.ground.reason
        }
        #expect(try reason { $0.identity.isRefused = true } == .identityRefused)
        #expect(try reason { $0.identity.personMatches = false } == .identityMismatch)
        #expect(try reason { $0.identity.goodsMatch = false } == .identityMismatch)
        #expect(try reason { $0.inspection = .refused } == .inspectionRefused)
        #expect(try reason { $0.isDeclarationTrue = false } == .declarationFalse)
        #expect(try reason { $0.isPackagingFit = false } == .packagingUnfit)
        #expect(try reason { $0.acceptance = .refused } == .paymentRefused)
        #expect(try reason { $0.price.grams = 50_001 } == .oversizeOverweight)
        #expect(
            try reason { $0.price.size = ParcelSize("1501x100x100") } == .oversizeOverweight)
        #expect(try reason { _ in } == nil)
    }

    @Test func `the heaviest and largest parcel is accepted`() throws {
        let act = try act { form in
            form.price.grams = 50_000
            form.price.size = ParcelSize("1500x1000x500")
            form.acceptance = .accepted(fen: 100_500)
            form.payments = [PaymentForm(method: .cash)]
        }
        #expect(act.quote.chargeableGrams == 125_000)
    }
}
