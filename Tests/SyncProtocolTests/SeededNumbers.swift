import SyncProtocol

/// Random numbers that a seed repeats exactly (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    /// An object of at most `depth` levels.
    mutating func object(depth: Int) -> CanonicalObject {
        var object = CanonicalObject()
        for _ in 0..<Int.random(in: 0...5, using: &self) { object[key()] = value(depth: depth) }
        return object
    }

    private mutating func value(depth: Int) -> CanonicalValue {
        switch Int.random(in: 0...(depth > 1 ? 6 : 4), using: &self) {
        case 0: .integer(Int.random(in: -Canonical.integerMax...Canonical.integerMax, using: &self))
        case 1: .integer(Int.random(in: -9...9, using: &self))
        case 2: .bool(Bool.random(using: &self))
        case 3, 4: .text(text())
        case 5:
            .list(
                (0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) })
        default: .object(object(depth: depth - 1))
        }
    }

    private mutating func key() -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-@".unicodeScalars)
        var key = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            key.append(alphabet[Int.random(in: 0..<alphabet.count, using: &self)])
        }
        return String(key)
    }

    private mutating func text() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7F, 0x80...0x2FF, 0x300...0x36F, 0x4E00...0x9FFF, 0xE000...0xFFFF,
            0x10000...0x10FFFF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &self) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
            guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) else {
                continue
            }
            text.append(scalar)
        }
        return String(text)
    }
}
