/// What came from the keys: a key, or a label read by a scanner that types.
package enum AssembledInput: Hashable, Sendable {
    case key(Key)
    /// The bytes of one label. `isRepeated` when the same label came just before.
    case scan([UInt8], isRepeated: Bool)
}

/// Tells the bursts of a scanner from typing, by the gaps between keys.
///
/// A key is held back for one gap; a burst becomes one scan and its Enter is swallowed, so a label
/// read on the home screen never acts as hotkeys. It has no clock: each key comes with its time,
/// and whoever feeds it calls `pass` when `deadline` has come.
package struct ScanAssembler: Sendable {
    /// How a scanner types.
    package struct Settings: Sendable {
        /// Keys of a burst are no further apart.
        package var gapMilliseconds = 35
        /// The same once the prefix was seen.
        package var prefixedGapMilliseconds = 500
        /// A shorter burst is typing.
        package var lengthMin = 6
        /// A longer one is not a label.
        package var lengthMax = 512
        /// A burst without an end key needs this length.
        package var lengthMinWithoutSuffix = 8
        /// Fewer different characters are a key held down.
        package var distinctMin = 2
        /// The same label within this time was read twice.
        package var repeatMilliseconds = 2_000
        /// Bytes that the scanner sends before a label; none by default.
        package var prefix: [UInt8] = []
        /// Keys that end a label; CR and LF are both Enter.
        package var suffix: Set<Key> = [.enter, .tab]
        /// Whether a burst that no end key followed is a label all the same.
        package var isWholeCode: @Sendable (String) -> Bool = { _ in false }

        package init() {}
    }

    private let settings: Settings
    private var held: [(key: Key, byte: UInt8)] = []
    private var lastKeyAt = 0
    private var lastScan: (bytes: [UInt8], at: Int)?
    /// Until when an end key belongs to the scan before: CR LF is one end.
    private var swallowsEndUntil: Int?

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// When `pass` is to be called; nil while nothing is held.
    package var deadline: Int? { held.isEmpty ? nil : lastKeyAt + gap + 1 }

    /// The next key, at a time in milliseconds.
    package mutating func take(_ key: Key, at now: Int) -> [AssembledInput] {
        var given = held.isEmpty || now - lastKeyAt <= gap ? [] : settle(at: now)
        if let until = swallowsEndUntil {
            swallowsEndUntil = nil
            if key == .enter, now <= until { return given }
        }
        if held.isEmpty {
            if let byte = firstByte(of: key) {
                hold(key, byte, at: now)
            } else {
                given.append(.key(key))
            }
            return given
        }
        if settings.suffix.contains(key), isLabel(lengthMin: settings.lengthMin) {
            swallowsEndUntil = now + gap
            return given + [scan(at: now)]
        }
        guard let byte = nextByte(of: key) else { return given + release() + [.key(key)] }
        hold(key, byte, at: now)
        return held.count > settings.lengthMax ? given + release() : given
    }

    /// The time of the deadline came, or something that is not a key did.
    package mutating func pass(at now: Int) -> [AssembledInput] {
        held.isEmpty || now - lastKeyAt <= gap ? [] : settle(at: now)
    }

    /// What is held, at once: a paste or the mouse came between.
    package mutating func flush(at now: Int) -> [AssembledInput] {
        held.isEmpty ? [] : settle(at: now)
    }

    private var gap: Int {
        let isPrefixed =
            !settings.prefix.isEmpty && held.count >= settings.prefix.count
            && held.prefix(settings.prefix.count).map(\.byte) == settings.prefix
        return isPrefixed ? settings.prefixedGapMilliseconds : settings.gapMilliseconds
    }

    private mutating func hold(_ key: Key, _ byte: UInt8, at now: Int) {
        held.append((key, byte))
        lastKeyAt = now
    }

    /// The byte of a key that may begin a label.
    private func firstByte(of key: Key) -> UInt8? {
        switch key {
        case .character(let character): Self.folded(character)
        case .control(let byte): settings.prefix.first == byte ? byte : nil
        default: nil
        }
    }

    /// The byte of a key within a label: there every control byte but those with keys is data.
    private func nextByte(of key: Key) -> UInt8? {
        switch key {
        case .character(let character): Self.folded(character)
        case .control(let byte): byte
        default: nil
        }
    }

    /// The ASCII byte of a character; full-width forms, which an input method makes, count as what
    /// they are the forms of.
    private static func folded(_ character: Character) -> UInt8? {
        let folded = character.narrow
        return folded.asciiValue.flatMap { (0x20..<0x7F).contains($0) ? $0 : nil }
    }

    private func isLabel(lengthMin: Int) -> Bool {
        let bytes = held.map(\.byte)
        return bytes.count >= lengthMin && Set(bytes).count >= settings.distinctMin
    }

    private mutating func settle(at now: Int) -> [AssembledInput] {
        let text = String(decoding: held.map(\.byte), as: UTF8.self)
        let isScan =
            isLabel(lengthMin: settings.lengthMinWithoutSuffix)
            && (settings.suffix.isEmpty || settings.isWholeCode(text))
        return isScan ? [scan(at: now)] : release()
    }

    private mutating func scan(at now: Int) -> AssembledInput {
        let bytes = held.map(\.byte)
        held = []
        let isRepeated =
            lastScan.map { $0.bytes == bytes && now - $0.at <= settings.repeatMilliseconds }
            ?? false
        lastScan = (bytes, now)
        return .scan(bytes, isRepeated: isRepeated)
    }

    private mutating func release() -> [AssembledInput] {
        defer { held = [] }
        return held.map { .key($0.key) }
    }
}

extension Character {
    /// The ASCII character that a full-width form stands for; any other as it is.
    package var narrow: Character {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return self }
        if scalar.value == 0x3000 { return " " }
        guard (0xFF01...0xFF5E).contains(scalar.value),
            let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return self }
        return Character(narrow)
    }
}
