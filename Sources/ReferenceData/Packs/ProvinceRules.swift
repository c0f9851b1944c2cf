extension ReferencePack {
    /// Rules of the province of the station (`rules.province_code`); none at first.
    package static let provinceRules = ReferencePack(
        name: "province_rules", version: 20_261_125,
        csv: #"""
            rule_id,title_zh,title_en,valid_from,valid_until,destinations,origin_province,categories,keywords,decision,extra_steps,issued_by

            """#)
}
