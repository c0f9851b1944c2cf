/// Where the server's audit chain ended when it answered: every handheld keeps the last one and
/// tells it again, and so is a witness of what the server said (PJS section 8.1).
public struct Witness: Sendable, Equatable {
    /// The number of the entry.
    public var number: Int
    public var head: Digest
    /// The epoch in which it was told.
    public var epoch: String

    public init(number: Int, head: Digest, epoch: String) {
        self.number = number
        self.head = head
        self.epoch = epoch
    }

    /// The wire form, which is also what may be kept.
    public var encoded: CanonicalValue {
        [.integer(number), .text(head.hex), .text(epoch)]
    }

    /// Reads the wire form.
    public init?(_ value: CanonicalValue?) {
        guard let parts = value?.list, parts.count >= 3, let number = parts[0].integer, number > 0,
            let head = parts[1].text.flatMap({ Digest(hex: $0) }), let epoch = parts[2].text,
            epoch.unicodeScalars.count <= Witness.epochLengthMax
        else { return nil }
        self.init(number: number, head: head, epoch: epoch)
    }

    private static let epochLengthMax = 40
}

/// The hash chain of what was done at the server (PJS section 8.1).
public enum AuditChain {
    /// The head before the first entry.
    public static let genesis = SHA256.hash(Array("PJS1-audit\n".utf8))

    /// The head after an entry: over the head before it and the entry's canonical text.
    public static func link(_ previous: Digest, _ entry: [UInt8]) -> Digest {
        var hash = SHA256()
        hash.update(Array("PJS1-audit\n".utf8))
        hash.update(previous.bytes)
        hash.update(entry)
        return hash.finalize()
    }

    /// What a checkpoint says of all streams of the ledger: their ends, sorted by stream.
    public static func ends(_ streams: [(stream: String, sequence: Int, head: Digest)]) -> Digest {
        let lines = streams.sorted { $0.stream < $1.stream }.map {
            "\($0.stream) \($0.sequence) \($0.head.hex)\n"
        }
        return SHA256.hash(Array("PJS1-ends\n".utf8) + lines.flatMap { Array($0.utf8) })
    }
}
