/// The checks of the house style. Each takes text and answers `path:line: what is wrong`, so that
/// each can be shown a bad sample.
enum StyleChecks {
    // MARK: What a module may see

    /// Imports that the architecture's table, or for tests the manifest, does not allow.
    static func imports(_ file: SourceFile, _ manifest: Manifest) -> [String] {
        guard !file.target.isEmpty else { return [] }
        let allowed: Set<String>
        if let rule = TargetRule.all[file.target] {
            allowed = rule.ours.union(rule.system)
        } else if file.isProduct {
            return [file.fault("the target \(file.target) has no rule")]
        } else {
            let isEdge = TargetRule.all[file.module]?.kind.isEdge ?? true
            allowed = manifest.dependencies[file.target, default: []]
                .union(isEdge ? TargetRule.testsOfEdges : TargetRule.tests)
        }
        return file.faults("import that \(file.target) may not have", in: file.codeLines) { line in
            guard let module = module(importedBy: line) else { return false }
            return !allowed.contains(module)
        }
    }

    /// The modules that a file imports.
    static func modules(importedBy file: SourceFile) -> [String] {
        file.codeLines.compactMap(module(importedBy:))
    }

    private static func module(importedBy line: String) -> String? {
        guard line.utf8.contains(UInt8(ascii: "i")), has("import", in: line) else { return nil }
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
            words[..<place].allSatisfy({ $0.first == "@" || access.contains(String($0)) })
        else { return nil }
        return words.last?.split(separator: ".").first.map(String.init)
    }

    private static let access: Set<String> = ["public", "package", "internal", "private"]

    /// Inputs and outputs of a pure or deterministic module that its caller does not see. Its tests
    /// may use folders of their own, but no clock, thread or luck either.
    static func hiddenInputs(_ file: SourceFile) -> [String] {
        guard let rule = TargetRule.all[file.module], !rule.kind.isEdge else { return [] }
        var words = [
            "Date(", "Date.now", "ContinuousClock", "SuspendingClock", "Thread", "Task.", "sleep(",
        ]
        if file.isProduct {
            words += [
                "UUID(", "ProcessInfo", "FileManager", "CommandLine.", "getenv", "readLine(",
                "async", "await", "debugPrint(",
            ]
        }
        if file.path != "Sources/Domain/Basics/RandomSource.swift" {
            words.append("SystemRandomNumberGenerator")
        }
        let drawn = [".random(in:", ".random()", ".shuffled(", ".randomElement("]
        let printed = faults(of: ["print("], "hidden output", in: file) {
            file.isProduct && !$0.contains(".print(") && !$0.contains("func print(")
        }
        return faults(of: words, "hidden input", in: file) + printed
            + faults(of: drawn, "random number without using:", in: file) {
                !$0.contains("using:")
            }
    }

    // MARK: What may not be written

    /// Constructs that the house does not use, or only with a reason beside them.
    static func banned(_ file: SourceFile) -> [String] {
        let words = [
            "try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", "Task {",
            "Task.detached", "actor",
        ]
        let unexplained = words.filter(file.names).flatMap { word in
            file.codeLines.indices.filter { index in
                let line = file.codeLines[index]
                let isUsed = word == "actor" ? declaresActor(line) : has(word, in: line)
                return isUsed && !isReasoned(word, at: index, in: file)
            }.map { file.fault("banned: \(word)", at: $0) }
        }
        let unwraps = file.faults("forced unwrap", in: file.codeLines, where: unwraps)
        return unexplained + unwraps + emptyCatches(file)
    }

    private static func declaresActor(_ line: String) -> Bool {
        line.split(separator: " ").first { !access.contains(String($0)) } == "actor"
    }

    /// Whether a comment begins "Reason for" the word, above it and with no blank line between.
    private static func isReasoned(_ word: String, at index: Int, in file: SourceFile) -> Bool {
        file.lines[..<index].reversed().prefix { !$0.allSatisfy(\.isWhitespace) }
            .contains { $0.contains("// Reason for `\(word)`:") }
    }

    /// An exclamation mark directly after a value or a type; `try!` and `as!` have their own check.
    private static func unwraps(_ line: String) -> Bool {
        guard line.utf8.contains(UInt8(ascii: "!")) else { return false }
        let bytes = Array(line.utf8)
        return bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "!") else { return false }
            let isUnequal = bytes[index...].starts(with: "!=".utf8)
            let word = bytes[..<index].reversed().prefix(while: SourceFile.isNameByte).reversed()
            if !word.isEmpty {
                return !isUnequal && !["as", "try"].contains { word.elementsEqual($0.utf8) }
            }
            return !isUnequal && bytes[..<index].last.map(")]}?\"".utf8.contains) == true
        }
    }

    private static func emptyCatches(_ file: SourceFile) -> [String] {
        guard file.names("catch") else { return [] }
        let lines = file.codeLines.map { $0.split(separator: " ").joined(separator: " ") }
        return lines.indices.compactMap { index in
            guard has("catch", in: lines[index]) else { return nil }
            let next = lines.dropFirst(index + 1).first { !$0.isEmpty }
            let isEmpty =
                lines[index].hasSuffix("{}") || (lines[index].hasSuffix("{") && next == "}")
            return isEmpty ? file.fault("empty catch", at: index) : nil
        }
    }

    /// The word `unsafe`, outside the modules that touch raw memory and the tests with sockets.
    static func rawMemory(_ file: SourceFile) -> [String] {
        let places: Set<String> = ["SQLite", "Platform", "HTTPServer", "EndToEnd"]
        if places.contains(file.module) { return [] }
        return faults(of: ["unsafe"], "raw memory", in: file)
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
            file.faults("SQL outside the stores", in: file.stringLines) { has(word, in: $0) }
        }
    }

    /// `public` outside the contract: between our own modules `package` is enough.
    static func visibility(_ file: SourceFile) -> [String] {
        if file.target == "SyncProtocol" { return [] }
        return faults(of: ["public"], "public outside the contract", in: file)
    }

    /// Types of the product, private ones aside, that do not say what they are for.
    static func undocumented(_ file: SourceFile) -> [String] {
        guard file.isProduct else { return [] }
        let types: Set<Substring> = ["struct", "enum", "class", "protocol", "actor"]
        let modifiers: Set<Substring> = ["public", "package", "final", "indirect"]
        return file.codeLines.indices.filter { index in
            let words = file.codeLines[index].split(separator: " ")
            let first = words.first { !modifiers.contains($0) && $0.first != "@" }
            let above = file.lines[..<index].reversed().lazy
                .map { $0.drop(while: \.isWhitespace) }.first { $0.first != "@" }
            return first.map(types.contains) == true && above?.hasPrefix("///") != true
        }.map { file.fault("a type that does not say what it is for", at: $0) }
    }

    /// Work that was left for later and does not name its issue.
    static func leftovers(_ file: SourceFile) -> [String] {
        ["TODO", "FIXME"].filter(file.text.contains).flatMap { word in
            file.lines.indices.filter { index in
                let line = file.lines[index]
                let isText = file.stringLines.dropFirst(index).first?.contains(word) == true
                return line.contains(word) && !line.contains("issue ") && !isText
            }.map { file.fault("\(word) without its issue", at: $0) }
        }
    }

    // MARK: Words in lines

    /// Whether `word` stands in `line` with no letter, digit or underscore beside it.
    static func has(_ word: String, in line: String) -> Bool {
        guard line.utf8.count >= word.utf8.count else { return false }
        let isWord: (Character?) -> Bool = {
            $0?.isLetter == true || $0?.isNumber == true || $0 == "_"
        }
        var rest = line[...]
        while let range = rest.firstRange(of: word) {
            let opens = isWord(word.first) && isWord(line[..<range.lowerBound].last)
            let closes = isWord(word.last) && isWord(line[range.upperBound...].first)
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
            file.faults("\(what): \(word)", in: file.codeLines) {
                has(word, in: $0) && condition($0)
            }
        }
    }
}
