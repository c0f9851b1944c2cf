import Central
import Commands
import Domain

/// What stands in the way of an order to a handheld.
extension CommandError {
    /// What would be lost, and how to go on.
    static func wipeUnconfirmed(
        _ label: String, missing: Int, isNow: Bool, seen: String?
    ) -> CommandError {
        let loss =
            isNow
            ? Words(
                zh: "已知有 \(missing) 条记录不在这里, 会丢",
                en: "\(missing) records are known not to be here and would be lost")
            : Words(
                zh: "已知有 \(missing) 条记录不在这里, 擦除前先交",
                en: "\(missing) records are known not to be here and would be delivered first")
        let what = Words(
            zh: "要吊销并擦除 \(label): \(loss.zh)",
            en: "this would revoke and erase \(label): \(loss.en)")
        return CommandError(
            "E-CONFIRM", field: "confirm",
            seen.map {
                Words(
                    zh: "--confirm 不能是「\($0)」; \(what.zh)",
                    en: "--confirm cannot be \"\($0)\"; \(what.en)")
            }
                ?? what,
            hint: Words(
                zh: "确认无误就加上 --confirm \(label)", en: "if that is right add --confirm \(label)"),
            status: .needsPerson)
    }

    static func directiveRefusal(_ refusal: ManagerRefusal) -> CommandError {
        switch refusal {
        case .tooManyDirectives(let label):
            CommandError(
                "E-TOO-MANY-ORDERS", field: "LABEL",
                Words(
                    zh: "\(label) 还有太多没执行的指令", en: "\(label) has too many open orders"),
                hint: Words(
                    zh: "等它同步一次; station device show \(label) 列出没执行的",
                    en: "wait for its next exchange; station device show \(label) lists them"),
                isRetryable: true, status: .busy)
        case .alreadyDirected(let label, let what):
            CommandError(
                "E-ORDERED-ALREADY", field: "LABEL",
                Words(
                    zh: "\(label) 已有一条没执行的「\(StationWords.orderName(what).zh)」指令",
                    en: "\(label) has this order already and has not carried it out: "
                        + StationWords.orderName(what).en),
                hint: Words(
                    zh: "等它同步一次; station device show \(label) 看是否已发出",
                    en: "wait for its next exchange; station device show \(label) says whether it "
                        + "was sent"),
                status: .answerIsNo)
        case .neverExchanged(let label):
            CommandError(
                "E-NEVER-EXCHANGED", field: "LABEL",
                Words(zh: "\(label) 还没有同步过", en: "\(label) has never exchanged"),
                hint: Words(zh: "先让它同步一次", en: "have it exchange once first"),
                status: .answerIsNo)
        case .wiped(let label):
            CommandError(
                "E-WIPED", field: "LABEL",
                Words(zh: "\(label) 已经擦除, 不能再执行指令", en: "\(label) was erased"),
                hint: Words(
                    zh: "要再用这台机器: station device add 开新名额, 重新登记",
                    en: "to use the machine again: station device add, then enrol it"),
                status: .answerIsNo)
        case .notActive(let label):
            CommandError(
                "E-NOT-ACTIVE", field: "LABEL",
                Words(
                    zh: "\(label) 已暂停或吊销, 不给解锁码", en: "\(label) is suspended or revoked"),
                hint: Words(
                    zh: "核对实物后 station device activate \(label)",
                    en: "look at the machine, then station device activate \(label)"),
                status: .notAllowed)
        case .tooOld(let label):
            CommandError(
                "E-TOO-OLD", field: "LABEL",
                Words(
                    zh: "\(label) 的程序不认识这条指令", en: "the program of \(label) lacks this order"),
                hint: Words(zh: "先升级手持端", en: "upgrade the handheld first"),
                status: .answerIsNo)
        case .noStation, .stationExists, .badValue, .labelTaken, .unknownDevice, .orders,
            .unknownFact, .notPending, .otherLedger, .nothingChanges, .nothingToRead,
            .unknownSetting, .pack, .dayNotNow, .dayNotBegun, .dayBlocked, .unknownBlock,
            .unknownCase,
            .caseClosed, .notAnOption, .stale, .unknownEntity,
            .ended,
            .blocked, .notStopped, .assignedAlready, .withoutAddress, .withoutCharge,
            .countedAlready, .giverUnknown, .giverDiffers, .heldElsewhere, .refundTooMuch:
            preconditionFailure("a refusal of something else")
        }
    }
}
