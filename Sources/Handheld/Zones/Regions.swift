/// Provinces of China with their prefecture-level cities, in short names, and which provinces
/// border on each other: enough to tell the zone of an address. Names by GB/T 2260.
enum Regions {
    /// All provinces, municipalities and regions.
    static let provinces = rows.map(\.province)
    /// Cities that are provinces.
    static let municipalities: Set<String> = ["北京", "上海", "天津", "重庆"]
    /// Beyond a customs border (港澳台).
    static let specialRegions: Set<String> = ["香港", "澳门", "台湾"]
    /// Carriers' remote areas; a station that sees it otherwise names the zone itself.
    static let remote: Set<String> = ["新疆", "西藏", "青海"]
    /// What can follow the short name of a province; the longest first.
    static let provinceEndings = [
        "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省",
    ]

    /// The province of each city.
    static let provinceOfCity: [String: String] = {
        var provinces: [String: String] = [:]
        for row in rows {
            for city in row.cities { provinces[city] = row.province }
        }
        return provinces
    }()

    /// The provinces on the other side of each border.
    static let neighbours: [String: Set<String>] = {
        var neighbours: [String: Set<String>] = [:]
        for row in rows {
            for other in row.neighbours {
                neighbours[row.province, default: []].insert(other)
                neighbours[other, default: []].insert(row.province)
            }
        }
        return neighbours
    }()

    /// The cities whose names begin with these characters, the longest name first.
    static func cities(beginning start: Substring) -> [String] {
        citiesByStart[String(start)] ?? []
    }

    private static let citiesByStart = Dictionary(grouping: provinceOfCity.keys) {
        String($0.prefix(2))
    }.mapValues { $0.sorted { ($1.count, $0) < ($0.count, $1) } }

    private struct Region {
        let province: String
        let cities: [String]
        let neighbours: [String]
    }

    /// Province | cities | bordering provinces (each border stands once).
    private static let rows: [Region] = table.split(separator: "\n").map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").map(String.init)
        }
        precondition(parts.count == 3 && parts[0].count == 1, "a region has three columns")
        return Region(province: parts[0][0], cities: parts[1], neighbours: parts[2])
    }

    private static let table = """
        北京|北京|天津 河北
        天津|天津|河北
        上海|上海|江苏 浙江
        重庆|重庆|湖北 湖南 贵州 四川 陕西
        河北|石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水|山西 河南 山东 辽宁 内蒙古
        山西|太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁|河南 陕西 内蒙古
        内蒙古|呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善|\
        黑龙江 吉林 辽宁 陕西 宁夏 甘肃
        辽宁|沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛|吉林
        吉林|长春 吉林 四平 辽源 通化 白山 松原 白城 延边|黑龙江
        黑龙江|哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭|
        江苏|南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁|浙江 安徽 山东
        浙江|杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水|安徽 江西 福建
        安徽|合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城|\
        江西 湖北 河南 山东
        福建|福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德|江西 广东
        江西|南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶|湖北 湖南 广东
        山东|济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽|河南
        河南|郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源|\
        湖北 陕西
        湖北|武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架|湖南 陕西
        湖南|长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西|贵州 广西 广东
        广东|广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 \
        揭阳 云浮|广西 海南
        广西|南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左|贵州 云南
        海南|海口 三亚 三沙 儋州|
        四川|成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 \
        甘孜 凉山|陕西 甘肃 青海 西藏 云南 贵州
        贵州|贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南|云南
        云南|昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆|西藏
        西藏|拉萨 日喀则 昌都 林芝 山南 那曲 阿里|新疆 青海
        陕西|西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛|甘肃 宁夏
        甘肃|兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南|青海 宁夏 新疆
        青海|西宁 海东 海北 黄南 海南州 果洛 玉树 海西|新疆
        宁夏|银川 石嘴山 吴忠 固原 中卫|
        新疆|乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子|
        香港|香港|
        澳门|澳门|
        台湾|台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义|
        """
}
