import Domain
import ReferenceData
import Testing

@Suite struct ZoneTableTests {
    private let zones = ReferenceData.tables.zones

    private func party(_ address: String, _ province: String? = nil, _ city: String? = nil) -> Party
    {
        var party = Party(name: "张三", phone: "13800000000", address: address)
        party.province = province
        party.city = city
        return party
    }

    @Test(arguments: [
        ("山东省威海市环翠区文化西路1号", ZoneTable.Zone.sameCity),
        ("山东威海市环翠区文化西路1号", .sameCity), ("山东省济南市经十路2号", .sameProvince),
        ("江苏省南京市中山路3号", .neighbour), ("广东省深圳市深南大道4号", .standard),
        ("内蒙古自治区呼和浩特市新华大街5号", .standard), ("新疆维吾尔自治区乌鲁木齐市光明路6号", .remote),
        ("西藏拉萨市北京中路7号", .remote), ("香港特别行政区中环8号", .hmt),
    ])
    func `the addresses decide the zone`(address: String, zone: ZoneTable.Zone) {
        let sender = party("山东省威海市高山街9号")
        #expect(zones.zone(from: sender, to: party(address)) == zone)
        #expect(zones.zone(from: party(address), to: sender) == zone)
    }

    @Test func `the regions beside the address go first`() {
        let sender = party("高山街9号", "山东省", "威海市")
        #expect(zones.zone(from: sender, to: party("文化路1号", "山东", "威海")) == .sameCity)
        #expect(zones.zone(from: sender, to: party("文化路1号", "山东")) == .sameProvince)
    }

    @Test func `a municipality is one city`() {
        let zone = zones.zone(from: party("北京市朝阳区1号"), to: party("北京市海淀区2号"))
        #expect(zone == .sameCity)
    }

    @Test func `an address without a province has no zone`() {
        #expect(zones.zone(from: party("高山街9号"), to: party("北京市海淀区2号")) == nil)
        #expect(zones.zone(from: party(""), to: party("北京市海淀区2号")) == nil)
    }

    @Test func `neighbours are neighbours both ways, and every zone has words`() throws {
        let header = ["province", "kind", "neighbours"]
        let bytes = Array(ReferencePack.provinces.csv.utf8)
        let rows = try CSVTable.read(bytes, header: header).get().rows
        let pairs = rows.flatMap { row in
            row["neighbours"].split(separator: ";").map { [row["province"], String($0)] }
        }
        #expect(rows.count == 34)
        #expect(Set(pairs) == Set(pairs.map { $0.reversed() }))
        #expect(
            ReferenceData.tables.words.codes(of: .zone)
                == ZoneTable.Zone.allCases.map(\.rawValue).sorted())
    }
}
