extension ReferencePack {
    /// The provinces by short name, the kind that decides a zone, and their neighbours by land.
    package static let provinces = ReferencePack(
        name: "provinces", version: 20_261_121,
        csv: #"""
            province,kind,neighbours
            北京,MUNICIPALITY,天津;河北
            天津,MUNICIPALITY,北京;河北
            河北,PROVINCE,北京;天津;辽宁;内蒙古;山西;河南;山东
            山西,PROVINCE,河北;内蒙古;陕西;河南
            内蒙古,PROVINCE,黑龙江;吉林;辽宁;河北;山西;陕西;宁夏;甘肃
            辽宁,PROVINCE,吉林;内蒙古;河北
            吉林,PROVINCE,黑龙江;内蒙古;辽宁
            黑龙江,PROVINCE,吉林;内蒙古
            上海,MUNICIPALITY,江苏;浙江
            江苏,PROVINCE,山东;安徽;浙江;上海
            浙江,PROVINCE,上海;江苏;安徽;江西;福建
            安徽,PROVINCE,江苏;浙江;江西;湖北;河南;山东
            福建,PROVINCE,浙江;江西;广东
            江西,PROVINCE,安徽;浙江;福建;广东;湖南;湖北
            山东,PROVINCE,河北;河南;安徽;江苏
            河南,PROVINCE,河北;山西;陕西;湖北;安徽;山东
            湖北,PROVINCE,河南;安徽;江西;湖南;重庆;陕西
            湖南,PROVINCE,湖北;江西;广东;广西;贵州;重庆
            广东,PROVINCE,福建;江西;湖南;广西
            广西,PROVINCE,广东;湖南;贵州;云南
            海南,PROVINCE,
            重庆,MUNICIPALITY,湖北;湖南;贵州;四川;陕西
            四川,PROVINCE,重庆;贵州;云南;西藏;青海;甘肃;陕西
            贵州,PROVINCE,湖南;广西;云南;四川;重庆
            云南,PROVINCE,广西;贵州;四川;西藏
            西藏,REMOTE,新疆;青海;四川;云南
            陕西,PROVINCE,山西;河南;湖北;重庆;四川;甘肃;宁夏;内蒙古
            甘肃,PROVINCE,陕西;四川;青海;新疆;内蒙古;宁夏
            青海,PROVINCE,甘肃;四川;西藏;新疆
            宁夏,PROVINCE,陕西;甘肃;内蒙古
            新疆,REMOTE,甘肃;青海;西藏
            香港,HMT,
            澳门,HMT,
            台湾,HMT,

            """#)
}
