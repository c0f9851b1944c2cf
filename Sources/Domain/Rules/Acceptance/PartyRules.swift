/// Greatest lengths of texts in facts, in Unicode scalar values (PJS 4.2).
enum TextMax {
    static let name = 60
    static let nature = 40
    static let phone = 24
    static let address = 200
    static let company = 100
    static let word = 30
    static let number = 40
    static let account = 64
    static let pickupCode = 12
    static let line = 100
    static let note = 200
    static let report = 500
}

/// What the waybill says of the two sides.
enum PartyRules {
    /// Whose name, phone and address are looked at.
    enum Side {
        case sender
        case recipient
    }

    static func problems(of party: Party, _ side: Side) -> [FormProblem] {
        let (name, phone, address, company): (FormField, FormField, FormField, FormField) =
            switch side {
            case .sender: (.senderName, .senderPhone, .senderAddress, .senderCompany)
            case .recipient:
                (.recipientName, .recipientPhone, .recipientAddress, .recipientCompany)
            }
        return text(party.name, name, max: TextMax.name) + phoneProblems(party.phone, phone)
            + text(party.address, address, max: TextMax.address)
            + optionalText(party.company, company, max: TextMax.company)
    }

    /// A text that must be there.
    static func text(_ text: String, _ field: FormField, max: Int) -> [FormProblem] {
        isBlank(text) ? [.field(.missing(field))] : optionalText(text, field, max: max)
    }

    /// A text that may be missing.
    static func optionalText(_ text: String?, _ field: FormField, max: Int) -> [FormProblem] {
        let count = text?.unicodeScalars.count ?? 0
        return count > max ? [.field(.tooLong(field, found: count, max: max))] : []
    }

    static func isBlank(_ text: String) -> Bool { TypedText.upperBytes(text).isEmpty }

    private static func phoneProblems(_ text: String, _ field: FormField) -> [FormProblem] {
        guard !isBlank(text) else { return [.field(.missing(field))] }
        switch PhoneNumber.parse(text) {
        case .success(let number):
            return optionalText(number.text, field, max: TextMax.phone)
        case .failure: return [.field(.phone(field, masked: Masking.phone(text)))]
        }
    }
}

extension Party {
    /// The same with the phone number in its one form.
    var normalised: Party {
        var party = self
        if case .success(let number) = PhoneNumber.parse(phone) { party.phone = number.text }
        return party
    }
}

/// Numbers read from labels.
enum LabelRules {
    static func parse(_ text: String, prefix: String) -> Result<ParcelID, FormProblem> {
        ParcelID.parse(text, companyPrefix: prefix).mapError { .label(.number($0, seen: text)) }
    }

    /// Two readings of one number.
    static func same(
        _ first: String, _ second: String, prefix: String
    ) -> Result<ParcelID, FormProblem> {
        parse(first, prefix: prefix).flatMap { one in
            parse(second, prefix: prefix).flatMap { other in
                one == other ? .success(one) : .failure(.label(.differ(one.text, other.text)))
            }
        }
    }

    /// A number typed once, which its own check digit must confirm.
    static func checked(_ text: String, prefix: String) -> Result<ParcelID, FormProblem> {
        parse(text, prefix: prefix).flatMap { parcel in
            let isOwn = parcel.text.hasPrefix(prefix) && isSuccess(WaybillNumber.parse(parcel.text))
            return isOwn || isSuccess(S10Number.parse(parcel.text))
                ? .success(parcel) : .failure(.label(.keyedOnce(parcel.text)))
        }
    }

    private static func isSuccess<Value, Failure>(_ result: Result<Value, Failure>) -> Bool {
        switch result {
        case .success: true
        case .failure: false
        }
    }
}
