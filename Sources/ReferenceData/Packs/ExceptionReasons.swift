extension ReferencePack {
    /// Failed deliveries and problem parcels.
    package static let exceptionReasons = ReferencePack(
        name: "exception_reasons", version: 20_261_121,
        csv: #"""
            code,zh,en,group,attempt_counts,default_next,delay_cause
            ACCESS_DENIED,无法进入（门禁、封闭管理）,Cannot enter (gate or closed area),RECIPIENT,yes,CONTACT_RECIPIENT,
            ADDRESS_CHANGE,改址转寄,Redirected to another address,SENDER,no,REROUTE,
            ADDRESS_INCOMPLETE,地址不详、不清晰,Address incomplete or unclear,ADDRESS,yes,CONTACT_SENDER,INFORMATION
            ADDRESS_NOT_EXIST,地址已废弃或不存在,Address abandoned or does not exist,ADDRESS,yes,CONTACT_SENDER,INFORMATION
            ADDRESS_WRONG,地址错误,Address wrong,ADDRESS,yes,CONTACT_SENDER,INFORMATION
            BUSINESS_CLOSED,单位已下班、关门,Business closed,RECIPIENT,yes,REATTEMPT,
            CAPACITY,运力不足、爆仓,Not enough capacity or overloaded,CARRIER,no,REATTEMPT,HUMAN
            COD_AMOUNT_WRONG,代收货款金额不符,COD amount does not match,SENDER,yes,CONTACT_SENDER,
            CONTENTS_DAMAGED,内件破损,Contents damaged,DAMAGE,no,OPEN_CLAIM,
            DUPLICATE_ORDER,重复下单,Duplicate order,SENDER,no,CLOSE,
            FORCE_MAJEURE,疫情、自然灾害、管制,"Epidemic, natural disaster or public control",FORCE_MAJEURE,no,HOLD,OBJECTIVE
            ID_CHECK_FAILED,收件人身份核验不符,Recipient identity does not match,RECIPIENT,yes,CONTACT_SENDER,
            LABEL_MISMATCH,单货不符,Label and parcel do not match,CARRIER,no,TRACE,HUMAN
            LOCKER_FULL,快递柜满、故障,Locker full or out of order,CARRIER,no,REATTEMPT,HUMAN
            LOCKER_OVERDUE,柜、驿站超时未取,Not collected from locker or pickup station in time,RECIPIENT,no,CONTACT_RECIPIENT,
            LOST,遗失,Lost,DAMAGE,no,OPEN_CLAIM,
            MISSED_TRANSPORT,错过班次,Missed its transport,CARRIER,no,REATTEMPT,HUMAN
            MISSORT,错分、错发,Mis-sorted or mis-sent,CARRIER,no,REROUTE,HUMAN
            NOT_HOME,收件人不在,Recipient not at home,RECIPIENT,yes,REATTEMPT,
            NO_ANSWER,客户不在家、电话无人接听,No answer or nobody at home,RECIPIENT,yes,REATTEMPT,
            NO_LABEL,有货无单、面单脱落,"Parcel without label, or label fell off",CARRIER,no,TRACE,HUMAN
            NO_PHYSICAL_PARCEL,有单无货,Label without parcel,CARRIER,no,TRACE,HUMAN
            OTHER,其他（须填写说明）,Other (explain),OTHER,no,MANAGER_REVIEW,
            OUTER_DAMAGED,外包装破损,Outer packing damaged,DAMAGE,no,INSPECT,
            OUT_OF_AREA,超区、超范围,Outside the service area,CARRIER,no,TRANSFER_OR_RETURN,OUT_OF_AREA
            OVERDUE_UNSIGNED,超时未签收,Not signed for in time,CARRIER,no,ESCALATE,HUMAN
            OVERSIZE,超大超重,Oversize or overweight,SENDER,no,CONTACT_SENDER,
            PACKAGING_UNFIT,包装不合格,Packing unfit,SENDER,no,REPACK,
            PHONE_INVALID,电话空号、错号,Phone number invalid or wrong,ADDRESS,yes,CONTACT_SENDER,INFORMATION
            PIECES_INCOMPLETE,子母件未到齐,Not all pieces of the shipment have arrived,CARRIER,no,HOLD,HUMAN
            PROHIBITED_FOUND,发现禁寄品,Prohibited item found,SECURITY,no,REPORT_AUTHORITY,
            RECIPIENT_MOVED,收件人已搬迁、离职,Recipient moved or left the company,ADDRESS,yes,CONTACT_SENDER,INFORMATION
            REFUSED,收件人拒收,Refused by recipient,RECIPIENT,yes,RETURN,
            REFUSED_PAYMENT,拒付到付款、代收款,Refused to pay freight or COD amount,RECIPIENT,yes,CONTACT_SENDER,
            REMOTE_NEXT_DAY,偏远、海岛留仓次日派,"Remote or island, held for next-day delivery",CARRIER,no,REATTEMPT,HUMAN
            RESCHEDULED,客户要求改约时间,Customer asked for another time,RECIPIENT,no,REATTEMPT_AT,
            RETURNED,已退回寄件人,Returned to sender,RETURN,no,CLOSE,
            SECURITY_HOLD,安检、公安扣件,Held by security screening or police,SECURITY,no,HOLD,
            SENDER_RECALL,寄件人要求撤回,Sender asked for recall,SENDER,no,RETURN,
            SHORTAGE,内件短少,Contents short,DAMAGE,no,OPEN_CLAIM,
            STALE_TRACE,超时未更新,Trace not updated in time,CARRIER,no,TRACE,HUMAN
            SUSPECTED_LOST,疑似遗失（无扫描）,Suspected lost (no scan),DAMAGE,no,TRACE,
            UNREACHABLE,联系不上收件人（关机、停机）,Recipient cannot be reached (phone off or suspended),RECIPIENT,yes,CONTACT_SENDER,INFORMATION
            VEHICLE_FAULT,车辆故障、交通事故,Vehicle fault or traffic accident,CARRIER,no,REATTEMPT,OBJECTIVE
            WEATHER,恶劣天气,Severe weather,FORCE_MAJEURE,no,REATTEMPT,OBJECTIVE
            WEEKEND_HOLIDAY,节假日、周末不收货,No receiving on holidays or weekends,RECIPIENT,no,REATTEMPT_AT,

            """#)
}
