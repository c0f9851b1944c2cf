import CentralStore
import Commands
import Domain

/// What is said of electronic payments.
extension StationReports {
    func payments(_ found: [PaymentStatus], isWithSettled: Bool) -> CommandOutput {
        let rows = found.map { item in
            OutputList.Row(
                [
                    item.reference, short(item.atMilliseconds), item.name ?? item.person,
                    item.payment.parcel ?? "-", item.payment.purpose.words[language],
                    item.payment.money.method.words[language],
                    Fen.text(item.payment.money.amountFen), item.standing.words[language],
                ],
                json: .object(
                    [JSONMember("at", time(item.atMilliseconds))] + item.members))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: found.isEmpty
                ? [
                    isWithSettled
                        ? Words(zh: "没有电子付款", en: "There are no electronic payments.")[language]
                        : Words(zh: "没有待确认的付款", en: "No payment waits.")[language]
                ] : [],
            list: OutputList(
                key: "payments",
                columns: [
                    .init(Words(zh: "记录", en: "record")), .init(Words(zh: "时间", en: "time")),
                    .init(Words(zh: "经手人", en: "person")), .init(Words(zh: "快件", en: "parcel")),
                    .init(Words(zh: "用途", en: "for")), .init(Words(zh: "方式", en: "method")),
                    .init(Words(zh: "金额", en: "amount"), isNumber: true),
                    .init(Words(zh: "状态", en: "state")),
                ], rows: rows))
    }
}

extension PaymentStatus {
    /// What every command about one says of it.
    var members: [JSONMember] {
        [
            JSONMember("record", .text(reference)), JSONMember("fact", .text(fact)),
            JSONMember("person", .text(person)), JSONMember("name", .optional(name)),
            JSONMember("parcel", .optional(payment.parcel)),
            JSONMember("charge", .text(payment.charge)),
            JSONMember("for", .text(payment.purpose.rawValue)),
            JSONMember("method", .text(payment.money.method.rawValue)),
            JSONMember("amount_fen", .integer(payment.money.amountFen)),
            JSONMember("currency", .text(payment.money.currency)),
            JSONMember("ref", .optional(payment.externalReference)),
            JSONMember("state", .text(standing.code)),
        ]
    }
}

extension PaymentStanding {
    /// Said to people.
    var words: Words {
        switch self {
        case .waiting: Words(zh: "待确认", en: "to be confirmed")
        case .counted: Words(zh: "已到账", en: "arrived")
        case .ended: Words(zh: "未到账或已冲正", en: "failed or voided")
        }
    }

    fileprivate var code: String {
        switch self {
        case .waiting: "waiting"
        case .counted: "confirmed"
        case .ended: "ended"
        }
    }
}
