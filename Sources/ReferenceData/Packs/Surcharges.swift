extension ReferencePack {
    /// Amounts of the standard tariff; a code without a row has no price.
    package static let surcharges = ReferencePack(
        name: "surcharges", version: 20_261_121,
        csv: #"""
            code,fee_fen
            FRESH_COLD,500
            OVERSIZE,1000
            OVERWEIGHT,1000
            PACKAGING,300
            PEAK_SEASON,200
            REMOTE_AREA,500
            UPSTAIRS,300
            WAREHOUSE_ENTRY,500

            """#)
}
