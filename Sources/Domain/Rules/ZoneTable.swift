/// Which zone of the tariff lies between two places.
package struct ZoneTable: Sendable {
    private let provinces: [String: Province]

    /// A province by its short name, such as 山东.
    package struct Province: Hashable, Sendable {
        package let name: String
        package let kind: Kind
        package let neighbours: [String]

        package init(name: String, kind: Kind, neighbours: [String]) {
            self.name = name
            self.kind = kind
            self.neighbours = neighbours
        }

        /// What decides the zone beside neighbourhood.
        package enum Kind: String, CaseIterable, Sendable {
            case province = "PROVINCE"
            /// A city and a province at once.
            case municipality = "MUNICIPALITY"
            case remote = "REMOTE"
            /// Hong Kong, Macau, Taiwan.
            case hmt = "HMT"
        }
    }

    /// The zones that this table knows.
    package enum Zone: String, CaseIterable, Sendable {
        case sameCity = "SAME_CITY"
        case sameProvince = "SAME_PROVINCE"
        case neighbour = "NEIGHBOUR"
        case standard = "STANDARD"
        case remote = "REMOTE"
        case hmt = "HMT"
    }

    package init(_ provinces: [Province]) {
        self.provinces = Dictionary(
            provinces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The zone between two parties, or `nil` when the province of one of them is not known.
    package func zone(from sender: Party, to recipient: Party) -> Zone? {
        guard let origin = place(of: sender), let destination = place(of: recipient) else {
            return nil
        }
        if origin.province == destination.province {
            let isSameCity =
                origin.province.kind == .municipality
                || (origin.city != nil && origin.city == destination.city)
            return isSameCity ? .sameCity : .sameProvince
        }
        let kinds = [origin.province.kind, destination.province.kind]
        if kinds.contains(.hmt) { return .hmt }
        if kinds.contains(.remote) { return .remote }
        return origin.province.neighbours.contains(destination.province.name)
            ? .neighbour : .standard
    }

    private struct Place {
        let province: Province
        /// Without 市.
        let city: String?
    }

    /// The regions beside the address, and where they are missing the start of the address.
    private func place(of party: Party) -> Place? {
        let text = party.province ?? party.address
        guard let province = province(startOf: text) else { return nil }
        if let city = party.city {
            return Place(province: province, city: Self.cityName(city[...]))
        }
        guard text == party.address else { return Place(province: province, city: nil) }
        var rest = text.dropFirst(province.name.count)
        for suffix in Self.provinceSuffixes where rest.hasPrefix(suffix) {
            rest = rest.dropFirst(suffix.count)
            break
        }
        return Place(province: province, city: rest.contains("市") ? Self.cityName(rest) : nil)
    }

    private func province(startOf text: String) -> Province? {
        provinces[String(text.prefix(2))] ?? provinces[String(text.prefix(3))]
    }

    private static func cityName(_ text: Substring) -> String {
        String(text.prefix { $0 != "市" })
    }

    private static let provinceSuffixes = [
        "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "特别行政区", "省", "市",
    ]
}
