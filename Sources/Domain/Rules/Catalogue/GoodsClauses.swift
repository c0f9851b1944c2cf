/// A declared name, divided into the things it lists.
struct GoodsClauses {
    /// One thing or several, without the marks that divide them.
    let names: [String]

    init(_ declared: String) {
        names = Self.withoutThousandsMarks(declared)
            .split(whereSeparator: Self.separators.contains).map(String.init)
    }

    /// The parts that each state one thing with its amounts. A part of amounts alone belongs to
    /// the thing before it.
    func parts(units: GoodsUnits) -> [(text: String, amounts: StatedAmounts)] {
        var parts: [(text: String, amounts: StatedAmounts)] = []
        for name in names {
            for part in name.split(whereSeparator: Self.joints.contains) {
                let amounts = StatedAmounts(String(part), units: units)
                if amounts.isAmountOnly, let last = parts.last {
                    let text = last.text + " " + part
                    parts[parts.count - 1] = (text, StatedAmounts(text, units: units))
                } else {
                    parts.append((String(part), amounts))
                }
            }
        }
        return parts
    }

    /// "20,000mAh" is one number, not two things.
    private static func withoutThousandsMarks(_ text: String) -> String {
        let characters = Array(text)
        return String(
            characters.indices.filter { place in
                guard characters[place] == "," || characters[place] == "，", place > 0 else {
                    return true
                }
                let after = characters[(place + 1)...].prefix(4)
                let isMark =
                    isDigit(characters[place - 1]) && after.count >= 3
                    && after.prefix(3).allSatisfy(isDigit)
                    && !after.dropFirst(3).contains(where: isDigit)
                return !isMark
            }.map { characters[$0] })
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.wholeNumberValue != nil
            && character.unicodeScalars.first?.properties.numericType == .decimal
    }

    private static let separators: Set<Character> = [
        "、", "，", ",", "；", ";", "/", "／", "+", "＋", "|", "\n",
    ]
    private static let joints: Set<Character> = ["和", "与", "及", "跟", "&", "＆"]
}
