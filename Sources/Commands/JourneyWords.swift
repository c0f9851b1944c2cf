package import Domain

extension Stage {
    /// Where a parcel stands, said to people.
    package var words: Words {
        switch self {
        case .created: Words(zh: "已建单", en: "Created")
        case .pickedUp: Words(zh: "已揽收", en: "Picked up")
        case .inTransit: Words(zh: "运输中", en: "In transit")
        case .outForDelivery: Words(zh: "派件中", en: "Out for delivery")
        case .availableForPickup: Words(zh: "待取件", en: "Available for pickup")
        case .delivered: Words(zh: "已签收", en: "Delivered")
        case .returning: Words(zh: "退回中", en: "Returning")
        case .returned: Words(zh: "已退回", en: "Returned")
        case .cancelled: Words(zh: "已取消", en: "Cancelled")
        case .closed: Words(zh: "已关闭", en: "Closed")
        }
    }
}

extension TrackingEvent {
    /// What happened to a parcel, said to people.
    package var words: Words {
        switch self {
        case .accepted: Words(zh: "已收寄", en: "Accepted")
        case .arrivedDestination: Words(zh: "到达派件站点", en: "Arrived at delivery station")
        case .arrivedHub: Words(zh: "到达转运中心", en: "Arrived at hub")
        case .cancelled: Words(zh: "已取消", en: "Cancelled")
        case .damaged: Words(zh: "破损", en: "Damaged")
        case .delivered: Words(zh: "已签收", en: "Delivered")
        case .deliveredToProxy: Words(zh: "代收签收", en: "Delivered to proxy")
        case .deliveryFailed: Words(zh: "派件不成功", en: "Delivery attempt failed")
        case .departedHub: Words(zh: "离开转运中心", en: "Departed from hub")
        case .departedOrigin: Words(zh: "已发件", en: "Departed from origin")
        case .disposed: Words(zh: "无着处理", en: "Disposed of")
        case .droppedAtStation: Words(zh: "已到驿站", en: "Placed at pickup station")
        case .droppedInLocker: Words(zh: "已投柜", en: "Placed in locker")
        case .exceptionReported: Words(zh: "问题件上报", en: "Exception reported")
        case .exceptionResolved: Words(zh: "问题件已处理", en: "Exception resolved")
        case .held: Words(zh: "留仓", en: "Held at station")
        case .lost: Words(zh: "遗失", en: "Lost")
        case .orderCreated: Words(zh: "已下单", en: "Order created")
        case .outForDelivery: Words(zh: "派件中", en: "Out for delivery")
        case .pickedUpByRecipient: Words(zh: "已取件", en: "Collected from locker or station")
        case .pickupAssigned: Words(zh: "已分配快递员", en: "Courier assigned")
        case .pickupFailed: Words(zh: "揽收失败", en: "Pickup failed")
        case .prohibitedHeld: Words(zh: "禁寄扣件", en: "Held as prohibited")
        case .receivedAtOrigin: Words(zh: "收寄站点收件", en: "Received at origin station")
        case .redirected: Words(zh: "改址转寄", en: "Redirected")
        case .refused: Words(zh: "拒收", en: "Refused")
        case .returnDelivered: Words(zh: "退回签收", en: "Return delivered to sender")
        case .returnStarted: Words(zh: "退回中", en: "Return started")
        case .securityScreened: Words(zh: "安检完成", en: "Security screened")
        case .transferredCarrier: Words(zh: "转投其他公司", en: "Handed to another carrier")
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
        case .numbersGrant: Words(zh: "发号段", en: "Numbers granted")
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
