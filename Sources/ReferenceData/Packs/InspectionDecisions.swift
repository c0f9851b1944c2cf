extension ReferencePack {
    /// What a check can answer, most severe first.
    package static let inspectionDecisions = ReferencePack(
        name: "inspection_decisions", version: 20_261_121,
        csv: #"""
            code,zh,en,blocks,override,courier_zh,courier_en
            PROHIBITED_REPORT,禁寄并上报,"Prohibited, report",ALWAYS,NONE,拒收；不自行处置；立即报站点负责人，由其报主管部门；涉爆、涉危先疏散隔离,"Refuse. Do not handle it yourself. Tell the station manager at once, who reports to the authority. For explosives and hazards first evacuate and isolate."
            PROHIBITED,禁寄,Prohibited,ALWAYS,NONE,拒收，告知依据并记录,"Refuse, tell the basis, record it."
            CERTIFICATE,凭证收寄,Accepted on a certificate,ALWAYS,CERTIFICATE_RECORD,查验证明原件并登记；无证明拒收,Check the original certificate and record it. Refuse without it.
            MANAGER_REVIEW,需站长审核,Manager review,ALWAYS,MANAGER_APPROVAL,暂不收寄，提交站长审核,Do not accept yet. Send it to the station manager.
            QUANTITY_LIMIT,限量收寄,Limited quantity,OVER_LIMIT,NONE,核数量；超限拒收,Count it. Refuse above the limit.
            GROUND_ONLY,限陆运,Ground only,AIR_PRODUCT,NONE,只可选陆运产品；核外包装与防漏,Ground products only. Check the packing and leak protection.
            CARE,谨慎包装,Pack with care,NEVER,NOT_NEEDED,加固包装并提示保价,Reinforce the packing and offer declared value.
            NONE,未命中,Nothing found,NEVER,NOT_NEEDED,,

            """#)
}
