import Domain
import ReferenceData
import Testing

@testable import Domain

/// Amounts in a declared name, and the limits of goods at and past them.
@Suite struct GoodsLimitTests {
    private let catalogue = ReferenceData.tables.catalogue

    private func limits(_ text: String) -> [String] {
        let excesses = catalogue.check(text).hits.compactMap(\.excess)
        return Set(excesses.map(\.limit.code.text)).sorted()
    }

    @Test(arguments: [
        ("香烟2条", "香烟3条", "CIGARETTES"), ("香烟400支", "香烟401支", "CIGARETTES"),
        ("两条烟", "三条烟", "CIGARETTES"), ("香烟20包", "香烟二十一包", "CIGARETTES"),
        ("香烟1条、雪茄200支", "香烟1条、雪茄201支", "CIGARETTES"),
        ("烟丝5kg", "烟丝5.001kg", "LEAF_TOBACCO"), ("烟叶十斤", "烟叶11斤", "LEAF_TOBACCO"),
        ("电子烟2个", "电子烟3个", "E_CIGARETTE_DEVICES"),
        ("烟弹6颗", "烟弹7颗", "E_CIGARETTE_PODS"),
        ("烟弹2ml×6颗", "烟弹2.1ml×6颗", "E_CIGARETTE_LIQUID"),
        ("电子烟油12ml", "电子烟油 13 毫升", "E_CIGARETTE_LIQUID"),
        ("充电宝27027mAh", "充电宝27028mAh", "BATTERY_ENERGY"),
        ("充电宝100Wh", "充电宝101Wh", "BATTERY_ENERGY"),
        ("锂电池 5Ah 20V", "锂电池 5Ah 20.1V", "BATTERY_ENERGY"),
        ("70度白酒", "71度白酒", "ALCOHOL_STRENGTH"),
        ("白酒500ml×10瓶", "白酒500ml×11瓶", "ALCOHOL_VOLUME"),
        ("５升白酒", "５．１升白酒", "ALCOHOL_VOLUME"),
        ("指甲油100ml", "指甲油101ml", "NAIL_POLISH"), ("干冰2500g", "干冰2501g", "DRY_ICE"),
    ])
    func `an amount at the limit passes and one past it does not`(
        within: String, past: String, limit: String
    ) {
        #expect(limits(within) == [], "\(within)")
        #expect(limits(past) == [limit], "\(past)")
    }

    @Test(arguments: [
        ("三条裤子和香烟一条", [String]()), ("香烟", []), ("WD40", []), ("18650电池4节", []),
        ("书3条、香烟", []), ("香烟，3条", ["CIGARETTES"]), ("充电宝 50,000mAh", ["BATTERY_ENERGY"]),
        ("5万毫安充电宝", ["BATTERY_ENERGY"]), ("白酒1箱6瓶1L", ["ALCOHOL_VOLUME"]),
        ("香烟99999999999999999999条", ["CIGARETTES"]),
        ("白酒999999999999升×999999999999瓶", ["ALCOHOL_VOLUME"]),
        ("香煙３條", ["CIGARETTES"]), ("空运充电宝20000mAh", []),
    ])
    func `amounts count for the thing beside them`(text: String, expected: [String]) {
        #expect(limits(text) == expected, "\(text)")
    }

    @Test func `between the bounds of a battery a manager decides, above nobody`() {
        let middle = catalogue.check("充电宝30000mAh")
        #expect(middle.decision == .managerReview)
        #expect(middle.hits.first?.excess?.stated == 111)
        #expect(middle.isForbiddenByAir)
        #expect(catalogue.check("充电宝160Wh").decision == .managerReview)
        #expect(catalogue.check("充电宝161Wh").decision == .prohibited)
        #expect(catalogue.check("充电宝100Wh").decision == .groundOnly)
    }

    @Test func `a station may set its own bounds`() {
        let bounds = ["alcohol.strength_max_percent": 56]
        #expect(catalogue.check("60度白酒").decision == .groundOnly)
        #expect(catalogue.check("60度白酒", bounds: bounds).decision == .prohibited)
        #expect(catalogue.check("56度白酒", bounds: bounds).decision == .groundOnly)
    }

    @Test func `goods that turned out harmless have no limit`() {
        let text = "烟花裤3条"
        #expect(catalogue.check(text, answers: ["烟花": false]).decision == .none)
        let pods = catalogue.check("手机壳 200Wh", answers: ["手机": false])
        #expect(pods.hits.allSatisfy { $0.excess == nil })
    }

    @Test(arguments: [
        ("两", 2_000), ("十二", 12_000), ("二十", 20_000), ("三百五", 305_000), ("一千", 1_000_000),
        ("两万", 20_000_000), ("半", 500), ("百", 100_000),
    ])
    func `numbers in characters are read`(text: String, thousandths: Int) {
        let read = ChineseNumber.read(Array(text.unicodeScalars), at: 0)
        #expect(read?.value == thousandths)
        #expect(read?.end == text.unicodeScalars.count)
    }

    @Test func `any text at all is read without a trap`() {
        var state: UInt64 = 20_261_125
        let alphabet = Array("0１9.，,条ml×x*万千百十半两mAhWhV度% 白酒香烟充电宝和、🍺\u{0}e\u{301}")
        for _ in 0..<20_000 {
            let length = Int(state >> 33) % 24
            let text = String(
                (0..<length).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return alphabet[Int(state >> 33) % alphabet.count]
                })
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let finding = catalogue.check(text)
            #expect(finding.hits.allSatisfy { ($0.excess?.stated ?? 1) > 0 })
        }
    }
}
