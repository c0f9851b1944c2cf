import Commands
import Domain
import Handheld

/// Turns what the handheld says into what a command prints, in one language at one moment.
struct OutputPage {
    let language: Language
    let now: Moment

    /// A text in the language of the page.
    func say(_ zh: String, _ en: String) -> String { Words(zh: zh, en: en)[language] }

    /// A moment for scripts.
    func time(_ milliseconds: Int?) -> JSONValue {
        guard let milliseconds, Timestamp.range.contains(milliseconds) else { return .null }
        return .text(Timestamp.text(milliseconds, offsetMinutes: now.offsetMinutes))
    }

    /// A moment for people; empty when there is none.
    func short(_ milliseconds: Int?) -> String {
        guard let milliseconds, Timestamp.range.contains(milliseconds) else { return "" }
        return Timestamp.short(milliseconds, offsetMinutes: now.offsetMinutes)
    }

    /// Day and time of day without the year, for narrow lists.
    func clock(_ milliseconds: Int?) -> String { String(short(milliseconds).dropFirst(5)) }

    func column(_ zh: String, _ en: String, isNumber: Bool = false) -> OutputList.Column {
        OutputList.Column(Words(zh: zh, en: en), isNumber: isNumber)
    }

    /// What a person may see of somebody's data.
    func name(_ text: String, isFull: Bool) -> String { isFull ? text : Masking.name(text) }
    func phone(_ text: String, isFull: Bool) -> String { isFull ? text : Masking.phone(text) }
    func address(_ text: String, isFull: Bool) -> String { isFull ? text : Masking.address(text) }

    /// Name, phone and address on one line.
    func party(_ party: Party, isFull: Bool) -> String {
        [
            name(party.name, isFull: isFull), phone(party.phone, isFull: isFull),
            address(party.wholeAddress, isFull: isFull),
        ].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    func partyJSON(_ party: Party?, isFull: Bool) -> JSONValue {
        guard let party else { return .null }
        return [
            "name": .text(name(party.name, isFull: isFull)),
            "phone": .text(phone(party.phone, isFull: isFull)),
            "address": .text(address(party.wholeAddress, isFull: isFull)),
        ]
    }
}

extension Party {
    /// Regions and street, without saying a region twice.
    var wholeAddress: String {
        let regions = [province, city, district].compactMap(\.self)
        return regions.filter { !address.contains($0) }.joined() + address
    }
}

extension RecordState {
    var words: Words {
        switch self {
        case .unsent: Words(zh: "未传", en: "not sent")
        case .sent: Words(zh: "已传", en: "sent")
        case .refused: Words(zh: "站点暂未入账", en: "held by the station")
        case .conflict: Words(zh: "站点待裁决", en: "to be decided at the station")
        }
    }
}
