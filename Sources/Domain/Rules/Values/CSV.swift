/// A table read from CSV text (RFC 4180): one header row, a comma, double quotes, line ends LF or
/// CR LF, UTF-8 with or without a byte order mark.
package struct CSVTable: Sendable {
    package let header: [String]
    package let rows: [CSVRow]

    package static let bytesMax = 16 << 20
    package static let rowCountMax = 100_000
    package static let fieldBytesMax = 4096
    /// How many problems of one file are listed; reading stops at the last.
    package static let problemCountMax = 100

    /// Reads a whole file. Its first row must be `header`, in that order.
    package static func read(_ bytes: [UInt8], header: [String]) -> Result<CSVTable, CSVProblems> {
        var reader = CSVReader(bytes)
        return reader.table(header: header)
    }
}

/// One row below the header.
package struct CSVRow: Sendable {
    /// The line on which the row starts, counted from 1.
    package let line: Int
    let fields: [String]
    let columns: [String: Int]

    /// The field under a column of the header; asking for another column is a bug.
    package subscript(column: String) -> String {
        guard let index = columns[column] else { preconditionFailure("no column \(column)") }
        return fields[index]
    }
}

/// What is wrong with a CSV text, where.
package struct CSVProblem: Error, Hashable, Sendable {
    /// The line counted from 1.
    package let line: Int
    /// The name of the column, where one is meant.
    package let column: String?
    package let kind: Kind

    /// What is wrong.
    package enum Kind: Error, Hashable {
        case fileTooLarge
        case tooManyRows
        case empty
        case header(expected: [String], found: [String])
        case fieldCount(expected: Int, found: Int)
        case fieldTooLong
        case notUTF8
        /// A quote inside a field that did not start with one.
        case strayQuote
        /// Something other than a comma or a line end after a closing quote.
        case textAfterQuote
        case unclosedQuote
        /// A control byte outside quotes; a CR is one unless an LF follows.
        case controlByte
    }

    package init(line: Int, column: String?, kind: Kind) {
        self.line = line
        self.column = column
        self.kind = kind
    }
}

/// All problems that were found in one file, in the order of the lines.
package struct CSVProblems: Error, Hashable, Sendable {
    package let list: [CSVProblem]

    package init(_ list: [CSVProblem]) { self.list = list }
}
