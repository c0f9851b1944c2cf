import Commands
import Domain
import ReferenceData

/// The rules as tables that a station can replace.
extension StationTable {
    private static let packName = Flag(
        "as", .value("NAME"),
        Words(zh: "是哪一张表; 不写就看文件名", en: "which table it is; else by the file's name"))
    private static let file = Argument(
        "FILE", .one, Words(zh: "CSV 文件, - 是标准输入", en: "CSV file, - for stdin"))
    private static let name = Argument(
        "NAME", .one, Words(zh: "哪一张表", en: "which table"))

    static let data = [
        Command(
            "data", "list",
            summary: Words(
                zh: "列出规则表: 版本, 自带的还是本站的", en: "list the rule tables: version, built in or own"),
            flags: [
                Flag(
                    "history", .toggle,
                    Words(zh: "连同以前发布过的版本", en: "with the versions before"))
            ]),
        Command(
            "data", "show",
            summary: Words(zh: "打印一张表, 可存成文件来改", en: "print a table, to be saved and edited"),
            arguments: [name],
            flags: [
                Flag("of-version", .value("VER"), Words(zh: "以前的哪一版", en: "an earlier version"))
            ],
            examples: [
                Example(
                    "station data show everyday_items --quiet > everyday_items.csv",
                    Words(zh: "取出来改", en: "take it out to edit it"))
            ]),
        Command(
            "data", "check",
            summary: Words(
                zh: "检查一张表, 不发布: 行、列、原因", en: "check a table without publishing it"),
            details: Words(
                zh: "和站点其余的表放在一起检查。没有站点也能用。",
                en: "It is checked together with the other tables. It works without a station."),
            arguments: [file], flags: [packName]),
        Command(
            "data", "diff",
            summary: Words(
                zh: "和现行的表比: 加了、删了哪些行", en: "compare with the table in force"),
            arguments: [file], flags: [packName]),
        Command(
            "data", "publish",
            summary: Words(zh: "发布一张表: 立即生效, 手持端随同步更换", en: "put a table in force"),
            details: Words(
                zh: "有错就整张不收。手持端下次同步时取到, 整张换上; 以后的记录写明用的是哪一版。",
                en: "One that is wrong is refused whole. Handhelds fetch it in their next exchange "
                    + "and change to it whole; records say which version they used."),
            arguments: [file], flags: [packName],
            examples: [
                Example(
                    "station data publish everyday_items.csv",
                    Words(zh: "换上本站的日常品名表", en: "the station's own list of everyday names"))
            ]),
        Command(
            "data", "revert",
            summary: Words(
                zh: "换回前一版; 再前面是自带的", en: "put the version before in force again"),
            arguments: [name]),
    ]
}
