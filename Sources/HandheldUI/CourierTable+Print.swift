import Commands
import Domain
import Paper

extension CommandTable {
    /// Paper from the records of this handheld.
    static let print = [
        Command(
            "print", "receipt",
            summary: Words(zh: "打印收据", en: "print the receipt of a payment"),
            details: printDetails, arguments: [CourierFlags.record], flags: rollFlags,
            examples: [
                Example(
                    "courier print receipt 7K2M-93QX",
                    Words(zh: "先在屏幕上看", en: "looks at it first")),
                Example(
                    "courier print receipt 7K2M-93QX --format escpos --out /dev/usb/lp0",
                    Words(zh: "在 58 mm 打印机上打", en: "prints it on a roll of 58 mm")),
            ]),
        Command(
            "print", "label", summary: Words(zh: "打印面单", en: "print the label of a parcel"),
            details: printDetails, arguments: [CourierFlags.waybill],
            flags: [
                format([.text, .zpl, .tspl, .cpcl]), encoding, out,
            ],
            examples: [
                Example(
                    "courier print label EX0000000000012 --format tspl --out /dev/usb/lp0",
                    Words(zh: "打印脱敏面单", en: "prints the masked label"))
            ]),
        Command(
            "print", "sheet",
            summary: Words(
                zh: "打印问题件通知单或拒收登记表", en: "print a problem's notice or a refusal's record"),
            details: printDetails, arguments: [CourierFlags.record], flags: rollFlags,
            examples: [
                Example(
                    "courier print sheet 7K2M-93QX --lang zh --out notice.bin --format escpos",
                    Words(zh: "写成打印文件", en: "writes the print job to a file"))
            ]),
    ]

    private static let printDetails = Words(
        zh: "不写 --out 只在屏幕上看。姓名、电话、地址总是遮挡。每次打印都有记录, 再打标明「副本 COPY」。",
        en: "Without --out it is only shown. Names, phones and addresses are always masked. Every "
            + "print is recorded, and the next one is marked COPY.")

    private static let rollFlags = [
        format([.text, .escPOS]), encoding,
        Flag(
            "width", .choice([Choice("58"), Choice("80")], named: "MM"),
            Words(zh: "纸宽, 毫米, 默认 58", en: "the roll's width in mm; 58 if not said")),
        out,
    ]

    private static func format(_ languages: [PrinterLanguage]) -> Flag {
        Flag(
            "format", .choice(languages.map { Choice(Choice.word(for: $0.rawValue)) }),
            Words(zh: "打印机语言, 默认 text", en: "the printer's language; text if not said"))
    }

    private static let encoding = Flag(
        "encoding",
        .choice(
            PrinterEncoding.allCases.map { Choice(Choice.word(for: $0.rawValue)) },
            named: "ENCODING"),
        Words(
            zh: "打印机的汉字编码, 默认 gb18030", en: "how the printer wants letters; gb18030 if not said"))

    private static let out = Flag(
        "out", letter: "o", .value("FILE|DEVICE"),
        Words(zh: "写到新文件或打印机设备", en: "a new file, or the printer's device"))
}
