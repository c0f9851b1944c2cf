import Domain
import Testing

struct FactCodeTests {
    private let id = "32508a3205a42434270f4feb606dd65805284eb53e9dce64fb7b5467bb12a72e"

    @Test func `a reference is the first 40 bits in base32`() {
        #expect(FactCode.reference(id) == "6988-MCG5")
    }

    @Test func `what a fact makes is named by its first 80 bits`() {
        #expect(FactCode.madeID(id) == "L6988MCG5MGJ389RF")
        #expect(FactCode.codChargeID(id) == "L6988MCG5MGJ389RF-D")
        #expect(FactCode.collectChargeID(id, 2) == "L6988MCG5MGJ389RF-2")
    }

    @Test(arguments: ["", "zz", "快", String(repeating: "f", count: 200)])
    func `a strange id still gives a name`(id: String) {
        #expect(FactCode.madeID(id).utf8.count == 17)
        #expect(FactCode.reference(id).utf8.count == 9)
    }
}
