/// What a problem report is about.
package enum ProblemSubject: Hashable, Sendable {
    case parcel(String)
    /// What can still be read of an unreadable number.
    case unreadable(String)

    /// The parcel id or the unreadable text.
    package var text: String {
        switch self {
        case .parcel(let id): id
        case .unreadable(let text): text
        }
    }
}
