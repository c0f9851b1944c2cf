import Commands
package import Domain

extension Choice {
    /// The choices of a flag that takes the codes of a list, with what they mean.
    static func all<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type, _ words: (Value) -> Words?
    ) -> [Choice] {
        Value.allCases.map { Choice(word(for: $0.rawValue), words($0)) }
    }
}

extension OuterState {
    /// What the courier saw, said to people.
    package var words: Words {
        switch self {
        case .intact: Words(zh: "完好", en: "Intact")
        case .dented: Words(zh: "变形", en: "Dented")
        case .broken: Words(zh: "破损", en: "Broken")
        case .wet: Words(zh: "浸湿", en: "Wet")
        case .tapeTouched: Words(zh: "封口动过", en: "Tape touched")
        case .labelMismatch: Words(zh: "单货不符", en: "Label and parcel do not match")
        }
    }
}

extension SignerRelation {
    /// Who the signer is to the recipient, said to people.
    package var words: Words {
        switch self {
        case .family: Words(zh: "家人", en: "Family")
        case .colleague: Words(zh: "同事", en: "Colleague")
        case .neighbour: Words(zh: "邻居", en: "Neighbour")
        case .reception: Words(zh: "前台", en: "Reception")
        case .propertyOrGuard: Words(zh: "物业、门卫", en: "Property office or guard")
        case .mailRoom: Words(zh: "收发室", en: "Mail room")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}

extension SeenEvidence {
    /// What was seen, said to people.
    package var words: Words {
        switch self {
        case .stampPhoto: Words(zh: "收发章照片", en: "Photo of the stamp")
        case .photo: Words(zh: "照片", en: "Photo")
        case .position: Words(zh: "定位", en: "Position")
        case .nameAndPhoneTail: Words(zh: "姓名加电话尾号", en: "Name and end of phone")
        case .smsCode: Words(zh: "短信验证码", en: "Code by text message")
        }
    }
}

extension DeclineReason {
    /// Why a task is given back, said to people.
    package var words: Words {
        switch self {
        case .outOfArea: Words(zh: "不在片区", en: "Not in my area")
        case .tooFull: Words(zh: "件太多, 忙不过来", en: "Too much to do")
        case .tooLarge: Words(zh: "件太大, 装不下", en: "Too large to carry")
        case .tooLate: Words(zh: "赶不上约定时间", en: "Cannot be there in time")
        case .vehicle: Words(zh: "车坏了", en: "Vehicle broken")
        case .unwell: Words(zh: "身体不适", en: "Unwell")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}

extension CorrectionReason {
    /// Why a record is corrected, said to people.
    package var words: Words {
        switch self {
        case .wrongSigner: Words(zh: "签收人写错", en: "Wrong signer")
        case .wrongAmount: Words(zh: "金额写错", en: "Wrong amount")
        case .wrongParcel: Words(zh: "单号写错", en: "Wrong parcel")
        case .duplicate: Words(zh: "重复记录", en: "Recorded twice")
        case .didNotOccur: Words(zh: "没有发生", en: "Did not happen")
        case .incorrectData: Words(zh: "内容写错", en: "Incorrect data")
        case .conflict: Words(zh: "与别的记录冲突", en: "Conflicts with another record")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}
