extension ReferencePack {
    /// Values that a company or a station may change, with default and range.
    package static let settings = ReferencePack(
        name: "settings", version: 20_261_125,
        csv: #"""
            key,scope,type,default,unit,min,max,options,zh,en,source
            alcohol.strength_max_percent,COMPANY,integer,70,percent_by_volume,0,70,,酒精度上限,Greatest alcoholic strength,IATA; CARRIER_POLICY
            alcohol.volume_max_ml,COMPANY,integer,5000,millilitre,0,5000,,每件酒类净容量上限,Greatest net volume of alcohol a parcel,IATA; CARRIER_POLICY
            alert.no_scan_hours.domestic,STATION,integer,24,hour,1,168,,异地无扫描提醒,"No-scan alert, other domestic",PRACTICE
            alert.no_scan_hours.same_city,STATION,integer,12,hour,1,72,,同城无扫描提醒,"No-scan alert, same city",PRACTICE
            battery.ground_accept_max_wh,COMPANY,integer,100,watt_hour,0,160,,陆运直接收寄的电池上限,Battery energy accepted by ground without review,UN 38.3 / IATA; CARRIER_POLICY
            battery.ground_review_max_wh,COMPANY,integer,160,watt_hour,0,160,,需站长审核的电池上限，超过拒收,Battery energy that needs manager review; above it is refused,UN 38.3 / IATA; CARRIER_POLICY
            battery.nominal_millivolts,COMPANY,integer,3700,millivolt,3200,3900,,仅标 mAh 时换算用额定电压,Nominal voltage used when only mAh is printed,PRACTICE
            clock.flag_seconds,STATION,integer,3600,second,300,86400,,时钟偏差超过此值视为可疑,A clock wrong by more than this looks wrong,PRODUCT
            cod.amount_max_fen,COMPANY,integer,30000000,fen,0,30000000,,代收货款单票上限,Greatest COD amount of a waybill,CARRIER_POLICY
            cod.fee_min_fen,COMPANY,integer,300,fen,0,10000,,代收手续费下限,Least COD fee,PRACTICE
            cod.fee_permille,COMPANY,integer,10,permille,0,50,,代收手续费率,COD fee rate,PRACTICE
            delivery.free_attempts,COMPANY,integer,2,attempt,2,5,,免费派送次数,Free delivery attempts,GB/T 27917.3; S4
            device.lease_hours,STATION,integer,72,hour,12,336,,手持端多少小时没联系站点就不再显示个人信息,Hours without the station after which a handheld hides personal data,PRODUCT
            device.rekey_days,COMPANY,integer,7,day,1,30,,换密钥后旧密钥还收几天,Days for which an old key is accepted after a new one,PRODUCT
            device.unlock_hours,STATION,integer,24,hour,1,72,,解锁码管几小时,Hours for which an unlock code opens a handheld,PRODUCT
            dry_ice.weight_max_g,COMPANY,integer,2500,gram,0,2500,,每件干冰重量上限,Greatest weight of dry ice a parcel,PRACTICE
            freight.first_weight_g,COMPANY,integer,1000,gram,100,20000,,首重,First weight,PRACTICE
            freight.multi_piece_rounding,COMPANY,choice,PER_SHIPMENT,,,,PER_PIECE;PER_SHIPMENT,一票多件整票或逐件进位,Several pieces rounded once or each by itself,PRACTICE
            freight.quote_valid_hours,COMPANY,integer,24,hour,1,168,,报价有效小时数,Hours a quote is valid,PRACTICE
            freight.step_weight_g,COMPANY,integer,1000,gram,100,5000,,续重步长,Additional weight step,PRACTICE
            freight.volumetric_divisor,COMPANY,integer,6000,cubic_centimetre_per_kilogram,4000,12000,,体积重量除数,Volumetric divisor,CARRIER_POLICY
            freight.volumetric_min_side_enabled,COMPANY,boolean,false,,,,,仅当某边达到下限时计体积重量,Use volumetric weight only when a side reaches the limit,CARRIER_POLICY
            freight.volumetric_min_side_mm,COMPANY,integer,600,millimetre,100,1500,,计体积重量的边长下限,Side at which volumetric weight starts,CARRIER_POLICY
            freight.weight_rounding,COMPANY,choice,CEIL_TO_STEP,,,,CEIL_TO_100G;CEIL_TO_HALF_KG;CEIL_TO_STEP;HALF_UP,续重进位方式,How additional weight is rounded,PRACTICE
            freight.zone_factor_permille.hmt,COMPANY,integer,1000,permille,500,5000,,港澳台区域系数,"Zone factor, Hong Kong, Macau and Taiwan",PRACTICE
            freight.zone_factor_permille.neighbour,COMPANY,integer,1000,permille,500,5000,,邻近省区区域系数,"Zone factor, neighbouring province",PRACTICE
            freight.zone_factor_permille.remote,COMPANY,integer,1500,permille,500,5000,,偏远区域系数,"Zone factor, remote area",PRACTICE
            freight.zone_factor_permille.same_city,COMPANY,integer,1000,permille,500,5000,,同城区域系数,"Zone factor, same city",PRACTICE
            freight.zone_factor_permille.same_province,COMPANY,integer,1000,permille,500,5000,,省内区域系数,"Zone factor, same province",PRACTICE
            freight.zone_factor_permille.standard,COMPANY,integer,1000,permille,500,5000,,一般省际区域系数,"Zone factor, standard inter-province",PRACTICE
            identity.agreement_customer_exempt,COMPANY,boolean,true,,,,,安全协议用户免逐件实名,Agreement customers are exempt from the identity check of each parcel,"快递暂行条例 22, 31"
            identity.chinese_passport_accepted,COMPANY,boolean,false,,,,,接受中国普通护照作为实名证件,Accept a Chinese ordinary passport as identity document,PRACTICE
            identity.principal_checked_too,COMPANY,boolean,true,,,,,代寄时同时查验委托人证件,"For a sender acting for another, check both documents",邮件快件实名收寄管理办法; CARRIER_POLICY
            insurance.appraisal_required_above_fen,COMPANY,integer,500000,fen,0,30000000,,超过须原产证明、发票和鉴定,"Value above which origin certificate, invoice and appraisal are required",CARRIER_POLICY
            insurance.declared_max_fen,COMPANY,integer,3000000,fen,0,30000000,,声明价值上限,Greatest declared value,CARRIER_POLICY
            insurance.fee_tiers,COMPANY,tier_table,50000:100;100000:200,fen,,,,保价分档收费,Declared-value fee tiers,PRACTICE
            insurance.invoice_required_above_fen,COMPANY,integer,100000,fen,0,30000000,,超过须购买凭证,Value above which a purchase invoice is required,CARRIER_POLICY
            insurance.must_declare_above_fen,COMPANY,integer,100000,fen,0,30000000,,超过须声明价值,Value above which declaring is required,CARRIER_POLICY
            insurance.rate_permille_above_tiers,COMPANY,integer,5,permille,1,50,,超过分档后的保价费率,Declared-value rate above the tiers,CARRIER_POLICY
            liquid.nail_polish_volume_max_ml,STATION,integer,100,millilitre,0,500,,每件指甲油总量上限,Greatest volume of nail polish a parcel,PRACTICE
            parcel.side_max_mm,COMPANY,integer,1500,millimetre,100,1500,,单件最长边,Longest side of one parcel,邮政法 84; YZ/T 0128; GB/T 27917
            parcel.side_sum_max_mm,COMPANY,integer,3000,millimetre,300,3000,,长宽高之和上限,"Greatest sum of length, width and height",邮政法 84; YZ/T 0128; GB/T 27917
            parcel.weight_max_g,COMPANY,integer,50000,gram,1000,50000,,单件最大重量,Greatest weight of one parcel,邮政法 84; YZ/T 0128; GB/T 27917
            payment.methods_enabled,STATION,choice_list,ALIPAY;CASH;COLLECT;E_CNY;MONTHLY_ACCOUNT;UNIONPAY_CARD;WECHAT,,,,ALIPAY;CASH;COLLECT;E_CNY;MONTHLY_ACCOUNT;UNIONPAY_CARD;WECHAT,启用的支付方式,Payment methods in use,S0; 人民币管理条例 3
            payment.split_allowed,COMPANY,boolean,true,,,,,允许一单多种支付方式,One charge may be paid by several methods,PRACTICE
            rules.province_code,STATION,digits,00,,2,2,,站点所在省级代码 (00 为不用省级规则),"Province code of the station (00: no rules of a province)",GB/T 2260
            sync.amount_max_fen,STATION,integer,3000000,fen,10000,100000000,,超过此金额的收款视为可疑,Amounts above this look wrong,PRODUCT
            sync.correct_terminal_minutes,STATION,integer,30,minute,0,1440,,签收退回多久内可自行更正,Minutes in which a delivery or return is corrected without approval,PRODUCT
            sync.double_tap_seconds,STATION,integer,120,second,10,600,,同一手持端两次相同收款视为重复的间隔,Equal payments of one handheld this close are most likely one,PRODUCT
            sync.far_meters,STATION,integer,5000,metre,500,50000,,离地址超过此距离视为可疑,Further from the address than this looks wrong,PRODUCT
            sync.fork_alarm_days,COMPANY,integer,7,day,1,30,,几天内两次账本分叉就怀疑手持端被复制,Days within which two forks mean that a handheld may have been copied,PRODUCT
            sync.frame_bytes,STATION,integer,262144,byte,16384,1048576,,手持端一次最多上传多少字节,Bytes of records in one request of a handheld,PRODUCT
            sync.implausible_opens_case,STATION,boolean,false,,,,,可疑记录也立案,Records that look wrong open a case,PRODUCT
            sync.old_address_accuracy_meters,STATION,integer,50,metre,10,200,,定位误差超过此值不作证明,Positions less exact than this prove nothing,PRODUCT
            sync.old_address_meters,STATION,integer,150,metre,20,1000,,离新地址此距离内视为送到新地址,This near to the new address is at the new address,PRODUCT
            sync.page_bytes,STATION,integer,262144,byte,4096,1048576,,一次最多下发多少字节,Bytes of rows in one answer,PRODUCT
            sync.same_act_seconds,STATION,integer,600,second,60,3600,,同一人同一动作重复记录的间隔,One act recorded twice lies within so much time,PRODUCT
            sync.weight_factor,STATION,integer,3,count,2,10,,重量达到原重量几倍视为可疑,A weight so many times the known one looks wrong,PRODUCT
            waybill.block_refill_below,COMPANY,integer,200,count,10,10000,,剩余少于此数时申请新号段,Ask for a new block when fewer are left,PRACTICE
            waybill.block_size,COMPANY,integer,1000,count,100,100000,,每台手持端预分配号段大小,Numbers allocated to a handheld at a time,PRACTICE
            waybill.company_prefix,COMPANY,letters,EX,,2,2,,自有单号公司前缀,Company letters of own waybill numbers,PRACTICE
            waybill.station_group,STATION,digits,00,,2,2,,自有单号站点组,Station group digits of own waybill numbers,PRACTICE

            """#)
}
