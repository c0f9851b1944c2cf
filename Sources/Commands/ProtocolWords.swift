package import Domain

extension ChargePurpose {
    /// What an amount is for, said to people.
    package var words: Words {
        switch self {
        case .freight: Words(zh: "运费", en: "Freight")
        case .collect: Words(zh: "到付运费", en: "Freight on delivery")
        case .cod: Words(zh: "代收货款", en: "Cash on delivery")
        case .return: Words(zh: "退件费", en: "Return fee")
        case .storage: Words(zh: "保管费", en: "Storage")
        case .packaging: Words(zh: "包装费", en: "Packing")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}

extension InterceptOrder {
    /// What is to be done with a stopped parcel, said to people.
    package var words: Words {
        switch self {
        case .hold: Words(zh: "扣住等通知", en: "hold it")
        case .return: Words(zh: "退回寄件人", en: "return it to the sender")
        case .redirect: Words(zh: "改送别处", en: "send it elsewhere")
        }
    }
}

extension DayState {
    /// Where the close of a day stands, said to people.
    package var words: Words {
        switch self {
        case .open: Words(zh: "未关账", en: "open")
        case .closing: Words(zh: "关账中", en: "being closed")
        case .agreed: Words(zh: "可以关账", en: "can be closed")
        case .closed: Words(zh: "已关账", en: "closed")
        case .closedWithExceptions: Words(zh: "已关账, 有放过的", en: "closed with exceptions")
        }
    }
}

extension ParcelDirection {
    /// Which way a problem parcel goes, said to people.
    package var words: Words {
        switch self {
        case .in: Words(zh: "进港", en: "Coming in")
        case .out: Words(zh: "出港", en: "Going out")
        }
    }
}

extension ProblemStep {
    /// A step of the work on a problem, said to people.
    package var words: Words {
        switch self {
        case .told: Words(zh: "已告知", en: "Somebody was told")
        case .traced: Words(zh: "已查找", en: "Searched for")
        case .found: Words(zh: "已找到", en: "Found")
        case .assigned: Words(zh: "已指派", en: "Given to somebody")
        case .accepted: Words(zh: "已接手", en: "Taken on")
        case .escalated: Words(zh: "已上报", en: "Escalated")
        case .decided: Words(zh: "已决定", en: "Decided")
        case .closed: Words(zh: "结案", en: "Closed")
        }
    }
}

extension ProblemState {
    /// Where work on a problem stands, said to people.
    package var words: Words {
        switch self {
        case .open: Words(zh: "待处理", en: "Open")
        case .working: Words(zh: "处理中", en: "Being worked on")
        case .solved: Words(zh: "已解决", en: "Solved")
        case .closed: Words(zh: "已关闭", en: "Closed")
        }
    }
}

extension TaskKind {
    /// Kinds of work, said to people.
    package var words: Words {
        switch self {
        case .pickup: Words(zh: "收件", en: "Pickup")
        case .delivery: Words(zh: "派件", en: "Delivery")
        case .return: Words(zh: "退件", en: "Return")
        case .returnReceipt: Words(zh: "签单返还", en: "Return receipt")
        case .visit: Words(zh: "上门", en: "Visit")
        case .call: Words(zh: "电话联系", en: "Call")
        case .sweep: Words(zh: "清件", en: "Sweep")
        }
    }
}

extension TaskState {
    /// Where a task stands, said to people.
    package var words: Words {
        switch self {
        case .open: Words(zh: "待办", en: "Open")
        case .accepted: Words(zh: "已接受", en: "Accepted")
        case .declined: Words(zh: "已拒绝", en: "Declined")
        case .started: Words(zh: "进行中", en: "Started")
        case .done: Words(zh: "已完成", en: "Done")
        case .overtaken: Words(zh: "已由他人完成", en: "Done by another")
        case .cancelled: Words(zh: "已取消", en: "Cancelled")
        case .needsHandover: Words(zh: "待转交", en: "To be handed over")
        }
    }
}

extension FactKind {
    /// Kinds of records, said to people.
    package var words: Words {
        switch self {
        case .identity: Words(zh: "实名查验", en: "Identity check")
        case .check: Words(zh: "验视", en: "Inspection")
        case .quote: Words(zh: "报价", en: "Quote")
        case .payment: Words(zh: "收款", en: "Payment")
        case .paymentVoid: Words(zh: "收款作废", en: "Payment voided")
        case .pickup: Words(zh: "收件", en: "Pickup")
        case .refusal: Words(zh: "拒收", en: "Refusal")
        case .deliver: Words(zh: "签收", en: "Delivery")
        case .attempt: Words(zh: "派件不成功", en: "Failed delivery")
        case .problem: Words(zh: "问题件", en: "Problem")
        case .correct: Words(zh: "更正", en: "Correction")
        case .note: Words(zh: "备注", en: "Note")
        case .taskOpen: Words(zh: "开任务", en: "Task opened")
        case .taskAssign: Words(zh: "派任务", en: "Task assigned")
        case .taskCancel: Words(zh: "取消任务", en: "Task cancelled")
        case .personSet: Words(zh: "人员", en: "Person set")
        case .configSet: Words(zh: "设置", en: "Settings set")
        case .deviceState: Words(zh: "设备状态", en: "Device state set")
        case .paymentConfirm: Words(zh: "到账确认", en: "Payment settled")
        case .tariffSet: Words(zh: "价目", en: "Tariff set")
        case .packSet: Words(zh: "规则表", en: "Rules published")
        case .numbersGrant: Words(zh: "发号段", en: "Numbers granted")
        case .return: Words(zh: "退件", en: "Return")
        case .handover: Words(zh: "交接", en: "Handover")
        case .cashHandover: Words(zh: "交款", en: "Cash handover")
        case .refund: Words(zh: "退款", en: "Refund")
        case .taskAccept: Words(zh: "接受任务", en: "Task accepted")
        case .taskDecline: Words(zh: "拒绝任务", en: "Task declined")
        case .taskStart: Words(zh: "开始任务", en: "Task started")
        case .problemStep: Words(zh: "问题件处理", en: "Problem step")
        case .scan: Words(zh: "扫描", en: "Scan")
        case .reweigh: Words(zh: "复重", en: "Reweigh")
        case .caseSay: Words(zh: "个案陈述", en: "Statement on a case")
        case .shiftOpen: Words(zh: "开班", en: "Shift opened")
        case .shiftClose: Words(zh: "收班", en: "Shift closed")
        case .oversize: Words(zh: "超长记录", en: "Oversize record")
        case .blobCorrupt: Words(zh: "附件损坏", en: "Attachment damaged")
        case .consent: Words(zh: "同意", en: "Consent")
        case .taskChange: Words(zh: "改任务", en: "Task changed")
        case .addressChange: Words(zh: "改地址", en: "Address changed")
        case .chargePrice: Words(zh: "改价", en: "Price set")
        case .parcelIntercept: Words(zh: "拦截", en: "Parcel stopped")
        case .parcelRelease: Words(zh: "解除拦截", en: "Stop ended")
        case .adjustment: Words(zh: "费用调整", en: "Adjustment")
        case .caseResolve: Words(zh: "个案裁定", en: "Case decided")
        case .streamClose: Words(zh: "关闭日志", en: "Journal closed")
        case .reinterpret: Words(zh: "重新解读", en: "Read again")
        case .daySeal: Words(zh: "日结封账", en: "Day sealed")
        case .dayReceipt: Words(zh: "日结回执", en: "Day receipt")
        case .dayBegin: Words(zh: "开始日结", en: "Day close begun")
        case .dayWaive: Words(zh: "日结放行", en: "Day close waiver")
        case .dayClose: Words(zh: "日结", en: "Day closed")
        }
    }
}

extension DispositionWord {
    /// What became of a record, said to people.
    package var words: Words {
        switch self {
        case .applied: Words(zh: "已生效", en: "Applied")
        case .noop: Words(zh: "无变化", en: "No change")
        case .held: Words(zh: "待审", en: "Held for review")
        case .case: Words(zh: "已转个案", en: "Case opened")
        case .quarantined: Words(zh: "已隔离", en: "Quarantined")
        }
    }
}
