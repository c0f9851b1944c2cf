extension ReferencePack {
    /// Means of payment and whether they are final without a network.
    package static let paymentMethods = ReferencePack(
        name: "payment_methods", version: 20_261_121,
        csv: #"""
            code,zh,en,moves_money,offline
            ALIPAY,支付宝,Alipay,yes,PENDING_CONFIRMATION
            BANK_TRANSFER,银行转账,Bank transfer,yes,PENDING_CONFIRMATION
            CASH,现金,Cash,yes,PAID
            COLLECT,到付,Collect,no,PAID
            E_CNY,数字人民币,Digital yuan (e-CNY),yes,PENDING_CONFIRMATION
            MONTHLY_ACCOUNT,月结,Monthly account,no,PAID
            UNIONPAY_CARD,银行卡、刷卡,Bank card,yes,PENDING_CONFIRMATION
            WECHAT,微信支付,WeChat Pay,yes,PENDING_CONFIRMATION

            """#)
}
