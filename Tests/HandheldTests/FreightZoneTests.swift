import Domain
import Testing

@testable import Handheld

struct FreightZoneTests {
    static let cases: [(String, String, String?)] = [
        ("杭州市西湖区文三路259号", "杭州市拱墅区大关路96号", "SAME_CITY"),
        ("浙江省杭州市西湖区文三路", "温州市鹿城区人民东路12号", "SAME_PROVINCE"),
        ("杭州市西湖区文三路", "上海市徐汇区漕溪北路88号", "NEIGHBOUR"),
        ("上海市徐汇区漕溪北路", "上海市浦东新区世纪大道", "SAME_CITY"),
        ("杭州市西湖区文三路", "广州市天河区体育西路191号", "STANDARD"),
        ("杭州市西湖区文三路", "新疆维吾尔自治区乌鲁木齐市天山区1号", "REMOTE"),
        ("杭州市西湖区文三路", "乌鲁木齐市天山区1号", "REMOTE"),
        ("杭州市西湖区文三路", "香港特别行政区九龙弥敦道", "HMT"),
        ("吉林省吉林市船营区", "长春市朝阳区人民大街", "SAME_PROVINCE"),
        ("内蒙古自治区呼和浩特市", "黑龙江省哈尔滨市道里区", "NEIGHBOUR"),
        ("杭州市西湖区文三路", "文三路259号", nil), ("Wensan Road 259", "杭州市西湖区", nil),
    ]

    @Test(arguments: cases)
    func `the zone follows from both addresses`(
        _ from: String, to: String, zone: String?
    ) {
        let sender = Party(name: "a", phone: "1", address: from)
        let recipient = Party(name: "b", phone: "2", address: to)
        #expect(FreightZone.between(sender, recipient)?.text == zone)
    }

    @Test func `a province or city of its own says more than the street`() {
        let sender = Party(name: "a", phone: "1", address: "杭州市西湖区")
        var recipient = Party(name: "b", phone: "2", address: "人民路1号")
        recipient.city = "宁波"
        #expect(FreightZone.between(sender, recipient)?.text == "SAME_PROVINCE")
        recipient.city = nil
        recipient.province = "江苏省"
        #expect(FreightZone.between(sender, recipient)?.text == "NEIGHBOUR")
        #expect(FreightZone.between(nil, recipient) == nil)
    }

    @Test func `every border is known from both sides and every province has a city`() {
        for (province, others) in Regions.neighbours {
            #expect(Regions.provinces.contains(province))
            for other in others { #expect(Regions.neighbours[other]?.contains(province) == true) }
        }
        #expect(Regions.provinces.count == 34)
        for province in Regions.provinces {
            #expect(Regions.provinceOfCity.values.contains(province))
        }
    }
}
