import Central
import Commands
import Domain

/// The command that weighs a parcel again.
extension StationProgram {
    func reweigh() throws(CommandFailure) -> CommandOutput {
        let parcel = argument().uppercased()
        let text = try needed("weight-g", "2300")
        let grams = try number("weight-g", text, in: 1...Central.gramsMax)
        let outcome = try desk().perform(.desk(.reweigh(parcel: parcel, grams: grams)))
        guard case .reweighed(_, let chargeable, let difference) = outcome else {
            preconditionFailure("another outcome than the action's")
        }
        let follows =
            switch difference {
            case nil:
                Words(
                    zh: "站点没有它的报价, 应收不变; 要改用 station charge price",
                    en: "the station has no quote of it, so what is due stays; see station charge "
                        + "price")
            case 0: Words(zh: "应收不变", en: "what is due stays")
            case let amount? where amount > 0:
                Words(zh: "应收加 \(Fen.text(amount))", en: "\(Fen.text(amount)) more is due")
            case let amount?:
                Words(zh: "应收减 \(Fen.text(-amount))", en: "\(Fen.text(-amount)) less is due")
            }
        let said = Words(
            zh: "\(parcel) 称出 \(grams) 克, 计费重 \(chargeable) 克: \(follows.zh)",
            en: "\(parcel) weighs \(grams) g, charged \(chargeable) g: \(follows.en)")
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(parcel)), JSONMember("weight_g", .integer(grams)),
                JSONMember("chargeable_g", .integer(chargeable)),
                JSONMember("difference_fen", .optional(difference)),
                JSONMember("currency", "CNY"),
            ], text: [said[language]])
    }
}
