extension ReferencePack {
    /// Fees of a station that has not set its own.
    package static let standardTariff = ReferencePack(
        name: "standard_tariff", version: 20_261_121,
        csv: #"""
            zone,first_fee_fen,step_fee_fen
            SAME_CITY,800,200
            SAME_PROVINCE,1000,300
            NEIGHBOUR,1200,500
            STANDARD,1300,800
            REMOTE,1500,1200
            HMT,3000,1800

            """#)
}
