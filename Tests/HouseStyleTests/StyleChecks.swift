/// The checks of the house style. Each takes text and answers `path:line: what is wrong`, so that
/// each can be shown a bad sample.
enum StyleChecks {
    static let columnsMax = 100
    static let fileLinesMax = 500
    static let functionLinesMax = 70
    static let mainLinesMax = 99

    /// Whether `word` stands in `line` with no letter, digit or underscore beside it.
    static func has(_ word: String, in line: String) -> Bool {
        var rest = line[...]
        guard line.utf8.count >= word.utf8.count else { return false }
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound > line.startIndex ? line[..<range.lowerBound].last : nil
            let after = line[range.upperBound...].first
            let isWord: (Character?) -> Bool = {
                $0?.isLetter == true || $0?.isNumber == true || $0 == "_"
            }
            let opens = word.first?.isLetter == true && isWord(before)
            let closes = word.last?.isLetter == true && isWord(after)
            if !opens && !closes { return true }
            rest = line[range.upperBound...]
        }
        return false
    }

    /// The lines of code that hold one of `words` and, where it is given, meet the condition too.
    private static func faults(
        of words: [String], _ what: String, in file: SourceFile,
        where condition: (String) -> Bool = { _ in true }
    ) -> [String] {
        words.filter(file.names).flatMap { word in
            file.faults("\(what): \(word)") { has(word, in: $0) && condition($0) }
        }
    }

    // MARK: Imports

    static func imports(_ file: SourceFile) -> [String] {
        guard file.isProduct else { return [] }
        guard let rule = TargetRule.all[file.target] else {
            return ["\(file.path):1: the target \(file.target) has no rule"]
        }
        let allowed = rule.ours.union(rule.system)
        return file.faults("import that \(file.target) may not have") { line in
            guard let module = module(importedBy: line) else { return false }
            return !allowed.contains(module)
        }
    }

    private static func module(importedBy line: String) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
            words[..<place].allSatisfy({ $0.first == "@" || access.contains(String($0)) })
        else { return nil }
        return words.last?.split(separator: ".").first.map(String.init)
    }

    private static let access: Set<String> = ["public", "package", "internal", "private"]

    // MARK: What may not be written

    /// Inputs and outputs of a pure or deterministic module that its caller does not see.
    static func hiddenInputs(_ file: SourceFile) -> [String] {
        guard file.isProduct, TargetRule.all[file.target]?.kind != .edge else { return [] }
        let words = [
            "Date(", "Date.now", "UUID(", "ContinuousClock", "SuspendingClock", "ProcessInfo",
            "FileManager", "Thread", "getenv", "Task.", "async", "await", "CommandLine.",
            "readLine(",
        ]
        let drawn = [".random(", ".shuffled(", ".randomElement("]
        let unseeded = faults(of: drawn, "random number without using:", in: file) {
            !$0.contains("using:")
        }
        let generator =
            file.name == "RandomSource.swift" ? [] : ["SystemRandomNumberGenerator"]
        let printed = faults(of: ["print("], "hidden output", in: file) {
            !$0.contains(".print(") && !$0.contains("func print(")
        }
        return faults(of: words + generator, "hidden input", in: file) + unseeded + printed
    }

    /// Constructs that the house does not use without a comment that begins "Reason for".
    static func banned(_ file: SourceFile) -> [String] {
        let words = [
            "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "Task {", "Task.detached",
            "fatalError(",
        ]
        let unexplained = words.filter { !file.text.contains("Reason for `\($0)`:") }
        let actors = file.names("actor") ? file.faults("banned: actor", where: isActor) : []
        return faults(of: unexplained, "banned", in: file) + actors + emptyCatches(file)
    }

    private static func isActor(_ line: String) -> Bool {
        let words = line.split(separator: " ").prefix {
            access.contains(String($0)) || $0 == "actor"
        }
        return words.last == "actor"
    }

    private static func emptyCatches(_ file: SourceFile) -> [String] {
        guard file.names("catch") else { return [] }
        let lines = file.codeLines.map { $0.split(separator: " ").joined(separator: " ") }
        return lines.indices.compactMap { index in
            guard has("catch", in: lines[index]) else { return nil }
            let next = lines.dropFirst(index + 1).first { !$0.isEmpty }
            let isEmpty =
                lines[index].hasSuffix("{}") || (lines[index].hasSuffix("{") && next == "}")
            return isEmpty ? "\(file.path):\(index + 1): empty catch" : nil
        }
    }

    /// The word `unsafe` and raw memory, outside the three modules that touch them.
    static func unsafe(_ file: SourceFile) -> [String] {
        let places: Set<String> = ["SQLite", "Platform", "HTTPServer"]
        guard file.isProduct, !places.contains(file.target) else { return [] }
        return faults(of: ["unsafe"], "outside its modules", in: file)
    }

    /// SQL text outside the two stores, `SQLite` and the benchmark.
    static func sql(_ file: SourceFile) -> [String] {
        let places: Set<String> = ["Journal", "CentralStore", "SQLite", "bench"]
        guard file.isProduct, !places.contains(file.target) else { return [] }
        let words = [
            "SELECT ", "INSERT INTO", "INSERT OR", "DELETE FROM", "CREATE TABLE", "PRAGMA ",
            "BEGIN IMMEDIATE", "WHERE ", "UPDATE ",
        ]
        return words.filter(file.names).flatMap { word in
            SourceFile.faults(in: file.stringLines, file.path, "SQL outside the stores") {
                has(word, in: $0)
            }
        }
    }

    // MARK: Sizes

    static func lengths(_ file: SourceFile) -> [String] {
        if file.path.contains("/Packs/") { return [] }
        var faults: [String] = []
        if file.lines.count - 1 > fileLinesMax { faults.append("\(file.path):1: too many lines") }
        if file.isProduct && file.name == "main.swift" && file.lines.count - 1 > mainLinesMax {
            faults.append("\(file.path):1: main.swift decides too much")
        }
        return faults
            + SourceFile.faults(in: file.lines, file.path, "wider than \(columnsMax) columns") {
                $0.utf8.count > columnsMax && columns($0) > columnsMax
            }
            + longFunctions(file)
    }

    /// As `swift format` counts them: a comma at the end is free.
    private static func columns(_ line: String) -> Int {
        line.hasSuffix(",") ? line.count - 1 : line.count
    }

    /// Functions from their first line to the brace that closes their body.
    private static func longFunctions(_ file: SourceFile) -> [String] {
        file.codeLines.indices.compactMap { start in
            guard beginsFunction(file.codeLines[start]) else { return nil }
            guard let end = bodyEnd(file.codeLines, from: start) else { return nil }
            let count = end - start + 1
            return count > functionLinesMax
                ? "\(file.path):\(start + 1): a function of \(count) lines" : nil
        }
    }

    private static func beginsFunction(_ line: String) -> Bool {
        has("func", in: line)
            || line.split(separator: " ").contains {
                $0.hasPrefix("init(") || $0.hasPrefix("init?(") || $0.hasPrefix("init<")
            }
    }

    /// The line of the brace that closes the body which begins at or after `start`; nil when there
    /// is no body before the next function, as in a protocol.
    private static func bodyEnd(_ lines: [String], from start: Int) -> Int? {
        var parentheses = 0
        var braces = 0
        for index in start..<lines.count {
            if index > start && braces == 0 && beginsFunction(lines[index]) { return nil }
            for byte in lines[index].utf8 {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
                case UInt8(ascii: "{") where parentheses == 0: braces += 1
                case UInt8(ascii: "}") where parentheses == 0:
                    braces -= 1
                    if braces <= 0 { return braces == 0 ? index : nil }
                default: break
                }
            }
        }
        return nil
    }

    // MARK: The tree

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
    static func targets(manifest: String, folders: [String]) -> [String] {
        var named: Set<String> = []
        for start in ["module(", "program(", "tests(", "arget(name:", "systemLibrary(name:"] {
            for piece in manifest.split(separator: start, omittingEmptySubsequences: false)
                .dropFirst()
            {
                let quoted = piece.drop { $0.isWhitespace }
                guard quoted.first == "\"" else { continue }
                named.insert(String(quoted.dropFirst().prefix { $0 != "\"" }))
            }
        }
        let present = Set(folders + ["SyncProtocol"])
        return named.symmetricDifference(present).sorted().map { name in
            named.contains(name) ? "\(name) has no folder" : "the folder \(name) is no target"
        }
    }

    /// Mentions of places outside the repository.
    static func outside(_ file: SourceFile) -> [String] {
        let places = ["../" + "shared", "/wo" + "rk/"]
        return places.flatMap { place in
            SourceFile.faults(in: file.lines, file.path, "names a place outside: \(place)") {
                $0.contains(place)
            }
        }
    }

    static func placeholder(_ file: SourceFile) -> [String] {
        file.name.hasPrefix("Placeholder") ? ["\(file.path):1: a placeholder"] : []
    }
}
