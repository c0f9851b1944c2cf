extension ReferencePack {
    /// The names printed in 禁止寄递物品指导目录 (2016).
    package static let officialItems = ReferencePack(
        name: "official_items", version: 20_261_121,
        csv: #"""
            category,zh,en,decision
            P01,信号弹,signal flare,PROHIBITED_REPORT
            P01,催泪弹,tear-gas shell,PROHIBITED_REPORT
            P01,催泪枪,tear-gas gun,PROHIBITED_REPORT
            P01,冲锋枪,submachine gun,PROHIBITED_REPORT
            P01,地雷,landmine,PROHIBITED_REPORT
            P01,子弹,bullet,PROHIBITED_REPORT
            P01,手枪,pistol,PROHIBITED_REPORT
            P01,手榴弹,hand grenade,PROHIBITED_REPORT
            P01,手雷,grenade,PROHIBITED_REPORT
            P01,步枪,rifle,PROHIBITED_REPORT
            P01,毒气弹,poison-gas shell,PROHIBITED_REPORT
            P01,气枪,air gun,PROHIBITED_REPORT
            P01,火箭弹,rocket projectile,PROHIBITED_REPORT
            P01,火药,gunpowder,PROHIBITED_REPORT
            P01,炮弹,artillery shell,PROHIBITED_REPORT
            P01,炸弹,bomb,PROHIBITED_REPORT
            P01,烟幕弹,smoke-screen shell,PROHIBITED_REPORT
            P01,烟雾弹,smoke bomb,PROHIBITED_REPORT
            P01,照明弹,flare shell,PROHIBITED_REPORT
            P01,燃烧弹,incendiary bomb,PROHIBITED_REPORT
            P01,猎枪,hunting gun,PROHIBITED_REPORT
            P01,运动枪,sporting gun,PROHIBITED_REPORT
            P01,钢珠枪,ball-bearing gun,PROHIBITED_REPORT
            P01,防暴枪,riot gun,PROHIBITED_REPORT
            P01,麻醉注射枪,tranquilliser gun,PROHIBITED_REPORT
            P02,三棱刮刀,triangular scraper blade,PROHIBITED_REPORT
            P02,三棱尖刀,triangular pointed knife,PROHIBITED_REPORT
            P02,催泪器,tear-gas device,PROHIBITED_REPORT
            P02,催泪枪,tear-gas gun,PROHIBITED_REPORT
            P02,匕首,dagger,PROHIBITED_REPORT
            P02,单刃尖刀,single-edged pointed knife,PROHIBITED_REPORT
            P02,双刃尖刀,double-edged pointed knife,PROHIBITED_REPORT
            P02,弩,crossbow,PROHIBITED_REPORT
            P02,弹簧刀,spring knife,PROHIBITED_REPORT
            P02,电击器,electric shock device,PROHIBITED_REPORT
            P02,跳刀,switchblade,PROHIBITED_REPORT
            P03,发令纸,cap-gun paper,PROHIBITED_REPORT
            P03,发射药,propelling charge,PROHIBITED_REPORT
            P03,导火索,safety fuse,PROHIBITED_REPORT
            P03,导爆索,detonating cord,PROHIBITED_REPORT
            P03,引火线,ignition fuse,PROHIBITED_REPORT
            P03,彩药弹,coloured pyrotechnic pellet,PROHIBITED_REPORT
            P03,拉炮,pull-string cracker,PROHIBITED_REPORT
            P03,推进剂,propellant,PROHIBITED_REPORT
            P03,摔炮,throw-down cracker,PROHIBITED_REPORT
            P03,炸药,high explosive,PROHIBITED_REPORT
            P03,烟火药,pyrotechnic composition,PROHIBITED_REPORT
            P03,烟花,fireworks,PROHIBITED_REPORT
            P03,爆破剂,blasting agent,PROHIBITED_REPORT
            P03,电点火头,electric match head,PROHIBITED_REPORT
            P03,砸炮,impact cracker,PROHIBITED_REPORT
            P03,硝化棉,nitrocellulose,PROHIBITED_REPORT
            P03,雷管,detonator,PROHIBITED_REPORT
            P03,鞭炮,firecrackers,PROHIBITED_REPORT
            P03,黑火药,black powder,PROHIBITED_REPORT
            P04,一氧化氮,nitric oxide,PROHIBITED_REPORT
            P04,一氧化碳,carbon monoxide,PROHIBITED_REPORT
            P04,丁烷,butane,PROHIBITED
            P04,丙烯,propylene,PROHIBITED
            P04,乙炔,acetylene,PROHIBITED
            P04,乙烯,ethylene,PROHIBITED
            P04,乙烷,ethane,PROHIBITED
            P04,压缩氧气,compressed oxygen,PROHIBITED
            P04,天然气,natural gas,PROHIBITED
            P04,打火机,lighter,PROHIBITED
            P04,气雾剂,aerosol,PROHIBITED
            P04,氖气,neon,PROHIBITED
            P04,氢气,hydrogen,PROHIBITED
            P04,氦气,helium,PROHIBITED
            P04,氮气,nitrogen,PROHIBITED
            P04,氯气,chlorine,PROHIBITED_REPORT
            P04,液化石油气,liquefied petroleum gas,PROHIBITED
            P04,甲烷,methane,PROHIBITED
            P05,丙酮,acetone,PROHIBITED
            P05,乙醚,diethyl ether,PROHIBITED
            P05,松香油,rosin oil,PROHIBITED
            P05,柴油,diesel,PROHIBITED
            P05,桐油,tung oil,PROHIBITED
            P05,汽油,petrol,PROHIBITED
            P05,油漆,paint,PROHIBITED
            P05,煤油,kerosene,PROHIBITED
            P05,生漆,raw lacquer,PROHIBITED
            P05,苯,benzene,PROHIBITED
            P05,酒精,alcohol,PROHIBITED
            P06,固体酒精,solid alcohol fuel,PROHIBITED
            P06,氰化钠,sodium cyanide,PROHIBITED_REPORT
            P06,氰化钾,potassium cyanide,PROHIBITED_REPORT
            P06,活性炭,activated carbon,PROHIBITED
            P06,火柴,matches,PROHIBITED
            P06,电石,carbide stone,PROHIBITED
            P06,白磷,white phosphorus,PROHIBITED
            P06,硝化纤维,cellulose nitrate,PROHIBITED
            P06,硫磺,sulphur,PROHIBITED
            P06,碳化钙,calcium carbide,PROHIBITED
            P06,红磷,red phosphorus,PROHIBITED
            P06,胶片,nitrate film stock,PROHIBITED
            P06,金属钠,sodium metal,PROHIBITED
            P06,金属钾,potassium metal,PROHIBITED
            P06,金属锂,lithium metal,PROHIBITED
            P06,钛粉,titanium powder,PROHIBITED
            P06,铝粉,aluminium powder,PROHIBITED
            P06,锌粉,zinc powder,PROHIBITED
            P06,镁粉,magnesium powder,PROHIBITED
            P06,闪光粉,flash powder,PROHIBITED
            P06,黄磷,yellow phosphorus,PROHIBITED
            P07,双氧水,hydrogen peroxide,PROHIBITED
            P07,氧化氢,hydrogen oxide (as printed; means peroxide),PROHIBITED
            P07,氯酸盐,chlorate,PROHIBITED_REPORT
            P07,溴酸盐,bromate,PROHIBITED
            P07,硝酸盐,nitrate,PROHIBITED_REPORT
            P07,过氧化钠,sodium peroxide,PROHIBITED
            P07,过氧化钾,potassium peroxide,PROHIBITED
            P07,过氧化铅,lead peroxide,PROHIBITED
            P07,高氯酸盐,perchlorate,PROHIBITED_REPORT
            P07,高锰酸盐,permanganate,PROHIBITED_REPORT
            P08,剧毒农药,highly toxic pesticide,PROHIBITED_REPORT
            P08,氰化物,cyanide,PROHIBITED_REPORT
            P08,汞,mercury,PROHIBITED
            P08,汞化物,mercury compound,PROHIBITED_REPORT
            P08,砒霜,arsenic trioxide,PROHIBITED_REPORT
            P08,砷,arsenic,PROHIBITED_REPORT
            P08,硒粉,selenium powder,PROHIBITED_REPORT
            P08,苯酚,phenol,PROHIBITED
            P08,铊化物,thallium compound,PROHIBITED_REPORT
            P09,动物器官,animal organ,PROHIBITED_REPORT
            P09,医疗废弃物,medical waste,PROHIBITED_REPORT
            P09,寄生虫,parasite,PROHIBITED_REPORT
            P09,尸骨,human remains,PROHIBITED_REPORT
            P09,排泄物,excrement,PROHIBITED
            P09,未经硝制的兽皮,untanned animal hide,PROHIBITED
            P09,未经药制的兽骨,untreated animal bone,PROHIBITED
            P09,炭疽,anthrax,PROHIBITED_REPORT
            P09,病菌,disease-causing bacteria,PROHIBITED_REPORT
            P09,肢体,severed limb,PROHIBITED_REPORT
            P10,钚,plutonium,PROHIBITED_REPORT
            P10,钴,cobalt (radioactive),PROHIBITED_REPORT
            P10,铀,uranium,PROHIBITED_REPORT
            P10,镭,radium,PROHIBITED_REPORT
            P11,氢氧化钠,sodium hydroxide,PROHIBITED
            P11,氢氧化钾,potassium hydroxide,PROHIBITED
            P11,盐酸,hydrochloric acid,PROHIBITED
            P11,硝酸,nitric acid,PROHIBITED
            P11,硫酸,sulphuric acid,PROHIBITED
            P11,蓄电池,storage battery,PROHIBITED
            P12,丙酮,acetone,PROHIBITED
            P12,伪麻黄素,pseudoephedrine,PROHIBITED_REPORT
            P12,冰壶,meth pipe,PROHIBITED_REPORT
            P12,冰毒,crystal meth,PROHIBITED_REPORT
            P12,可卡因,cocaine,PROHIBITED_REPORT
            P12,吗啡,morphine,PROHIBITED_REPORT
            P12,大麻,cannabis,PROHIBITED_REPORT
            P12,安钠咖,caffeine sodium benzoate,PROHIBITED_REPORT
            P12,氯胺酮,ketamine,PROHIBITED_REPORT
            P12,海洛因,heroin,PROHIBITED_REPORT
            P12,溴代苯丙酮,bromopropiophenone,PROHIBITED_REPORT
            P12,甲卡西酮,methcathinone,PROHIBITED_REPORT
            P12,甲基苯丙胺,methamphetamine,PROHIBITED_REPORT
            P12,甲苯,toluene,PROHIBITED
            P12,罂粟叶,poppy leaf,PROHIBITED_REPORT
            P12,罂粟壳,poppy husk,PROHIBITED_REPORT
            P12,罂粟花,poppy flower,PROHIBITED_REPORT
            P12,罂粟苞,poppy pod,PROHIBITED_REPORT
            P12,羟亚胺,hydroxylimine,PROHIBITED_REPORT
            P12,胡椒醛,piperonal,PROHIBITED_REPORT
            P12,苯丙胺,amphetamine,PROHIBITED_REPORT
            P12,苯乙酸,phenylacetic acid,PROHIBITED_REPORT
            P12,邻酮,o-chlorophenyl cyclopentyl ketone,PROHIBITED_REPORT
            P12,醋酸酐,acetic anhydride,PROHIBITED_REPORT
            P12,鸦片,opium,PROHIBITED_REPORT
            P12,麻黄素,ephedrine,PROHIBITED_REPORT
            P12,黄樟油,sassafras oil,PROHIBITED_REPORT
            P12,黄樟素,safrole,PROHIBITED_REPORT
            P13,反动宣传品,subversive propaganda,PROHIBITED_REPORT
            P13,宗教极端思想宣传品,religious extremist propaganda,PROHIBITED_REPORT
            P13,淫秽书刊,obscene publication,PROHIBITED_REPORT
            P13,淫秽图片,obscene picture,PROHIBITED_REPORT
            P13,淫秽音像制品,obscene audiovisual product,PROHIBITED_REPORT
            P13,煽动民族仇恨宣传品,propaganda inciting ethnic hatred,PROHIBITED_REPORT
            P13,破坏国家统一宣传品,propaganda against national unity,PROHIBITED_REPORT
            P13,破坏社会稳定宣传品,propaganda against social stability,PROHIBITED_REPORT
            P13,邪教宣传品,cult propaganda,PROHIBITED_REPORT
            P14,一次性密码本,one-time pad,PROHIBITED_REPORT
            P14,密写工具,secret-writing tool,PROHIBITED_REPORT
            P14,暗藏式窃听器材,concealed listening device,PROHIBITED_REPORT
            P14,用于获取情报的电子监听和截收器材,electronic monitoring and interception device,PROHIBITED_REPORT
            P14,突发式收发报机,burst radio transceiver,PROHIBITED_REPORT
            P14,窃照器材,covert camera,PROHIBITED_REPORT
            P15,伪造公章,forged official seal,PROHIBITED_REPORT
            P15,伪造证件,forged certificate,PROHIBITED_REPORT
            P15,伪造货币,counterfeit currency,PROHIBITED_REPORT
            P15,变造公章,altered official seal,PROHIBITED_REPORT
            P15,变造证件,altered certificate,PROHIBITED_REPORT
            P15,变造货币,altered currency,PROHIBITED_REPORT
            P16,侵犯专利权的物品,patent-infringing goods,PROHIBITED
            P16,侵犯商标权的物品,trademark-infringing goods,PROHIBITED_REPORT
            P16,侵犯著作权的图书,copyright-infringing book,PROHIBITED
            P16,侵犯著作权的音像制品,copyright-infringing audiovisual product,PROHIBITED
            P16,假冒伪劣儿童用品,counterfeit or shoddy children's goods,PROHIBITED_REPORT
            P16,假冒伪劣化妆品,counterfeit or shoddy cosmetics,PROHIBITED_REPORT
            P16,假冒伪劣电子产品,counterfeit or shoddy electronics,PROHIBITED_REPORT
            P16,假冒伪劣纺织品,counterfeit or shoddy textiles,PROHIBITED_REPORT
            P16,假冒伪劣药品,counterfeit or shoddy medicine,PROHIBITED_REPORT
            P16,假冒伪劣食品,counterfeit or shoddy food,PROHIBITED_REPORT
            P17,犀牛角,rhinoceros horn,PROHIBITED_REPORT
            P17,犀牛角制品,rhinoceros-horn product,PROHIBITED_REPORT
            P17,虎骨,tiger bone,PROHIBITED_REPORT
            P17,虎骨制品,tiger-bone product,PROHIBITED_REPORT
            P17,象牙,ivory,PROHIBITED_REPORT
            P17,象牙制品,ivory product,PROHIBITED_REPORT
            P18,来自疫区的药品,medicine from an epidemic area,PROHIBITED_REPORT
            P18,来自疫区的食品,food from an epidemic area,PROHIBITED_REPORT
            P18,涉及国家秘密的文件,document with state secrets,PROHIBITED_REPORT
            P18,涉及国家秘密的资料,material with state secrets,PROHIBITED_REPORT
            P18,能传播疾病的物品,item able to spread disease,PROHIBITED_REPORT
            P19,危险化学品,hazardous chemical,PROHIBITED
            P19,易制毒化学品,drug-precursor chemical,PROHIBITED_REPORT
            P19,易制爆危险化学品,explosive-precursor hazardous chemical,PROHIBITED_REPORT
            P19,民用爆炸物品,civil explosive,PROHIBITED_REPORT
            P19,第一类病原微生物,class 1 pathogenic microorganism,PROHIBITED_REPORT
            P19,第二类病原微生物,class 2 pathogenic microorganism,PROHIBITED_REPORT

            """#)
}
