package import Domain

extension CaseOption {
    /// What the option says, said to people.
    package var words: Words {
        switch self {
        case .firstHolds: Words(zh: "件在第一个人手里", en: "the first one holds it")
        case .secondHolds: Words(zh: "件在后一个人手里", en: "the second one holds it")
        case .handoverHappened:
            Words(
                zh: "当面交接过, 件在后一个人手里",
                en: "it was handed over; the second one holds it")
        case .stayBlocked: Words(zh: "继续扣住", en: "it stays blocked")
        case .release: Words(zh: "放行", en: "release it")
        case .recall: Words(zh: "追回", en: "call it back")
        case .report: Words(zh: "上报", en: "report it")
        case .firstTrue: Words(zh: "第一次签收是真的", en: "the first delivery is true")
        case .secondTrue: Words(zh: "后一次签收是真的", en: "the later delivery is true")
        case .bothTrue: Words(zh: "两次都是真的", en: "both are true")
        case .senderPays: Words(zh: "寄件人付", en: "the sender pays")
        case .carrierPays: Words(zh: "站点付", en: "the station pays")
        case .return: Words(zh: "退回寄件人", en: "return it to the sender")
        case .keep: Words(zh: "维持现状", en: "leave it as it is")
        case .accept: Words(zh: "认可", en: "accept it")
        case .recover: Words(zh: "追回重送", en: "get it back")
        case .collect: Words(zh: "补收", en: "collect the rest")
        case .waive:
            Words(zh: "免收差额, 记入减免账", en: "waive the difference; it is booked as waived")
        case .refund: Words(zh: "退钱, 退后记 refund", en: "give it back, and record the refund")
        case .keepWithReason: Words(zh: "不退, 写明理由", en: "keep it, with a reason")
        case .refundFirst: Words(zh: "退第一笔", en: "give the first payment back")
        case .refundSecond: Words(zh: "退后一笔", en: "give the later payment back")
        case .approve: Words(zh: "批准, 立即生效", en: "approve; it counts at once")
        case .refuse: Words(zh: "不批, 原记录照旧", en: "refuse; the record stays")
        case .ignoreLater: Words(zh: "后来的动作不算", en: "ignore what came later")
        case .reopen: Words(zh: "重新开始派送", en: "open the journey again")
        case .delivered: Words(zh: "以签收为准", en: "it was delivered")
        case .returned: Words(zh: "以退回为准", en: "it was returned")
        case .match: Words(zh: "对到已有的", en: "match it")
        case .create: Words(zh: "新建", en: "make it")
        case .writeOff: Words(zh: "冲销", en: "write it off")
        case .reversePlan: Words(zh: "改派并冲回", en: "reverse the plan")
        case .giverRight: Words(zh: "以交的人为准", en: "the giver is right")
        case .takerRight: Words(zh: "以清点的人为准", en: "the counter is right")
        case .split: Words(zh: "各担一半", en: "half each")
        case .loss: Words(zh: "站点认损", en: "the station bears the loss")
        case .examine: Words(zh: "再查", en: "look into it")
        case .revoke: Words(zh: "吊销手持端", en: "revoke the handheld")
        case .askAgain: Words(zh: "重新取证", en: "ask for it again")
        case .deviceRight: Words(zh: "以手持端为准", en: "the handheld is right")
        case .ledgerRight: Words(zh: "以账本为准", en: "the ledger is right")
        case .closeNoCompensation: Words(zh: "结案, 不赔", en: "close without compensation")
        case .compensate: Words(zh: "赔付", en: "compensate")
        case .continueDelivery: Words(zh: "继续派送", en: "go on delivering")
        case .continueDeliveryAndCompensate:
            Words(zh: "继续派送并赔付", en: "go on and compensate")
        case .customerMustChangeData:
            Words(zh: "客户要改资料", en: "the customer must change data")
        case .discardAndCompensate: Words(zh: "弃件并赔付", en: "discard and compensate")
        case .foundContinueDelivery: Words(zh: "找到了, 继续派送", en: "found; go on delivering")
        case .inDiscussion: Words(zh: "还在协商", en: "still discussed")
        case .returnAndCompensate: Words(zh: "退回并赔付", en: "return and compensate")
        }
    }
}
