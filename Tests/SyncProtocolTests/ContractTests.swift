import Foundation
import SyncProtocol
import Testing

/// The contract in words and the code that cites it.
@Suite struct ContractTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func contract() throws -> String {
        try String(
            contentsOf: root.appendingPathComponent("SyncProtocol/README.md"), encoding: .utf8)
    }

    /// `N` and `N.M` of the headings.
    private static func sections() throws -> Set<String> {
        Set(
            try contract().split(separator: "\n").compactMap { line in
                guard line.hasPrefix("## ") || line.hasPrefix("### ") else { return nil }
                let number = line.drop { $0 == "#" || $0 == " " }.prefix { $0 != " " }
                return number.first?.isNumber == true ? String(number) : nil
            })
    }

    private static func sources() throws -> [URL] {
        try ["Sources", "SyncProtocol/Swift"].flatMap { folder in
            let url = root.appendingPathComponent(folder)
            let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
            return names.filter { $0.hasSuffix(".swift") }.map { url.appendingPathComponent($0) }
        }
    }

    /// The sections that a text cites: `PJS 9.2`, `PJS section 9.2`, `PJS sections 5.3 and 11`.
    private static func citations(in text: String) -> [String] {
        text.matches(of: /PJS (?:sections? )?(\d+(?:\.\d+)?(?:(?:, | and | to )\d+(?:\.\d+)?)*)/)
            .flatMap { $0.output.1.matches(of: /\d+(?:\.\d+)?/).map { String($0.output) } }
    }

    @Test func `every section that the code cites is in the contract`() throws {
        let sections = try ContractTests.sections()
        #expect(sections.count > 50)
        var count = 0
        for file in try ContractTests.sources() {
            for citation in ContractTests.citations(
                in: try String(contentsOf: file, encoding: .utf8))
            {
                count += 1
                #expect(sections.contains(citation), "\(file.lastPathComponent): PJS \(citation)")
            }
        }
        #expect(count > 100)
    }

    @Test(arguments: WireProblem.Code.allCases)
    func `every error code stands in the contract`(code: WireProblem.Code) throws {
        let rows = try ContractTests.contract().split(separator: "\n").filter {
            $0.hasPrefix("| \(code.status) |") && $0.contains("`\(code.rawValue)`")
        }
        #expect(rows.count == 1)
        #expect(rows.first?.contains("| \(code.retry.rawValue)") == true)
    }

    @Test(arguments: CanonicalError.allCases)
    func `every error of canonical text stands in the contract`(error: CanonicalError) throws {
        #expect(try ContractTests.contract().contains("`\(error.rawValue)`"))
    }
}
