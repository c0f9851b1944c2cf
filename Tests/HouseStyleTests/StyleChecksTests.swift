import Testing

/// Each check is shown what it must refuse and what it must let pass.
@Suite struct StyleChecksTests {
    private func product(_ text: String, in target: String = "Domain") -> SourceFile {
        SourceFile(path: "Sources/\(target)/Sample.swift", text: text)
    }

    @Test(
        arguments: [
            "import Foundation", "import Glibc", "package import SQLite",
            "@testable import Commands", "import struct Foundation.Date",
            "  import Synchronization",
        ])
    func `an import outside the table is found`(line: String) {
        #expect(StyleChecks.imports(product("\n\(line)\n")).count == 1)
    }

    @Test func `an import of the table passes, a new target needs a rule`() {
        #expect(StyleChecks.imports(product("package import Domain", in: "Commands")) == [])
        #expect(StyleChecks.imports(product("import CSQLite", in: "SQLite")) == [])
        #expect(StyleChecks.imports(product("// import Foundation\nlet important = 1")) == [])
        #expect(StyleChecks.imports(product("", in: "Novelty")).count == 1)
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
        ])
    func `words in comments, text and longer names are no hidden input`(line: String) {
        #expect(StyleChecks.hiddenInputs(product(line)) == [])
    }

    @Test(
        arguments: [
            "let a = try! f()", "let a = b as! C", "final class C: @unchecked Sendable {}",
            "nonisolated(unsafe) var x = 1", "package actor Store {", "actor Store {",
            "Task { await f() }", "Task.detached { }", "fatalError(\"no\")", "} catch {}",
            "} catch {\n    // nothing\n}", "} catch let error as E {\n\n}",
        ])
    func `a banned construct is found`(text: String) {
        #expect(!StyleChecks.banned(product(text, in: "courier")).isEmpty)
    }

    @Test(
        arguments: [
            "// Reason for `as!`: none.\nlet a = b as! C", "try f()", "b as? C", "let actor = 1",
            "let character = 1", "case task",
            "} catch {\n    throw wrapped(error)\n}", "struct CourierTask {",
            "preconditionFailure()",
        ])
    func `ordinary constructs pass`(text: String) {
        #expect(StyleChecks.banned(product(text, in: "courier")) == [])
    }

    @Test func `raw memory outside its modules is found`() {
        let line = "let n = unsafe pointer.pointee"
        #expect(StyleChecks.unsafe(product(line)).count == 1)
        #expect(StyleChecks.unsafe(product(line, in: "SQLite")) == [])
        #expect(StyleChecks.unsafe(product("let isUnsafe = true // unsafe")) == [])
    }

    @Test func `SQL outside the stores is found`() {
        let line = #"let sql = "SELECT a FROM b""#
        #expect(StyleChecks.sql(product(line)).count == 1)
        #expect(
            StyleChecks.sql(product("let s = \"\"\"\n    INSERT INTO t\n    \"\"\"")).count == 1)
        #expect(StyleChecks.sql(product(line, in: "Journal")) == [])
        #expect(StyleChecks.sql(product("// SELECT a\nlet s = \"select one\"")) == [])
    }

    @Test func `a line, a file and a function may reach their limits and not pass them`() {
        let wide = String(repeating: "x", count: StyleChecks.columnsMax)
        #expect(StyleChecks.lengths(product(wide)) == [])
        #expect(StyleChecks.lengths(product(wide + "x")).count == 1)
        #expect(StyleChecks.lengths(product(String(repeating: "件", count: 100))) == [])

        let long = String(repeating: "\n", count: StyleChecks.fileLinesMax)
        #expect(StyleChecks.lengths(product(long)) == [])
        #expect(StyleChecks.lengths(product(long + "\n")).count == 1)

        let lines = String(repeating: "    work()\n", count: StyleChecks.functionLinesMax - 2)
        let head = "func f(\n    _ g: () -> Void = {}\n) {\n"
        #expect(StyleChecks.lengths(product("func f() {\n\(lines)}\n")) == [])
        #expect(StyleChecks.lengths(product("func f() {\n\(lines)\n}\n")).count == 1)
        #expect(StyleChecks.lengths(product("\(head)\(lines)}\n")).count == 1)
        #expect(StyleChecks.lengths(product("init(\n    a: Int\n) {\n\(lines)}\n")).count == 1)
        #expect(StyleChecks.lengths(product("protocol P {\n    func f()\n}\n\(lines)")) == [])
    }

    @Test func `a main that decides too much is found`() {
        func main(_ count: Int) -> SourceFile {
            SourceFile(
                path: "Sources/courier/main.swift", text: String(repeating: "\n", count: count))
        }
        #expect(StyleChecks.lengths(main(StyleChecks.mainLinesMax)) == [])
        #expect(StyleChecks.lengths(main(StyleChecks.mainLinesMax + 1)).count == 1)
    }

    @Test func `the tree is exact`() {
        let top = [".ci", ".git", "Package.swift", "README.md", "Sources", "SyncProtocol", "Tests"]
        #expect(StyleChecks.topLevel(top) == [])
        #expect(StyleChecks.topLevel(top + ["docs"]) == ["docs does not belong at the top"])
        #expect(StyleChecks.topLevel(Array(top.dropLast())) == ["Tests is missing"])

        let manifest = """
            func module(_ name: String) -> Target { .target(name: name) }
            name: "Package", targets: [
                module("A"), program(
                    "b", ["A"]), .target(name: "C"), .systemLibrary(name: "D"),
                module("SyncProtocol", path: "x"), tests("ATests", ["A"]),
            """
        let folders = ["A", "b", "C", "D", "ATests"]
        #expect(StyleChecks.targets(manifest: manifest, folders: folders) == [])
        #expect(
            StyleChecks.targets(manifest: manifest, folders: ["A", "b", "C", "D", "E"])
                == ["ATests has no folder", "the folder E is no target"])
    }

    @Test func `a placeholder and a place outside are found`() {
        let file = SourceFile(path: "Sources/Domain/Placeholder.swift", text: "")
        #expect(StyleChecks.placeholder(file).count == 1)
        let outside = SourceFile(path: "README.md", text: "see ../" + "shared/data")
        #expect(StyleChecks.outside(outside).count == 1)
        #expect(StyleChecks.outside(SourceFile(path: "README.md", text: "shared data")) == [])
    }

    @Test func `the repository is really read`() {
        #expect(Repository.swiftFiles.count > 100)
        #expect(Repository.swiftFiles.contains { $0.path.hasSuffix("HouseStyleTests.swift") })
        #expect(Set(Repository.swiftFiles.filter(\.isProduct).map(\.target)).count > 10)
    }
}
