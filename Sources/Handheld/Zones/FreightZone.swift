import Domain

/// The zone of the tariff between two places, from what their addresses say.
enum FreightZone {
    /// Nil when an address names no place that is known; then the courier says the zone.
    static func between(_ sender: Party?, _ recipient: Party) -> Code? {
        guard let sender, let from = Place(sender), let to = Place(recipient) else { return nil }
        return Code(kind(from, to).rawValue)
    }

    private enum Kind: String {
        case sameCity = "SAME_CITY"
        case sameProvince = "SAME_PROVINCE"
        case neighbour = "NEIGHBOUR"
        case standard = "STANDARD"
        case remote = "REMOTE"
        case overBorder = "HMT"
    }

    /// A border or a remote region decides before distance does.
    private static func kind(_ from: Place, _ to: Place) -> Kind {
        if from.province == to.province {
            return from.city != nil && from.city == to.city ? .sameCity : .sameProvince
        }
        if Regions.specialRegions.contains(from.province)
            || Regions.specialRegions.contains(to.province)
        {
            return .overBorder
        }
        if Regions.remote.contains(from.province) || Regions.remote.contains(to.province) {
            return .remote
        }
        let isNeighbour = Regions.neighbours[from.province]?.contains(to.province) ?? false
        return isNeighbour ? .neighbour : .standard
    }

    /// Province and city of an address, in short names: 浙江, 杭州.
    private struct Place {
        let province: String
        let city: String?

        init?(_ party: Party) {
            let named = party.province.flatMap(Place.province)
            let texts = [party.city, party.address, party.district].compactMap(\.self)
            let city = texts.lazy.compactMap(Place.city).first { city in
                named == nil || Regions.provinceOfCity[city] == named
            }
            let written = Place.province(party.address)
            guard let province = named ?? city.flatMap({ Regions.provinceOfCity[$0] }) ?? written
            else { return nil }
            self.province = province
            self.city = city
        }

        /// The province whose name the text begins with.
        private static func province(_ text: String) -> String? {
            Regions.provinces.first { text.hasPrefix($0) }
        }

        /// The city whose name the text begins with, after its province if that is written.
        private static func city(_ text: String) -> String? {
            var rest = text[...]
            if let province = province(text), !Regions.municipalities.contains(province) {
                rest = rest.dropFirst(province.count)
                for ending in Regions.provinceEndings where rest.hasPrefix(ending) {
                    rest = rest.dropFirst(ending.count)
                    break
                }
            }
            return Regions.cities(beginning: rest.prefix(2)).first { rest.hasPrefix($0) }
        }
    }
}
