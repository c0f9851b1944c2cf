import Foundation

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

    /// `path:line: what` for every line of code that `isWrong` finds fault with.
    func faults(_ what: String, where isWrong: (String) -> Bool) -> [String] {
        Self.faults(in: codeLines, path, what, where: isWrong)
    }

    /// Whether the first name in `words` is anywhere in the file: a quick no for most files.
    func names(_ words: String) -> Bool {
        let name = words.utf8.drop { !Self.isNameByte($0) }.prefix(while: Self.isNameByte)
        return names.contains(String(decoding: Array(name), as: UTF8.self))
    }

    static func faults(
        in lines: [String], _ path: String, _ what: String, where isWrong: (String) -> Bool
    ) -> [String] {
        lines.enumerated().compactMap { index, line in
            isWrong(line) ? "\(path):\(index + 1): \(what)" : nil
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }
}

/// The files of this repository, found from where this file stands.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let files: [SourceFile] = {
        ["Package.swift", "README.md", "Sources", "Tests", "SyncProtocol", ".ci"].flatMap(read)
    }()

    static let swiftFiles = files.filter { $0.name.hasSuffix(".swift") && $0.path.contains("/") }

    static func entries(_ folder: String) -> [String] {
        let path = root.appending(path: folder).path(percentEncoded: false)
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// The text files at or below a path, in order.
    private static func read(_ path: String) -> [SourceFile] {
        let url = root.appending(path: path)
        let entries = entries(path)
        if !entries.isEmpty { return entries.flatMap { read("\(path)/\($0)") } }
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return [SourceFile(path: path, text: text)]
    }
}
