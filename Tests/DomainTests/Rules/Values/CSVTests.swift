import Domain
import Testing

@Suite struct CSVTests {
    private let header = ["name", "grams"]

    private func read(_ text: String) -> Result<CSVTable, CSVProblems> {
        CSVTable.read(Array(text.utf8), header: header)
    }

    private func problem(_ result: Result<CSVTable, CSVProblems>) -> CSVProblem? {
        switch result {
        case .success: nil
        case .failure(let problems): problems.list.first
        }
    }

    @Test(arguments: [
        "name,grams\n书,500\n\"a,\"\"b\"\"\nc\",1\n",
        "name,grams\r\n书,500\r\n\"a,\"\"b\"\"\nc\",1\r\n",
        "\u{FEFF}name,grams\n书,500\n\"a,\"\"b\"\"\nc\",1",
    ])
    func `rows are read with quotes, line ends and byte order mark`(text: String) throws {
        let table = try read(text).get()
        #expect(table.rows.map { $0["name"] } == ["书", "a,\"b\"\nc"])
        #expect(table.rows.map { $0["grams"] } == ["500", "1"])
        #expect(table.rows.map(\.line) == [2, 3])
    }

    @Test func `a table with only its header is empty`() throws {
        #expect(try read("name,grams\n").get().rows.isEmpty)
    }

    @Test(
        arguments: [
            ("", 1, nil, CSVProblem.Kind.empty),
            ("name\n", 1, nil, .header(expected: ["name", "grams"], found: ["name"])),
            (
                "grams,name\n", 1, nil,
                .header(expected: ["name", "grams"], found: ["grams", "name"])
            ),
            ("name,grams\na\n", 2, nil, .fieldCount(expected: 2, found: 1)),
            ("name,grams\n\n", 2, nil, .fieldCount(expected: 2, found: 1)),
            ("name,grams\na,1\nb,2,3\n", 3, nil, .fieldCount(expected: 2, found: 3)),
            ("name,grams\na,1\"2\n", 2, "grams", .strayQuote),
            ("name,grams\n\"a\"b,1\n", 2, "name", .textAfterQuote),
            ("name,grams\na,1\nb,\"2\n\n", 3, "grams", .unclosedQuote),
            ("name,grams\na\u{0},1\n", 2, "name", .controlByte),
            ("name,grams\na,1\rb,2\n", 2, "grams", .controlByte),
        ] as [(String, Int, String?, CSVProblem.Kind)])
    func `a fault is reported with its line and column`(
        text: String, line: Int, column: String?, kind: CSVProblem.Kind
    ) {
        #expect(problem(read(text)) == CSVProblem(line: line, column: column, kind: kind))
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let bytes = Array("name,grams\n".utf8) + [0xB0, 0xA1, 0x2C, 0x31, 0x0A]
        let found = problem(CSVTable.read(bytes, header: header))
        #expect(found == CSVProblem(line: 2, column: "name", kind: .notUTF8))
    }

    @Test func `all rows with a wrong number of fields are listed`() {
        guard case .failure(let problems) = read("name,grams\na\nb,1\nc,1,1\n") else {
            Issue.record("read")
            return
        }
        #expect(problems.list.map(\.line) == [2, 4])
    }

    @Test func `the list of problems ends at its limit`() {
        let text = "name,grams\n" + String(repeating: "a\n", count: CSVTable.problemCountMax + 1)
        guard case .failure(let problems) = read(text) else {
            Issue.record("read")
            return
        }
        #expect(problems.list.count == CSVTable.problemCountMax)
    }

    @Test func `a field at its limit is read and one byte more is refused`() {
        let longest = String(repeating: "a", count: CSVTable.fieldBytesMax)
        #expect(problem(read("name,grams\n\(longest),1\n")) == nil)
        #expect(problem(read("name,grams\n\(longest)a,1\n"))?.kind == .fieldTooLong)
    }

    @Test func `a table at its limit of rows is read and one row more is refused`() {
        let most = "name,grams\n" + String(repeating: "a,1\n", count: CSVTable.rowCountMax)
        #expect(problem(read(most)) == nil)
        #expect(problem(read(most + "a,1\n"))?.kind == .tooManyRows)
    }

    @Test func `a file over its limit is refused`() {
        let bytes = [UInt8](repeating: 0x61, count: CSVTable.bytesMax + 1)
        #expect(problem(CSVTable.read(bytes, header: header))?.kind == .fileTooLarge)
    }
}
