/// Arithmetic on outside numbers: an answer that does not fit is `nil`, never a trap.
extension Int {
    func plus(_ other: Int) -> Int? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }

    func times(_ other: Int) -> Int? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }

    /// `self / divisor` rounded half up, for `self >= 0` and `divisor > 0`.
    func dividedHalfUp(by divisor: Int) -> Int {
        precondition(self >= 0 && divisor > 0)
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder >= divisor - remainder ? quotient + 1 : quotient
    }

    /// `self / divisor` rounded down, also below 0, for `divisor > 0`.
    func dividedDown(by divisor: Int) -> Int {
        precondition(divisor > 0)
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// `self / divisor` rounded up, for `self >= 0` and `divisor > 0`.
    func dividedUp(by divisor: Int) -> Int {
        precondition(self >= 0 && divisor > 0)
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder > 0 ? quotient + 1 : quotient
    }
}
