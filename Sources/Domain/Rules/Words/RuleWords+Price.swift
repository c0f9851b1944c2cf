extension PriceProblem {
    func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .noPrice(let problem): problem.text(words)
        case .notAnswered(let total):
            ProblemText(
                "E-PRICE-ACCEPT", .accepted, zh: "寄件人尚未确认运费 \(Fen.text(total))",
                en: "The sender has not accepted the price of \(Fen.text(total)).",
                hintZh: "出示明细，确认后再收款。",
                hintEn: "Show the lines and take money only after the yes.")
        case .changed(let accepted, let total):
            ProblemText(
                "E-PRICE-CHANGED", .accepted,
                zh: "已确认 \(Fen.text(accepted))，现为 \(Fen.text(total))",
                en: "\(Fen.text(accepted)) was accepted, but the price is \(Fen.text(total)).",
                hintZh: "请寄件人重新确认。", hintEn: "Have the sender accept the new price.")
        case .coverOpen:
            ProblemText(
                "E-INS-CHOICE", .insurance, zh: "尚未选择是否保价",
                en: "The choice of cover was not made.", hintZh: "询问寄件人，选择保价或不保价。",
                hintEn: "Ask the sender and choose cover or none.")
        case .mustDeclare(let value, let above):
            ProblemText(
                "E-INS-DECLARE", .insurance,
                zh: "物品价值 \(Fen.text(value))，超过 \(Fen.text(above)) 须声明价值并保价",
                en:
                    "Goods worth \(Fen.text(value)) are declared: more than \(Fen.text(above)).",
                hintZh: "请寄件人声明价值，或不寄。",
                hintEn: "Have the sender declare the value, or not send it.")
        case .declaredAboveMax(let fen, let max):
            ProblemText(
                "E-INS-MAX", .insurance, zh: "声明价值 \(Fen.text(fen)) 超过上限 \(Fen.text(max))",
                en: "The declared value of \(Fen.text(fen)) is above \(Fen.text(max)).",
                hintZh: "降低声明价值，或分件寄递。", hintEn: "Declare less, or send it in parts.")
        case .proofMissing(let proof, let above):
            ProblemText(
                "E-INS-PROOF", .certificate,
                zh: "保价超过 \(Fen.text(above)) 须\(words[.insuranceProof, proof.rawValue].zh)",
                en: "Above \(Fen.text(above)): \(words[.insuranceProof, proof.rawValue].en).",
                hintZh: "登记 \(proof.rawValue) 的编号和开具单位。",
                hintEn: "Record number and issuer as \(proof.rawValue).")
        }
    }
}

extension FreightQuote.Problem {
    func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .gramsNotPositive:
            ProblemText(
                "E-PRICE-WEIGHT", .weight, zh: "重量必须大于 0", en: "The weight must be above 0.",
                hintZh: "重新称重。", hintEn: "Weigh it again.")
        case .sideNotPositive:
            ProblemText(
                "E-PRICE-SIZE", .size, zh: "长宽高必须大于 0", en: "Every side must be above 0.",
                hintZh: "重新量尺寸。", hintEn: "Measure it again.")
        case .tooManyPieces(let count):
            ProblemText(
                "E-PRICE-PIECES", .weight,
                zh: "一票 \(count) 件, 最多 \(FreightPiece.countMax) 件",
                en: "\(count) pieces; one waybill has at most \(FreightPiece.countMax).",
                hintZh: "分成几票寄。", hintEn: "Send it under several waybills.")
        case .amountNegative:
            ProblemText(
                "E-PRICE-AMOUNT", .payment, zh: "金额不能为负", en: "An amount is below 0.",
                hintZh: "重新填写金额。", hintEn: "Enter the amount again.")
        case .unknownZone(let zone):
            ProblemText(
                "E-PRICE-ZONE", .zone, zh: "价目中没有区域 \(zone)",
                en: "The tariff has no zone \(zone).", hintZh: "换一个区域，或同步价目。",
                hintEn: "Choose another zone, or sync to get the tariff.")
        case .unknownSurcharge(let code):
            ProblemText(
                "E-PRICE-EXTRA", .surcharge,
                zh: "价目中没有附加费 \(words[.surcharge, code.text].zh)",
                en: "The tariff has no surcharge \(words[.surcharge, code.text].en).",
                hintZh: "去掉该项，或同步价目。", hintEn: "Leave it out, or sync to get the tariff.")
        case .unknownRounding(let code):
            ProblemText(
                "E-PRICE-TARIFF", .tariff, zh: "不认识价目的进位方式 \(code)",
                en: "The tariff rounds in a way this program does not know: \(code).",
                hintZh: "更新程序。", hintEn: "Update the program.")
        case .unusableTariff:
            ProblemText(
                "E-PRICE-TARIFF", .tariff, zh: "价目数据有误", en: "The tariff is not usable.",
                hintZh: "联系站长更正价目。", hintEn: "Ask the station manager to correct it.")
        case .declaredValueAboveMax(let max):
            ProblemText(
                "E-INS-MAX", .insurance, zh: "声明价值超过上限 \(Fen.text(max))",
                en: "The declared value is above \(Fen.text(max)).", hintZh: "降低声明价值。",
                hintEn: "Declare less.")
        case .codAboveMax(let max):
            ProblemText(
                "E-COD-MAX", .cod, zh: "代收货款超过上限 \(Fen.text(max))",
                en: "The amount to collect is above \(Fen.text(max)).", hintZh: "降低代收金额。",
                hintEn: "Collect less.")
        case .discountAboveTotal:
            ProblemText(
                "E-PRICE-DISCOUNT", .discount, zh: "优惠超过运费", en: "The discount is above the price.",
                hintZh: "降低优惠金额。", hintEn: "Lower the discount.")
        case .tooLarge:
            ProblemText(
                "E-PRICE-LARGE", .payment, zh: "数值过大，无法计价",
                en: "The numbers are too large for a price.", hintZh: "核对重量、尺寸和金额。",
                hintEn: "Check weight, size and amounts.")
        }
    }
}

extension PaymentProblem {
    func text(_ words: CodeWords) -> ProblemText {
        func name(_ method: PaymentMethod) -> Words { words[.paymentMethod, method.rawValue] }
        switch self {
        case .methodMissing(let due):
            return ProblemText(
                "E-PAY-MISSING", .payment, zh: "尚未收款，应收 \(Fen.text(due))",
                en: "Nothing was taken; \(Fen.text(due)) is due.", hintZh: "选择支付方式。",
                hintEn: "Choose a method of payment.")
        case .notInUse(let method):
            return ProblemText(
                "E-PAY-METHOD", .payment, zh: "本站未启用\(name(method).zh)",
                en: "Not in use at this station: \(name(method).en).", hintZh: "换一种支付方式；现金总是可以。",
                hintEn: "Choose another method; cash is always taken.")
        case .notForPayType(let method, let payType):
            let type = words[.payType, payType.rawValue]
            return ProblemText(
                "E-PAY-TYPE", .payment, zh: "\(type.zh)不能用\(name(method).zh)",
                en: "\(type.en) does not go with \(name(method).en).", hintZh: "更改付款方或支付方式。",
                hintEn: "Change who pays or how.")
        case .notForDelivery(let method):
            return ProblemText(
                "E-PAY-TYPE", .payment, zh: "派件收款不能用\(name(method).zh)",
                en: "Money at delivery is not taken by \(name(method).en).",
                hintZh: "收现金、刷卡或扫码。", hintEn: "Take cash, card or a mobile payment.")
        case .splitNotAllowed:
            return ProblemText(
                "E-PAY-SPLIT", .payment, zh: "本公司不允许一单多种支付方式",
                en: "One charge is paid by one method here.", hintZh: "只用一种支付方式。",
                hintEn: "Use one method.")
        case .amountDiffers(let taken, let due):
            return ProblemText(
                "E-PAY-AMOUNT", .payment, zh: "收款 \(Fen.text(taken))，应收 \(Fen.text(due))",
                en: "\(Fen.text(taken)) was taken, but \(Fen.text(due)) is due.",
                hintZh: "核对金额。", hintEn: "Check the amounts.")
        case .tenderedTooLittle(let tendered, let amount):
            return ProblemText(
                "E-PAY-CASH", .tendered, zh: "实收 \(Fen.text(tendered))，少于 \(Fen.text(amount))",
                en: "\(Fen.text(tendered)) in cash is less than \(Fen.text(amount)).",
                hintZh: "补收差额，或拆分支付。", hintEn: "Take the rest, or split the payment.")
        case .tenderedWithoutCash(let method):
            return ProblemText(
                "E-PAY-CASH", .tendered, zh: "\(name(method).zh)没有实收和找零",
                en: "Cash given and change belong to cash, not to \(name(method).en).",
                hintZh: "去掉实收金额。", hintEn: "Leave the cash amount out.")
        case .nothingDue:
            return ProblemText(
                "E-PAY-NONE", .payment, zh: "没有应收款", en: "Nothing is due.", hintZh: "不要收款。",
                hintEn: "Do not take money.")
        case .customerMissing:
            return ProblemText(
                "E-PAY-ACCOUNT", .customer, zh: "月结未填写协议客户编号",
                en: "An account needs the number of the customer's agreement.",
                hintZh: "填写协议客户编号，或现结。",
                hintEn: "Enter the customer's number, or have it paid now.")
        }
    }
}
