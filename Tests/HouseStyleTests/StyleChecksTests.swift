import Testing

/// Each check is shown what it must refuse and what it must let pass.
@Suite struct StyleChecksTests {
    private let manifest = Manifest(
        """
        func module(_ name: String) -> Target { .target(name: name) }
        name: "Package", targets: [
            module("SyncProtocol", path: "x"), module("Domain"), module("ReferenceData", ["Domain"]),
            program(
                "courier", ["ReferenceData"]), program("station", ["courier", "Domain"]),
            .target(name: "CSimDisk", linkerSettings: [.linkedLibrary("y")]),
            .systemLibrary(name: "CSQLite"), tests("DomainTests", ["Domain"], golden: ["Z"]),
        """)

    private func product(_ text: String, in target: String = "Domain") -> SourceFile {
        SourceFile(path: "Sources/\(target)/Sample.swift", text: text)
    }

    private func testing(_ text: String, of target: String = "Domain") -> SourceFile {
        SourceFile(path: "Tests/\(target)Tests/Sample.swift", text: text)
    }

    @Test(
        arguments: [
            "import Foundation", "import Glibc", "package import SQLite",
            "@testable import Commands", "import struct Foundation.Date",
            "  import Synchronization",
        ])
    func `an import outside the table is found`(line: String) {
        #expect(StyleChecks.imports(product("\n\(line)\n"), manifest).count == 1)
    }

    @Test(
        arguments: [
            ("package import Domain", "Commands"), ("import CSQLite", "SQLite"),
            ("// import Foundation", "Domain"), ("let important = 1", "Domain"),
        ])
    func `an import of the table passes`(line: String, target: String) {
        #expect(StyleChecks.imports(product(line, in: target), manifest) == [])
    }

    @Test func `a new target needs a rule`() {
        #expect(StyleChecks.imports(product("", in: "Novelty"), manifest).count == 1)
    }

    @Test(
        arguments: [
            ("import Testing", "Domain", 0), ("@testable import Domain", "Domain", 0),
            ("import Commands", "Domain", 1), ("import Glibc", "Domain", 1),
            ("import Glibc", "Platform", 0),
        ])
    func `tests import what the manifest lists, Foundation, and beside an edge the world`(
        line: String, target: String, count: Int
    ) {
        #expect(StyleChecks.imports(testing(line, of: target), manifest).count == count)
    }

    @Test(
        arguments: [
            "let now = Date()", "let now = ContinuousClock.now", "let id = UUID()",
            "let n = Int.random(in: 0..<6)", "list.shuffled()", "getenv(name)", "await work()",
            "func f() async {", "Task.yield()", "ProcessInfo.processInfo", "print(1)",
            "let g = SystemRandomNumberGenerator()", "FileManager.default", "Thread.sleep()",
            #"let text = "\(Date())""#,
        ])
    func `a hidden input is found`(line: String) {
        #expect(!StyleChecks.hiddenInputs(product(line)).isEmpty)
        #expect(StyleChecks.hiddenInputs(product(line, in: "Platform")) == [])
    }

    @Test(
        arguments: [
            "// Date() is not used", "let text = \"await\"", "let n = Int.random(in: r, using: &g)",
            "let update = 1", "case nowhere", "let isAsynchronous = 1", "fingerprint(key)",
            "/* Task. /* nested */ await */", "#\"\\(Date())\"#", "let CourierTask = 1",
            "form.print(a)", "func `the await of a Thread.`() {",
        ])
    func `words in comments, text and longer names are no hidden input`(line: String) {
        #expect(StyleChecks.hiddenInputs(product(line)) == [])
    }

    @Test func `tests may have a folder but no clock and no luck`() {
        let folder = "let path = FileManager.default.temporaryDirectory + UUID().uuidString"
        #expect(StyleChecks.hiddenInputs(testing(folder)) == [])
        for line in ["sleep(1)", "let now = Date()", "let n = Int.random(in: 0..<6)"] {
            #expect(StyleChecks.hiddenInputs(testing(line)).count == 1)
            #expect(StyleChecks.hiddenInputs(testing(line, of: "HTTPServer")) == [])
        }
    }

    @Test(
        arguments: [
            "let a = try! f()", "let a = b as! C", "final class C: @unchecked Sendable {}",
            "nonisolated(unsafe) var x = 1", "package actor Store {", "actor Store {",
            "Task { await f() }", "Task.detached { }", "fatalError(\"no\")", "} catch {}",
            "let a = b!", "let a = f()!.c", "let a = list[0]!", "var s: String!", "a?.b!.c",
            "// Reason for `as!`: none.\n\nlet a = b as! C",
            "} catch {\n    // nothing\n}", "} catch let error as E {\n\n}",
        ])
    func `a banned construct is found`(text: String) {
        #expect(!StyleChecks.banned(product(text, in: "courier")).isEmpty)
    }

    @Test(
        arguments: [
            "// Reason for `as!`: none.\nlet a = b as! C", "try f()", "b as? C", "let actor = 1",
            "let character = 1", "case task",
            "if !a && b != c { return !(d) }", "let s = \"no!\"", "let ok = a.map(!)",
            "} catch {\n    throw wrapped(error)\n}", "struct CourierTask {",
            "preconditionFailure()",
        ])
    func `ordinary constructs pass`(text: String) {
        #expect(StyleChecks.banned(product(text, in: "courier")) == [])
    }

    @Test func `raw memory outside its modules is found`() {
        let line = "let n = unsafe pointer.pointee"
        #expect(StyleChecks.rawMemory(product(line)).count == 1)
        #expect(StyleChecks.rawMemory(product(line, in: "SQLite")) == [])
        #expect(StyleChecks.rawMemory(testing(line)).count == 1)
        #expect(StyleChecks.rawMemory(testing(line, of: "SQLite")) == [])
        #expect(StyleChecks.rawMemory(product("let isUnsafe = true // unsafe")) == [])
    }

    @Test func `SQL outside the stores is found`() {
        let line = #"let sql = "SELECT a FROM b""#
        #expect(StyleChecks.sql(product(line)).count == 1)
        #expect(
            StyleChecks.sql(product("let s = \"\"\"\n    INSERT INTO t\n    \"\"\"")).count == 1)
        #expect(StyleChecks.sql(product(line, in: "Journal")) == [])
        #expect(StyleChecks.sql(product("// SELECT a\nlet s = \"select one\"")) == [])
    }

    @Test func `public outside the contract is found`() {
        let line = "public struct Fact {"
        #expect(StyleChecks.visibility(product(line)).count == 1)
        #expect(StyleChecks.visibility(testing(line)).count == 1)
        let contract = SourceFile(path: "SyncProtocol/Swift/Fact.swift", text: line)
        #expect(StyleChecks.visibility(contract) == [])
    }

    @Test(
        arguments: [
            ("struct A {", 1), ("// A.\npackage enum A {", 1), ("/// A.\n\nfinal class A {", 1),
            ("/// A.\nstruct A {", 0), ("/// A.\n@frozen\n@safe package final class A {", 0),
            ("    private struct A {", 0), ("let text = \"struct\"", 0),
            ("struct A: Sendable {}", 1),
        ])
    func `a type without its sentence is found`(text: String, count: Int) {
        #expect(StyleChecks.undocumented(product(text)).count == count)
        #expect(StyleChecks.undocumented(testing(text)) == [])
    }

    @Test func `a line, a file and a function may reach their limits and not pass them`() {
        let wide = String(repeating: "x", count: StyleChecks.columnsMax)
        #expect(StyleChecks.sizes(product(wide)) == [])
        #expect(StyleChecks.sizes(product(wide + "x")).count == 1)
        #expect(StyleChecks.sizes(product(String(repeating: "件", count: 100))) == [])

        let long = String(repeating: "\n", count: StyleChecks.fileLinesMax)
        #expect(StyleChecks.sizes(product(long)) == [])
        #expect(StyleChecks.sizes(product(long + "\n")).count == 1)

        let lines = String(repeating: "    work()\n", count: StyleChecks.functionLinesMax - 2)
        let head = "func f(\n    _ g: () -> Void = {}\n) {\n"
        #expect(StyleChecks.sizes(product("func f() {\n\(lines)}\n")) == [])
        #expect(StyleChecks.sizes(product("func f() {\n\(lines)\n}\n")).count == 1)
        #expect(StyleChecks.sizes(product("\(head)\(lines)}\n")).count == 1)
        #expect(StyleChecks.sizes(product("var f: Int {\n\(lines)\n}\n")).count == 1)
        #expect(StyleChecks.sizes(product("init(\n    a: Int\n) {\n\(lines)}\n")).count == 1)
        #expect(StyleChecks.sizes(product("protocol P {\n    func f()\n}\n\(lines)")) == [])
    }

    @Test func `a main that decides too much is found`() {
        func main(_ count: Int) -> SourceFile {
            SourceFile(
                path: "Sources/courier/main.swift", text: String(repeating: "\n", count: count))
        }
        #expect(StyleChecks.sizes(main(StyleChecks.mainLinesMax)) == [])
        #expect(StyleChecks.sizes(main(StyleChecks.mainLinesMax + 1)).count == 1)
    }

    @Test func `the tree is exact`() {
        let top = [".ci", ".git", "Package.swift", "README.md", "Sources", "SyncProtocol", "Tests"]
        #expect(StyleChecks.topLevel(top) == [])
        #expect(StyleChecks.topLevel(top + ["docs"]) == ["docs does not belong at the top"])
        #expect(StyleChecks.topLevel(Array(top.dropLast())) == ["Tests is missing"])

        let folders = ["Domain", "ReferenceData", "courier", "station", "CSimDisk", "CSQLite"]
        #expect(StyleChecks.targets(manifest, folders: folders + ["DomainTests"]) == [])
        #expect(
            StyleChecks.targets(manifest, folders: folders + ["E"])
                == ["DomainTests has no folder", "the folder E is no target"])
    }

    @Test func `a manifest that differs from the table is found`() {
        #expect(manifest.dependencies["ReferenceData"] == ["Domain"])
        #expect(manifest.dependencies["station"] == ["Domain"])
        #expect(manifest.dependencies["CSimDisk"] == [])
        #expect(manifest.dependencies["DomainTests"] == ["Domain"])
        let faults = StyleChecks.table(manifest)
        #expect(!faults.contains { $0.hasPrefix("Domain:") || $0.hasPrefix("ReferenceData:") })
        #expect(faults.contains("HTTPServer: [\"HTTPWire\", \"Platform\"] in one table only"))
    }

    @Test func `a dependency that nothing imports is found`() {
        let used = [
            product("import Domain", in: "ReferenceData"), product("import Domain", in: "station"),
            testing("@testable import Domain"),
        ]
        let faults = StyleChecks.unused(manifest, used)
        #expect(faults.contains("courier may import ReferenceData and does not"))
        #expect(faults.allSatisfy { $0.hasPrefix("courier ") || $0.hasPrefix("station ") })
        #expect(!faults.contains("station may import Domain and does not"))
    }

    @Test func `a placeholder and work without its issue are found`() {
        let file = SourceFile(path: "Sources/Domain/Placeholder.swift", text: "")
        #expect(StyleChecks.placeholder(file).count == 1)
        #expect(StyleChecks.leftovers(product("// TODO: later")).count == 1)
        #expect(StyleChecks.leftovers(product("// TODO: issue 7, the zone table")) == [])
        #expect(StyleChecks.leftovers(product("let word = \"TODO\"")) == [])
    }

    @Test(arguments: [("..", "shared/data"), ("/", "home/me"), ("/", "root/x"), ("/", "work/x")])
    func `a place outside is found`(start: String, end: String) {
        let text = "see \(start == ".." ? "../" : start)\(end)"
        #expect(StyleChecks.outside(SourceFile(path: "README.md", text: text)).count == 1)
        #expect(StyleChecks.outside(SourceFile(path: "README.md", text: end)) == [])
    }

    @Test func `the repository is really read`() {
        #expect(Repository.swiftFiles.count > 100)
        #expect(Repository.swiftFiles.contains { $0.path.hasSuffix("HouseStyleTests.swift") })
        #expect(Set(Repository.swiftFiles.filter(\.isProduct).map(\.target)).count > 10)
    }
}
