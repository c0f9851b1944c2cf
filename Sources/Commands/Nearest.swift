/// Finds the name that a mistyped one was most likely meant to be.
package enum Nearest {
    /// The candidate that `typed` begins, or the one with the fewest typing errors, at most one for
    /// every three letters; the earlier of two equals.
    package static func name(to typed: String, in candidates: [String]) -> String? {
        let stem = typed.drop { $0 == "-" }
        if stem.utf8.count >= 3, let longer = candidates.first(where: { $0.hasPrefix(typed) }) {
            return longer
        }
        let letters = Array(stem.lowercased().utf8)
        var best: (name: String, errors: Int)?
        for candidate in candidates {
            let errors = distance(letters, Array(candidate.drop { $0 == "-" }.utf8))
            if errors < best?.errors ?? .max { best = (candidate, errors) }
        }
        guard let best, best.errors <= max(1, letters.count / 3) else { return nil }
        return best.name
    }

    /// Letters changed, added, dropped, or swapped with their neighbour (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var older: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let change = left[row] == right[column] ? 0 : 1
                var errors = min(
                    previous[column] + change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    errors = min(errors, older[column - 1] + 1)
                }
                current.append(errors)
            }
            older = previous
            previous = current
        }
        return previous[right.count]
    }
}
