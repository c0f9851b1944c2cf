/// One file of the repository as the checks see it.
struct SourceFile: Sendable {
    /// From the top of the repository: `Sources/Domain/Facts/Fact.swift`.
    let path: String
    let text: String
    /// The lines of the text, of its code and of its string literals.
    let lines: [String]
    let codeLines: [String]
    let stringLines: [String]
    /// Every name and keyword of the code and of the string literals.
    private let names: Set<String>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        let split = SwiftText(path.hasSuffix(".swift") ? text : "")
        lines = Self.lines(Array(text.utf8))
        codeLines = Self.lines(split.code)
        stringLines = Self.lines(split.strings)
        names = Set(
            (split.code + [UInt8(ascii: "\n")] + split.strings)
                .split { !Self.isNameByte($0) }.map { String(decoding: $0, as: UTF8.self) })
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The target that the file belongs to; the contract lives in a folder of its own.
    var target: String {
        if path.hasPrefix("SyncProtocol/Swift/") { return "SyncProtocol" }
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// Whether the file is part of the product, not of its tests.
    var isProduct: Bool { path.hasPrefix("Sources/") || path.hasPrefix("SyncProtocol/Swift/") }

    /// The target, or for a file of tests the target that it tests.
    var module: String {
        target.hasSuffix("Tests") ? String(target.dropLast("Tests".count)) : target
    }

    /// What a check answers about the line at `index`: `path:line: what`.
    func fault(_ what: String, at index: Int = 0) -> String { "\(path):\(index + 1): \(what)" }

    /// A fault for every one of `lines` that `isWrong` says so of.
    func faults(_ what: String, in lines: [String], where isWrong: (String) -> Bool) -> [String] {
        lines.indices.filter { isWrong(lines[$0]) }.map { fault(what, at: $0) }
    }

    /// Whether the first name in `words` is anywhere in the file: a quick no for most files.
    func names(_ words: String) -> Bool {
        let name = words.utf8.drop { !Self.isNameByte($0) }.prefix(while: Self.isNameByte)
        return names.contains(String(decoding: Array(name), as: UTF8.self))
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a byte may stand in a name; every part of a letter beyond ASCII may.
    static func isNameByte(_ byte: UInt8) -> Bool { nameBytes[Int(byte)] }

    private static let nameBytes: [Bool] = (0...UInt8.max).map { byte in
        byte >= 0x80 || byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isLetter
            || Character(Unicode.Scalar(byte)).isNumber
    }
}
