extension StyleChecks {
    static let columnsMax = 100
    static let fileLinesMax = 500
    static let functionLinesMax = 70
    static let mainLinesMax = 99

    /// Files, lines and functions past their limits; the data packs are tables, not code.
    static func sizes(_ file: SourceFile) -> [String] {
        if file.path.hasPrefix("Sources/ReferenceData/Packs/") { return [] }
        let isMain = file.isProduct && file.name == "main.swift"
        let linesMax = isMain ? mainLinesMax : fileLinesMax
        let lineCount = file.lines.count - 1
        return (lineCount > linesMax ? [file.fault("\(lineCount) lines")] : [])
            + file.faults("wider than \(columnsMax) columns", in: file.lines) {
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
                ? file.fault("a function of \(count) lines", at: start) : nil
        }
    }

    /// A function, an initializer, or a computed value whose body opens on the same line.
    private static func beginsFunction(_ line: String) -> Bool {
        if has("func", in: line) || has("subscript", in: line) { return true }
        if line.hasSuffix("{") && has("var", in: line) { return true }
        return line.utf8.contains(UInt8(ascii: "("))
            && line.split(separator: " ").contains {
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
}
