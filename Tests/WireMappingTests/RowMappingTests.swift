import Domain
import SyncProtocol
import Testing

@testable import WireMapping

struct RowMappingTests {
    private static let types: [EntityType] = [
        .task, .parcel, .addr, .charge, .problem, .account, .config, .person, .pack, .tariff,
        .numbers, .disp, .day, .handover, .case,
    ]

    private static let required: [EntityType: Set<String>] = [
        .task: ["kind", "st", "to"], .parcel: ["stage", "cust"], .addr: ["text"],
        .charge: ["for", "due", "cur", "paid", "bal", "st"], .problem: ["parcel", "reason", "st"],
        .account: ["cash"], .handover: ["what", "from", "to"], .config: [],
        .person: ["name", "caps", "st"],
        .pack: ["ver", "h", "l", "t", "from"],
        .tariff: ["from", "cur", "first_g", "step_g", "divisor", "rounding", "zones"],
        .numbers: ["dev", "first", "last", "check"], .disp: ["fact", "d"],
        .case: ["kind", "rule", "sev", "facts", "options", "st"],
        .day: ["day", "st"],
    ]

    private static func random(_ type: EntityType, _ random: inout RandomValues) -> Entity? {
        let id = "X1"
        switch type {
        case .task: return .task(.random(id: id, from: &random))
        case .parcel: return .parcel(.random(id: id, from: &random))
        case .addr: return .address(.random(id: id, from: &random))
        case .charge: return .charge(.random(id: id, from: &random))
        case .problem: return .problem(.random(id: id, from: &random))
        case .handover: return .handover(.random(id: id, from: &random))
        case .account: return .account(.random(id: id, from: &random))
        case .config: return .config(StationConfig(id: id, values: random.settings()))
        case .person: return .person(.random(id: id, from: &random))
        case .pack: return .pack(.random(id: id, from: &random))
        case .tariff: return .tariff(.random(id: id, from: &random))
        case .numbers: return .numbers(.random(id: id, from: &random))
        case .disp: return .disposition(.random(id: id, from: &random))
        case .case: return .dispute(.random(id: id, from: &random))
        case .day: return .day(.random(id: id, from: &random))
        case .device, .order, .ticket, .batch, .notice, .station, .incident: return nil
        }
    }

    @Test(arguments: types)
    func `every row comes back as it went`(type: EntityType) throws {
        for seed in 0..<60 {
            var random = RandomValues(seed: UInt64(seed))
            let entity = try #require(Self.random(type, &random))
            let body = try CanonicalObject(decoding: RowMapping.body(of: entity).encoded())
            #expect(
                RowMapping.entity(type: type.rawValue, id: "X1", body: body) == .entity(entity),
                "seed \(seed)")
        }
    }

    @Test(arguments: types)
    func `exactly the required keys of a row are required`(type: EntityType) throws {
        var random = RandomValues(seed: 3)
        random.fillPercent = 100
        let body = RowMapping.body(of: try #require(Self.random(type, &random)))
        let required = try #require(Self.required[type])
        #expect(required.isSubset(of: body.members.map(\.key)))
        for (key, _) in body.members {
            var reduced = body
            reduced[key] = nil
            let reading = RowMapping.entity(type: type.rawValue, id: "X1", body: reduced)
            if required.contains(key) {
                #expect(reading == .unreadable(.bad(path: key)))
            } else if case .entity = reading {
                continue
            } else {
                Issue.record("\(key) is optional: \(reading)")
            }
        }
    }

    @Test func `a key of a later level is ignored`() {
        let body: CanonicalObject = [
            "stage": "PICKED_UP", "cust": "person:c1", "later": ["x": 1],
        ]
        let expected = Parcel(id: "WB0931", stage: .pickedUp, custody: .person("c1"))
        #expect(
            RowMapping.entity(type: "parcel", id: "WB0931", body: body)
                == .entity(.parcel(expected)))
    }

    @Test(arguments: ["ticket", "batch", "something"])
    func `a row of a later version is known as such`(type: String) {
        #expect(RowMapping.entity(type: type, id: "X1", body: [:]) == .unknownType)
    }

    @Test func `an unknown stage is an unknown code`() {
        let body: CanonicalObject = ["stage": "FLYING", "cust": "person:c1"]
        #expect(
            RowMapping.entity(type: "parcel", id: "X1", body: body)
                == .unreadable(.unknownCode(path: "stage")))
    }
}
