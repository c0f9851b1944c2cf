/// The targets of `Package.swift`, read as text: a test cannot import the manifest.
struct Manifest {
    /// The modules that each target declares that it depends on. A program among them is left out:
    /// it can only be built before, not imported.
    let dependencies: [String: Set<String>]

    init(_ text: String) {
        var dependencies: [String: Set<String>] = [:]
        for opening in ["module(", "program(", "tests(", "arget(name:", "systemLibrary(name:"] {
            for call in text.split(separator: opening, omittingEmptySubsequences: false).dropFirst()
            where call.first(where: { !$0.isWhitespace }) == "\"" {
                let names = Self.names(in: call.prefix { $0 != ")" })
                guard let target = names.first else { continue }
                dependencies[target] = Set(
                    names.dropFirst().filter { $0.first?.isUppercase == true })
            }
        }
        self.dependencies = dependencies
    }

    /// The target's name and its dependencies: what stands in quotes before any further argument.
    private static func names(in arguments: Substring) -> [String] {
        let ours = ["path:", "golden:", "linkerSettings:"].reduce(arguments) { rest, label in
            rest.firstRange(of: label).map { rest[..<$0.lowerBound] } ?? rest
        }
        let pieces = ours.split(separator: "\"", omittingEmptySubsequences: false)
        return pieces.indices.filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
    }
}
