import Commands
import Domain

/// Problem parcels, parcels nobody knows, and parcels that went quiet.
extension StationTable {
    static let problems = [
        Command(
            "problem", "list",
            summary: Words(zh: "问题件登记表", en: "the register of problem parcels"),
            flags: [
                Flag("all", .toggle, Words(zh: "连已关闭的也列", en: "also those that are closed")),
                Flag(
                    "unidentified", .toggle,
                    Words(
                        zh: "只看待认领的: 单号看不清, 或本站不认识的单号",
                        en: "only what nobody knows: unreadable labels and unknown numbers")),
            ],
            examples: [
                Example(
                    "station problem list --unidentified",
                    Words(zh: "待认领的件", en: "parcels without an owner"))
            ]),
        Command(
            "parcel", "quiet",
            summary: Words(
                zh: "列出太久没有扫描的件, 和该问谁",
                en: "list parcels without a scan for too long, and whom to ask"),
            details: Words(
                zh: "时限是设置 alert.no_scan_hours.domestic 和 .same_city; --hours 临时换一个。"
                    + "下结论前先排除错分、错发。",
                en: "The limits are the settings alert.no_scan_hours.domestic and .same_city; "
                    + "--hours takes another. Rule out mis-sorting before you call it lost."),
            flags: [
                Flag("hours", .value("N"), Words(zh: "多少小时没有扫描", en: "hours without a scan"))
            ],
            examples: [
                Example(
                    "station parcel quiet --hours 6",
                    Words(zh: "6 小时没有扫描的", en: "those without a scan for 6 hours"))
            ]),
    ]
}
