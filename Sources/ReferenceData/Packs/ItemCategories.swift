extension ReferencePack {
    /// The official categories and the restricted groups; `head_noun` says whether a harmless head noun
    /// turns a hit into a question.
    package static let itemCategories = ReferencePack(
        name: "item_categories", version: 20_261_121,
        csv: #"""
            code,zh,en,report,evacuate,head_noun,source
            P01,枪支（含仿制品、主要零部件）弹药,Firearms (incl. replicas and main parts) and ammunition,POLICE,no,ASKS,禁止寄递物品指导目录
            P02,管制器具,Controlled knives and devices,POLICE,no,ASKS,禁止寄递物品指导目录
            P03,爆炸物品,Explosives and fireworks,POLICE,yes,ASKS,禁止寄递物品指导目录
            P04,压缩和液化气体及其容器,Compressed and liquefied gases and their containers,POLICE,yes,ASKS,禁止寄递物品指导目录
            P05,易燃液体,Flammable liquids,POLICE,yes,ASKS,禁止寄递物品指导目录
            P06,易燃固体、自燃物质、遇水易燃物质,"Flammable solids, self-igniting and water-reactive substances",POLICE,yes,ASKS,禁止寄递物品指导目录
            P07,氧化剂和过氧化物,Oxidisers and peroxides,POLICE,yes,ASKS,禁止寄递物品指导目录
            P08,毒性物质,Toxic substances,POLICE_AND_HEALTH,yes,ASKS,禁止寄递物品指导目录
            P09,生化制品、传染性、感染性物质,"Biological, infectious and contagious substances",POLICE_AND_HEALTH,yes,ASKS,禁止寄递物品指导目录
            P10,放射性物质,Radioactive substances,POLICE_AND_ENVIRONMENT,yes,ASKS,禁止寄递物品指导目录
            P11,腐蚀性物质,Corrosives,POLICE_AND_EMERGENCY_MANAGEMENT,yes,ASKS,禁止寄递物品指导目录
            P12,毒品及吸毒工具、非正当用途麻醉药品和精神药品、非正当用途的易制毒化学品,Narcotics and paraphernalia; improper narcotic/psychotropic drugs and precursors,POLICE,no,ASKS,禁止寄递物品指导目录
            P13,非法出版物、印刷品、音像制品等宣传品,"Illegal publications, prints and audiovisual propaganda",STATE_SECURITY_POLICE_PRESS,no,FIRM,禁止寄递物品指导目录
            P14,间谍专用器材,Espionage equipment,STATE_SECURITY,no,FIRM,禁止寄递物品指导目录
            P15,非法伪造物品,"Forged currency, certificates and seals",POLICE_AND_MARKET_REGULATION,no,FIRM,禁止寄递物品指导目录
            P16,侵犯知识产权和假冒伪劣物品,"IP-infringing, counterfeit and shoddy goods",POLICE_AND_MARKET_REGULATION,no,FIRM,禁止寄递物品指导目录
            P17,濒危野生动物及其制品,Endangered wild animals and products,POLICE_AND_WILDLIFE,no,ASKS,禁止寄递物品指导目录
            P18,禁止进出境物品,Items barred from entry or exit (diseased-area food/drugs; state-secret documents),CUSTOMS_AND_STATE_SECURITY,no,FIRM,禁止寄递物品指导目录
            P19,其他物品,Other: anything in the incorporated lists or otherwise barred by law,COMPETENT_AUTHORITY,no,FIRM,禁止寄递物品指导目录
            R_AERO,航空限运（气体、低温、充气）,Air-restricted gas and cold items,,no,ASKS,CARRIER_POLICY
            R_ALCOHOL,酒类,Alcoholic drinks,,no,ASKS,CARRIER_POLICY; IATA
            R_ANIMAL,活体动物,Live animals,,no,ASKS,CARRIER_POLICY
            R_BATTERY,电池与带电产品,Batteries and battery-powered goods,,no,ASKS,CARRIER_POLICY; UN 38.3 / IATA
            R_CASH,货币,Currency,,no,FIRM,邮政法实施细则 33(7)
            R_DOC,证件与档案,Personal documents and files,,no,FIRM,CARRIER_POLICY
            R_DRONE,低慢小航空器,Drones,,no,ASKS,CARRIER_POLICY
            R_ECIG,电子烟限量,E-cigarettes,,no,ASKS,国家烟草专卖局 国家邮政局 通告2022年第1号
            R_FRAGILE,易碎品,Fragile goods,,no,ASKS,CARRIER_POLICY
            R_FRAUD,涉诈可疑物品,Items linked to telecom fraud,,no,FIRM,反电信网络诈骗法 31
            R_FRESH,食品生鲜,Food and fresh goods,,no,ASKS,动物防疫法 51; CARRIER_POLICY
            R_KNIFE,非管制刀具与工具,Blades and tools,,no,ASKS,CARRIER_POLICY
            R_LIQUID,液体与膏状物,Liquids and pastes,,no,ASKS,CARRIER_POLICY
            R_MAGNET,磁性物品,Magnetic goods,,no,ASKS,CARRIER_POLICY
            R_MEDICINE,药品与保健品,Medicines,,no,ASKS,CARRIER_POLICY
            R_PLANT,植物与种子,Plants and seeds,,no,ASKS,植物检疫条例 9; 种子法 42
            R_POWDER,粉末与颗粒,Powders and granules,,no,ASKS,CARRIER_POLICY
            R_SEAL,印章,Seals,,no,FIRM,CARRIER_POLICY
            R_TOBACCO,烟草限量,Tobacco,,no,ASKS,烟草专卖法 22; 国烟专〔1993〕7号
            R_VALUABLE,贵重物品,Valuables,,no,ASKS,CARRIER_POLICY

            """#)
}
