package import Domain

extension ProofType {
    /// How a delivery is proved, said to people.
    package var words: Words {
        switch self {
        case .recipient: Words(zh: "本人签收", en: "Signed by the recipient")
        case .proxy: Words(zh: "他人代收", en: "Received by a proxy")
        case .locker: Words(zh: "快递柜", en: "Parcel locker")
        case .station: Words(zh: "驿站、代收点", en: "Pickup station")
        case .orgStamp: Words(zh: "单位收发章签收", en: "Stamped by the addressed unit")
        case .safePlace: Words(zh: "指定位置放置", en: "Left at the agreed place")
        case .selfPickup: Words(zh: "到站自提", en: "Collected at the station")
        case .afterException: Words(zh: "异常后签收", en: "Signed after an exception")
        case .returnSigned: Words(zh: "退回签收", en: "Return signed by the sender")
        }
    }
}

extension ParcelCondition {
    /// The parcel as the recipient saw it, said to people.
    package var words: Words {
        switch self {
        case .intact: Words(zh: "完好", en: "Intact")
        case .outerDamaged: Words(zh: "外包装破损", en: "Outer packing damaged")
        case .contentsDamaged: Words(zh: "内件破损", en: "Contents damaged")
        case .shortage: Words(zh: "短少", en: "Something missing")
        case .refused: Words(zh: "拒收", en: "Refused")
        }
    }
}

extension ConsentChannel {
    /// How consent was given, said to people.
    package var words: Words {
        switch self {
        case .call: Words(zh: "电话", en: "Phone call")
        case .sms: Words(zh: "短信", en: "Text message")
        case .app: Words(zh: "应用", en: "App")
        case .inPerson: Words(zh: "当面", en: "In person")
        case .standing: Words(zh: "长期授权", en: "Standing consent")
        }
    }
}

extension ExceptionReason {
    /// Why a parcel is in trouble, said to people.
    package var words: Words {
        switch self {
        case .accessDenied: Words(zh: "无法进入 (门禁、封闭管理)", en: "Cannot enter (gate or closed area)")
        case .addressChange: Words(zh: "改址转寄", en: "Redirected to another address")
        case .addressIncomplete: Words(zh: "地址不详、不清晰", en: "Address incomplete or unclear")
        case .addressNotExist: Words(zh: "地址已废弃或不存在", en: "Address abandoned or does not exist")
        case .addressWrong: Words(zh: "地址错误", en: "Address wrong")
        case .businessClosed: Words(zh: "单位已下班、关门", en: "Business closed")
        case .capacity: Words(zh: "运力不足、爆仓", en: "Not enough capacity or overloaded")
        case .codAmountWrong: Words(zh: "代收货款金额不符", en: "COD amount does not match")
        case .contentsDamaged: Words(zh: "内件破损", en: "Contents damaged")
        case .duplicateOrder: Words(zh: "重复下单", en: "Duplicate order")
        case .forceMajeure:
            Words(zh: "疫情、自然灾害、管制", en: "Epidemic, natural disaster or public control")
        case .idCheckFailed: Words(zh: "收件人身份核验不符", en: "Recipient identity does not match")
        case .labelMismatch: Words(zh: "单货不符", en: "Label and parcel do not match")
        case .lockerFull: Words(zh: "快递柜满、故障", en: "Locker full or out of order")
        case .lockerOverdue:
            Words(zh: "柜、驿站超时未取", en: "Not collected from locker or pickup station in time")
        case .lost: Words(zh: "遗失", en: "Lost")
        case .missedTransport: Words(zh: "错过班次", en: "Missed its transport")
        case .missort: Words(zh: "错分、错发", en: "Mis-sorted or mis-sent")
        case .notHome: Words(zh: "收件人不在", en: "Recipient not at home")
        case .noAnswer: Words(zh: "客户不在家、电话无人接听", en: "No answer or nobody at home")
        case .noLabel: Words(zh: "有货无单、面单脱落", en: "Parcel without label, or label fell off")
        case .noPhysicalParcel: Words(zh: "有单无货", en: "Label without parcel")
        case .other: Words(zh: "其他 (须填写说明)", en: "Other (explain)")
        case .outerDamaged: Words(zh: "外包装破损", en: "Outer packing damaged")
        case .outOfArea: Words(zh: "超区、超范围", en: "Outside the service area")
        case .overdueUnsigned: Words(zh: "超时未签收", en: "Not signed for in time")
        case .oversize: Words(zh: "超大超重", en: "Oversize or overweight")
        case .packagingUnfit: Words(zh: "包装不合格", en: "Packing unfit")
        case .phoneInvalid: Words(zh: "电话空号、错号", en: "Phone number invalid or wrong")
        case .piecesIncomplete:
            Words(zh: "子母件未到齐", en: "Not all pieces of the shipment have arrived")
        case .prohibitedFound: Words(zh: "发现禁寄品", en: "Prohibited item found")
        case .recipientMoved: Words(zh: "收件人已搬迁、离职", en: "Recipient moved or left the company")
        case .refused: Words(zh: "收件人拒收", en: "Refused by recipient")
        case .refusedPayment: Words(zh: "拒付到付款、代收款", en: "Refused to pay freight or COD amount")
        case .remoteNextDay:
            Words(zh: "偏远、海岛留仓次日派", en: "Remote or island, held for next-day delivery")
        case .rescheduled: Words(zh: "客户要求改约时间", en: "Customer asked for another time")
        case .returned: Words(zh: "已退回寄件人", en: "Returned to sender")
        case .securityHold: Words(zh: "安检、公安扣件", en: "Held by security screening or police")
        case .senderRecall: Words(zh: "寄件人要求撤回", en: "Sender asked for recall")
        case .shortage: Words(zh: "内件短少", en: "Contents short")
        case .staleTrace: Words(zh: "超时未更新", en: "Trace not updated in time")
        case .suspectedLost: Words(zh: "疑似遗失 (无扫描)", en: "Suspected lost (no scan)")
        case .unreachable:
            Words(zh: "联系不上收件人 (关机、停机)", en: "Recipient cannot be reached (phone off or suspended)")
        case .vehicleFault: Words(zh: "车辆故障、交通事故", en: "Vehicle fault or traffic accident")
        case .weather: Words(zh: "恶劣天气", en: "Severe weather")
        case .weekendHoliday: Words(zh: "节假日、周末不收货", en: "No receiving on holidays or weekends")
        }
    }
}

extension DelayCause {
    /// Causes of delay, said to people.
    package var words: Words {
        switch self {
        case .objective: Words(zh: "客观因素 (恶劣天气、交通事故)", en: "Objective (weather, accident)")
        case .human: Words(zh: "人为因素 (未及时派送、忘送)", en: "Human (late or forgotten)")
        case .information:
            Words(zh: "信息因素 (空号、停机、地址不详)", en: "Information (bad phone, bad address)")
        case .outOfArea: Words(zh: "超区因素", en: "Outside the service area")
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

extension NextAction {
    /// What is done next, said to people.
    package var words: Words {
        switch self {
        case .close: Words(zh: "结案", en: "Close")
        case .contactRecipient: Words(zh: "联系收件人", en: "Contact the recipient")
        case .contactSender: Words(zh: "联系寄件人", en: "Contact the sender")
        case .escalate: Words(zh: "上报", en: "Escalate")
        case .hold: Words(zh: "留仓", en: "Hold")
        case .inspect: Words(zh: "检查内件", en: "Inspect the contents")
        case .managerReview: Words(zh: "站长审核", en: "Manager review")
        case .openClaim: Words(zh: "发起理赔", en: "Open a claim")
        case .reattempt: Words(zh: "再次派送", en: "Try again")
        case .reattemptAt: Words(zh: "按约定时间再派", en: "Try again at the agreed time")
        case .repack: Words(zh: "重新包装", en: "Repack")
        case .reportAuthority: Words(zh: "报主管部门", en: "Report to the authority")
        case .reroute: Words(zh: "改发", en: "Reroute")
        case .return: Words(zh: "退回", en: "Return")
        case .trace: Words(zh: "查找", en: "Trace")
        case .transferOrReturn: Words(zh: "转投或退回", en: "Transfer or return")
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
