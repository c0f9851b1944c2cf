import CentralStore
import Commands
import Domain
import SyncProtocol

/// What is said of attachments; never what is on them.
extension StationReports {
    func blobs(_ found: [AttachedBlob]) -> CommandOutput {
        CommandOutput(
            members: [JSONMember("count", .integer(found.count))],
            text: found.isEmpty
                ? [Words(zh: "没有这样的照片", en: "There are no such photos.")[language]] : [],
            list: OutputList(
                key: "photos",
                columns: [
                    .init(Words(zh: "照片", en: "photo")), .init(Words(zh: "时间", en: "time")),
                    .init(Words(zh: "拍的是", en: "shows")), .init(Words(zh: "状态", en: "state")),
                    .init(Words(zh: "字节", en: "bytes"), isNumber: true),
                    .init(Words(zh: "快件", en: "parcel")), .init(Words(zh: "种类", en: "kind")),
                    .init(Words(zh: "经手人", en: "person")),
                    .init(Words(zh: "手持端", en: "handheld")),
                    .init(Words(zh: "行", en: "line"), isNumber: true),
                ], rows: found.map(row)))
    }

    /// The photo was written to a file.
    func blob(_ uses: [AttachedBlob], path: String) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("file", .text(path)), JSONMember("photo", .text(uses[0].blob.hex)),
                JSONMember("bytes", .integer(uses[0].byteCount)),
                JSONMember("type", .text(uses[0].mediaType)),
                JSONMember("records", .list(uses.map { .text($0.line.reference) })),
            ],
            text: [path]
                + uses.map { use in
                    "  \(use.line.reference)  \(kind(use.line.kind ?? "-"))  "
                        + "\(use.parcels.first ?? "-")  \(use.line.person ?? "-")"
                },
            notes: [
                Words(
                    zh: "照片里有个人信息: 用完就删", en: "it shows personal data: delete it after use")[
                        language]
            ])
    }

    private func row(_ item: AttachedBlob) -> OutputList.Row {
        OutputList.Row(
            [
                String(item.blob.hex.prefix(Self.blobDigitsShown)),
                short(item.effectiveMilliseconds), StationWords.role(item.role)[language],
                StationWords.blobState(item)[language], String(item.byteCount),
                item.parcels.first ?? "-", kind(item.line.kind ?? "-"), item.line.person ?? "-",
                item.label, String(item.line.number),
            ],
            json: [
                "photo": .text(item.blob.hex), "at": time(item.effectiveMilliseconds),
                "role": .text(item.role), "type": .text(item.mediaType),
                "state": .text(item.state.rawValue), "bytes": .integer(item.byteCount),
                "have": .integer(item.have), "parcels": .list(item.parcels.map { .text($0) }),
                "kind": .optional(item.line.kind), "person": .optional(item.line.person),
                "label": .text(item.label), "line": .integer(item.line.number),
                "record": .text(item.line.reference),
            ])
    }

    private static let blobDigitsShown = 12
}

extension StationWords {
    /// What an attachment shows; the word itself where a newer program knows more.
    static func role(_ text: String) -> Words {
        switch AttachmentRole(rawValue: text) {
        case .door: Words(zh: "门口", en: "door")
        case .damage: Words(zh: "破损", en: "damage")
        case .goods: Words(zh: "物品", en: "goods")
        case .slip: Words(zh: "底单", en: "slip")
        case .stamp: Words(zh: "盖章", en: "stamp")
        case .place: Words(zh: "放置处", en: "place")
        case .proof: Words(zh: "签收", en: "proof")
        case .audio: Words(zh: "录音", en: "audio")
        case .other: Words(zh: "其他", en: "other")
        case nil: Words(zh: text, en: text)
        }
    }

    static func blobState(_ item: AttachedBlob) -> Words {
        switch item.state {
        case .here: return Words(zh: "已到", en: "here")
        case .lost: return Words(zh: "手持端上已损坏", en: "damaged on the handheld")
        case .waiting:
            guard item.have > 0 else { return Words(zh: "未到", en: "not here") }
            let percent = item.have * 100 / item.byteCount
            return Words(zh: "到了 \(percent)%", en: "\(percent)% here")
        }
    }
}
