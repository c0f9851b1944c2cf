import Domain

/// How blocks of waybill numbers are given to handhelds (settings `waybill.…`).
package struct NumberRules: Equatable, Sendable {
    /// A handheld gets a new block when fewer numbers are left.
    package var refillBelow: Int
    /// Numbers in one block.
    package var blockSize: Int
    /// The company's two letters.
    package var companyPrefix: String
    /// The station's two digits.
    package var stationGroup: String

    package init(refillBelow: Int, blockSize: Int, companyPrefix: String, stationGroup: String) {
        self.refillBelow = refillBelow
        self.blockSize = blockSize
        self.companyPrefix = companyPrefix
        self.stationGroup = stationGroup
    }

    /// Ten digits follow the two of the station.
    static let serialsPerGroup = 10_000_000_000

    /// The block that begins at a serial; nil when the station has none left.
    func range(from serial: Int, for device: String) -> NumberRange? {
        let last = serial + blockSize - 1
        guard serial >= 0, blockSize >= 1, last < NumberRules.serialsPerGroup else { return nil }
        return NumberRange(
            device: device, first: number(serial), last: number(last), check: .mod1110)
    }

    private func number(_ serial: Int) -> String {
        let digits = String(serial)
        return companyPrefix + stationGroup
            + String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }
}
