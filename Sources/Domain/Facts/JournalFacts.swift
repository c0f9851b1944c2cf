/// An entry of an older stream that is too long to be carried as text; its bytes are a blob.
package struct OversizeFact: Hashable, Sendable {
    /// Where the entry was first recorded.
    package var stream: String
    package var sequence: Int
    /// Its fact id.
    package var fact: String
    /// SHA-256 of its line.
    package var blob: String
    /// Of its line, in bytes.
    package var length: Int

    package init(stream: String, sequence: Int, fact: String, blob: String, length: Int) {
        self.stream = stream
        self.sequence = sequence
        self.fact = fact
        self.blob = blob
        self.length = length
    }
}

/// A blob of the fact that this one names is damaged on the handheld.
package struct BlobCorruptFact: Hashable, Sendable {
    package var blob: String
    /// In bytes, as recorded.
    package var length: Int
    /// In bytes, as found.
    package var foundLength: Int?

    package init(blob: String, length: Int) {
        self.blob = blob
        self.length = length
    }
}

/// The station takes nothing more into a stream.
package struct StreamCloseFact: Hashable, Sendable {
    package var stream: String
    /// The last sequence that is in the ledger; 0 for none.
    package var at: Int
    package var reason: String

    package init(stream: String, at: Int, reason: String) {
        self.stream = stream
        self.at = at
        self.reason = reason
    }
}

/// The station reads facts again that an older program could not read.
package struct ReinterpretFact: Hashable, Sendable {
    package var facts: [String]
    package var why: String

    package init(facts: [String], why: String) {
        self.facts = facts
        self.why = why
    }
}
