import CentralStore
import Domain

/// What an operator does about facts that are not applied (PJS 9.5).
extension Central {
    /// Most lines that are read again in one act.
    package static let linesReadAgainMax = 100

    func readAgain(
        _ lines: [Int], _ reason: String, isTrial: Bool, at moment: Moment
    ) throws -> ManagerOutcome {
        guard (1...Central.linesReadAgainMax).contains(lines.count), Set(lines).count == lines.count
        else { return .refused(.badValue(field: "NUMBER")) }
        guard Central.isReason(reason) else { return .refused(.badValue(field: "reason")) }
        let trial = try store.readAgain(
            lines, why: reason, isTrial: true, by: Central.manager, at: moment)
        guard let trial else { return .refused(.nothingToRead(lines: lines)) }
        if isTrial { return .readAgain(trial) }
        guard trial.contains(where: { $0.before != $0.after }) else {
            return .refused(.nothingChanges)
        }
        let outcomes = try store.readAgain(
            lines, why: reason, isTrial: false, by: Central.manager, at: moment)
        return outcomes.map { .readAgain($0) } ?? .refused(.nothingToRead(lines: lines))
    }

    func remark(
        _ line: Int, _ text: String, isClosing: Bool, at moment: Moment
    ) throws -> ManagerOutcome {
        guard Central.isReason(text) else {
            return .refused(.badValue(field: isClosing ? "reason" : "note"))
        }
        return try store.remark(
            text, onLine: line, isClosing: isClosing, by: Central.manager,
            at: moment.wallMilliseconds)
            ? .remarked(line: line) : .refused(.nothingToRead(lines: [line]))
    }

    private static func isReason(_ text: String) -> Bool {
        (1...reasonLengthMax).contains(text.unicodeScalars.count)
    }
}
