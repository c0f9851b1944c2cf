import Commands
package import Domain

/// What is the same on every paper that a station prints.
package struct PaperContext: Sendable {
    package let language: Language
    /// The zone that times are written in.
    package let offsetMinutes: Int
    /// The station's code, and its name where it is known.
    package let station: String
    package let stationName: String?
    /// The phone for customers; never one of the station's own numbers.
    package let hotline: String?
    /// It was printed before.
    package let isCopy: Bool

    package init(
        language: Language, offsetMinutes: Int, station: String, stationName: String? = nil,
        hotline: String? = nil, isCopy: Bool = false
    ) {
        self.language = language
        self.offsetMinutes = offsetMinutes
        self.station = station
        self.stationName = stationName
        self.hotline = hotline
        self.isCopy = isCopy
    }

    func say(_ zh: String, _ en: String) -> String { Words(zh: zh, en: en)[language] }

    /// A moment for people: `2026-11-22 10:00`.
    func time(_ milliseconds: Int) -> String {
        Timestamp.short(milliseconds, offsetMinutes: offsetMinutes)
    }

    var stationWords: String { stationName.map { "\(station) \($0)" } ?? station }
}

/// Who recorded something, when and under which reference.
package struct PaperRecord: Sendable {
    /// The courier's number at the station.
    package let person: String
    /// ms UTC.
    package let at: Int
    /// `XXXX-XXXX`.
    package let reference: String

    package init(person: String, at: Int, reference: String) {
        self.person = person
        self.at = at
        self.reference = reference
    }
}

extension Masking {
    /// Name, phone and address as a paper may show them.
    static func lines(_ party: Party) -> [String] {
        [name(party.name) + "  " + phone(party.phone), address(party.wholeAddress)]
    }
}

extension Party {
    /// Regions and street, without saying a region twice.
    fileprivate var wholeAddress: String {
        let regions = [province, city, district].compactMap(\.self)
        return regions.filter { !address.contains($0) }.joined() + address
    }
}
