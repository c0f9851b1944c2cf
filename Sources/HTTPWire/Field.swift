/// One header field. A head is an ordered list of fields, never a dictionary: a doubled field
/// must stay visible.
package struct Field: Hashable, Sendable {
    /// A token. Names are compared without regard to the case of ASCII letters.
    package var name: String
    /// Visible ASCII, spaces and tabs, without white space at either end.
    package var value: String

    /// A field as the two texts say; what may go out is checked when a response is serialized.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is the field `name`, whatever the case of its letters.
    package func isNamed(_ name: String) -> Bool {
        equalIgnoringCase(self.name.utf8, name.utf8)
    }
}

/// Whether two texts are the same but for the case of ASCII letters.
func equalIgnoringCase(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { lowercased($0) == lowercased($1) }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
