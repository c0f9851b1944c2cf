import Commands
import Domain
import Foundation
import Handheld
import HandheldUI

/// `courier check`: one description, or one a line of standard input.
struct GoodsCheck {
    let places: CourierPlaces

    /// The most bytes of standard input.
    static let inputBytesMax = 4 * 1024 * 1024

    /// Answers with the station's settings where there is a station, else with what is built in.
    func run(
        _ input: CheckInput, _ page: OutputPage,
        atStation: ([String]) throws(CommandFailure) -> [CatalogueFinding]
    ) throws(CommandFailure) -> CommandOutput {
        let names = if let name = input.itemName { [name] } else { try lines() }
        let findings =
            try DeviceFile.read(places) == nil
            ? Handheld.check(names, answers: input.answers) : atStation(names)
        let checked = zip(names, findings).map { GoodsAnswer(name: $0, finding: $1) }
        return input.itemName == nil ? page.checks(checked) : page.check(checked[0])
    }

    private func lines() throws(CommandFailure) -> [String] {
        let bytes = try? FileHandle.standardInput.read(upToCount: Self.inputBytesMax + 1)
        guard let bytes, bytes.count <= Self.inputBytesMax else {
            throw CommandFailure(.inputTooLong(bytesMax: Self.inputBytesMax))
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw CommandFailure(.inputNotText)
        }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// What the catalogue says to one description.
struct GoodsAnswer {
    let name: String
    let finding: CatalogueFinding

    /// 0 may go, 20 may not, 21 asks something first.
    var status: ExitStatus {
        if finding.decision.block == .always || isOverLimit { return .refusedByRule }
        return finding.questions.isEmpty ? .done : .needsPerson
    }

    var isOverLimit: Bool { finding.hits.contains { $0.excess != nil } }
}
