import Foundation
import Simulator

/// Makes a copy of the sources with all mutations woven in, and reads the mutations.
enum Weaver {
    /// Where the mutations lie, from the top of the repository.
    static let folder = "Tests/SimulatorTests/Mutants"

    /// All mutations, by name.
    static func mutations() throws -> [Mutation] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            guard let mutation = Mutation(text) else { throw Unreadable(name: name) }
            return mutation
        }
    }

    /// A file that is no mutation.
    struct Unreadable: Error {
        let name: String
    }

    /// Writes the copy; a folder that was woven before only gets what is different, so that it is
    /// built again faster.
    static func weave(into target: String) throws {
        var texts: [String: String] = [:]
        let files = FileManager.default
        for top in ["Package.swift", "Sources", "SyncProtocol", "Tests"] {
            let paths = files.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
            for path in paths.isEmpty ? [top] : paths.map({ "\(top)/\($0)" }) {
                if let text = try? String(contentsOfFile: path, encoding: .utf8) {
                    texts[path] = text
                }
            }
        }
        let mutations = try mutations()
        for mutation in mutations { try mutation.weave(into: &texts) }
        for path in Set(mutations.flatMap(\.edits).map(\.file)) {
            texts[module(of: path) + "/Mutant.swift"] = Mutation.question
        }
        // What is woven is not held to the style of the product.
        for change in [", .treatAllWarnings(as: .error)", ".strictMemorySafety(), "] {
            texts["Package.swift"] = texts["Package.swift"]?.replacing(change, with: "")
        }
        let mark = "static let isWoven = "
        let path = "Sources/Simulator/Mutation.swift"
        texts[path] = texts[path]?.replacing(mark + "false", with: mark + "true")
        for (path, text) in texts {
            let place = "\(target)/\(path)"
            guard (try? String(contentsOfFile: place, encoding: .utf8)) != text else { continue }
            try files.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try text.write(toFile: place, atomically: true, encoding: .utf8)
        }
    }

    /// The folder of a module's sources.
    private static func module(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.prefix(2).joined(separator: "/")
    }
}
