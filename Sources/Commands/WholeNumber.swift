/// Reads whole numbers from outside.
package enum WholeNumber {
    /// ASCII digits alone, of a number that fits; nil for anything else.
    package static func parse(_ text: String) -> Int? {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
