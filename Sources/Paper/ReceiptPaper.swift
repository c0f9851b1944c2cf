import Commands
package import Domain
import ReferenceData

/// The receipt (收据) of one payment: a voucher for money that was taken, not an invoice.
package struct ReceiptPaper: Sendable {
    private let record: PaperRecord
    private let payment: PaymentFact
    private let quote: QuoteFact?
    private let pickup: PickupFact?
    /// How long an enquiry is valid, from the moment of the receipt.
    private let enquiryDays: Int

    /// Days of `enquiry.validity_days` where nothing else is set.
    package static let enquiryDaysDefault = 365

    /// Nil when the money has not arrived yet: a voucher comes after "taken" (S0-1.1).
    ///
    /// - Parameter quote: what the price was made of, when the payment is for freight.
    /// - Parameter pickup: the pickup of the same act.
    package init?(
        _ payment: PaymentFact, _ record: PaperRecord, quote: QuoteFact? = nil,
        pickup: PickupFact? = nil, enquiryDays: Int = enquiryDaysDefault
    ) {
        guard payment.state == .taken else { return nil }
        self.record = record
        self.payment = payment
        self.quote = quote
        self.pickup = pickup
        self.enquiryDays = enquiryDays
    }

    /// The receipt with every field of `receipt_fields`.
    package func sheet(_ context: PaperContext) -> Sheet {
        var blocks = identity(context)
        blocks.append(.rule)
        blocks += amounts(context)
        blocks.append(.rule)
        blocks += terms(context)
        return Sheet(title: context.say("收据", "RECEIPT"), blocks: blocks, isCopy: context.isCopy)
    }

    private func identity(_ context: PaperContext) -> [Sheet.Block] {
        var blocks: [Sheet.Block] = [
            .pair(
                context.say("收据号", "Receipt no."), payment.receiptNumber ?? record.reference)
        ]
        if let parcel = payment.parcel ?? pickup?.parcel {
            blocks.append(.pair(context.say("运单号", "Waybill"), parcel))
            blocks.append(.barcode(parcel))
        }
        blocks += [
            .pair(context.say("站点", "Station"), context.stationWords),
            .pair(context.say("快递员", "Courier"), record.person),
            .pair(context.say("时间", "Issued at"), context.time(record.at)),
        ]
        if let payer = payment.payer ?? pickup?.sender.name {
            blocks.append(.pair(context.say("付款人", "Payer"), Masking.name(payer)))
        }
        if let product = quote?.productCode ?? pickup?.productCode {
            blocks.append(.pair(context.say("服务产品", "Product"), product.text))
        }
        if let weight = pickup?.weight {
            blocks.append(
                .pair(
                    context.say("重量", "Weight"),
                    "\(weight.actualGrams) g / "
                        + context.say("计费 ", "charged ") + "\(weight.chargeableGrams) g"))
        }
        return blocks
    }

    /// Every line of the price when this payment pays all of it; else what it is for.
    private func amounts(_ context: PaperContext) -> [Sheet.Block] {
        let fen = payment.money.amountFen
        var blocks: [Sheet.Block] = []
        if let quote, quote.totalFen == fen {
            blocks += quote.lines.map {
                .pair(ChargeWords.of($0.code)[context.language], Fen.text($0.amountFen))
            }
        } else {
            blocks.append(.pair(payment.purpose.words[context.language], Fen.text(fen)))
        }
        blocks += [
            .pair(context.say("合计", "Total"), Fen.text(fen)),
            .pair(context.say("大写", "In capitals"), ChineseCapitals.text(fen)),
            .pair(
                context.say("支付方式", "Paid by"), payment.money.method.words[context.language]),
        ]
        if let tendered = payment.tenderedFen {
            blocks.append(.pair(context.say("实收", "Tendered"), Fen.text(tendered)))
        }
        if let change = payment.changeFen, change > 0 {
            blocks.append(.pair(context.say("找零", "Change"), Fen.text(change)))
        }
        return blocks
    }

    private func terms(_ context: PaperContext) -> [Sheet.Block] {
        var blocks: [Sheet.Block] = []
        if let payType = quote?.payType ?? pickup?.charges?.payType {
            blocks.append(.pair(context.say("付款方", "Who pays"), payType.words[context.language]))
        }
        if let cover = pickup?.services?.insuranceAmountFen {
            blocks.append(.pair(context.say("保价金额", "Declared-value cover"), Fen.text(cover)))
        }
        blocks.append(
            .pair(
                context.say("发票", "Invoice"),
                context.say("未开, 可向站点申请", "none yet; ask the station")))
        if let hotline = context.hotline {
            blocks.append(.pair(context.say("客服、投诉电话", "Service and complaints"), hotline))
        }
        let until = record.at + enquiryDays * 86_400_000
        blocks.append(
            .pair(
                context.say("查询有效期至", "Enquiry valid until"),
                Timestamp.day(until, offsetMinutes: context.offsetMinutes)))
        blocks.append(.pair(context.say("记录", "Record"), record.reference))
        return blocks
    }
}

/// The words of a line of a price.
package enum ChargeWords {
    /// The words of a line's code; one of a later version is shown as it is.
    package static func of(_ code: Code) -> Words {
        switch FreightQuote.LineCode(rawValue: code.text) {
        case .freight: Words(zh: "运费", en: "freight")
        case .insurance: Words(zh: "保价费", en: "cover")
        case .codFee: Words(zh: "代收手续费", en: "COD fee")
        case .packaging: Words(zh: "包装费", en: "packing")
        case .returnReceipt: Words(zh: "回单费", en: "return receipt")
        case .discount: Words(zh: "优惠", en: "discount")
        case nil: ReferenceData.words[.surcharge, code.text]
        }
    }
}
