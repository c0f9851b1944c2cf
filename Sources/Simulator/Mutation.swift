/// A rule of the product that can be switched off, to see that the simulator notices.
///
/// The product has no switches. A mutation is text: lines of a source file and those that take
/// their place in a copy of the sources, which asks `Mutant.isOn` there. One such copy has the
/// mutations of all files woven in, and the environment says which one is on.
package struct Mutation: Equatable, Sendable {
    /// `M-01`.
    package let name: String
    /// What is not done.
    package let rule: String
    package let edits: [Edit]

    /// Lines of one file, and what takes their place.
    package struct Edit: Equatable, Sendable {
        package let file: String
        package let old: String
        package let new: String
    }

    /// A mutation that does not fit the sources any more.
    package struct Misfit: Error, Equatable {
        package let name: String
        package let file: String
        /// How often the lines stand in the file; once is right.
        package let count: Int
    }

    /// The environment variable that names the mutation that is on.
    package static let variable = "WAYBOOK_MUTANT"
    /// Whether this program was made from woven sources; the weaving changes it.
    package static let isWoven = false

    /// Reads a mutation: its name and rule in the first line, then for each edit a line with `@`
    /// and the file, the old lines behind `-`, the new ones behind `+`. Nil for anything else.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let space = first.firstIndex(of: " ") else { return nil }
        name = String(first[..<space])
        rule = String(first[first.index(after: space)...])
        var edits: [Edit] = []
        var file = ""
        var old: [Substring] = []
        var new: [Substring] = []
        func finish() {
            guard !file.isEmpty else { return }
            edits.append(
                Edit(
                    file: file, old: old.joined(separator: "\n"),
                    new: new.joined(separator: "\n")))
        }
        for line in lines.dropFirst() where !line.isEmpty {
            switch line.first {
            case "@":
                finish()
                (file, old, new) = (String(line.dropFirst(2)), [], [])
            case "-": old.append(line.dropFirst())
            case "+": new.append(line.dropFirst())
            default: return nil
            }
        }
        finish()
        guard !edits.isEmpty, edits.allSatisfy({ !$0.old.isEmpty }) else { return nil }
        self.edits = edits
    }

    /// Weaves the mutation into the texts of files, by path.
    package func weave(into texts: inout [String: String]) throws(Misfit) {
        for edit in edits {
            let parts = (texts[edit.file] ?? "").split(
                separator: edit.old, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw Misfit(name: name, file: edit.file, count: max(0, parts.count - 1))
            }
            texts[edit.file] = parts.joined(separator: edit.new)
        }
    }

    /// What a module needs so that its woven files can ask.
    package static let question = """
        import Foundation

        /// Which rule is switched off in this process.
        enum Mutant {
            private static let name = ProcessInfo.processInfo.environment["\(variable)"] ?? ""

            static func isOn(_ mutation: String) -> Bool { name == mutation }
        }
        """
}
