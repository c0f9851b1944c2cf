import Foundation
@testable import Simulator
import Testing

struct MutationTests {
    private static let top = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `a mutation is read from its lines`() throws {
        let mutation = try #require(
            Mutation(
                "M-99 nothing is done\n@ a.swift\n-  one\n+  two\n+  three\n@ b.swift\n-x\n+y\n"))
        #expect(mutation.name == "M-99" && mutation.rule == "nothing is done")
        #expect(mutation.edits.map(\.file) == ["a.swift", "b.swift"])
        #expect(mutation.edits.map(\.new) == ["  two\n  three", "y"])
    }

    @Test(arguments: [
        "", "M-99", "M-99 rule\n", "M-99 rule\n@ a\n+only new\n", "M-99 rule\nwhat\n",
    ])
    func `anything else is none`(_ text: String) {
        #expect(Mutation(text) == nil)
    }

    @Test func `lines that are not there once do not fit`() throws {
        let mutation = try #require(Mutation("M-99 rule\n@ a\n-x\n+y\n"))
        for (text, count) in [("", 0), ("z", 0), ("x and x", 2)] {
            var texts = ["a": text]
            #expect(throws: Mutation.Misfit(name: "M-99", file: "a", count: count)) {
                try mutation.weave(into: &texts)
            }
        }
        var texts = ["a": "before x after"]
        try mutation.weave(into: &texts)
        #expect(texts == ["a": "before y after"])
    }

    /// Whoever changes a line that a mutation switches off changes the mutation with it.
    @Test func `every mutation fits the sources`() throws {
        let folder = MutationTests.top.appending(path: "Tests/SimulatorTests/Mutants").path
        var texts: [String: String] = [:]
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            let mutation = try #require(Mutation(text), "\(name)")
            #expect(name == mutation.name + ".txt")
            for file in mutation.edits.map(\.file) where texts[file] == nil {
                texts[file] = try String(
                    contentsOf: MutationTests.top.appending(path: file), encoding: .utf8)
            }
            do {
                try mutation.weave(into: &texts)
            } catch {
                Issue.record("\(error)")
            }
            count += 1
        }
        #expect(count >= 40)
    }
}
