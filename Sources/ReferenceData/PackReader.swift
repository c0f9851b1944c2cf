import Domain

/// Why a pack is not usable.
package struct PackProblem: Error, Hashable {
    package let pack: String
    package let line: Int
    package let column: String?

    package init(pack: String, line: Int, column: String?) {
        self.pack = pack
        self.line = line
        self.column = column
    }
}

/// Reads the rows of one pack into values of the domain.
struct PackReader {
    let pack: ReferencePack

    /// Every row, made into a value by `make`.
    func rows<Value>(
        _ header: [String], _ make: (Row) throws(PackProblem) -> Value
    ) throws(PackProblem) -> [Value] {
        let table: CSVTable
        switch CSVTable.read(Array(pack.csv.utf8), header: header) {
        case .success(let read): table = read
        case .failure(let problems):
            let first = problems.list.first
            throw PackProblem(pack: pack.name, line: first?.line ?? 1, column: first?.column)
        }
        var values: [Value] = []
        for row in table.rows { values.append(try make(Row(pack: pack.name, row: row))) }
        return values
    }

    /// A row whose fields are read as typed values.
    struct Row {
        let pack: String
        let row: CSVRow

        func text(_ column: String) -> String { row[column] }

        func texts(_ column: String) -> [String] {
            row[column].split(separator: ";").map(String.init)
        }

        func words(_ zh: String = "zh", _ en: String = "en") -> Words {
            Words(zh: row[zh], en: row[en])
        }

        func integer(_ column: String) throws(PackProblem) -> Int {
            try value(column, Int.init)
        }

        func flag(_ column: String) throws(PackProblem) -> Bool {
            try value(column) { ["yes": true, "no": false][$0] }
        }

        func code(_ column: String) throws(PackProblem) -> Code {
            try value(column) { Code($0) }
        }

        func member<Member: RawRepresentable<String>>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> Member {
            try value(column) { Member(rawValue: $0) }
        }

        /// `nil` for an empty field.
        func optionalMember<Member: RawRepresentable<String>>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> Member? {
            row[column].isEmpty ? nil : try member(column, of: type)
        }

        func members<Member: RawRepresentable<String>>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> [Member] {
            let codes = texts(column)
            let members = codes.compactMap { Member(rawValue: $0) }
            guard members.count == codes.count else { throw problem(column) }
            return members
        }

        func problem(_ column: String) -> PackProblem {
            PackProblem(pack: pack, line: row.line, column: column)
        }

        private func value<Value>(
            _ column: String, _ read: (String) -> Value?
        ) throws(PackProblem) -> Value {
            guard let value = read(row[column]) else { throw problem(column) }
            return value
        }
    }
}
