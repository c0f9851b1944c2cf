package import SyncProtocol

/// What the ledger holds of a stream before a push.
package struct StoredStream: Equatable, Sendable {
    /// Whose stream it is.
    package enum Owner: Equatable, Sendable {
        /// The ledger has no entry of it.
        case nobody
        case sender
        case another
    }

    package var owner: Owner
    /// Whether an operator has closed it.
    package var isClosed: Bool
    /// The last sequence; 0 for nothing.
    package var have: Int
    /// The head at `have`; the genesis for nothing.
    package var head: Digest
    /// How many streams the sender has.
    package var senderStreamCount: Int

    package init(
        owner: Owner, isClosed: Bool = false, have: Int, head: Digest, senderStreamCount: Int
    ) {
        self.owner = owner
        self.isClosed = isClosed
        self.have = have
        self.head = head
        self.senderStreamCount = senderStreamCount
    }
}

/// The answer to a push before anything is stored: PJS 9.2, steps 1 to 6.
///
/// These are the only reasons not to store. The first step that applies decides, so that two
/// servers answer alike.
package enum PushVerdict: Equatable, Sendable {
    /// The lines from index `newFrom` on extend the stream; those before it are there already.
    /// `heads` are the heads of all lines of the section.
    case append(heads: [Digest], newFrom: Int)
    /// Nothing is stored.
    case refuse(PushResult.Outcome)

    /// Judges a section of a handheld.
    ///
    /// `key` is nil when the handheld has no key of the cited number. `headAt` answers the stored
    /// head at a sequence from 0 (the genesis) to `stored.have`.
    package static func on<E: Error>(
        _ push: Push, device: String, stream: String, key: DeviceKey?, stored: StoredStream,
        headAt: (Int) throws(E) -> Digest
    ) throws(E) -> PushVerdict {
        for (index, line) in push.lines.enumerated()
        where line.count > Limits.storedLineBytesMax {
            return .refuse(.lineTooLong(at: push.from + index))
        }
        var heads: [Digest] = []
        heads.reserveCapacity(push.lines.count)
        var head = push.previous
        for line in push.lines {
            head = Chain.link(head, line)
            heads.append(head)
        }
        guard head == push.head else { return .refuse(.chainMismatch) }

        guard
            let code = key?.headCode(
                device: device, stream: stream, sequence: push.last, head: push.head),
            code.equalsInConstantTime(push.code)
        else { return .refuse(.badCode) }

        switch stored.owner {
        case .another: return .refuse(.notYours)
        case .nobody where stored.senderStreamCount >= Limits.streamsMax:
            return .refuse(.streamLimit)
        case .sender where stored.isClosed:
            return .refuse(.streamClosed(have: stored.have, head: stored.head))
        case .nobody, .sender: break
        }
        guard push.from <= stored.have + 1 else {
            return .refuse(.gap(have: stored.have, head: stored.head))
        }
        guard try headAt(push.from - 1) == push.previous else {
            return .refuse(.fork(at: nil, have: stored.have, head: stored.head))
        }
        let known = max(0, min(stored.have, push.last) - push.from + 1)
        for index in 0..<known where try headAt(push.from + index) != heads[index] {
            return .refuse(
                .fork(at: push.from + index, have: stored.have, head: stored.head))
        }
        return .append(heads: heads, newFrom: known)
    }
}
