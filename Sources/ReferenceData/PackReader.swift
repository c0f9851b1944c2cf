import Domain

/// The packs that are used: those of the product, some of them replaced.
struct PackSet {
    private let replaced: [String: ReferencePack]

    init(replacing packs: [ReferencePack] = []) {
        replaced = Dictionary(packs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    /// The pack that is used in the place of a built-in one.
    func pack(_ standard: ReferencePack) -> ReferencePack {
        replaced[standard.name] ?? standard
    }

    func reader(_ standard: ReferencePack) -> PackReader { PackReader(pack: pack(standard)) }
}

/// Reads the rows of one pack into values of the domain.
struct PackReader {
    let pack: ReferencePack

    /// Every row, made into a value by `make`; of the rows that share their fields under `key`
    /// only one may be there. Every row that is wrong is named.
    func rows<Value>(
        _ header: [String], key: [String] = [], _ make: (Row) throws(PackProblem) -> Value
    ) throws(PackProblems) -> [Value] {
        let table: CSVTable
        switch CSVTable.read(Array(pack.csv.utf8), header: header) {
        case .success(let read): table = read
        case .failure(let problems):
            throw PackProblems(
                problems.list.map {
                    PackProblem(
                        pack: pack.name, line: $0.line, column: $0.column, kind: .table($0.kind))
                })
        }
        var values: [Value] = []
        var keys: Set<[String]> = []
        var problems: [PackProblem] = []
        for csv in table.rows {
            let row = Row(pack: pack.name, row: csv)
            do throws(PackProblem) {
                if let first = key.first, !keys.insert(key.map { csv[$0] }).inserted {
                    throw row.problem(first, .repeated)
                }
                values.append(try make(row))
            } catch {
                problems.append(error)
                guard problems.count < CSVTable.problemCountMax else { break }
            }
        }
        guard problems.isEmpty else { throw PackProblems(problems) }
        return values
    }

    /// Whether all of these codes are there.
    func require(_ codes: [String], among found: [String]) throws(PackProblems) {
        let missing = codes.filter { !found.contains($0) }
        guard missing.isEmpty else {
            throw PackProblems(
                missing.map {
                    PackProblem(pack: pack.name, line: 1, column: "code", kind: .missing($0))
                })
        }
    }

    /// A row whose fields are read as typed values.
    struct Row {
        let pack: String
        let row: CSVRow

        func text(_ column: String) -> String { row[column] }

        /// A text that is not empty.
        func name(_ column: String) throws(PackProblem) -> String {
            guard row[column].contains(where: { !$0.isWhitespace }) else {
                throw problem(column, .empty)
            }
            return row[column]
        }

        func texts(_ column: String) -> [String] {
            row[column].split(separator: ";").map(String.init)
        }

        func words(_ zh: String = "zh", _ en: String = "en") -> Words {
            Words(zh: row[zh], en: row[en])
        }

        func integer(_ column: String) throws(PackProblem) -> Int {
            try value(column, .notANumber, Int.init)
        }

        /// An amount in fen that is not below 0.
        func fen(_ column: String) throws(PackProblem) -> Int {
            let range = 0...Fen.amountMax
            let fen = try integer(column)
            guard range.contains(fen) else { throw problem(column, .outOfRange(range)) }
            return fen
        }

        func flag(_ column: String) throws(PackProblem) -> Bool {
            try value(column, .notAFlag) { ["yes": true, "no": false][$0] }
        }

        func code(_ column: String) throws(PackProblem) -> Code {
            try value(column, .notACode) { Code($0) }
        }

        func day(_ column: String) throws(PackProblem) -> CalendarDay {
            try value(column, .notADay, CalendarDay.init(text:))
        }

        func member<Member: RawRepresentable<String> & CaseIterable>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> Member {
            try value(column, options(type)) { Member(rawValue: $0) }
        }

        /// `nil` for an empty field.
        func optionalMember<Member: RawRepresentable<String> & CaseIterable>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> Member? {
            row[column].isEmpty ? nil : try member(column, of: type)
        }

        func members<Member: RawRepresentable<String> & CaseIterable>(
            _ column: String, of type: Member.Type
        ) throws(PackProblem) -> [Member] {
            let codes = texts(column)
            let members = codes.compactMap { Member(rawValue: $0) }
            guard members.count == codes.count else { throw problem(column, options(type)) }
            return members
        }

        /// What is wrong with a field, or with one of the texts in it.
        func problem(
            _ column: String, _ kind: PackProblem.Kind, seen: String? = nil
        ) -> PackProblem {
            PackProblem(
                pack: pack, line: row.line, column: column, seen: seen ?? row[column],
                kind: kind)
        }

        private func options<Member: RawRepresentable<String> & CaseIterable>(
            _ type: Member.Type
        ) -> PackProblem.Kind {
            .notAnOption(type.allCases.map(\.rawValue))
        }

        private func value<Value>(
            _ column: String, _ kind: PackProblem.Kind, _ read: (String) -> Value?
        ) throws(PackProblem) -> Value {
            guard let value = read(row[column]) else { throw problem(column, kind) }
            return value
        }
    }
}
