import Commands
import Domain
import Testing

@testable import HandheldUI

@Suite struct FlagReaderFormsTests {
    private static let form = """
        task = T81
        from-name = 王芳
        from-phone = 13800005521
        to-name = 李强
        to-province = 广东
        to-city = 深圳
        item = 外套
        nature = 服装
        qty = 2
        value-fen = 30000
        fragile = 是
        notice = yes
        id-type = RESIDENT_ID
        id-method = read
        id-matches = yes
        inspected = yes
        declaration-ok = yes
        answer = 充电宝=no
        certificate = safety:A1:县局
        packed-by = courier
        packing-ok = yes
        weight-g = 2350
        size-mm = 400x300x250
        insure = 30000
        pay = cash
        tendered-fen = 5000
        mark = yes
        bind = next
        """

    @Test func `a whole pickup is read from a form, a secret and a few flags`() throws {
        let line = "pickup issue --form - --id-number-file n --accept-fen 2400 --insure none"
        let named = try invocation(line).with(Array(Self.form.utf8), of: "form")
        guard case .filled(let filled) = named.filled(fromForm: Array(Self.form.utf8)) else {
            Issue.record("the form was refused")
            return
        }
        let complete = filled.with(Array("11010519491231002X\n".utf8), of: "id-number-file")
        guard case .request(let request) = CourierRequest.reading(complete),
            case .pickupIssue(let pickup) = request.command
        else {
            Issue.record("the pickup was refused")
            return
        }
        var expected = PickupInput()
        expected.sender.name = "王芳"
        expected.sender.phone = "13800005521"
        expected.recipient.name = "李强"
        expected.recipient.province = "广东"
        expected.recipient.city = "深圳"
        expected.itemName = "外套"
        expected.itemNature = "服装"
        expected.quantity = 2
        expected.goodsValueFen = 30_000
        expected.isFragile = true
        expected.isNoticeGiven = true
        expected.identity.documentType = .residentId
        expected.identity.number = Secret("11010519491231002X")
        expected.identity.method = .read
        expected.identity.personMatches = true
        expected.isInspected = true
        expected.isDeclarationTrue = true
        expected.answers = [CatalogueAnswer(keyword: "充电宝", applies: false)]
        let kind = try #require(Code("SAFETY"))
        expected.certificates = [Certificate(document: kind, number: "A1", issuer: "县局")]
        expected.packedBy = .courier
        expected.isPackagingFit = true
        expected.quote.task = "T81"
        expected.quote.grams = 2350
        expected.quote.size = ParcelSize("400x300x250")
        expected.quote.province = "广东"
        expected.quote.city = "深圳"
        expected.quote.cover = .declined
        expected.quote.method = .cash
        expected.acceptedFen = 2400
        expected.tenderedFen = 5000
        expected.isMarked = true
        expected.binding = .next
        #expect(pickup == expected)
    }

    @Test func `a pickup of a company with limited goods by air is read`() throws {
        let line =
            "pickup issue --id-company 91350100M000100Y43 --counted 2条 --within-limit --air "
            + "--approved-by M1 --exempt agreement-customer --agreement A7 --cod-fen 100 "
            + "--cod-account 6222 --packing-fen 400 --zone REMOTE --product express "
            + "--surcharge upstairs --surcharge REMOTE_AREA --discount-fen 90 "
            + "--receipt-back-fen 500 "
            + "--insure 50000 --bind ex0000000000012 --idempotency-key K1 --upright --dry"
        guard case .request(let request) = try reading(line),
            case .pickupIssue(let pickup) = request.command
        else {
            Issue.record("the pickup was refused")
            return
        }
        #expect(pickup.identity.companyCode == "91350100M000100Y43")
        #expect(pickup.identity.exemption == .agreementCustomer)
        #expect(pickup.identity.agreementNumber == "A7")
        #expect(pickup.counted == "2条" && pickup.isWithinLimit)
        #expect(pickup.approvedBy == "M1")
        #expect(pickup.quote.isAirProduct && pickup.quote.codFen == 100)
        #expect(pickup.quote.codAccount == "6222" && pickup.quote.packagingFen == 400)
        #expect(pickup.quote.zone == Code("REMOTE") && pickup.quote.productCode == Code("EXPRESS"))
        #expect(pickup.quote.cover == .declared(fen: 50_000))
        #expect(pickup.quote.surcharges.map(\.text) == ["UPSTAIRS", "REMOTE_AREA"])
        #expect(pickup.quote.discountFen == 90 && pickup.quote.returnReceiptFen == 500)
        #expect(pickup.binding == .number("EX0000000000012"))
        #expect(pickup.idempotencyKey == "K1" && pickup.keepsUpright && pickup.keepsDry)
    }

    @Test func `an agent's principal and two scans are read`() throws {
        let line =
            "pickup issue --principal-type uscc --principal-method manual --principal-company X "
            + "--principal-number-file n --scan ex0000000000012 --scan-label EX0000000000012"
        let read = try invocation(line).with(
            Array("91350100M000100Y43\n".utf8), of: "principal-number-file")
        guard case .request(let request) = CourierRequest.reading(read),
            case .pickupIssue(let pickup) = request.command
        else {
            Issue.record("the pickup was refused")
            return
        }
        #expect(pickup.principal?.documentType == .uscc)
        #expect(pickup.principal?.number?.text == "91350100M000100Y43")
        #expect(pickup.principal?.method == .manual && pickup.principal?.companyCode == "X")
        #expect(pickup.binding == .scanned("EX0000000000012", "EX0000000000012"))
        for half in [
            "--scan EX0000000000012", "--scan-label EX0000000000012",
            "--scan EX0000000000012 --scan-label EX0000000000012 --bind next",
        ] {
            guard case .faulty = try reading("pickup issue \(half)") else {
                Issue.record("one scan is enough")
                continue
            }
        }
    }

    @Test func `a hand-over to a proxy is read`() throws {
        let line =
            "deliver sign EX0000000000012 --outside tape-touched --outside-note 胶带 "
            + "--told-to-inspect --inspected --condition intact --received-by proxy --signer 李强 "
            + "--relation family --consent-by 王芳 --consent-channel call "
            + "--consent-at 2026-11-22T10:00+08:00 --consent-standing --signature s --code c "
            + "--phone-tail 7710 --seen photo --seen sms-code --paper-slip P1 --pay e-cny "
            + "--pay-reference R9 --drop K1 --drop-place 12 --place 门口"
        let read = try invocation(line).with(Array("AbC_\n-9\n".utf8), of: "signature")
            .with(Array("4821\n".utf8), of: "code")
        guard case .request(let request) = CourierRequest.reading(read),
            case .deliverSign(let delivery) = request.command
        else {
            Issue.record("the delivery was refused")
            return
        }
        var expected = DeliveryInput(parcel: "EX0000000000012")
        expected.outer = .tapeTouched
        expected.outerNote = "胶带"
        expected.isToldToInspect = true
        expected.isInspected = true
        expected.condition = .intact
        expected.proof = .proxy
        expected.signer = "李强"
        expected.relation = .family
        expected.consent.givenBy = "王芳"
        expected.consent.channel = .call
        expected.consent.givenAt = 1_795_312_800_000
        expected.consent.isStanding = true
        expected.signature = "AbC_-9"
        expected.pickupCode = Secret("4821")
        expected.phoneTail = "7710"
        expected.seen = [.photo, .smsCode]
        expected.paperSlipNumber = "P1"
        expected.method = .eCny
        expected.paymentReference = "R9"
        expected.dropID = "K1"
        expected.dropPlace = "12"
        expected.place = "门口"
        #expect(delivery == expected)
    }

    @Test func `a failed attempt, a refusal and a problem are read`() throws {
        var attempt = AttemptInput(parcel: "EX0000000000012", reason: .noAnswer)
        attempt.contacts = [
            ContactInput(channel: .call, outcome: .noAnswer),
            ContactInput(channel: .visit, outcome: .reached),
        ]
        attempt.next = .reattemptAt
        attempt.retryFrom = 1_795_341_600_000
        attempt.retryUntil = 1_795_345_200_000
        let failed =
            "deliver fail EX0000000000012 --reason no-answer --contact call:no-answer "
            + "--contact VISIT:REACHED --next reattempt-at --retry-from 2026-11-22T10:00Z "
            + "--retry-until 2026-11-22T11:00Z"
        #expect(try reading(failed) == .request(request(.deliverFail(attempt))))

        var refusal = RefusalInput(reason: .prohibitedItem)
        refusal.task = "T81"
        refusal.itemName = "打火机"
        refusal.quantity = 3
        let refused = "pickup refuse --task T81 --reason prohibited-item --item 打火机 --qty 3"
        #expect(try reading(refused) == .request(request(.pickupRefuse(refusal))))

        var problem = ProblemInput(subject: .unreadable("EX00..12"), reason: .noLabel)
        problem.direction = .in
        problem.foundAt = "分拣台"
        problem.degree = "面单湿"
        let found =
            "problem add --unreadable EX00..12 --reason no-label --direction in --found-at 分拣台 "
            + "--degree 面单湿"
        #expect(try reading(found) == .request(request(.problemAdd(problem))))
    }
}
