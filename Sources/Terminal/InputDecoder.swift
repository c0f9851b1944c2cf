/// Turns the bytes of a terminal into keys, pastes and mouse events, one byte at a time.
///
/// A sequence that was begun is finished or dropped, never typed; so is a character cut in half.
/// Bytes may arrive in pieces of any size. It has no clock: whoever feeds it says `idle` when
/// nothing came for `waitMilliseconds`.
package struct InputDecoder: Hashable, Sendable {
    private var state = State.ground
    private let escapeMilliseconds: Int
    /// Bytes and sequences that were dropped because they mean nothing here.
    package private(set) var droppedCount = 0

    private enum State: Hashable {
        case ground
        /// A character of several bytes, and how many it has in all.
        case utf8([UInt8], count: Int)
        case escape
        case control([UInt8])
        case linuxFunction
        case single
        /// A string from the terminal, and whether its last byte was an escape.
        case string(count: Int, isEnding: Bool)
        /// A paste: what came, and whether it was given out already for being too long.
        case paste([UInt8], isGiven: Bool)
    }

    /// - Parameter escapeMilliseconds: how long a lone Escape waits for the rest of a sequence:
    ///   50 on a device, 100 over a network.
    package init(escapeMilliseconds: Int = 50) { self.escapeMilliseconds = escapeMilliseconds }

    /// A sequence with more parameter bytes is dropped.
    package static let sequenceBytesMax = 64
    /// A longer paste is given up to here; the rest of it is thrown away.
    package static let pasteBytesMax = 64 << 10
    /// How long the rest of a sequence or a character is waited for.
    package static let sequenceMilliseconds = 500
    /// How long the end of a paste is waited for.
    package static let pasteMilliseconds = 2_000

    /// How long a silence ends what was begun; nil when nothing was.
    package var waitMilliseconds: Int? {
        switch state {
        case .ground: nil
        case .escape: escapeMilliseconds
        case .paste: Self.pasteMilliseconds
        case .utf8, .control, .linuxFunction, .single, .string: Self.sequenceMilliseconds
        }
    }

    /// The silence came.
    package mutating func idle() -> [TerminalInput] {
        defer { state = .ground }
        switch state {
        case .ground: return []
        case .escape: return [.key(.escape)]
        case .paste(let bytes, let isGiven): return isGiven ? [] : [Self.paste(bytes)]
        case .utf8, .control, .linuxFunction, .single, .string:
            droppedCount += 1
            return []
        }
    }

    /// The next byte.
    package mutating func take(_ byte: UInt8) -> [TerminalInput] {
        switch state {
        case .ground: return ground(byte)
        case .utf8(let bytes, let count): return continued(bytes, count, byte)
        case .escape: return escape(byte)
        case .control(let bytes): return control(bytes, byte)
        case .linuxFunction: return linuxFunction(byte)
        case .single: return single(byte)
        case .string(let count, let isEnding): return string(count, isEnding, byte)
        case .paste(let bytes, let isGiven): return paste(bytes, isGiven, byte)
        }
    }

    private mutating func ground(_ byte: UInt8) -> [TerminalInput] {
        state = .ground
        switch byte {
        case 0x1B: state = .escape
        case 0x0D, 0x0A: return [.key(.enter)]
        case 0x09: return [.key(.tab)]
        case 0x7F, 0x08: return [.key(.backspace)]
        case 0..<0x20: return [.key(.control(byte))]
        case 0x20..<0x7F: return [.key(.character(Character(Unicode.Scalar(byte))))]
        case 0xC2...0xDF: state = .utf8([byte], count: 2)
        case 0xE0...0xEF: state = .utf8([byte], count: 3)
        case 0xF0...0xF4: state = .utf8([byte], count: 4)
        default: droppedCount += 1
        }
        return []
    }

    private mutating func continued(
        _ bytes: [UInt8], _ count: Int, _ byte: UInt8
    ) -> [TerminalInput] {
        guard (0x80...0xBF).contains(byte) else {
            droppedCount += 1
            return ground(byte)
        }
        let bytes = bytes + [byte]
        guard bytes.count == count else {
            state = .utf8(bytes, count: count)
            return []
        }
        state = .ground
        guard let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
        else {
            droppedCount += 1
            return []
        }
        return [.key(.character(Character(scalar)))]
    }

    private mutating func escape(_ byte: UInt8) -> [TerminalInput] {
        switch byte {
        case UInt8(ascii: "["): state = .control([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            state = .string(count: 0, isEnding: false)
        case 0x1B: return [.key(.escape)]
        default: return [.key(.escape)] + ground(byte)
        }
        return []
    }

    private mutating func control(_ bytes: [UInt8], _ byte: UInt8) -> [TerminalInput] {
        switch byte {
        case UInt8(ascii: "[") where bytes.isEmpty: state = .linuxFunction
        case 0x20...0x3F where bytes.count < Self.sequenceBytesMax: state = .control(bytes + [byte])
        case 0x40...0x7E:
            state = .ground
            guard let input = sequence(bytes, final: byte) else { break }
            return [input]
        default: return dropped(byte)
        }
        return []
    }

    /// A sequence broken off by a byte that cannot be in one.
    private mutating func dropped(_ byte: UInt8) -> [TerminalInput] {
        droppedCount += 1
        state = .ground
        if byte == 0x1B {
            state = .escape
        } else if byte < 0x20 || byte > 0x7E {
            return ground(byte)
        }
        return []
    }

    private mutating func linuxFunction(_ byte: UInt8) -> [TerminalInput] {
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else {
            droppedCount += 1
            state = .ground
            if byte == 0x1B { state = .escape } else { return ground(byte) }
            return []
        }
        state = .ground
        return [.key(.function(Int(byte) - 0x40))]
    }

    private mutating func single(_ byte: UInt8) -> [TerminalInput] {
        state = .ground
        switch byte {
        case UInt8(ascii: "P")...UInt8(ascii: "S"): return [.key(.function(Int(byte) - 0x4F))]
        case UInt8(ascii: "M"): return [.key(.enter)]
        case UInt8(ascii: "p")...UInt8(ascii: "y"):
            return [.key(.character(Character(Unicode.Scalar(byte - 0x40))))]
        default: break
        }
        if let key = Self.arrows[byte] { return [.key(key)] }
        return dropped(byte)
    }

    private mutating func string(
        _ count: Int, _ isEnding: Bool, _ byte: UInt8
    ) -> [TerminalInput] {
        if byte == 0x07 || (isEnding && byte == UInt8(ascii: "\\")) {
            state = .ground
            return [.reply]
        }
        if isEnding {
            droppedCount += 1
            state = .escape
            return escape(byte)
        }
        state = .string(count: count + 1, isEnding: byte == 0x1B)
        return []
    }

    private mutating func paste(
        _ bytes: [UInt8], _ isGiven: Bool, _ byte: UInt8
    ) -> [TerminalInput] {
        var bytes = bytes + [byte]
        if bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
            state = .ground
            return isGiven ? [] : [Self.paste(bytes.dropLast(Self.pasteEnd.count))]
        }
        guard !isGiven else {
            state = .paste(bytes.suffix(Self.pasteEnd.count), isGiven: true)
            return []
        }
        guard bytes.count >= Self.pasteBytesMax + Self.pasteEnd.count else {
            state = .paste(bytes, isGiven: false)
            return []
        }
        let given = bytes.prefix(Self.pasteBytesMax)
        bytes = bytes.suffix(Self.pasteEnd.count)
        state = .paste(bytes, isGiven: true)
        return [Self.paste(given)]
    }

    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private static func paste(_ bytes: some Sequence<UInt8>) -> TerminalInput {
        .paste(String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self))
    }
}

extension InputDecoder {
    static let arrows: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
        UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    ]

    private static let numbered: [Int: Key] = [
        1: .home, 7: .home, 4: .end, 8: .end, 2: .insert, 3: .delete, 5: .pageUp, 6: .pageDown,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9),
        21: .function(10), 23: .function(11), 24: .function(12),
    ]

    /// What a whole sequence means; nil for one that means nothing here, which is counted.
    private mutating func sequence(_ bytes: [UInt8], final: UInt8) -> TerminalInput? {
        let input = Self.meaning(String(decoding: bytes, as: UTF8.self), final)
        if bytes == Array("200".utf8), final == UInt8(ascii: "~") {
            state = .paste([], isGiven: false)
        } else if input == nil {
            droppedCount += 1
        }
        return input
    }

    private static func meaning(_ parameters: String, _ final: UInt8) -> TerminalInput? {
        let final = Character(Unicode.Scalar(final))
        switch (parameters.first, final) {
        case ("<", "M"), ("<", "m"): return mouse(parameters.dropFirst(), final == "m")
        case ("?", _), (">", _): return final == "c" || final == "y" ? .reply : nil
        case (_, "R"), (nil, "I"), (nil, "O"): return .reply
        case (nil, "Z"): return .key(.shiftTab)
        default: break
        }
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
        guard parameters.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ";") }) else {
            return nil
        }
        if final == "~" {
            return numbers.first.flatMap { Int($0) }.flatMap { numbered[$0] }.map { .key($0) }
        }
        if let ascii = final.asciiValue, let key = arrows[ascii] { return .key(key) }
        // F1 to F4 as some terminals write them, with or without modifiers.
        if let ascii = final.asciiValue, (0x50...0x53).contains(ascii) {
            return .key(.function(Int(ascii) - 0x4F))
        }
        return nil
    }

    private static func mouse(_ parameters: Substring, _ isRelease: Bool) -> TerminalInput? {
        let parts = parameters.split(separator: ";", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count <= 5 ? UInt32($0) : nil }
        guard parts.count == 3, numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else {
            return nil
        }
        let action: Mouse.Action
        // Shift, Alt and Control are the bits 4, 8 and 16 and mean nothing here.
        switch numbers[0] & ~28 {
        case 64: action = .wheelUp
        case 65: action = .wheelDown
        case 0: action = isRelease ? .release : .press
        case 32: action = isRelease ? .release : .drag
        default: return nil
        }
        return .mouse(
            Mouse(action, at: Point(column: Int(numbers[1]) - 1, row: Int(numbers[2]) - 1)))
    }
}
