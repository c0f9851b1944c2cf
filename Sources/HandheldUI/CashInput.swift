import Commands
import Domain

/// One command about cash.
package enum CashCommand: Sendable, Equatable {
    case give(CashGiveInput)
    case list
}

/// Cash that is handed to the station.
package struct CashGiveInput: Sendable, Equatable {
    package var amountFen: Int
    /// Pieces by denomination in fen; empty where only the amount was said.
    package var notes: [Int: Int]
    /// Why it is not the cash held.
    package var difference: String?
    package var idempotencyKey: String?

    package init(
        amountFen: Int, notes: [Int: Int] = [:], difference: String? = nil,
        idempotencyKey: String? = nil
    ) {
        self.amountFen = amountFen
        self.notes = notes
        self.difference = difference
        self.idempotencyKey = idempotencyKey
    }
}

extension FlagReader {
    mutating func cash(_ verb: String?) -> CourierCommand? {
        guard verb == "give" else { return .cash(.list) }
        let said = invocation.has("cash-fen") ? fen("cash-fen") : nil
        guard let counted = cashCount("count") else { return nil }
        let difference = text("differs")
        guard let amount = counted?.totalFen ?? said else {
            if !invocation.has("cash-fen") { note(.flagMissing("cash-fen")) }
            return nil
        }
        if let said, said != amount { note(.cashSumDiffers(amount, said)) }
        guard amount > 0 else {
            note(.badNumber("cash-fen", "0", minimum: 1))
            return nil
        }
        return .cash(
            .give(
                CashGiveInput(
                    amountFen: amount, notes: counted?.notes ?? [:], difference: difference,
                    idempotencyKey: text("idempotency-key"))))
    }

    /// The count of a flag; nil inside where there is none, nil where it cannot be read.
    private mutating func cashCount(_ flag: String) -> CashCount?? {
        guard let text = invocation.value(flag) else { return .some(nil) }
        switch CashCount.parse(text) {
        case .success(let count): return count
        case .failure(let problem):
            note(.badCash(flag, problem))
            return nil
        }
    }
}
