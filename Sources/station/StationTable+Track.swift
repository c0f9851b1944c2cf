import Commands
import Domain
import Exports

/// Parcels looked up.
extension StationTable {
    static let track = Command(
        "track",
        summary: Words(zh: "查一件快件的全程", en: "show everything that happened to a parcel"),
        details: Words(
            zh: "--evidence 把这一件的每条记录连同哈希链证明写成一个新文件, 个人信息遮挡, "
                + "--full 不遮挡; 站点日志会记下。--format 按别家的格式写出轨迹: 只有事件, 没有姓名、"
                + "电话和经手人; 地点除站点外都遮挡。作废的事件只有 EPCIS 写出, 并附更正声明。",
            en: "--evidence writes every record of the parcel with the proof of its hash chain "
                + "to a new file, personal data masked, or with --full not; the audit trail tells "
                + "of it. --format writes the trace for others: events only, no names, phones or "
                + "persons, and places other than stations masked. Void events are left out, but "
                + "EPCIS has them with an error declaration."),
        arguments: [Argument("WAYBILL", .one, Words(zh: "运单号", en: "waybill number"))],
        flags: [
            TraceFormat.flag,
            Flag(
                "evidence", .value("FILE"),
                Words(zh: "把凭证写到这个新文件", en: "write the evidence to this new file")),
            Flag(
                "full", .toggle,
                Words(
                    zh: "凭证里写原文, 含个人信息", en: "the evidence has the lines whole, names and all")),
        ],
        examples: [
            Example(
                "station track EX0000000000012 --format epcis > trace.json",
                Words(zh: "给货主的 EPCIS 文件", en: "an EPCIS file for the shipper")),
            Example(
                "station track EX0000000000012 --evidence claim.jsonl",
                Words(zh: "理赔用的凭证文件", en: "the evidence for a claim")),
        ])

    static let evidence = [
        Command(
            "evidence", "check",
            summary: Words(
                zh: "核对一个凭证文件有没有被改过", en: "verify that an evidence file was not altered"),
            details: Words(
                zh: "不遮挡的文件谁都能核对: 每条记录的 head 是 SHA-256 (\"PJS1-entry\" 加换行, "
                    + "prev 的 32 字节, line 的字节)。遮挡过的文件要与该站的账本比对。",
                en: "Anybody can verify a full file: the head of a record is SHA-256 of "
                    + "\"PJS1-entry\", a line feed, the 32 bytes of prev and the bytes of line. A "
                    + "masked one is compared with the ledger of its station."),
            arguments: [Argument("FILE", .one, Words(zh: "凭证文件", en: "the evidence file"))],
            examples: [
                Example(
                    "station evidence check claim.jsonl",
                    Words(zh: "核对收到的凭证", en: "verify evidence that came"))
            ])
    ]
}
