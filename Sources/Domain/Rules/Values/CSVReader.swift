/// The state of reading one CSV text; `CSVTable.read` is its only caller.
struct CSVReader {
    private let bytes: [UInt8]
    private var index: Int
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// Reads everything. Rows with a wrong number of fields are all listed; any other fault ends
    /// the reading, because what follows it cannot be told apart.
    mutating func table(header: [String]) -> Result<CSVTable, CSVProblems> {
        guard bytes.count <= CSVTable.bytesMax else { return stop(.fileTooLarge) }
        guard index < bytes.count else { return stop(.empty) }
        switch record(columns: []) {
        case .failure(let problem): return .failure(CSVProblems([problem]))
        case .success(let found) where found != header:
            line = 1
            return stop(.header(expected: header, found: found))
        case .success: return body(header: header)
        }
    }

    private mutating func body(header: [String]) -> Result<CSVTable, CSVProblems> {
        let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
        var rows: [CSVRow] = []
        var problems: [CSVProblem] = []
        while index < bytes.count, problems.count < CSVTable.problemCountMax {
            guard rows.count < CSVTable.rowCountMax else { return stop(.tooManyRows) }
            let start = line
            switch record(columns: header) {
            case .failure(let problem): return .failure(CSVProblems(problems + [problem]))
            case .success(let fields) where fields.count == header.count:
                rows.append(CSVRow(line: start, fields: fields, columns: columns))
            case .success(let fields):
                let kind = CSVProblem.Kind.fieldCount(expected: header.count, found: fields.count)
                problems.append(CSVProblem(line: start, column: nil, kind: kind))
            }
        }
        guard problems.isEmpty else { return .failure(CSVProblems(problems)) }
        return .success(CSVTable(header: header, rows: rows))
    }

    private func stop(_ kind: CSVProblem.Kind) -> Result<CSVTable, CSVProblems> {
        .failure(CSVProblems([CSVProblem(line: line, column: nil, kind: kind)]))
    }

    /// The fields up to the end of the line or of the text.
    private mutating func record(columns: [String]) -> Result<[String], CSVProblem> {
        var fields: [String] = []
        while true {
            let column = fields.count < columns.count ? columns[fields.count] : nil
            let start = line
            switch field() {
            case .failure(let kind):
                return .failure(CSVProblem(line: start, column: column, kind: kind))
            case .success(let text): fields.append(text)
            }
            guard index < bytes.count else { return .success(fields) }
            if bytes[index] == Self.comma {
                index += 1
            } else {
                index += bytes[index] == Self.carriageReturn ? 2 : 1
                line += 1
                return .success(fields)
            }
        }
    }

    /// One field; afterwards `index` is at a comma, a line end or the end of the text.
    private mutating func field() -> Result<String, CSVProblem.Kind> {
        let isQuoted = index < bytes.count && bytes[index] == Self.quote
        return (isQuoted ? quotedField() : plainField()).flatMap { content in
            guard content.count <= CSVTable.fieldBytesMax else { return .failure(.fieldTooLong) }
            guard let text = String(validating: content, as: UTF8.self) else {
                return .failure(.notUTF8)
            }
            return .success(text)
        }
    }

    private mutating func plainField() -> Result<ArraySlice<UInt8>, CSVProblem.Kind> {
        let start = index
        while index < bytes.count, !isAtSeparator {
            if bytes[index] == Self.quote { return .failure(.strayQuote) }
            if bytes[index] < 0x20 || bytes[index] == 0x7F { return .failure(.controlByte) }
            index += 1
        }
        return .success(bytes[start..<index])
    }

    private mutating func quotedField() -> Result<ArraySlice<UInt8>, CSVProblem.Kind> {
        var content: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte != Self.quote {
                if byte == Self.lineFeed { line += 1 }
                content.append(byte)
            } else if index < bytes.count, bytes[index] == Self.quote {
                content.append(Self.quote)
                index += 1
            } else {
                guard index == bytes.count || isAtSeparator else {
                    return .failure(.textAfterQuote)
                }
                return .success(content[...])
            }
        }
        return .failure(.unclosedQuote)
    }

    /// Whether a comma, LF or CR LF stands at `index`.
    private var isAtSeparator: Bool {
        switch bytes[index] {
        case Self.comma, Self.lineFeed: true
        case Self.carriageReturn: index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
        default: false
        }
    }
}
