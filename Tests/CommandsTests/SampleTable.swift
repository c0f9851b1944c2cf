import Domain

@testable import Commands

/// A small program that has each kind of flag and argument once.
let sample = CommandTable(
    program: "depot", version: "1.2", schema: "depot/1",
    summary: Words(zh: "小仓库", en: "a small depot"),
    globalFlags: [Flag("data", .value("DIR"), Words(zh: "数据文件夹", en: "the data folder"))],
    commands: [
        Command(
            "box", "add", summary: Words(zh: "放入一个箱子", en: "put a box in"),
            details: Words(
                zh: "箱子放入后就记下, 不能再改; 写错了再记一次冲正。",
                en: "A box is recorded when it is put in and never changes afterwards; a "
                    + "mistake is corrected by one more record."),
            arguments: [Argument("CODE", .one, Words(zh: "箱号", en: "the code on the box"))],
            flags: [
                Flag("weight-g", .value("GRAMS"), Words(zh: "重量, 克", en: "weight in grams")),
                Flag("item", letter: "i", .list("TEXT"), Words(zh: "物品, 可重复", en: "contents")),
                Flag("fragile", letter: "f", .toggle, Words(zh: "易碎", en: "handle with care")),
                Flag("note", .file("FILE"), Words(zh: "备注文件", en: "a note")),
                Flag("form", .file("FILE"), Words(zh: "表单文件", en: "a form")),
                Flag(
                    "side", .choice([Choice("left"), Choice("right")]),
                    Words(zh: "放哪边", en: "which side")),
            ],
            examples: [
                Example("depot box add B1 --weight-g 500", Words(zh: "半公斤", en: "half a kilo"))
            ]),
        Command(
            "box", "list", summary: Words(zh: "列出箱子", en: "list the boxes"),
            arguments: [Argument("CODE", .any, Words(zh: "箱号", en: "codes"))],
            flags: [
                Flag(
                    "why",
                    .choice(
                        [
                            Choice("not-home", Words(zh: "不在家", en: "nobody home")),
                            Choice("other"),
                        ], named: "REASON"), Words(zh: "原因", en: "the reason")),
                Flag("pin-file", .secret("FILE"), Words(zh: "密码文件", en: "the PIN")),
            ]),
        Command(
            "fetch", summary: Words(zh: "取回", en: "fetch boxes"),
            arguments: [Argument("CODE", .many, Words(zh: "箱号", en: "codes"))],
            needsServer: true),
    ])

extension ParsedCommandLine {
    /// The invocation, or nil when the line was refused or asked for help.
    var invocation: Invocation? {
        if case .run(let invocation) = request { invocation } else { nil }
    }

    /// The fault, or nil.
    var error: CommandError? {
        if case .refused(let error) = request { error } else { nil }
    }
}

/// The words of a command line without quotes.
func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
