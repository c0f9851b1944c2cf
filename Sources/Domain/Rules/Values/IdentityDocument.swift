/// The number of an identity document, checked as far as its form tells. It never leaves the
/// private register: facts and errors hold its mask only.
package struct IdentityDocument: Hashable, Sendable {
    package let type: DocumentType
    /// Upper-case and narrow, as it is stored.
    package let number: String

    /// Why a number is not taken. No case carries any part of it.
    package enum Problem: Error, Hashable {
        case residentID(ResidentID.Problem)
        case companyCode(SocialCreditCode.Problem)
        /// Not the form of this kind of document.
        case form(DocumentType)
        /// A residence permit of Hong Kong, Macau or Taiwan starts with 810000, 820000 or 830000.
        case permitRegion
        case checkCharacter
        /// A Chinese ordinary passport alone is not enough here.
        case chinesePassport
    }

    /// Reads a typed number. `today` is the local date of the check.
    package static func parse(
        _ typed: String, type: DocumentType, today: CalendarDay, settings: RuleSettings
    ) -> Result<IdentityDocument, Problem> {
        let bytes = TypedText.upperBytes(typed)
        let document = IdentityDocument(type: type, number: String(decoding: bytes, as: UTF8.self))
        let problem: Problem? =
            switch type {
            case .residentId, .tempResidentId: residentProblem(document.number, today)
            case .hmtResidencePermit:
                residentProblem(document.number, today)
                    ?? (permitRegions.contains { document.number.hasPrefix($0) }
                        ? nil : .permitRegion)
            case .hmTravelPermit:
                (bytes.first == UInt8(ascii: "H") || bytes.first == UInt8(ascii: "M"))
                    && hasTravelDigits(bytes.dropFirst()) ? nil : .form(type)
            case .twTravelPermit: hasTravelDigits(bytes[...]) ? nil : .form(type)
            case .foreignPrCard: residenceCardProblem(bytes)
            case .passport: passportProblem(bytes, settings)
            case .militaryId:
                militaryLengths.contains(document.number.unicodeScalars.count) ? nil : .form(type)
            case .uscc: companyProblem(document.number)
            case .none: .form(type)
            }
        return problem.map { .failure($0) } ?? .success(document)
    }

    /// What may be shown.
    package var mask: String { Masking.document(number) }

    private static let permitRegions = ["810000", "820000", "830000"]
    private static let passportLengths = 5...17
    private static let militaryLengths = 6...20

    private static func residentProblem(_ number: String, _ today: CalendarDay) -> Problem? {
        switch ResidentID.parse(number, today: today) {
        case .success: nil
        case .failure(let problem): .residentID(problem)
        }
    }

    private static func companyProblem(_ number: String) -> Problem? {
        switch SocialCreditCode.parse(number) {
        case .success: nil
        case .failure(let problem): .companyCode(problem)
        }
    }

    /// Eight digits, and two more on permits that count their issues.
    private static func hasTravelDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        (bytes.count == 8 || bytes.count == 10) && bytes.allSatisfy(\.isDigit)
    }

    /// The 2023 edition is like a citizen number that starts with 9; the older one has three
    /// letters and twelve digits.
    private static func residenceCardProblem(_ bytes: [UInt8]) -> Problem? {
        if bytes.count == 15, bytes[..<3].allSatisfy(\.isUpperLetter),
            bytes[3...].allSatisfy(\.isDigit)
        {
            return nil
        }
        guard bytes.count == ResidentID.length, bytes[0] == UInt8(ascii: "9"),
            bytes.dropLast().allSatisfy(\.isDigit),
            bytes[17].isDigit || bytes[17] == UInt8(ascii: "X")
        else { return .form(.foreignPrCard) }
        return ResidentID.hasValidCheck(bytes) ? nil : .checkCharacter
    }

    private static func passportProblem(_ bytes: [UInt8], _ settings: RuleSettings) -> Problem? {
        guard passportLengths.contains(bytes.count),
            bytes.allSatisfy({ $0.isDigit || $0.isUpperLetter })
        else { return .form(.passport) }
        return isChinesePassport(bytes) && !settings.isChinesePassportAccepted
            ? .chinesePassport : nil
    }

    /// `E` or `G` and eight digits, or `E`, a letter and seven digits.
    private static func isChinesePassport(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 9 else { return false }
        let isE = bytes[0] == UInt8(ascii: "E")
        guard isE || bytes[0] == UInt8(ascii: "G"), bytes[2...].allSatisfy(\.isDigit) else {
            return false
        }
        return bytes[1].isDigit || (isE && bytes[1].isUpperLetter)
    }
}
