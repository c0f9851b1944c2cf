/// Amounts in the capitals of receipts (大写金额), so that no digit can be added by hand.
package enum ChineseCapitals {
    /// `壹拾贰元零伍分` for 1205 fen; an amount without fen ends with 整. Amounts below 0 begin
    /// with 负.
    package static func text(_ fen: Int) -> String {
        guard fen != 0 else { return "零元整" }
        let magnitude = Int(fen.magnitude)
        let yuan = magnitude / 100
        let tenths = magnitude / 10 % 10
        let hundredths = magnitude % 10
        var text = fen < 0 ? "负" : ""
        if yuan > 0 { text += whole(yuan) + "元" }
        if tenths > 0 {
            text += digits[tenths] + "角"
        } else if hundredths > 0, yuan > 0 {
            text += "零"
        }
        return text + (hundredths > 0 ? digits[hundredths] + "分" : "整")
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let units = ["", "拾", "佰", "仟"]
    /// Names of the groups of four digits; 亿 comes again above 万亿.
    private static let groups = ["", "万", "亿", "万亿", "亿亿"]

    private static func whole(_ number: Int) -> String {
        var rest = number
        var parts: [Int] = []
        while rest > 0 {
            parts.append(rest % 10_000)
            rest /= 10_000
        }
        var text = ""
        for index in parts.indices.reversed() where parts[index] > 0 {
            let isGap = !text.isEmpty && (parts[index] < 1_000 || parts[index + 1] == 0)
            text += (isGap ? "零" : "") + group(parts[index]) + groups[index]
        }
        return text
    }

    /// Four digits; zeros between others are said once, those at the end not at all.
    private static func group(_ number: Int) -> String {
        var text = ""
        var isZeroPending = false
        for place in (0..<4).reversed() {
            let digit = number / power(place) % 10
            if digit == 0 {
                isZeroPending = !text.isEmpty
                continue
            }
            text += (isZeroPending ? "零" : "") + digits[digit] + units[place]
            isZeroPending = false
        }
        return text
    }

    private static func power(_ place: Int) -> Int {
        (0..<place).reduce(1) { value, _ in value * 10 }
    }
}
