import Commands
import Domain

/// Photos and what else facts have attached.
extension StationTable {
    static let blobs = [
        Command(
            "blob", "list",
            summary: Words(
                zh: "列出记录所附的照片, 和它们到齐没有",
                en: "list photos attached to records, and whether they have come"),
            flags: [
                Flag("parcel", .value("WAYBILL"), Words(zh: "只看这个运单", en: "of this parcel")),
                Flag(
                    "line", .value("NUMBER"),
                    Words(zh: "只看账本这一行", en: "of this line of the ledger")),
                Flag(
                    "missing", .toggle,
                    Words(zh: "只看没有到齐的", en: "only those that have not come whole")),
                Flag(
                    "limit", .value("COUNT"), Words(zh: "最多几条 (默认 50)", en: "at most, else 50")),
            ],
            examples: [
                Example(
                    "station blob list --parcel EX0000000000012",
                    Words(zh: "一件的全部照片", en: "all photos of one parcel"))
            ]),
        Command(
            "blob", "show",
            summary: Words(
                zh: "把一张照片写成文件; 站点日志会记下",
                en: "write a photo to a file; the audit trail tells of it"),
            details: Words(
                zh: "列表里不显示照片内容: 照片里有人和门牌。写出的文件只有自己能读, 用完请删除。",
                en: "Lists show nothing of what is on a photo: it may be a face or a door. Only "
                    + "its owner can read the file; delete it after use."),
            arguments: [
                Argument(
                    "PHOTO", .one,
                    Words(
                        zh: "照片号: blob list 里的, 至少 8 位",
                        en: "its number in blob list, 8 digits at least"))
            ],
            flags: [
                Flag("out", .value("FILE"), Words(zh: "写到这个新文件", en: "write this new file"))
            ],
            examples: [
                Example(
                    "station blob show 9f2c51d07a3e --out damage.jpg",
                    Words(zh: "理赔时看破损照片", en: "looks at a damage for a claim"))
            ]),
    ]
}
