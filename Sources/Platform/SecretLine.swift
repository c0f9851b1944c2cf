/// A line typed without echo: the few editing keys a terminal would handle itself if it were not
/// told to be silent.
struct SecretLine: Hashable {
    /// What was typed and not erased.
    private(set) var bytes: [UInt8] = []
    /// Whether more is to come.
    private(set) var state = State.open

    /// How far a line is.
    enum State: Hashable {
        case open
        case complete
        /// The person gave up, or the terminal is gone.
        case cancelled
    }

    /// One byte from the terminal, or nil at its end.
    mutating func take(_ byte: UInt8?) {
        switch byte {
        case UInt8(ascii: "\r"), UInt8(ascii: "\n"): state = .complete
        case nil, Self.controlC, Self.controlD: state = .cancelled
        case Self.controlU: bytes = []
        case Self.backspace, Self.delete: removeLastCharacter()
        case .some(let other):
            // What is too long stays too long and is refused as a whole.
            if bytes.count <= SecretInput.bytesMax { bytes.append(other) }
        }
    }

    private static let controlC: UInt8 = 0x03
    private static let controlD: UInt8 = 0x04
    private static let backspace: UInt8 = 0x08
    private static let controlU: UInt8 = 0x15
    private static let delete: UInt8 = 0x7f

    private mutating func removeLastCharacter() {
        while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
    }
}
