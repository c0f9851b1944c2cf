extension ReferencePack {
    /// The order of the pickup gate.
    package static let acceptanceSteps = ReferencePack(
        name: "acceptance_steps", version: 20_261_121,
        csv: #"""
            id,zh,en,required,exempt_if,source
            notice_given,已告知服务条款、禁限寄、保价规则,"Terms, prohibited-item and declared-value rules told",BEFORE_ACCEPT,,快递暂行条例 21; S0
            identity_verified,实名查验,Identity verified,BEFORE_ACCEPT,LETTER;AGREEMENT_CUSTOMER,快递暂行条例 22; S0
            contents_inspected,开箱验视,Contents inspected,BEFORE_ACCEPT,,邮政法 25; 快递暂行条例 31
            declaration_match,品名、性质、数量与运单一致,"Name, nature and quantity match the waybill",BEFORE_ACCEPT,,快递暂行条例 22; 禁止寄递物品管理规定 8
            prohibited_check,禁限寄核对,Prohibited and restricted items checked,BEFORE_ACCEPT,,"快递暂行条例 30, 33; S0"
            packaging_ok,封装合格,Packing fit,BEFORE_ACCEPT,,民法典 827; GB 43352
            weighed_measured,称重量方,Weighed and measured,BEFORE_ACCEPT,,S0
            quote_confirmed,运费确认,Freight confirmed,BEFORE_ACCEPT,,S0; 邮政法 21
            insurance_choice,保价选择,Declared-value choice made,BEFORE_ACCEPT,,快递暂行条例 21
            paid_or_billed,收费、到付、月结,"Paid, to collect or on account",BEFORE_ACCEPT,,S0
            inspection_mark,验视标识,Inspection mark applied,BEFORE_ACCEPT,,快递暂行条例 31
            label_bound,运单与快件绑定,Waybill bound to the parcel,BEFORE_ACCEPT,,S0
            security_screened,过机安检标识,Security screening mark applied,AT_STATION_HAND_OVER,,快递暂行条例 32

            """#)
}
