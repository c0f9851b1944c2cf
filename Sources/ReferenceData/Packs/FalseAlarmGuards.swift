extension ReferencePack {
    /// Harmless names that contain a keyword: they ask, they never silence.
    package static let falseAlarmGuards = ReferencePack(
        name: "false_alarm_guards", version: 20_261_121,
        csv: #"""
            text,looks_like,decision_if_confirmed,category_if_confirmed,meaning_zh,meaning_en
            塑料水枪,P01,NONE,,儿童玩具水枪，非仿真、非金属,"Toy water gun, not a replica, not metal"
            子弹头,P01,NONE,,形状词,A shape
            弹力裤,P01,NONE,,服装,Clothing
            手枪钻,P01,GROUND_ONLY,R_BATTERY,电动工具，可能含电池,"Power drill, may hold a battery"
            枪灰色,P01,NONE,,颜色词,A colour
            洗车水枪,P01,NONE,,高压洗车配件,Car-wash nozzle
            热熔胶枪,P01,NONE,,手工工具,Craft glue gun
            烟花图案,P03,NONE,,图案、衣物,A printed pattern
            一氧化碳报警器,P04,GROUND_ONLY,R_BATTERY,家用报警器，可能含电池,"Household alarm, may hold a battery"
            丙烯颜料,P04,GROUND_ONLY,R_LIQUID,水性绘画颜料,Water-based artist's paint
            天然气灶,P04,NONE,,未使用或已清空的灶具,A cooker without gas
            打气筒,P04,NONE,,空的打气工具,Empty hand pump
            火机壳,P04,MANAGER_REVIEW,P04,空壳，需站长审核,"Empty shell, goes to the manager"
            聚丙烯,P04,NONE,,塑料制品,A plastic
            聚乙烯,P04,NONE,,塑料制品,A plastic
            汽油滤清器(全新),P05,NONE,,新件，无残油,New part without fuel
            油漆刷,P05,NONE,,全新刷子,New brush
            酒精灯(空),P05,CARE,R_FRAGILE,空器皿,Empty glassware
            钢笔墨水,P05,GROUND_ONLY,R_LIQUID,墨水，按液体处理,"Ink, treated as a liquid"
            活性炭口罩,P06,NONE,,成品口罩,Finished mask
            火柴盒,P06,NONE,,空盒或玩具车,Empty box or toy car
            硫磺皂,P06,NONE,,日用香皂,Household soap
            胶片相机,P06,CARE,R_FRAGILE,相机，不含硝酸片基胶片,A camera without nitrate film
            蓄电池充电器,P11,NONE,,充电器，不含电池,Charger without a battery
            象牙白,P17,NONE,,颜色词,A colour
            冰箱贴,R_AERO,GROUND_ONLY,R_MAGNET,磁性小饰品,Small magnet
            空调被,R_AERO,NONE,,床上用品,Bedding
            酒心巧克力,R_ALCOHOL,CARE,R_FRESH,食品,Food
            宠物用品,R_ANIMAL,NONE,,用品，非活体,"Supplies, no live animal"
            手机壳,R_BATTERY,NONE,,配件，不含电池,Accessory without a battery
            电池扣,R_BATTERY,NONE,,服饰配件,A clothing fastener
            香水柠檬,R_LIQUID,CARE,R_FRESH,水果,A fruit
            烟灰缸,R_TOBACCO,CARE,R_FRAGILE,器皿,An ashtray

            """#)
}
