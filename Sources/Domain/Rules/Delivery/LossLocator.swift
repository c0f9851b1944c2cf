/// Who should have scanned a parcel next and did not (`loss_patterns`).
package struct LossPattern: Hashable, Sendable {
    package let code: Code
    /// The last scan after which this gap begins.
    package let last: [TrackingEvent]
    package let suspect: Code
    package let words: Words
    package let suspectWords: Words

    package init(
        code: Code, last: [TrackingEvent], suspect: Code, words: Words, suspectWords: Words
    ) {
        self.code = code
        self.last = last
        self.suspect = suspect
        self.words = words
        self.suspectWords = suspectWords
    }
}

/// Finds the gap in the scans of a parcel that is quiet for too long.
package struct LossLocator: Sendable {
    private let patterns: [LossPattern]

    package init(_ patterns: [LossPattern]) { self.patterns = patterns }

    /// The gap after the newest event; nil where nobody in particular is to be asked, such as for
    /// a parcel in a locker or one whose trouble is known already.
    package func gap(after event: TrackingEvent?) -> LossPattern? {
        guard let event else { return nil }
        return patterns.first { $0.last.contains(event) }
    }

    /// Whether a parcel is quiet: it has not arrived, and its newest event is this old.
    package static func isQuiet(
        _ parcel: Parcel, now: Int, hoursSameCity: Int, hoursDomestic: Int
    ) -> Bool {
        guard !parcel.stage.isTerminal, parcel.stage != .created, let at = parcel.at else {
            return false
        }
        let city = parcel.sender?.city
        let isSameCity = city != nil && city == parcel.recipient?.city
        return now - at >= (isSameCity ? hoursSameCity : hoursDomestic) * 3_600_000
    }
}
