package import SyncProtocol

/// What one line says, before any state is looked at: a fact's entry, or why there is none.
///
/// A carried line is unwrapped: everything here is that of the original.
package struct LineReading: Sendable {
    /// The head where the fact was first recorded (PJS 5.2).
    package let fact: Digest
    /// Whether it came inside a `carry`.
    package let isCarried: Bool
    /// Where it was first recorded.
    package let stream: String
    package let sequence: Int
    package let content: Content

    /// The entry in a line, or why there is none to interpret.
    package enum Content: Sendable {
        case entry(Entry)
        case refused(Disposition.Quarantine)
    }

    /// The entry, if there is one.
    package var entry: Entry? {
        switch content {
        case .entry(let entry): entry
        case .refused: nil
        }
    }

    /// The act the fact belongs to, when it is one of several facts and its place can be true.
    package var act: ActKey? {
        guard let place = entry?.act, place.count > 1, sequence >= place.index else { return nil }
        return ActKey(stream: stream, first: sequence - place.index + 1, count: place.count)
    }

    /// Whether the line names a place in an act that cannot be true.
    package var hasFalsePlace: Bool {
        guard let place = entry?.act else { return false }
        return sequence < place.index
    }

    /// Reads the line at a place of a stream; `head` is its chain head.
    package init(_ line: ArraySlice<UInt8>, stream: String, sequence: Int, head: Digest) {
        let outer: Entry
        do {
            outer = try Entry(decoding: line)
        } catch {
            self.init(
                fact: head, stream: stream, sequence: sequence, content: .refused(.init(error)))
            return
        }
        guard outer.sequence == sequence else {
            self.init(
                fact: head, stream: stream, sequence: sequence, content: .refused(.badPayload))
            return
        }
        guard outer.kind == Carry.kind else {
            self.init(fact: head, stream: stream, sequence: sequence, content: .entry(outer))
            return
        }
        self.init(carry: outer, stream: stream, sequence: sequence, head: head)
    }

    private init(
        fact: Digest, isCarried: Bool = false, stream: String, sequence: Int, content: Content
    ) {
        self.fact = fact
        self.isCarried = isCarried
        self.stream = stream
        self.sequence = sequence
        self.content = content
    }

    private init(carry outer: Entry, stream: String, sequence: Int, head: Digest) {
        var wrapper = outer
        for _ in 0..<Limits.carryDepthMax {
            let carried: Carry
            do {
                carried = try Carry(wrapper.payload)
            } catch {
                break
            }
            let content: Content
            do {
                let inner = try Entry(decoding: carried.line)
                if inner.kind == Carry.kind {
                    wrapper = inner
                    continue
                }
                content = .entry(inner)
            } catch {
                content = .refused(.init(error))
            }
            self.init(
                fact: carried.fact, isCarried: true, stream: carried.stream,
                sequence: carried.sequence, content: content)
            return
        }
        self.init(fact: head, stream: stream, sequence: sequence, content: .refused(.badPayload))
    }
}

/// Names an act: its facts have the sequences `first ..< first + count` of one stream.
package struct ActKey: Hashable, Sendable {
    package let stream: String
    package let first: Int
    package let count: Int

    /// The last sequence.
    package var last: Int { first + count - 1 }
}

extension Disposition.Quarantine {
    init(_ error: EntryError) {
        switch error {
        case .notCanonical: self = .notCanonical
        case .unparseable: self = .unparseable
        case .badPayload: self = .badPayload
        }
    }
}
