import SyncProtocol

/// What happened, line by line: always hashed, kept only when somebody wants to read it.
struct Trace {
    /// The lines; empty unless they are kept.
    private(set) var lines: [String] = []
    private let isKept: Bool
    private var hash = SHA256()

    init(isKept: Bool) { self.isKept = isKept }

    mutating func note(_ line: String) {
        hash.update(line)
        hash.update([0x0A])
        if isKept { lines.append(line) }
    }

    /// The hash of everything noted so far.
    var digest: Digest {
        let copy = hash
        return copy.finalize()
    }
}
