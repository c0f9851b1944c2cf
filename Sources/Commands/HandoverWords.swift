package import Domain

extension HandoverReason {
    /// Why parcels change hands, said to people.
    package var words: Words {
        switch self {
        case .dispatch: Words(zh: "派出", en: "Taken out")
        case .back: Words(zh: "交回", en: "Brought back")
        case .shift: Words(zh: "换班", en: "Change of shift")
        case .transfer: Words(zh: "转交", en: "Transfer")
        case .linehaul: Words(zh: "干线", en: "Linehaul")
        case .secondAttempt: Words(zh: "二次派送", en: "Second attempt")
        case .intercept: Words(zh: "拦截", en: "Stopped")
        }
    }
}

extension CommandError {
    /// More parcels than one handover lists.
    package static func tooManyParcels(_ count: Int) -> CommandError {
        CommandError(
            "E-HANDOVER-LONG", field: "WAYBILL",
            Words(
                zh: "一次交接最多 \(HandoverFact.parcelsMax) 件, 这里有 \(count) 件",
                en: "a handover has at most \(HandoverFact.parcelsMax) parcels, not \(count)"),
            hint: Words(zh: "分几次交接", en: "make it several"), status: .usage)
    }

    /// A person and the station cannot both take the parcels.
    package static var takerTwice: CommandError {
        CommandError(
            "E-USAGE-FLAG", field: "back",
            Words(zh: "--to 和 --back 只能写一个", en: "--to and --back exclude each other"),
            hint: Words(
                zh: "交给同事写 --to 工号, 交回站点写 --back",
                en: "--to PERSON for a colleague, --back for the station"), status: .usage)
    }

    /// As many as were listed were not counted.
    package static func handoverCount(listed: Int, counted: Int) -> CommandError {
        CommandError(
            "E-HANDOVER-COUNT", field: "counted",
            Words(
                zh: "扫了 \(listed) 件, 手数 \(counted) 件", en: "\(listed) read, \(counted) counted"),
            hint: Words(zh: "再扫一遍, 再数一遍", en: "read and count again"),
            status: .refusedByRule)
    }
}
