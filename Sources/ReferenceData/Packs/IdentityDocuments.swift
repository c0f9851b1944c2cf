extension ReferencePack {
    /// Documents that prove who sends; `organisation` marks the code of a company.
    package static let identityDocuments = ReferencePack(
        name: "identity_documents", version: 20_261_121,
        csv: #"""
            code,zh,en,organisation
            RESIDENT_ID,居民身份证,Resident identity card,no
            TEMP_RESIDENT_ID,临时居民身份证,Temporary resident identity card,no
            HMT_RESIDENCE_PERMIT,港澳台居民居住证,"Residence permit for Hong Kong, Macau and Taiwan residents",no
            HM_TRAVEL_PERMIT,港澳居民来往内地通行证,Mainland travel permit for Hong Kong and Macau residents,no
            TW_TRAVEL_PERMIT,台湾居民来往大陆通行证,Mainland travel permit for Taiwan residents,no
            FOREIGN_PR_CARD,外国人永久居留身份证,Foreign permanent resident card,no
            PASSPORT,外国公民护照,Passport of a foreign citizen,no
            MILITARY_ID,军人、武警身份证件,Military or armed police identity document,no
            USCC,统一社会信用代码,Unified social credit code,yes

            """#)
}
