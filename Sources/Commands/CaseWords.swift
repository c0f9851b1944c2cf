package import Domain

extension CaseKind {
    /// What has happened, said to people.
    package var words: Words {
        switch self {
        case .custody:
            Words(zh: "两人都说手里有这件", en: "Two people say that they hold the parcel")
        case .checkDiffers: Words(zh: "验视结果不一致", en: "Inspections say different things")
        case .uncheckedOrFailed:
            Words(zh: "没过验视还在走", en: "Went on after a failed inspection")
        case .doubleDelivery: Words(zh: "同一件签收了两次", en: "The parcel was delivered twice")
        case .deliveredAfterCancel:
            Words(zh: "任务取消后仍派送了", en: "Delivered although the task was cancelled")
        case .returnNeeded:
            Words(
                zh: "任务取消后仍收了件, 要退",
                en: "Picked up although the task was cancelled: to be returned")
        case .deliveredToOldAddress:
            Words(zh: "改了地址, 却送到旧地址", en: "Delivered to the old address")
        case .collectOrWaive: Words(zh: "少收了钱", en: "Too little was taken")
        case .refundDue: Words(zh: "该退钱", en: "Money is to be given back")
        case .doublePayment: Words(zh: "同一笔收了两次钱", en: "The same charge was paid twice")
        case .voidApproval: Words(zh: "撤销收款要批准", en: "A void of a payment needs approval")
        case .correctionApproval: Words(zh: "更正要批准", en: "A correction needs approval")
        case .afterTerminal:
            Words(
                zh: "已签收或已退回, 又有动作",
                en: "Something happened after delivery or return")
        case .problemAfterDelivery:
            Words(zh: "签收后报了问题", en: "A problem was reported after delivery")
        case .problem: Words(zh: "问题件待处理", en: "A problem parcel waits")
        case .returnedAndDelivered: Words(zh: "又退回又签收", en: "Both returned and delivered")
        case .unknownSubject:
            Words(zh: "记录说的对象不存在", en: "A record is about something unknown")
        case .notEntitled: Words(zh: "经手人无权这样做", en: "The person was not entitled to it")
        case .lateEntry:
            Words(zh: "已关账那天的记录后来才到", en: "A record of a closed day came late")
        case .interceptIgnored:
            Words(zh: "拦截后仍在走", en: "Went on after it was to be stopped")
        case .handoverUnmatched:
            Words(zh: "交接两边对不上", en: "The two sides of a handover differ")
        case .cashVariance: Words(zh: "交款与清点不符", en: "Cash counted is not the cash given")
        case .implausible: Words(zh: "记录看着不对", en: "A record looks wrong")
        case .possibleClone: Words(zh: "手持端可能被复制", en: "A handheld may have been copied")
        case .evidenceLost: Words(zh: "证据照片丢了", en: "Evidence was lost")
        case .sealDiffers: Words(zh: "日结封账对不上", en: "A seal of the day differs")
        }
    }
}

extension CaseSeverity {
    /// How serious it is, said to people.
    package var words: Words {
        switch self {
        case .low: Words(zh: "轻", en: "low")
        case .mid: Words(zh: "中", en: "medium")
        case .high: Words(zh: "重", en: "high")
        }
    }
}

extension CaseStand {
    /// What a person concerned says, said to people.
    package var words: Words {
        switch self {
        case .yield: Words(zh: "认对方的记录", en: "the other record is right")
        case .insist: Words(zh: "坚持自己的记录", en: "the own record is right")
        case .both: Words(zh: "两边都对", en: "both are right")
        case .unknown: Words(zh: "说不清", en: "cannot say")
        }
    }
}

extension CaseRow {
    /// What has happened; a kind of a later version as it is on the wire.
    package var words: Words {
        CaseKind(rawValue: kind)?.words ?? Words(zh: kind, en: kind)
    }

    /// What the parcel, charge or handover is called.
    package var subjectID: String {
        let parts = (subject ?? "").split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? String(parts[1]) : subject ?? ""
    }

    /// What became of it.
    package var stateWords: Words {
        switch (state, resolution) {
        case (.open, _): Words(zh: "待裁决", en: "open")
        case (.said, _): Words(zh: "待裁决, 有人表态", en: "open, somebody has spoken")
        case (.resolved, CaseRow.withdrawn): Words(zh: "已自行消除", en: "ended by itself")
        case (.resolved, let option?):
            CaseOption(rawValue: option)?.words ?? Words(zh: option, en: option)
        case (.resolved, nil): Words(zh: "已裁决", en: "decided")
        }
    }
}

extension CaseDifference {
    /// What the field is, said to people.
    package var words: Words {
        switch field {
        case "person": Words(zh: "经手人", en: "person")
        case "kind": Words(zh: "记录", en: "record")
        case "signer": Words(zh: "签收人", en: "signed by")
        case "proof": Words(zh: "凭证", en: "proof")
        case "place": Words(zh: "地点", en: "place")
        case "result": Words(zh: "结果", en: "result")
        case "amount_fen": Words(zh: "金额(分)", en: "amount in fen")
        case "due_fen": Words(zh: "应收(分)", en: "due in fen")
        case "method": Words(zh: "方式", en: "method")
        case "count": Words(zh: "件数", en: "parcels")
        case "parcels": Words(zh: "缺 / 多", en: "missing / extra")
        case "day": Words(zh: "账日", en: "day")
        case "hint" where first == "double_tap":
            Words(zh: "提示: 可能连点了两下", en: "hint: probably a double tap")
        case "why": Words(zh: "原因", en: "why")
        default: Words(zh: field, en: field)
        }
    }
}
