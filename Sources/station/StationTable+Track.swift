import Commands
import Domain
import Exports

/// Parcels looked up.
extension StationTable {
    static let track = Command(
        "track",
        summary: Words(zh: "查一件快件的全程", en: "show everything that happened to a parcel"),
        details: Words(
            zh: "--format 按别家的格式写出轨迹: 只有事件, 没有姓名、电话和经手人; 地点除站点外都遮挡。"
                + "作废的事件只有 EPCIS 写出, 并附更正声明。",
            en: "--format writes the trace for others: events only, no names, phones or persons, "
                + "and places other than stations masked. Void events are left out, but EPCIS has "
                + "them with an error declaration."),
        arguments: [Argument("WAYBILL", .one, Words(zh: "运单号", en: "waybill number"))],
        flags: [TraceFormat.flag],
        examples: [
            Example(
                "station track EX0000000000012 --format epcis > trace.json",
                Words(zh: "给货主的 EPCIS 文件", en: "an EPCIS file for the shipper"))
        ])
}
