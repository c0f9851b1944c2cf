/// An object of PJS canonical text: unique keys in byte order.
///
/// `encoded()` gives the one possible text; `init(decoding:)` accepts only that text.
public struct CanonicalObject: Sendable {
    /// The members in byte order of their keys.
    public private(set) var members: [(key: String, value: CanonicalValue)]

    /// An object without members.
    public init() { members = [] }

    /// An object of the given members; of two equal keys the last one stays.
    public init(_ elements: [(String, CanonicalValue)]) {
        members = []
        members.reserveCapacity(elements.count)
        for (key, value) in elements { self[key] = value }
    }

    /// Members that the decoder has already found unique and sorted.
    init(sorted members: [(key: String, value: CanonicalValue)]) { self.members = members }

    /// The value of a key; setting nil leaves the key out.
    public subscript(key: String) -> CanonicalValue? {
        get {
            let index = position(of: key)
            return index < members.count && members[index].key == key ? members[index].value : nil
        }
        set {
            let index = position(of: key)
            let isPresent = index < members.count && members[index].key == key
            switch (isPresent, newValue) {
            case (true, .some(let value)): members[index].value = value
            case (true, .none): members.remove(at: index)
            case (false, .some(let value)): members.insert((key, value), at: index)
            case (false, .none): break
            }
        }
    }

    /// Whether the object has no members.
    public var isEmpty: Bool { members.isEmpty }

    private func position(of key: String) -> Int {
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
        left.members.count == right.members.count
            && zip(left.members, right.members).allSatisfy {
                $0.key == $1.key && $0.value == $1.value
            }
    }
}

extension CanonicalObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) { self.init(elements) }
}
