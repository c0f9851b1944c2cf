/// A canonical text that was read, with the places of its values: what an object or list of it is
/// when nobody has asked for more yet.
///
/// Texts and numbers are made when they are asked for, so that a value nobody reads costs nothing.
struct CanonicalText: Sendable {
    /// The text.
    let bytes: ArraySlice<UInt8>
    /// Its values in the order of the text; that of the whole is the first.
    let nodes: [Node]

    /// One value: its key, and where the key and itself stand, as distances from the begin of the
    /// text.
    struct Node: Sendable {
        var keyHead = KeyHead()
        var keyStart: UInt32 = 0
        var keyCount: UInt8 = 0
        var kind: Kind
        /// The node after this one and all that is within it.
        var next: UInt32 = 0
        /// A place: of a text what stands between the quotation marks, of an object or list all.
        var start: UInt32 = 0
        var end: UInt32 = 0
        /// An integer; 0 and 1 for the Booleans; of an object or list how many values it holds.
        var number = 0
    }

    /// What a value is.
    enum Kind: UInt8, Sendable {
        case object, list, text, escapedText, integer, bool
    }

    /// The exact text of an object or list.
    func text(of node: Int) -> ArraySlice<UInt8> { slice(nodes[node].start, nodes[node].end) }

    func key(of node: Int) -> String {
        let node = nodes[node]
        return String(
            decoding: slice(node.keyStart, node.keyStart + UInt32(node.keyCount)), as: UTF8.self)
    }

    func value(of index: Int) -> CanonicalValue {
        let node = nodes[index]
        switch node.kind {
        case .object: return .object(CanonicalObject(self, node: index))
        case .list: return .list(children(of: index).map(value))
        case .text: return .text(String(decoding: slice(node.start, node.end), as: UTF8.self))
        case .escapedText: return .text(unescaped(slice(node.start, node.end)))
        case .integer: return .integer(node.number)
        case .bool: return .bool(node.number == 1)
        }
    }

    /// The nodes of the values that an object or list holds.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        children.reserveCapacity(nodes[node].number)
        var child = node + 1
        for _ in 0..<nodes[node].number {
            children.append(child)
            child = Int(nodes[child].next)
        }
        return children
    }

    /// The node of the value that an object has under a key.
    func child(of node: Int, key: String) -> Int? {
        let utf8 = key.utf8
        let wanted = utf8.span
        let head = KeyHead(wanted)
        let nodes = nodes.span
        var child = node + 1
        for _ in 0..<nodes[node].number {
            let here = nodes[child]
            if here.keyHead == head, Int(here.keyCount) == wanted.count,
                isRestEqual(Int(here.keyStart), wanted)
            {
                return child
            }
            child = Int(here.next)
        }
        return nil
    }

    /// Whether a key whose head is equal is equal to its end.
    private func isRestEqual(_ start: Int, _ key: Span<UInt8>) -> Bool {
        guard key.count > KeyHead.byteCount else { return true }
        let span = bytes.span
        for index in KeyHead.byteCount..<key.count where span[start + index] != key[index] {
            return false
        }
        return true
    }

    private func slice(_ start: UInt32, _ end: UInt32) -> ArraySlice<UInt8> {
        bytes[bytes.startIndex + Int(start)..<bytes.startIndex + Int(end)]
    }

    /// What the escaped form says; the reader has found it good.
    private func unescaped(_ text: ArraySlice<UInt8>) -> String {
        var reader = CanonicalReader()
        do {
            return try reader.unescaped(text.span)
        } catch {
            preconditionFailure("a text that was read is read again: \(error)")
        }
    }
}

/// The first eight bytes of a key as one number, shorter ones filled up with zeros: most keys are
/// told apart by it, and it is ordered as the keys are.
struct KeyHead: Sendable, Comparable {
    /// How many bytes of a key it holds.
    static let byteCount = 8

    private var bits: UInt64 = 0

    init() {}

    init(_ key: Span<UInt8>) {
        let count = min(key.count, KeyHead.byteCount)
        for index in 0..<count { bits = bits << 8 | UInt64(key[index]) }
        bits = count == 0 ? 0 : bits << UInt64(8 * (KeyHead.byteCount - count))
    }

    static func < (left: KeyHead, right: KeyHead) -> Bool { left.bits < right.bits }
}
