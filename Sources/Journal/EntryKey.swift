/// Where an entry lies in this database, whatever stream it is in. Later entries have larger keys.
package struct EntryKey: Hashable, Comparable, Sendable {
    /// The stream's number and the sequence in one number.
    let value: Int

    /// Its sequence in its stream.
    package var sequence: Int { value & 0xffff_ffff }

    init(_ value: Int) { self.value = value }

    package static func < (first: EntryKey, second: EntryKey) -> Bool {
        first.value < second.value
    }
}
