/// The amounts that a text states: "3条", "500ml×6", "20000mAh 3.7V", "五十三度".
///
/// Amounts are thousandths of the unit of their measure; what does not fit is `Int.max`.
struct StatedAmounts: Hashable {
    /// Every amount of a measure, in the order of the text.
    private(set) var amounts: [GoodsLimit.Measure: [Int]] = [:]
    /// Whether the text has nothing but amounts.
    private(set) var isAmountOnly = true

    init(_ text: String, units: GoodsUnits) {
        let scalars = GoodsUnits.folded(text, simplified: units.simplified)
        var place = 0
        while place < scalars.count {
            guard let (number, end) = Self.number(in: scalars, at: place) else {
                if Self.isLetter(scalars[place]), !Self.isTimes(scalars[place]) {
                    isAmountOnly = false
                }
                place += 1
                continue
            }
            place = take(number, from: place, to: end, in: scalars, units)
        }
    }

    /// The sum of all amounts.
    func total(_ measure: GoodsLimit.Measure) -> Int? {
        amounts[measure].map { $0.reduce(0) { $0.plus($1) ?? .max } }
    }

    /// The greatest amount.
    func greatest(_ measure: GoodsLimit.Measure) -> Int? { amounts[measure]?.max() }

    /// The sum of all amounts, times how many things there are: "6瓶500ml" is three litres.
    func contents(_ measure: GoodsLimit.Measure) -> Int? {
        guard let total = total(measure) else { return nil }
        let pieces = amounts[.piece] ?? []
        return pieces.reduce(total) { product, piece in
            max(product, product.times(piece).map { $0 / 1_000 } ?? .max)
        }
    }

    // MARK: Reading

    /// Adds a number with its unit, and answers where to read on.
    private mutating func take(
        _ number: Int, from start: Int, to end: Int, in scalars: [Unicode.Scalar],
        _ units: GoodsUnits
    ) -> Int {
        var unitStart = end
        while unitStart < scalars.count, scalars[unitStart] == " " { unitStart += 1 }
        if let (word, rows) = units.unit(in: scalars, at: unitStart) {
            for row in rows {
                let amount = number == .max ? nil : (number.times(row.thousandths))
                amounts[row.measure, default: []].append(amount.map { $0 / 1_000 } ?? .max)
            }
            return unitStart + word
        }
        if start > 0, Self.isTimes(scalars[start - 1]) {
            amounts[.piece, default: []].append(number)
        }
        return end
    }

    /// A number that starts here and is no part of a word, in thousandths.
    private static func number(
        in scalars: [Unicode.Scalar], at start: Int
    ) -> (value: Int, end: Int)? {
        if let read = ChineseNumber.read(scalars, at: start) { return read }
        guard digit(scalars[start]) != nil else { return nil }
        if start > 0, isLatin(scalars[start - 1]), !isTimes(scalars[start - 1]) {
            return (0, endOfWord(in: scalars, from: start))
        }
        var end = start
        var value: Int? = 0
        while end < scalars.count, let digit = digit(scalars[end]) {
            value = value?.times(10)?.plus(digit * 1_000)
            end += 1
        }
        if end + 1 < scalars.count, scalars[end] == ".", digit(scalars[end + 1]) != nil {
            end += 1
            var place = 100
            while end < scalars.count, let digit = digit(scalars[end]) {
                value = value?.plus(digit * place)
                place /= 10
                end += 1
            }
        }
        if end < scalars.count, let power = ChineseNumber.power(scalars[end]) {
            value = value?.times(power)
            end += 1
        }
        return (value ?? .max, end)
    }

    private static func endOfWord(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        scalars[start...].firstIndex { digit($0) == nil } ?? scalars.count
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
    }

    private static func isTimes(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "x" || scalar == "*" || scalar == "×"
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}

/// Numbers in Chinese characters: 两, 十二, 三百五, 半.
enum ChineseNumber {
    /// The value in thousandths and where it ends.
    static func read(
        _ scalars: [Unicode.Scalar], at start: Int
    ) -> (value: Int, end: Int)? {
        if scalars[start] == "半" { return (500, start + 1) }
        var (total, digit, end) = (0, 0, start)
        var isAny = false
        while end < scalars.count {
            if let value = digits[scalars[end]] {
                digit = value
            } else if let power = power(scalars[end]), isAny || power <= 1_000 {
                let factor = digit == 0 && total == 0 ? 1 : digit
                total = power == 10_000 ? (total + digit) * power : total + factor * power
                digit = 0
            } else {
                break
            }
            isAny = true
            end += 1
            if end - start >= lengthMax { break }
        }
        return isAny ? ((total + digit) * 1_000, end) : nil
    }

    /// The value of 十, 百, 千 or 万.
    static func power(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        case "万": 10_000
        default: nil
        }
    }

    /// Longer numbers are read in parts, so that no value overflows.
    private static let lengthMax = 8

    private static let digits: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
