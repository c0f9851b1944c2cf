import Domain
import ReferenceData
import Testing

@Suite struct IdentityDocumentTests {
    private func problem(
        _ typed: String, _ type: DocumentType, isPassportAccepted: Bool = false
    ) -> IdentityDocument.Problem? {
        var settings = RuleSettings(ReferenceData.tables.settings)
        settings.isChinesePassportAccepted = isPassportAccepted
        let today = RuleSamples.context().today
        switch IdentityDocument.parse(typed, type: type, today: today, settings: settings) {
        case .success: return nil
        case .failure(let problem): return problem
        }
    }

    @Test(arguments: [
        ("11010519491231002x", DocumentType.residentId), ("440524188001010014", .tempResidentId),
        ("810000199001010019", .hmtResidencePermit), ("830000199001010012", .hmtResidencePermit),
        ("H12345678", .hmTravelPermit), ("m1234567801", .hmTravelPermit),
        ("12345678", .twTravelPermit), ("1234567801", .twTravelPermit),
        ("911124198108030024", .foreignPrCard), ("USA123456789012", .foreignPrCard),
        ("P1234567", .passport), ("南字第123456号", .militaryId), ("91350100M000100Y43", .uscc),
    ])
    func `a right number is taken`(typed: String, type: DocumentType) {
        #expect(problem(typed, type) == nil)
    }

    @Test(arguments: [
        ("K12345678", DocumentType.hmTravelPermit), ("H1234567", .hmTravelPermit),
        ("H123456789", .hmTravelPermit), ("1234567", .twTravelPermit),
        ("123456789", .twTravelPermit), ("US1234567890123", .foreignPrCard),
        ("811124198108030024", .foreignPrCard), ("P123", .passport), ("P1234-67", .passport),
        ("12345", .militaryId), ("123456789012345678901", .militaryId), ("1", .none),
    ])
    func `a number of another form is refused`(typed: String, type: DocumentType) {
        #expect(problem(typed, type) == .form(type))
    }

    @Test func `check characters and regions are checked`() {
        #expect(problem("110105194912310021", .residentId) == .residentID(.checkCharacter))
        #expect(problem("11010519491231002X", .hmtResidencePermit) == .permitRegion)
        #expect(problem("911124198108030025", .foreignPrCard) == .checkCharacter)
        #expect(problem("91350100M000100Y44", .uscc) == .companyCode(.checkCharacter))
    }

    @Test(arguments: ["E12345678", "G12345678", "EA1234567"])
    func `a Chinese passport alone counts only where it is accepted`(number: String) {
        #expect(problem(number, .passport) == .chinesePassport)
        #expect(problem(number, .passport, isPassportAccepted: true) == nil)
    }
}
