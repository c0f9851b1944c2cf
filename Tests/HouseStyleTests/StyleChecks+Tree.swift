extension StyleChecks {
    /// Names at the top of the repository, besides dotfiles.
    static func topLevel(_ entries: [String]) -> [String] {
        let expected = ["Package.swift", "README.md", "Sources", "SyncProtocol", "Tests"]
        let found = Set(entries.filter { !$0.hasPrefix(".") })
        return found.symmetricDifference(expected).sorted().map { name in
            found.contains(name) ? "\(name) does not belong at the top" : "\(name) is missing"
        }
    }

    /// Targets of the manifest without a folder, and folders without a target. The contract's
    /// Swift lives beside its prose.
    static func targets(_ manifest: Manifest, folders: [String]) -> [String] {
        let named = Set(manifest.dependencies.keys)
        return named.symmetricDifference(folders + ["SyncProtocol"]).sorted().map { name in
            named.contains(name) ? "\(name) has no folder" : "the folder \(name) is no target"
        }
    }

    /// Targets that the manifest lets depend on other modules than the architecture's table does.
    static func table(_ manifest: Manifest) -> [String] {
        TargetRule.all.keys.sorted().compactMap { target in
            let declared = manifest.dependencies[target] ?? []
            let different = declared.symmetricDifference(TargetRule.all[target]?.ours ?? [])
            return different.isEmpty ? nil : "\(target): \(different.sorted()) in one table only"
        }
    }

    /// What a target may import and no file of it does.
    static func unused(_ manifest: Manifest, _ files: [SourceFile]) -> [String] {
        var imported: [String: Set<String>] = [:]
        for file in files {
            imported[file.target, default: []].formUnion(modules(importedBy: file))
        }
        return manifest.dependencies.keys.sorted().flatMap { target in
            manifest.dependencies[target, default: []]
                .union(TargetRule.all[target]?.system ?? [])
                .subtracting(imported[target] ?? []).sorted()
                .map { "\(target) may import \($0) and does not" }
        }
    }

    /// Mentions of places outside the repository.
    static func outside(_ file: SourceFile) -> [String] {
        let places =
            ["shared"].map { "../\($0)" } + ["work", "home", "root", "Users"].map { "/\($0)/" }
        return places.filter(file.text.contains).flatMap { place in
            file.faults("names a place outside: \(place)", in: file.lines) { $0.contains(place) }
        }
    }

    static func placeholder(_ file: SourceFile) -> [String] {
        file.name.hasPrefix("Placeholder") ? [file.fault("a placeholder")] : []
    }
}
