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
            pass(until: Self.lineEnd, isCode: false, isString: false)
            states.removeLast()
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
        pass(until: Self.codeMarks, isCode: true, isString: false)
        guard index < bytes.count else { return }
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
        pass(until: Self.stringMarks, isCode: false, isString: true)
        guard index < bytes.count else { return }
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

    /// The bytes at which code, and a string, can turn into something else or into another line.
    private static let codeMarks = marks("/\"#()`\n")
    private static let stringMarks = marks("\"\\\n")
    private static let lineEnd = marks("\n")

    /// For each byte whether it is one of `text`.
    private static func marks(_ text: String) -> [Bool] {
        (0...UInt8.max).map(text.utf8.contains)
    }

    /// Goes on to the next of `marks` at once: most bytes are none, and the line end is always one.
    private mutating func pass(until marks: [Bool], isCode: Bool, isString: Bool) {
        let start = index
        while index < bytes.count, !marks[Int(bytes[index])] { index += 1 }
        let blanks = repeatElement(UInt8(ascii: " "), count: index - start)
        if isCode { code += bytes[start..<index] } else { code += blanks }
        if isString { strings += bytes[start..<index] } else { strings += blanks }
    }

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
