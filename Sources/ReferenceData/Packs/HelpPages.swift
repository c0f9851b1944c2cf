extension ReferencePack {
    /// Pages for people; the lines of a text are divided by `|`.
    package static let helpPages = ReferencePack(
        name: "help_pages", version: 20_261_125,
        csv: #"""
            id,kind,zh,en,text_zh,text_en,since,source
            appearance,CONDUCT,仪表,Appearance,"工作服整洁, 胸牌或工牌戴在看得见的地方|雨天擦干再进门, 鞋套随身带","Wear clean work clothes and the badge where it is seen|Dry off before you go in on rainy days, carry shoe covers",2026-11-25,S0
            courtesy,CONDUCT,礼貌与倾听,Courtesy and listening,"先问好、报单位和姓名, 双手递接|听完再答, 不打断, 不争辩; 解决不了就说清谁来办、何时回话","Greet first, say the company and your name, give and take with both hands|Hear people out, do not argue; if you cannot settle it say who will, and when",2026-11-25,S0; S4
            hours,CONDUCT,时间与纪律,Hours and discipline,"约好的时间要守; 来不及就提前打电话|上班不饮酒, 不替人打卡, 离岗要说","Keep the time that was agreed; call before it if you cannot|No alcohol on duty, clock in for nobody else, say when you leave",2026-11-25,S0; S2
            traffic,CONDUCT,交通与消防,Traffic and fire,"戴头盔, 不闯灯, 不逆行, 车停好再看手持端|充电的车不进楼道; 灭火器在哪里要知道","Helmet on, no red lights, no wrong way, stop before you look at the handheld|No charging in stairways; know where the extinguisher is",2026-11-25,S0
            parcels,CONDUCT,对待快件,Handling parcels,"不抛、不踩、不坐, 重件在下, 易碎在上|快件不离视线; 车锁好","Never throw, step or sit on a parcel; heavy below, fragile on top|Keep parcels in sight and the vehicle locked",2026-11-25,快递市场管理办法 2024
            equipment,CONDUCT,设备,Equipment,出门前看电量、打印纸、秤|手持端丢了立刻告诉站长: 站点可以擦除它,"Check battery, paper and scale before you leave|A lost handheld is told to the manager at once: the station can erase it",2026-11-25,S0
            learning,CONDUCT,学习与合作,Learning and teamwork,"新规则生效当天看一遍: courier page list|帮同事代派要交接, 不口头转件","Read new rules on the day they hold: courier page list|Hand parcels over by record, never by word of mouth",2026-11-25,S0; S2
            no_gain,CONDUCT,不谋私利,No private gain,"不收私下的钱, 不代人改价|用户的姓名、电话、地址只用来送件","Take no money on the side, change no price for anybody|Names, phones and addresses serve delivery alone",2026-11-25,S0; 快递暂行条例 34
            call_answer,SCRIPT,接电话,Answering the telephone,"您好, {station}, 工号 {person}, 请讲","{station}, {person} speaking. How can I help?",2026-11-25,S3; S4
            call_out,SCRIPT,打电话给收件人,Calling a recipient,"您好, 我是 {station} 的快递员 {person}, 有您一个快件, 现在方便收吗?|不方便: 问清改到几时、放哪里, 谁同意的要记下","Hello, this is {person} of {station} with a parcel for you. Is now a good time?|If not: ask when and where, and record who agreed",2026-11-25,S3
            call_steps,SCRIPT,六步通话,A call in six steps,"一 问好报工号|二 问单号或电话|三 复述要办的事|四 查询并答复, 查不到就说何时回话|五 问还有没有别的事|六 道谢, 等对方先挂","1 Greet and say your number|2 Ask for the waybill or the telephone|3 Repeat what is wanted|4 Look it up and answer, or say when you will call back|5 Ask whether there is anything else|6 Thank, and let the customer hang up first",2026-11-25,S2; S3
            call_transfer,SCRIPT,转接,Putting through,"请稍等, 我为您转到负责的同事|转之前把事情告诉同事, 不让客户再说一遍","One moment please, I put you through to my colleague|Tell the colleague first, so that nobody has to repeat it",2026-11-25,S3
            call_never,SCRIPT,不说的话,What is never said,"不说: 不知道、不归我管、你自己查、随便你|不问证件号, 不在电话里报别人的地址","Never: I do not know, not my job, look it up yourself, as you like|Never ask for document numbers or give out the address of others",2026-11-25,S2; S4
            terms_claim,TERMS,运单条款: 赔偿与保价,Terms of the waybill: claims and cover,"寄件前告诉寄件人: 保价与否怎样赔|保价的按声明价值和实际损失赔; 没保价的按民事法律赔|这一页是提示, 以运单上印的条款为准","Before sending, tell the sender what is paid with cover and without|With cover by declared value and real loss; without it by civil law|This page is a reminder; what is printed on the waybill holds",2026-11-25,"快递暂行条例 21, 27"
            penalty_delivery,PENALTY,签收与抛件的罚则,Penalties: signing and throwing,"替用户确认收件、没经同意放快递柜或驿站、抛扔踩踏: 罚款最高 1 万元, 严重的 1 万到 3 万元","Confirming for the user, lockers or stations without consent, throwing or stepping on parcels: fined up to 10,000 yuan, serious cases 10,000 to 30,000",2026-11-25,快递市场管理办法 2024 第五十四条
            penalty_identity,PENALTY,实名与验视的罚则,Penalties: identity and inspection,"不查验身份、不验视、不登记: 企业罚 10 万到 50 万元, 责任人最高 10 万元","No identity check, no inspection, no registration: companies 100,000 to 500,000 yuan, persons up to 100,000",2026-11-25,反恐怖主义法 85
            penalty_data,PENALTY,泄露信息的罚则,Penalties: data,"出售、泄露用户信息: 罚款 1 万到 5 万元, 严重的 5 万到 10 万元并可能停业","Selling or leaking user data: fined 10,000 to 50,000 yuan, serious cases 50,000 to 100,000 and perhaps the licence",2026-11-25,"快递暂行条例 34, 44"
            unknown,UNKNOWN,还没有定的事,What is not settled,"查询多久必须回话, 各家不同: 以本站规定为准|投诉里的各个期限没有统一数字|谁付二次派送费, 看合同",How soon an enquiry must be answered differs: the station decides|The periods of complaints have no common figures|Who pays a second delivery is a matter of contract,2026-11-25,S1; S4

            """#)
}
