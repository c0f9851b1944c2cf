/// An object of PJS canonical text: unique keys in byte order.
///
/// `encoded()` gives the one possible text; `init(decoding:)` accepts only that text.
public struct CanonicalObject: Sendable {
    private var storage: Storage

    private enum Storage: Sendable {
        case made([Member])
        /// A part of a text that was read; its values are made when they are asked for.
        case read(CanonicalText, node: Int)
    }

    private struct Member: Sendable {
        let key: String
        var value: CanonicalValue
    }

    /// An object without members.
    public init() { storage = .made([]) }

    /// An object of the given members; of two equal keys the last one stays.
    public init(_ elements: [(String, CanonicalValue)]) {
        var members: [Member] = []
        members.reserveCapacity(elements.count)
        for (key, value) in elements { CanonicalObject.set(key, value, in: &members) }
        storage = .made(members)
    }

    /// An object that the decoder has read.
    init(_ text: CanonicalText, node: Int) { storage = .read(text, node: node) }

    /// The members in byte order of their keys.
    public var members: [(key: String, value: CanonicalValue)] {
        list.map { ($0.key, $0.value) }
    }

    /// How many members the object has.
    public var count: Int {
        switch storage {
        case .made(let members): members.count
        case .read(let text, let node): text.nodes[node].number
        }
    }

    /// Whether the object has no members.
    public var isEmpty: Bool { count == 0 }

    /// The value of a key; setting nil leaves the key out.
    public subscript(key: String) -> CanonicalValue? {
        get {
            switch storage {
            case .made(let members):
                let index = CanonicalObject.position(of: key, in: members)
                guard index < members.count, members[index].key == key else { return nil }
                return members[index].value
            case .read(let text, let node):
                return text.child(of: node, key: key).map(text.value)
            }
        }
        set {
            var members = list
            // Nothing else holds the members while they change, so they are not copied.
            storage = .made([])
            CanonicalObject.set(key, newValue, in: &members)
            storage = .made(members)
        }
    }

    private var list: [Member] {
        switch storage {
        case .made(let members): members
        case .read(let text, let node):
            text.children(of: node).map { Member(key: text.key(of: $0), value: text.value(of: $0)) }
        }
    }

    private static func set(
        _ key: String, _ value: CanonicalValue?, in members: inout [Member]
    ) {
        let index = position(of: key, in: members)
        let isPresent = index < members.count && members[index].key == key
        switch (isPresent, value) {
        case (true, .some(let value)): members[index].value = value
        case (true, .none): members.remove(at: index)
        case (false, .some(let value)): members.insert(Member(key: key, value: value), at: index)
        case (false, .none): break
        }
    }

    private static func position(of key: String, in members: [Member]) -> Int {
        if let last = members.last, last.key < key { return members.count }
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension CanonicalObject: Equatable {
    public static func == (left: CanonicalObject, right: CanonicalObject) -> Bool {
        if case .read(let a, let first) = left.storage,
            case .read(let b, let second) = right.storage
        {
            return a.text(of: first) == b.text(of: second)
        }
        return left.count == right.count
            && zip(left.list, right.list).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    }
}

extension CanonicalObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) { self.init(elements) }
}

extension CanonicalObject {
    func encode(into output: inout [UInt8]) {
        switch storage {
        case .made(let members):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in members {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                precondition(
                    Canonical.isKey(member.key.utf8), "not a canonical key: \(member.key)")
                output.append(UInt8(ascii: "\""))
                output.append(contentsOf: member.key.utf8)
                output.append(UInt8(ascii: "\""))
                output.append(UInt8(ascii: ":"))
                member.value.encode(into: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .read(let text, let node): output.append(contentsOf: text.text(of: node))
        }
    }
}
