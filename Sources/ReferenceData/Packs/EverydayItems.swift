extension ReferencePack {
    /// Names that couriers hear, with their decision.
    package static let everydayItems = ReferencePack(
        name: "everyday_items", version: 20_261_125,
        csv: #"""
            zh,also,en,category,decision,air,layer,source,note_zh,note_en
            仿真枪,玩具枪(金属);BB枪;水弹枪;软弹枪(高速);模型枪;吸塑枪;铁砂枪,replica gun,P01,PROHIBITED_REPORT,,O,CATALOGUE; 枪支管理法 32,含仿制品；塑料水枪见误报提示,Includes replicas. For plastic water guns see the false-alarm guards.
            枪配件,瞄准镜;枪管;扳机;弹匣;枪托;消音器,gun parts,P01,PROHIBITED_REPORT,,O,CATALOGUE; 枪支管理法 32,枪支主要零部件,Main parts of a firearm.
            气枪铅弹,铅弹;钢珠弹;气步枪子弹,airgun pellets,P01,PROHIBITED_REPORT,,O,CATALOGUE,,
            空包弹,弹壳;空弹壳;教练弹;子弹壳工艺品,blank rounds or casings,P01,PROHIBITED_REPORT,FORBIDDEN,O,CATALOGUE,空弹壳工艺品同样不收；航空禁运,Empty-case craft items are refused too; also forbidden by air.
            弓弩,手弩;反曲弩;弩箭,crossbow,P02,PROHIBITED_REPORT,,O,CATALOGUE,属弩,A crossbow.
            弹弓,钢珠弹弓,slingshot,P02,MANAGER_REVIEW,,P,CARRIER_POLICY,,
            指虎,拳扣,knuckle duster,P02,PROHIBITED,,P,CARRIER_POLICY,,
            甩棍,伸缩棍;警棍;手铐;防狼棒,expandable baton,P02,PROHIBITED_REPORT,,P,CARRIER_POLICY,警械、电击器按管制器具处理,Police gear and shock devices count as controlled devices.
            电击棒,电棍;防狼电击器,stun gun,P02,PROHIBITED_REPORT,,O,CATALOGUE,属电击器,An electric shock device.
            管制刀具,砍刀(长);武士刀(开刃);军刺;三棱刀;开山刀,controlled knife,P02,PROHIBITED_REPORT,,O,CATALOGUE,以公安机关认定标准为准,The police standard decides.
            蝴蝶刀,折叠跳刀;甩刀;指虎刀,balisong,P02,PROHIBITED_REPORT,,O,CATALOGUE,属跳刀、弹簧刀类,Of the switchblade and spring-knife kind.
            防狼喷雾,辣椒水;催泪喷雾;胡椒喷雾,pepper spray,P02,PROHIBITED_REPORT,,O,CATALOGUE,属催泪器,A tear-gas device.
            烟花,烟火;礼花;仙女棒;手持烟花;冷烟花;孔明灯,fireworks,P03,PROHIBITED_REPORT,,O,CATALOGUE; 烟花爆竹安全管理条例,禁止邮寄,Posting is forbidden by regulation.
            鞭炮,爆竹;炮仗;摔炮;划炮;擦炮;拉炮;甩炮;小金鱼炮,firecrackers,P03,PROHIBITED_REPORT,,O,CATALOGUE; 烟花爆竹安全管理条例,禁止邮寄,Posting is forbidden by regulation.
            充气救生衣,气胀式救生衣;带气瓶救生圈,inflatable life jacket,P04,MANAGER_REVIEW,,P,CARRIER_POLICY,,
            制冷剂,冷媒;氟利昂;冷媒罐,refrigerant,P04,PROHIBITED,,O,CATALOGUE,冷媒罐含液化气体,A refrigerant can holds liquefied gas.
            卡式炉气罐,气罐;丁烷气;打火机充气罐;煤气罐;户外气罐;瓦斯罐,gas canister,P04,PROHIBITED,,O,CATALOGUE,属液化石油气、丁烷,Liquefied petroleum gas or butane.
            喷雾,气雾罐;发胶;定型喷雾;摩丝;杀虫剂喷雾;空气清新剂喷雾;防晒喷雾;止汗喷雾;自喷漆;喷漆;手摇漆;脱模剂;WD40;化油器清洗剂,aerosol,P04,PROHIBITED,,O,CATALOGUE,气雾剂；非压力泵式喷瓶按液体处理,Aerosols. A pump bottle without gas counts as a liquid.
            氦气罐,气球充气罐;氢气球;飘空气球罐,helium cylinder,P04,PROHIBITED,,O,CATALOGUE,,
            氧气瓶,氧气罐;便携氧气;医用氧气瓶;氧气袋(充装),oxygen cylinder,P04,PROHIBITED,,O,CATALOGUE,属压缩氧气,Compressed oxygen.
            灭火器,灭火罐;车载灭火器;灭火弹,fire extinguisher,P04,PROHIBITED,,O,CATALOGUE,含压缩气体,Holds compressed gas.
            电子打火机,打火机;火机;防风打火机;一次性打火机;煤油打火机;ZIPPO,lighter,P04,PROHIBITED,,O,CATALOGUE,未充气的金属空壳由站长审核,An unfilled metal shell goes to the manager.
            礼花筒,彩带炮;礼炮;喷花筒;婚庆礼花,confetti cannon,P04,PROHIBITED,,P,CARRIER_POLICY,含压缩气体,Holds compressed gas.
            笑气,奶油气弹;氮气弹;N2O;一氧化二氮,nitrous oxide,P04,PROHIBITED_REPORT,,O,CATALOGUE; 危险化学品目录,列入危险化学品；有滥用涉毒风险,"A listed hazardous chemical, also abused as a drug."
            指甲油,甲油胶;美甲底油,nail polish,P05,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,限陆运；总量不超过站点限量,Ground only; total volume within the station limit.
            汽油,柴油;煤油;打火机油;白电油;石脑油;机油(低闪点),petrol and fuels,P05,PROHIBITED,,O,CATALOGUE,,
            油漆,涂料(溶剂型);清漆;稀释剂;天那水;香蕉水;甲醇;松节油;松香水;洗板水;固化剂,paint and thinner,P05,PROHIBITED,,O,CATALOGUE,,
            洗甲水,卸甲水,nail polish remover,P05,PROHIBITED,,O,CATALOGUE,含丙酮,Contains acetone.
            胶水(易燃),万能胶;强力胶;补胎胶;AB胶;UV胶;502胶,flammable glue,P05,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,含甲苯、丙酮的万能胶按禁寄；502 与水性胶限陆运,Glue with toluene or acetone is refused; 502 and water-based glue travel by ground.
            酒精,乙醇;医用酒精;75%酒精;消毒酒精;免洗洗手液;酒精凝胶;酒精湿巾(散液),alcohol,P05,PROHIBITED,,O,CATALOGUE,,
            固体酒精,酒精块;燃料块;火锅燃料;蜡块燃料,solid fuel,P06,PROHIBITED,,O,CATALOGUE,,
            暖宝宝,自发热贴;自热火锅;自热米饭(发热包);发热包,heat pack,P06,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,遇空气或遇水放热；航空禁运,Heats up in contact with air or water; forbidden by air.
            木炭,机制炭;炭粉;竹炭包;烧烤炭,charcoal,P06,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,航空禁运,Forbidden by air.
            活性炭,活性炭粉;活性炭颗粒,activated carbon,P06,PROHIBITED,,O,CATALOGUE,目录列名；成品口罩等见误报提示,Named in the catalogue; for finished goods such as masks see the guards.
            赛璐珞,樟脑;樟脑丸;硝化棉,celluloid or camphor,P06,PROHIBITED,,P,CARRIER_POLICY,易燃固体,Flammable solids.
            火柴,安全火柴;防水火柴;镁棒;打火石;火绒,matches,P06,PROHIBITED,,O,CATALOGUE,,
            电石,碳化钙,calcium carbide,P06,PROHIBITED,,O,CATALOGUE,,
            镁粉,镁条;铝粉;锌粉;银粉(铝银粉);钛粉;铁粉(超细),metal powder,P06,PROHIBITED,,O,CATALOGUE,,
            84消毒液,漂白水;次氯酸钠;漂白粉;消毒片;泡腾消毒片;泳池消毒片;强氯精,bleach,P07,PROHIBITED,,O,CATALOGUE,氧化且有腐蚀性,Oxidising and corrosive.
            化肥,尿素;复合肥;硝基肥,fertiliser,P07,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,硝酸盐类按禁寄；航空禁运,Nitrate fertiliser is refused; forbidden by air.
            双氧水,过氧化氢;染发双氧奶,hydrogen peroxide,P07,PROHIBITED,,O,CATALOGUE,,
            硝酸铵,硝酸钾;氯酸钾;烟花原料;火硝,nitrates and chlorates,P07,PROHIBITED_REPORT,,O,CATALOGUE; 易制爆危险化学品名录,易制爆,Explosive precursor.
            高锰酸钾,PP粉;灰锰氧,potassium permanganate,P07,PROHIBITED_REPORT,,O,CATALOGUE; 易制爆危险化学品名录; 易制毒化学品的分类和品种目录,易制爆、易制毒,Explosive and drug precursor.
            农药,百草枯;敌敌畏;甲胺磷;除草剂;杀虫剂(原药),pesticide,P08,PROHIBITED,,O,CATALOGUE,剧毒农药须上报,Highly toxic pesticide must be reported.
            氰化物,氰化钾;山埃;电镀药,cyanide,P08,PROHIBITED_REPORT,,O,CATALOGUE,,
            水银,氯化汞;升汞;水银温度计;水银体温计;水银血压计;汞灯,mercury,P08,PROHIBITED,,O,CATALOGUE,,
            老鼠药,毒鼠强;灭鼠药;粘鼠药饵,rodenticide,P08,PROHIBITED_REPORT,,O,CATALOGUE,,
            医疗废物,用过的针头;注射器(用过);输液袋(用过),medical waste,P09,PROHIBITED_REPORT,,O,CATALOGUE,,
            疫苗,生物制剂,vaccine,P09,CERTIFICATE,,P,疫苗管理法,须专门冷链运输,Needs a dedicated cold chain.
            血液,血浆;核酸样本;唾液样本;病理切片;细胞;菌种,biological sample,P09,CERTIFICATE,,P,CARRIER_POLICY,需生物安全运输资质；普通快递默认拒收,Needs a biosafety transport qualification; refused by default.
            放射源,夜光粉(镭);钴60;碘131;γ源,radioactive source,P10,PROHIBITED_REPORT,,O,CATALOGUE; 放射性物品运输安全管理条例,一、二类放射性物品禁止邮寄,Class 1 and 2 radioactive items must not be posted.
            烧碱,片碱;火碱;氢氧化钠;管道疏通剂;苛性钠,caustic soda,P11,PROHIBITED,,O,CATALOGUE,,
            电瓶,蓄电池;铅酸电池;电动车电瓶;汽车电瓶,lead-acid battery,P11,PROHIBITED,,O,CATALOGUE,,
            硫酸,盐酸;硝酸;王水;洁厕灵(盐酸);除锈剂;电瓶水;电池液;草酸(浓),acids,P11,PROHIBITED,,O,CATALOGUE,,
            毒品,溜冰壶;冰壶;K粉;摇头丸;麻古;大麻烟;上头电子烟;LSD邮票;咔哇潮饮;笑脸糖;曲马多(非医用),drugs,P12,PROHIBITED_REPORT,,O,CATALOGUE,不惊动寄件人，立即上报,Do not alert the sender; report at once.
            精神药品,安定;阿普唑仑;氯硝西泮;杜冷丁;芬太尼;美沙酮,psychotropics,P12,CERTIFICATE,,O,麻醉药品和精神药品管理条例,须准予邮寄证明；否则禁寄并上报,Needs the permit to post; otherwise refuse and report.
            罂粟壳,大烟壳;罂粟籽,poppy husk,P12,PROHIBITED_REPORT,,O,CATALOGUE,,
            麻黄碱,麻黄草;麻黄素;感冒药(大量含麻),ephedrine,P12,PROHIBITED_REPORT,,O,CATALOGUE,,
            反动书刊,邪教书籍;法轮功;淫秽光盘;黄碟;境外非法出版物,illegal publications,P13,PROHIBITED_REPORT,,O,CATALOGUE,,
            针孔摄像头,间谍器材;偷拍摄像头;窃听器;GPS跟踪器(伪装);录音笔(伪装),covert recorder,P14,PROHIBITED_REPORT,,O,CATALOGUE,,
            假币,练功券(仿真);变造人民币,counterfeit money,P15,PROHIBITED_REPORT,,O,CATALOGUE,,
            假证,假学历;假章;伪造印章;假车牌;假驾照;假身份证,forged documents,P15,PROHIBITED_REPORT,,O,CATALOGUE,,
            空白发票,假发票;发票本,blank or forged invoices,P15,PROHIBITED_REPORT,,O,发票管理办法 25,不得跨区域邮寄空白发票,Blank invoices must not be posted across regions.
            假药,私制药;无批号药,fake medicine,P16,PROHIBITED_REPORT,,O,CATALOGUE,,
            盗版书,盗版光盘;盗印教材,pirated media,P16,PROHIBITED,,O,CATALOGUE,,
            高仿包,A货;高仿鞋;假烟;假酒;莆田鞋,counterfeit goods,P16,PROHIBITED_REPORT,,O,CATALOGUE,,
            象牙,象牙手串;犀角;虎骨酒;穿山甲;羚羊角;熊胆;玳瑁;砗磲;红珊瑚;盔犀鸟;海龟标本,wildlife products,P17,PROHIBITED_REPORT,,O,CATALOGUE; 野生动物保护法,,
            野生动物,鸟;画眉;乌龟(保护);蛇;蜥蜴;标本,wild animals,P17,CERTIFICATE,,O,野生动物保护法 34,须许可证或专用标识，并附检疫证明,"Needs the permit or special mark, and a quarantine certificate."
            国家公文,红头文件;机密文件;内部文件;档案(涉密),state documents,P18,PROHIBITED_REPORT,,O,邮政法 55; 保守国家秘密法,普通快递不得寄递,Ordinary express may not carry it.
            不明液体,无标签液体;不明化学品,unknown liquid or chemical,P19,CERTIFICATE,,O,CATALOGUE; 禁止寄递物品管理规定,须有关部门的安全证明，无证明不予收寄,"Needs an official safety certificate, otherwise refused."
            不明粉末,不明白色粉末;无标签粉末,unknown powder,P19,PROHIBITED_REPORT,,O,CATALOGUE; 禁止寄递物品管理规定,拒收并上报,Refuse and report.
            伪基站,信号屏蔽器;干扰器;GOIP设备;多卡宝;猫池,fake base station or jammer,P19,PROHIBITED_REPORT,,P,CARRIER_POLICY; 反电信网络诈骗法,涉诈、违反无线电管理,Linked to fraud and unlawful radio use.
            化工品,试剂;化学试剂;样品(化工);助剂;树脂,chemicals,P19,CERTIFICATE,,O,CATALOGUE; 危险化学品安全法 83,须安全证明（MSDS、运输鉴定）；危险化学品一律拒收,"Needs a safety certificate (MSDS, transport appraisal); hazardous chemicals are always refused."
            骨灰,骨灰盒,cremated remains,P19,MANAGER_REVIEW,,P,CARRIER_POLICY,官方目录仅列“尸骨”,The catalogue names only human remains.
            充气球,篮球;足球;充气玩具,inflated ball,R_AERO,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,放气后可寄,Accepted when deflated.
            压缩机,空调;冰箱,compressor appliance,R_AERO,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,须确认不含或已回收冷媒,"Confirm that there is no refrigerant, or that it was removed."
            干冰,固态二氧化碳,dry ice,R_AERO,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,限量并用透气包装；航空按危险品,"Limited amount, vented packing; dangerous goods by air."
            灯管,节能灯;氙气灯;玻璃管,lamps,R_AERO,CARE,FORBIDDEN,P,CARRIER_POLICY,易碎；航空禁运,Fragile; forbidden by air.
            散酒,自酿酒;散装白酒;无标签酒,loose or home-made alcohol,R_ALCOHOL,PROHIBITED,FORBIDDEN,P,CARRIER_POLICY,散装、自酿或无标签的酒拒收,"Loose, home-made or unlabelled alcohol is refused."
            白酒,高度酒;洋酒;药酒;果酒;红酒;葡萄酒;啤酒;黄酒,alcoholic drinks,R_ALCOHOL,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,度数与容量不超过公司上限；航空禁运,Strength and volume within the company limits; forbidden by air.
            活体动物,宠物;猫;狗;仓鼠;盲盒宠物;活禽;活鸡,live animals,R_ANIMAL,PROHIBITED,,P,CARRIER_POLICY,法律法规禁止寄递的活体动物；默认拒收,Live animals barred by law; refused by default.
            活体水产,活虾;活蟹;大闸蟹;观赏鱼;蚯蚓;蜜蜂;蚕,live aquatic animals or insects,R_ANIMAL,MANAGER_REVIEW,,P,CARRIER_POLICY,产品线允许时，透气防漏包装,"Where the product allows it: vented, leak-proof packing."
            充电宝,移动电源;锂电池充电宝,power bank,R_BATTERY,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,能量不超过公司电池上限，有 3C 标志，端子绝缘，非召回、无鼓包,"Energy within the company limits, 3C mark, terminals covered, not recalled or swollen."
            平衡车,电动滑板车;电动独轮车,self-balancing scooter,R_BATTERY,PROHIBITED,,P,CARRIER_POLICY,,
            手机,电脑;平板;相机;蓝牙耳机;电动剃须刀;行车记录仪;智能手表,electronics with battery,R_BATTERY,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,装机电池；关机并防误启动；航空禁运,Battery in the device; switched off and protected from starting; forbidden by air.
            电动车电池,锂电瓶;电动自行车电池;动力电池,traction battery,R_BATTERY,PROHIBITED,,P,CARRIER_POLICY,能量超过公司电池上限,Energy above the company limits.
            锂电池,18650;手机电池;笔记本电池;无人机电池;聚合物电池;纽扣电池(锂),lithium cell,R_BATTERY,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,单独寄递的锂电池按公司设置处理,Loose cells follow the company setting.
            现金,人民币;钞票;外币;纪念钞(大额);红包(现金),cash,R_CASH,PROHIBITED,,O,邮政法实施细则 33(7),各种货币不得交寄,Currency of any kind is not accepted.
            人事档案,学籍档案,personnel files,R_DOC,PROHIBITED,,P,CARRIER_POLICY,走机要通信或邮政专递,Goes by confidential or postal special delivery.
            身份证,护照;户口本;房产证;驾驶证;毕业证,personal documents,R_DOC,CARE,,P,CARRIER_POLICY,允许；建议保价和封套；不得记录证件号,Allowed; offer declared value and an envelope; never note the number.
            无人机,航拍机;穿越机;航模;低慢小,drone,R_DRONE,MANAGER_REVIEW,,P,CARRIER_POLICY,重大活动期间寄往管控地区禁收,Refused for controlled areas during national events.
            电子烟,烟具;电子烟杆;一次性电子烟;小烟,e-cigarette device,R_ECIG,QUANTITY_LIMIT,FORBIDDEN,O,国家烟草专卖局 国家邮政局 通告2022年第1号,烟具 2 个；含电池，限陆运,"2 devices; has a battery, so ground only."
            电子烟弹,烟弹;雾化弹,e-cig pods,R_ECIG,QUANTITY_LIMIT,,O,国家烟草专卖局 国家邮政局 通告2022年第1号,6 个且合计不超过 12 ml,"6 pods, 12 ml in all."
            电子烟油,烟油;雾化液;烟碱;尼古丁液,e-liquid,R_ECIG,QUANTITY_LIMIT,,O,国家烟草专卖局 国家邮政局 通告2022年第1号,不超过 12 ml；每人每天限 1 件,12 ml; 1 parcel a person a day.
            易碎品,玻璃;陶瓷;酒瓶;蛋;鸡蛋,fragile,R_FRAGILE,CARE,,P,CARRIER_POLICY,缓冲包装；提示保价,Cushion it; offer declared value.
            银行卡,多张银行卡;U盾;电话卡;手机卡;SIM卡;对公账户资料,bank or SIM cards (batches),R_FRAUD,MANAGER_REVIEW,,P,反电信网络诈骗法 31,非本人或多张有涉诈风险，报站长，必要时报警,"Another person's or several cards: fraud risk; tell the manager, and the police if needed."
            榴莲,,durian,R_FRESH,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,航空禁运；确认时效与免责,Forbidden by air; agree on time and exclusions.
            水果,荔枝;杨梅;草莓;车厘子,fruit,R_FRESH,CARE,,P,CARRIER_POLICY,确认时效与免责；疫区水果须检疫,Agree on time and exclusions; fruit from an epidemic area needs quarantine.
            食品,零食;调料;罐头;粽子,food,R_FRESH,CARE,,P,CARRIER_POLICY,,
            鲜肉,冷冻肉;牛排;生鲜肉;腊肉,meat,R_FRESH,CERTIFICATE,,O,动物防疫法 51,须检疫证明和检疫标志,Needs the quarantine certificate and mark.
            弓箭,复合弓;反曲弓;箭头,bow and arrows,R_KNIFE,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,航空禁运,Forbidden by air.
            菜刀,水果刀;剪刀;美工刀;裁纸刀;斧头;砍骨刀;瑞士军刀,kitchen or craft knife,R_KNIFE,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,非管制刀具；须护刃包装；航空禁运,Not a controlled knife; guard the blade; forbidden by air.
            液体,饮料;牛奶;酱油;食用油;蜂蜜;洗发水;洗衣液;护肤水;墨水,liquids,R_LIQUID,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,密封、防漏、加吸附材料,"Sealed, leak-proof, with absorbent."
            膏霜,牙膏;面霜;硅胶;玻璃胶;皮革膏,pastes and creams,R_LIQUID,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,航空禁运,Forbidden by air.
            花露水,驱蚊水;驱蚊液;蚊香液;风油精;清凉油,floral water or repellent,R_LIQUID,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,航空禁运,Forbidden by air.
            香水,古龙水;香薰;香氛;藤条香薰;精油;车载香水,perfume,R_LIQUID,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,易燃；航空禁运,Flammable; forbidden by air.
            磁铁,强磁;音箱;喇叭;电磁铁;磁吸玩具,magnets,R_MAGNET,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,航空须磁屏蔽；航空禁运,Needs magnetic shielding; forbidden by air.
            中药材,饮片;人参;鹿茸;虫草,herbal medicine,R_MEDICINE,MANAGER_REVIEW,,P,CARRIER_POLICY,,
            药品,处方药;胶囊;眼药水;碘酒;保健品,medicine,R_MEDICINE,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,须完整销售包装；航空禁运,Full retail packing; forbidden by air.
            活苗,树苗;苗木;种子;种苗;多肉(带土);果苗;柑橘苗,plants and seeds,R_PLANT,CERTIFICATE,,O,植物检疫条例 9; 种子法 42,凭植物检疫证书收寄,Accepted on a plant quarantine certificate.
            打印机墨盒,硒鼓;碳粉;墨粉,toner and ink cartridge,R_POWDER,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,航空禁运,Forbidden by air.
            粉末,奶粉;面粉;咖啡粉;蛋白粉;滑石粉;石膏粉;色粉,powders,R_POWDER,GROUND_ONLY,FORBIDDEN,P,CARRIER_POLICY,原包装食品粉末限陆运,Food powder in its retail packing travels by ground.
            公章,印章;私章;财务章;法人章,seal or stamp,R_SEAL,MANAGER_REVIEW,FORBIDDEN,P,CARRIER_POLICY,核对单位介绍信或刻章备案；航空禁运,Check the letter of introduction or the engraving record; forbidden by air.
            烟叶,烟丝;旱烟,leaf tobacco,R_TOBACCO,QUANTITY_LIMIT,,O,烟草专卖法 22; 国烟专〔1993〕7号,烟叶、烟丝各 5 kg，合寄不超过 10 kg,"5 kg each of leaf and cut tobacco, 10 kg together."
            香烟,卷烟;条烟;雪茄,cigarettes,R_TOBACCO,QUANTITY_LIMIT,,O,烟草专卖法 22; 国烟专〔1993〕7号,每件合计 2 条（400 支），每人每次限 1 件,2 cartons (400 sticks) a parcel in all; 1 parcel a person at a time.
            古董,文物;古玩;化石;字画,antiques,R_VALUABLE,MANAGER_REVIEW,,P,CARRIER_POLICY; 文物保护法实施条例 45,文物出境须审核许可,Cultural relics leaving the country need a permit.
            支票,汇票;存折;有价证券;提货单;彩票;购物卡,securities,R_VALUABLE,MANAGER_REVIEW,,P,CARRIER_POLICY,,
            黄金,金条;金饰;钻石;玉器;翡翠;珠宝;名表,jewellery,R_VALUABLE,MANAGER_REVIEW,,P,CARRIER_POLICY,须声明价值并保价；大额黄金警惕涉诈,Must be declared and covered; large amounts of gold can be fraud.

            """#)
}
