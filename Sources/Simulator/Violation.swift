/// An invariant that does not hold.
package struct Violation: Error, Equatable, Sendable {
    /// `I-05`, or `stuck`.
    package let invariant: String
    package let what: String

    init(_ invariant: String, _ what: String) {
        self.invariant = invariant
        self.what = what
    }
}

/// Demands that an invariant holds.
func demand(
    _ isKept: Bool, _ invariant: String, _ what: @autoclosure () -> String
) throws(Violation) {
    guard isKept else { throw Violation(invariant, what()) }
}
