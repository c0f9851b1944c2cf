package import Commands
package import Domain

/// A format of others that a parcel's trace can be written in.
package enum TraceFormat: String, CaseIterable, Sendable {
    /// GS1 EPCIS 2.0, JSON binding.
    case epcis = "EPCIS"
    /// The answer of a kuaidi100 query.
    case kuaidi100 = "KUAIDI100"
    /// The answer of a Kdniao query.
    case kdniao = "KDNIAO"
    /// Events of UPU M40.
    case upu = "UPU"
    /// A tracking of AfterShip with its checkpoints.
    case afterShip = "AFTERSHIP"
    /// `ParcelDelivery` of schema.org, JSON-LD.
    case schemaOrg = "SCHEMA_ORG"
}

extension TraceFormat {
    /// What it is, said to people.
    package var words: Words {
        switch self {
        case .epcis: Words(zh: "GS1 EPCIS 2.0 (JSON)", en: "GS1 EPCIS 2.0 (JSON)")
        case .kuaidi100: Words(zh: "快递100 查询结果", en: "the answer of a kuaidi100 query")
        case .kdniao: Words(zh: "快递鸟查询结果", en: "the answer of a Kdniao query")
        case .upu: Words(zh: "万国邮联 M40 事件", en: "events of UPU M40")
        case .afterShip: Words(zh: "AfterShip 轨迹", en: "a tracking of AfterShip")
        case .schemaOrg:
            Words(zh: "schema.org 的 ParcelDelivery", en: "a ParcelDelivery of schema.org")
        }
    }

    /// The flag that both programs have for it.
    package static let flag = Flag(
        "format",
        .choice(allCases.map { Choice(Choice.word(for: $0.rawValue), $0.words) }, named: "FORMAT"),
        Words(
            zh: "按别家的格式写出轨迹, 不含姓名电话", en: "the trace in a format of others, without names"))
}
