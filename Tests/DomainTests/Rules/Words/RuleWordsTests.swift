import Domain
import ReferenceData
import Testing

@Suite struct RuleWordsTests {
    static let samples: [FormProblem] = [
        .field(.missing(.senderName)), .field(.tooLong(.note, found: 201, max: 200)),
        .field(.tooMany(.contacts, max: 10)), .field(.notPositive(.weight, 0)),
        .field(.phone(.senderPhone, masked: "*******")), .field(.identifier(.customer, "?")),
        .identity(.missing), .identity(.documentOfNoCompany), .identity(.companyCodeMissing),
        .identity(.companyCode(.length(found: 3), masked: "***")),
        .identity(.agreementNotExempt), .identity(.principalMissing),
        .goods(.certificateMissing(keyword: "疫苗")), .goods(.approvalMissing(keyword: "无人机")),
        .goods(.countMissing(keyword: "香烟", note: Words(zh: "两条", en: "2 cartons"))),
        .goods(.closedToAir(keyword: "充电宝")), .price(.notAnswered(totalFen: 2100)),
        .price(.changed(acceptedFen: 1, totalFen: 2)), .price(.coverOpen),
        .price(.mustDeclare(valueFen: 2, aboveFen: 1)), .price(.declaredAboveMax(2, max: 1)),
        .price(.proofMissing(.purchaseInvoice, aboveFen: 1)),
        .payment(.methodMissing(dueFen: 1)), .payment(.notInUse(.bankTransfer)),
        .payment(.notForPayType(.cash, .monthly)), .payment(.notForDelivery(.collect)),
        .payment(.splitNotAllowed), .payment(.amountDiffers(takenFen: 1, dueFen: 2)),
        .payment(.tenderedTooLittle(tenderedFen: 1, amountFen: 2)),
        .payment(.tenderedWithoutCash(.wechat)), .payment(.nothingDue), .payment(.customerMissing),
        .label(.number(.tooShort, seen: "A")), .label(.differ("A", "B")), .label(.keyedOnce("A")),
        .label(.number(.ownNumber(.checkDigit), seen: "A")), .label(.used("A")),
        .parcel(.notRead("A")), .parcel(.stopped("A")), .parcel(.stageForbids("A", .delivered)),
        .parcel(.wrongLabel("A")), .door(.recipientNotChecked), .door(.notToldToInspect),
        .door(.damagedNotInspected), .door(.outerIsNotIntact), .door(.conditionRefused),
        .proof(.signatureTooSmall(points: 1, pointsMin: 10)), .proof(.consentMissing(.locker)),
        .proof(.consentNotWritten(.call)), .proof(.consentInFuture), .proof(.notAddressedToUnit),
        .proof(.returnReceiptOpen("A")),
        .followUp(.priceNotTold(attempt: 3)), .followUp(.contactMissing(.noAnswer)),
        .followUp(.retryMissing), .followUp(.retryOrder), .followUp(.missortNotExcluded),
        .followUp(.explanationMissing), .followUp(.outcomeMissing), .followUp(.outcomeTooEarly),
        .followUp(.outcomeOpen), .followUp(.ownerMissing), .followUp(.toldMissing),
        .followUp(.dueInPast), .followUp(.onlyManagerCloses), .parcel(.notPreChecked("A")),
        .parcel(.notFitForDelivery("A")), .correction(.moneyIsVoided),
        .correction(.notCorrectable(.correct)), .correction(.alreadyCorrected),
        .correction(.notTheAuthor), .correction(.unknownField("a")),
        .correction(.unchangedField("a")),
    ]

    static let documentProblems: [IdentityDocument.Problem] = [
        .residentID(.withdrawn15), .residentID(.length(found: 3)),
        .residentID(.character(position: 2)), .residentID(.region), .residentID(.birthDate),
        .residentID(.birthInFuture), .residentID(.olderThanAgeMax), .residentID(.checkCharacter),
        .companyCode(.checkCharacter), .companyCode(.character(position: 3)),
        .form(.hmTravelPermit), .permitRegion, .checkCharacter, .chinesePassport,
    ]

    static let priceProblems: [FreightQuote.Problem] = [
        .gramsNotPositive, .sideNotPositive, .amountNegative, .unknownZone(.nothing),
        .unknownSurcharge(.nothing), .unknownRounding(.nothing), .unusableTariff,
        .declaredValueAboveMax(1), .codAboveMax(1), .discountAboveTotal, .tooLarge,
    ]

    static var all: [FormProblem] {
        samples + StepProblem.allCases.map { .step($0) }
            + documentProblems.map { .identity(.number($0, masked: "110***002X")) }
            + priceProblems.map { .price(.noPrice($0)) }
            + Evidence.allCases.map { .proof(.evidenceMissing($0, .proxy)) }
            + questions.map { .goods(.question($0)) }
    }

    static var questions: [CatalogueQuestion] {
        ["砍刀", "手枪钻", "烟花裤"].flatMap { ReferenceData.tables.catalogue.check($0).questions }
    }

    @Test func `every problem says code, field, what and what to do in both languages`() {
        for problem in Self.all {
            let text = problem.text(ReferenceData.tables.words)
            #expect(text.code.hasPrefix("E-") && text.code.utf8.count <= 20)
            #expect(!text.field.name.isEmpty)
            for words in [text.message, text.hint] {
                #expect(!words.zh.isEmpty && !words.en.isEmpty)
                #expect(words.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
            }
            #expect(text.hint.en.hasSuffix(".") && text.hint.zh.hasSuffix("。"), "\(text)")
        }
    }

    @Test func `money and masks stand in the message`() {
        let words = ReferenceData.tables.words
        let price = FormProblem.price(.changed(acceptedFen: 2000, totalFen: 2150)).text(words)
        #expect(price.message.zh == "已确认 ¥20.00，现为 ¥21.50")
        let number = FormProblem.identity(
            .number(.residentID(.checkCharacter), masked: "110***********0021")
        ).text(words)
        #expect(number.code == "E-ID-CHECK")
        #expect(number.message.zh == "身份证号码校验位不对：110***********0021")
    }
}
