import Commands
import Domain
import Handheld
import HandheldUI

/// One `scan` command: every parcel for itself, so that one refusal holds nothing up.
struct ScanRun {
    let access: JournalAccess
    let page: OutputPage

    func run(_ input: ScanInput) throws(CommandFailure) -> CommandOutput {
        if let key = input.idempotencyKey,
            !EntityReference.isIdentifier("\(key)-\(input.parcels.count)")
        {
            throw CommandFailure(.badKey(key))
        }
        var random = RandomSource.system
        let base = input.idempotencyKey ?? random.uuid7(at: page.now.wallMilliseconds)
        let results = try access.write(draft: base) { handheld -> [ActResult]? in
            guard try !handheld.isWipeOrdered() else { return nil }
            var results: [ActResult] = []
            for (index, number) in input.parcels.enumerated() {
                let draft = index == 0 ? base : "\(base)-\(index)"
                results.append(try handheld.scan(number, input, draft: draft, at: page.now))
            }
            return results
        }
        guard let results else { throw CommandFailure(.wipeOrdered) }
        // Who may not scan at all hears it once.
        if results.count == 1, case .refused(let refusal) = results[0] {
            throw page.failure(refusal)
        }
        return output(input, results)
    }

    private func output(_ input: ScanInput, _ results: [ActResult]) -> CommandOutput {
        var recorded = 0
        let rows = zip(input.parcels, results).map { number, result -> OutputList.Row in
            switch result {
            case .recorded(let receipt):
                recorded += 1
                return OutputList.Row(
                    [number, page.say("已记", "recorded"), receipt.main.reference],
                    json: [
                        "waybill": .text(number), "record": .text(receipt.main.reference),
                        "sync": .text(receipt.state.rawValue), "error": .null,
                    ])
            case .refused(let refusal):
                let error = page.failure(refusal).errors.first
                let words = error?.message[page.language] ?? ""
                return OutputList.Row(
                    [number, page.say("没有记", "not recorded"), words],
                    json: [
                        "waybill": .text(number), "record": .null, "sync": .null,
                        "error": .object([
                            JSONMember("code", .text(error?.code ?? "")),
                            JSONMember("message", .text(words)),
                        ]),
                    ])
            }
        }
        let refused = results.count - recorded
        return CommandOutput(
            status: refused == 0 ? .done : .refusedByRule,
            members: [
                JSONMember("recorded", .integer(recorded)),
                JSONMember("refused", .integer(refused)),
            ],
            text: [
                page.say("已记 \(recorded) 件", "\(recorded) recorded")
                    + (refused == 0
                        ? "" : page.say(", 没有记 \(refused) 件", ", \(refused) not recorded"))
            ],
            list: OutputList(
                key: "scans",
                columns: [
                    page.column("运单", "waybill"), page.column("结果", "result"),
                    page.column("记录", "record"),
                ], rows: rows))
    }
}
