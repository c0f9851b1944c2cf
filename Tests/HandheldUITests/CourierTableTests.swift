import Commands
import Domain
import Terminal
import Testing

@testable import HandheldUI

let courier = CommandTable.courier(version: "1.0")

@Suite struct CourierTableTests {
    @Test(arguments: courier.commands)
    func `every command has a help page in both languages that fits 80 columns`(command: Command) {
        for language in Language.allCases {
            let page = courier.help(for: command.path, language)
            #expect(page.first?.hasPrefix("courier \(command.name) - ") == true)
            #expect(!page.contains { DisplayWidth.columns($0) > 80 })
        }
    }

    @Test(arguments: courier.commands.flatMap(\.examples))
    func `every example is a command line that is accepted`(example: Example) {
        let words = example.line.split(separator: " ").dropFirst().map(String.init)
        guard case .run = courier.parse(words).request else {
            Issue.record("refused: \(example.line)")
            return
        }
    }
}

extension Command: CustomTestStringConvertible {
    package var testDescription: String { name }
}

extension Example: CustomTestStringConvertible {
    package var testDescription: String { line }
}
