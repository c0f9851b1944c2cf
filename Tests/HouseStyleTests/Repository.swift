import Foundation

/// The files of this repository, found from where this file stands.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let files: [SourceFile] = {
        ["Package.swift", "README.md", "Sources", "Tests", "SyncProtocol", ".ci"].flatMap(read)
    }()

    static let swiftFiles = files.filter { $0.name.hasSuffix(".swift") }

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
