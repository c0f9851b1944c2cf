/// The one place that hides personal data for screens, print, logs and enquiry
/// (GB/T 41833-2022: at least one character of a name, six digits of a phone, unit and room).
package enum Masking {
    /// Document numbers keep their first three and last four characters; a number of less than
    /// ten characters keeps fewer, so that at least three are always hidden.
    package static func document(_ number: String) -> String {
        let characters = Array(number)
        guard characters.count >= 10 else {
            return hide(characters, keepFirst: characters.count > 5 ? 1 : 0)
        }
        return hide(characters, keepFirst: 3, keepLast: 4)
    }

    /// Names keep their first character, compound surnames two when one more follows; the rest
    /// is hidden. Latin names keep the first letter.
    package static func name(_ name: String) -> String {
        let characters = Array(name)
        let surname = String(characters.prefix(2))
        let keep = characters.count > 2 && compoundSurnames.contains(surname) ? 2 : 1
        return hide(characters, keepFirst: characters.count > 1 ? keep : 0)
    }

    /// At least six digits are hidden: `138******78`; a landline keeps its area code and its
    /// last digit. The extension of a privacy number is hidden whole.
    package static func phone(_ phone: String) -> String {
        switch PhoneNumber.parse(phone) {
        case .success(let number):
            switch number.kind {
            case .mobile: return hide(Array(number.text), keepFirst: 3, keepLast: 2)
            case .privacyNumber: return hide(Array(number.text), keepFirst: 3)
            case .landline: return landline(number.text)
            }
        case .failure:
            return hide(Array(phone), keepFirst: 0)
        }
    }

    /// City, district and road stay; everything after the first road, street, lane or village
    /// name goes, because free text cannot be cut safely further on.
    package static func address(_ address: String) -> String {
        let characters = Array(address)
        guard let end = characters.firstIndex(where: roadEnds.contains) else {
            let end = characters.lastIndex(where: areaEnds.contains).map { $0 + 1 } ?? 0
            return hide(characters, keepFirst: end, marksMax: addressMarks)
        }
        return hide(characters, keepFirst: end + 1, marksMax: addressMarks)
    }

    private static let addressMarks = 3
    private static let roadEnds: Set<Character> = ["路", "街", "道", "巷", "弄", "村"]
    private static let areaEnds: Set<Character> = ["省", "市", "区", "县", "镇", "乡", "州", "旗"]
    private static let compoundSurnames: Set<String> = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐",
        "夏侯", "端木", "南宫", "长孙", "宇文", "独孤", "轩辕", "钟离", "闻人", "百里", "呼延",
    ]

    /// Area code and last digit stay; the subscriber number has seven or eight digits, so at
    /// least six are hidden, and so is an extension.
    private static func landline(_ text: String) -> String {
        var parts = text.split(separator: "-").map(Array.init)
        let head = parts.removeFirst()
        guard head.count > 4 else {
            let subscriber = hide(parts.removeFirst(), keepLast: 1)
            return ([String(head), subscriber] + parts.map { hide($0) }).joined(separator: "-")
        }
        let area = head.count == 10 || head.count == 11 && isThreeDigitArea(head) ? 3 : 4
        let shown = hide(head, keepFirst: area, keepLast: 1)
        return ([shown] + parts.map { hide($0) }).joined(separator: "-")
    }

    /// 010 and 02x are the area codes of three digits.
    private static func isThreeDigitArea(_ digits: [Character]) -> Bool {
        digits[1] == "1" || digits[1] == "2"
    }

    private static func hide(
        _ characters: [Character], keepFirst: Int = 0, keepLast: Int = 0, marksMax: Int = .max
    ) -> String {
        let hidden = characters.count - keepFirst - keepLast
        return String(characters.prefix(keepFirst))
            + String(repeating: "*", count: min(max(hidden, 0), marksMax))
            + String(characters.suffix(keepLast))
    }
}
