import Domain
import ReferenceData
import Testing

@Suite struct CarrierNumbersTests {
    @Test(arguments: [
        ("SF1234567890123", ["SF"]), ("sf123456789012", ["SF"]),
        ("123456789012", ["SF", "STO", "ZTO"]), ("JT1234567890123", ["JT"]),
        ("771234567890123", ["STO"]), ("71234567890123", ["ZTO"]),
        ("YT1234567890123", ["YTO"]), ("Y123456789012", ["YTO"]),
        ("312345678901234", ["YUNDA"]), ("1012345678901", ["EMS", "YUNDA"]),
        ("DPK12345678901", ["DBL"]), ("JDVA12345678901", ["JD"]),
        ("RB123456785GB", ["S10"]), ("EE473124829CN", ["EMS", "S10"]),
        // A wrong check digit, an own number, one digit less, and what is no number at all.
        ("RB123456786US", []), ("EX0000000000012", []), ("SF12345678901", []), ("", []),
    ])
    func `a number is like those of some carriers`(number: String, carriers: [String]) {
        #expect(ReferenceData.carriers.carriers(of: number).map(\.code) == carriers)
    }
}
