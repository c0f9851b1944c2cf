extension ReferencePack {
    /// Zones of the tariff.
    package static let freightZones = ReferencePack(
        name: "freight_zones", version: 20_261_121,
        csv: #"""
            code,zh,en
            SAME_CITY,同城,Same city
            SAME_PROVINCE,省内,Same province
            NEIGHBOUR,邻近省区,Neighbouring province
            STANDARD,一般省际,Standard inter-province
            REMOTE,偏远,Remote area
            HMT,港澳台,"Hong Kong, Macau and Taiwan"

            """#)
}
