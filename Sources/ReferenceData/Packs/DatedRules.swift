extension ReferencePack {
    /// Rules for a time and a destination, such as of a national event; none at first.
    package static let datedRules = ReferencePack(
        name: "dated_rules", version: 20_261_125,
        csv: #"""
            rule_id,title_zh,title_en,valid_from,valid_until,destinations,origin_province,categories,keywords,decision,extra_steps,issued_by

            """#)
}
