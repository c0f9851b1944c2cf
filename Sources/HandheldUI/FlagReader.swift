import Commands
import Domain

/// Turns the words of a command line into values and collects everything that is wrong with them,
/// so that a form is corrected in one go.
struct FlagReader {
    /// The longest text of one flag in bytes of UTF-8; the record's own limits are at or below it.
    static let textBytesMax = 1500
    /// The most decimal digits that a weight, a count or a number of seconds may have.
    static let digitsMax = 9

    let invocation: Invocation
    private(set) var errors: [CommandError] = []

    init(_ invocation: Invocation) { self.invocation = invocation }

    mutating func note(_ error: CommandError) { errors.append(error) }

    /// The flag's text; an empty one counts as not given.
    mutating func text(_ flag: String) -> String? {
        guard let text = invocation.value(flag), !text.isEmpty else { return nil }
        guard text.utf8.count <= Self.textBytesMax else {
            note(.textTooLong(flag, bytesMax: Self.textBytesMax))
            return nil
        }
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.properties.generalCategory == .control
        }
        if let index = text.unicodeScalars.firstIndex(where: isControl) {
            let place = text.unicodeScalars.distance(from: text.startIndex, to: index) + 1
            note(.textNotPlain(flag, place: place))
            return nil
        }
        return text
    }

    /// A flag without which the command cannot be read.
    mutating func required(_ flag: String) -> String? {
        let value = text(flag)
        if value == nil { note(.flagMissing(flag)) }
        return value
    }

    /// A whole number of at least `minimum`.
    mutating func count(_ flag: String, from minimum: Int) -> Int? {
        guard let text = invocation.value(flag) else { return nil }
        guard text.utf8.count <= Self.digitsMax, let value = WholeNumber.parse(text),
            value >= minimum
        else {
            note(.badNumber(flag, text, minimum: minimum))
            return nil
        }
        return value
    }

    /// An amount in fen.
    mutating func fen(_ flag: String) -> Int? {
        invocation.value(flag).flatMap { fen($0, of: flag) }
    }

    mutating func fen(_ text: String, of flag: String) -> Int? {
        guard let value = WholeNumber.parse(text), value <= Fen.amountMax else {
            note(.badAmount(flag, text))
            return nil
        }
        return value
    }

    mutating func size(_ flag: String) -> ParcelSize? {
        guard let text = invocation.value(flag) else { return nil }
        let size = ParcelSize(text)
        if size == nil { note(.badSize(flag, text)) }
        return size
    }

    /// Milliseconds UTC.
    mutating func time(_ flag: String) -> Int? {
        guard let text = invocation.value(flag) else { return nil }
        let time = Timestamp.milliseconds(text)
        if time == nil { note(.badTime(flag, text)) }
        return time
    }

    mutating func day(_ flag: String) -> CalendarDay? {
        guard let text = invocation.value(flag) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap(WholeNumber.parse)
        guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
            let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        else {
            note(.badDay(flag, text))
            return nil
        }
        return day
    }

    /// A code of an open list, typed in lower case with dashes or as it is on the wire.
    mutating func code(_ flag: String) -> Code? {
        guard let text = invocation.value(flag) else { return nil }
        let code = openCode(text)
        if code == nil { note(.badCode(flag, text)) }
        return code
    }

    func openCode(_ word: String) -> Code? { Code(wireCode(word)) }

    /// The value of a choice; the parser has checked that it is one.
    func choice<Value: RawRepresentable<String>>(_ flag: String, _ type: Value.Type) -> Value? {
        invocation.value(flag).flatMap { Value(rawValue: wireCode($0)) }
    }

    /// A choice without which the command cannot be read.
    mutating func requiredChoice<Value: RawRepresentable<String>>(
        _ flag: String, _ type: Value.Type
    ) -> Value? {
        let value = choice(flag, type)
        if value == nil { note(.flagMissing(flag)) }
        return value
    }

    /// One of a list's codes inside a longer value.
    func member<Value: RawRepresentable<String>>(_ word: some StringProtocol) -> Value? {
        Value(rawValue: wireCode(String(word)))
    }

    /// The first line of a secret's file, without blanks around it.
    func secret(_ flag: String) -> Secret? {
        guard let content = invocation.content(flag) else { return nil }
        let line = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline)
        let text = line.first.map(String.init) ?? ""
        return text.isEmpty ? nil : Secret(text)
    }

    /// A record's number, reference or fact id.
    mutating func record(_ text: String, as field: String) -> RecordName? {
        let name = RecordName(text)
        if name == nil { note(.badRecord(field, text)) }
        return name
    }

    /// A waybill number of ours or another carrier's, in capitals.
    mutating func parcel(_ text: String, as field: String) -> String {
        switch ParcelID.parse(text, companyPrefix: Self.companyPrefix) {
        case .success(let parcel): return parcel.text
        case .failure(let problem):
            note(.badParcel(field, text, problem))
            return text
        }
    }

    /// The letters of our own numbers, whose check digit is looked at.
    static let companyPrefix = "EX"

    private func wireCode(_ word: String) -> String {
        String(word.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}
