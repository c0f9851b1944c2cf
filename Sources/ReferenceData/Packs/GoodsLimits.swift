extension ReferencePack {
    /// How much of some goods a parcel may hold. A bound is a number of the law or the key of a
    /// setting; up to `review_max` a manager may let it go on.
    package static let goodsLimits = ReferencePack(
        name: "goods_limits", version: 20_261_125,
        csv: #"""
            code,items,measure,max,review_max,zh,en,unit_zh,unit_en,source
            ALCOHOL_STRENGTH,白酒,STRENGTH,alcohol.strength_max_percent,,酒精度,strength of the alcohol,%,%,IATA; CARRIER_POLICY
            ALCOHOL_VOLUME,白酒,VOLUME,alcohol.volume_max_ml,,酒类净含量合计,net volume of alcohol in all,毫升,ml,IATA; CARRIER_POLICY
            BATTERY_ENERGY,充电宝;锂电池;手机,ENERGY,battery.ground_accept_max_wh,battery.ground_review_max_wh,电池能量,energy of a battery,瓦时,Wh,UN 38.3 / IATA; CARRIER_POLICY
            CIGARETTES,香烟,STICK,400,,卷烟和雪茄合计,cigarettes and cigars in all,支,sticks,烟草专卖法 22; 国烟专〔1993〕7号
            DRY_ICE,干冰,MASS,dry_ice.weight_max_g,,干冰重量,weight of the dry ice,克,g,PRACTICE
            E_CIGARETTE_DEVICES,电子烟,PIECE,2,,电子烟具,e-cigarette devices,个,pieces,国家烟草专卖局 国家邮政局 通告2022年第1号
            E_CIGARETTE_LIQUID,电子烟油;电子烟弹,VOLUME,12,,烟油合计,e-liquid in all,毫升,ml,国家烟草专卖局 国家邮政局 通告2022年第1号
            E_CIGARETTE_PODS,电子烟弹,PIECE,6,,烟弹,e-cigarette pods,个,pieces,国家烟草专卖局 国家邮政局 通告2022年第1号
            LEAF_TOBACCO,烟叶,MASS,5000,,烟叶或烟丝重量,weight of leaf or cut tobacco,克,g,烟草专卖法 22; 国烟专〔1993〕7号
            NAIL_POLISH,指甲油,VOLUME,liquid.nail_polish_volume_max_ml,,指甲油合计,nail polish in all,毫升,ml,PRACTICE

            """#)
}
