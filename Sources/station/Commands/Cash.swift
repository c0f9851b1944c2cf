import Central
import CentralStore
import Commands
import Domain

/// The commands about cash that couriers hand in.
extension StationProgram {
    func cashHandovers(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let isWithMatched = invocation.has("all")
        return reports.cashHandovers(
            try stored { try store.cashHandovers(isWithMatched: isWithMatched) },
            isWithMatched: isWithMatched)
    }

    func countCash() throws(CommandFailure) -> CommandOutput {
        let (amount, notes) = try cashCounted()
        let number = argument().uppercased()
        let act = DeskAct.countCash(
            number: number, giver: invocation.value("from"), amountFen: amount, notes: notes)
        guard case .deskDone = try desk().perform(.desk(act)) else {
            preconditionFailure("another outcome than the action's")
        }
        let reports = StationReports(language: language, zoneMinutes: StationProgram.zoneMinutes)
        return try desk().read { store throws(CommandFailure) in
            guard let status = try stored({ try store.cashHandover(number) }) else {
                throw CommandFailure(.storage(number))
            }
            return reports.counted(status, booked: try stored { try store.cash(of: status.giver) })
        }
    }

    /// The sum and the notes that were counted.
    private func cashCounted() throws(CommandFailure) -> (Int, [Int: Int]) {
        let said = try invocation.value("cash-fen").map { text throws(CommandFailure) in
            try number("cash-fen", text, in: 0...Fen.amountMax)
        }
        guard let text = invocation.value("count") else {
            guard let said else { throw CommandFailure(.missing("count", "100=2,50=1")) }
            return (said, [:])
        }
        switch CashCount.parse(text) {
        case .failure(let problem): throw CommandFailure(.badCash("count", problem))
        case .success(let count):
            if let said, said != count.totalFen {
                throw CommandFailure(.cashSumDiffers(count.totalFen, said))
            }
            return (count.totalFen, count.notes)
        }
    }
}

extension CommandError {
    /// Why something was not done at the desk.
    static func deskRefusal(_ refusal: ManagerRefusal) -> CommandError {
        switch refusal {
        case .countedAlready(let number):
            CommandError(
                "E-COUNTED", field: "NUMBER",
                Words(zh: "\(number) 已经点过了", en: "\(number) was counted already"),
                hint: Words(
                    zh: "station cash list --all, station handover list --all 看结果; 点过的不能重点",
                    en: "see station cash list --all, station handover list --all; a count stays"),
                status: .answerIsNo)
        case .giverUnknown(let number):
            CommandError(
                "E-CASH-GIVER", field: "from",
                Words(
                    zh: "站点还不知道 \(number) 是谁交的",
                    en: "the station does not know yet who gives \(number)"),
                hint: Words(
                    zh: "检查号码; 快递员还没同步就加 --from 工号",
                    en: "check the number; if the courier has not exchanged add --from ID"),
                status: .answerIsNo)
        case .giverDiffers(let number, let person):
            CommandError(
                "E-CASH-GIVER", field: "from",
                Words(zh: "\(number) 是 \(person) 交的", en: "\(number) is \(person)'s"),
                hint: Words(
                    zh: "对照快递员手持端上的号码", en: "compare it with the courier's handheld"),
                status: .answerIsNo)
        case .heldElsewhere(let parcel, let holder):
            CommandError(
                "E-NOT-HELD", field: "WAYBILL",
                Words(
                    zh: "\(parcel) 不在站里, 在 \(holder)",
                    en: "\(parcel) is not at the station but with \(holder)"),
                hint: Words(
                    zh: "在谁手里就由谁交: courier handover give",
                    en: "whoever has a parcel gives it: courier handover give"),
                status: .refusedByRule)
        case .refundTooMuch(let asked, let paid): .refundTooMuch(asked, paidFen: paid)
        default: preconditionFailure("a refusal of something else")
        }
    }
}
