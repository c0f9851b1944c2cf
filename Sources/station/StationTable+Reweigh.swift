import Commands
import Domain

/// Parcels that are weighed again at the station.
extension StationTable {
    static let reweighing = [
        Command(
            "reweigh", summary: Words(zh: "复重: 站点再称一次", en: "weigh a parcel again"),
            details: Words(
                zh: "按报价时的价格重算运费, 差额加到应收上; 告诉过客户的报价不变。已经收过运费的, "
                    + "多了少了都立个案: 补收、免收或退款。",
                en: "The freight is computed again by the figures of the quote, and the difference "
                    + "is added to what is due; the quote stays. Where the freight was taken "
                    + "already, a case asks to collect, waive or refund it."),
            arguments: [Argument("WAYBILL", .one, Words(zh: "运单号", en: "waybill number"))],
            flags: [
                Flag("weight-g", .value("GRAMS"), Words(zh: "称出的克数", en: "what the scale says"))
            ],
            examples: [
                Example(
                    "station reweigh SF1234567890 --weight-g 2300",
                    Words(zh: "称出 2.3 公斤", en: "2.3 kg"))
            ])
    ]
}
