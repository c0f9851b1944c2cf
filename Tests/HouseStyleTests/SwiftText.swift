/// Swift source split into what the compiler runs and what it carries as text, line by line.
///
/// `code` has every comment and the content of strings and backticks replaced by blanks; code in an
/// interpolation stays. `strings` is the reverse: only the content of string literals. Both have
/// the line ends of the source, so that a line number means the same in all three.
struct SwiftText {
    private(set) var code: [UInt8] = []
    private(set) var strings: [UInt8] = []

    private enum State {
        /// Ordinary code; `parentheses` counts those open since an interpolation began.
        case code(parentheses: Int)
        case lineComment
        case blockComment(depth: Int)
        case string(hashes: Int, isMultiline: Bool)
    }

    private var states: [State] = [.code(parentheses: 0)]
    private let bytes: [UInt8]
    private var index = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
        code.reserveCapacity(bytes.count)
        strings.reserveCapacity(bytes.count)
        while index < bytes.count { step() }
    }

    private mutating func step() {
        guard let state = states.last else { preconditionFailure("the outermost state is code") }
        switch state {
        case .code(let parentheses): stepCode(parentheses)
        case .lineComment:
            if bytes[index] == UInt8(ascii: "\n") { states.removeLast() }
            skip(1)
        case .blockComment(let depth):
            if starts(with: "*/") {
                states.removeLast()
                if depth > 1 { states.append(.blockComment(depth: depth - 1)) }
                skip(2)
            } else if starts(with: "/*") {
                states[states.count - 1] = .blockComment(depth: depth + 1)
                skip(2)
            } else {
                skip(1)
            }
        case .string(let hashes, let isMultiline): stepString(hashes, isMultiline)
        }
    }

    private mutating func stepCode(_ parentheses: Int) {
        if !Self.codeMarks.contains(bytes[index]) {
            keepCode(1)
            return
        }
        if starts(with: "//") {
            states.append(.lineComment)
            skip(2)
        } else if starts(with: "/*") {
            states.append(.blockComment(depth: 1))
            skip(2)
        } else if let (length, hashes, isMultiline) = stringStart() {
            states.append(.string(hashes: hashes, isMultiline: isMultiline))
            keepCode(length)
        } else if starts(with: "`") {
            // A name in backticks is prose, as far as words are looked for in code.
            keepCode(1)
            skip(bytes[index...].prefix { $0 != UInt8(ascii: "`") }.count)
            keepCode(1)
        } else {
            if states.count > 1 {
                let change = starts(with: "(") ? 1 : starts(with: ")") ? -1 : 0
                states[states.count - 1] = .code(parentheses: parentheses + change)
                if parentheses + change < 0 { states.removeLast() }
            }
            keepCode(1)
        }
    }

    private mutating func stepString(_ hashes: Int, _ isMultiline: Bool) {
        if !Self.stringMarks.contains(bytes[index]) {
            keepString(1)
            return
        }
        let marks = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + marks
        if starts(with: end) {
            states.removeLast()
            keepCode(end.utf8.count)
        } else if starts(with: "\\" + marks + "(") {
            states.append(.code(parentheses: 0))
            skip(hashes + 2)
        } else if starts(with: "\\" + marks) {
            keepString(min(hashes + 2, bytes.count - index))
        } else {
            if bytes[index] == UInt8(ascii: "\n") && !isMultiline { states.removeLast() }
            keepString(1)
        }
    }

    /// The bytes at which code can turn into something else; all others go by quickly.
    private static let codeMarks = Array("/\"#()`".utf8)

    private static let stringMarks = Array("\"\\\n".utf8)

    /// A quote with its hashes, and whether it opens a literal of several lines.
    private func stringStart() -> (length: Int, hashes: Int, isMultiline: Bool)? {
        let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
        let quotes = bytes[(index + hashes)...].prefix { $0 == UInt8(ascii: "\"") }.count
        if quotes >= 3 { return (hashes + 3, hashes, true) }
        return quotes >= 1 ? (hashes + 1, hashes, false) : nil
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func keepCode(_ count: Int) { advance(count, isCode: true, isString: false) }
    private mutating func keepString(_ count: Int) { advance(count, isCode: false, isString: true) }
    private mutating func skip(_ count: Int) { advance(count, isCode: false, isString: false) }

    private mutating func advance(_ count: Int, isCode: Bool, isString: Bool) {
        for _ in 0..<min(count, bytes.count - index) {
            let byte = bytes[index]
            let isLineEnd = byte == UInt8(ascii: "\n")
            code.append(isCode || isLineEnd ? byte : UInt8(ascii: " "))
            strings.append(isString || isLineEnd ? byte : UInt8(ascii: " "))
            index += 1
        }
    }
}
