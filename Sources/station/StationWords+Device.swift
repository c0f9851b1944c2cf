import CentralStore
import Commands
import Domain
import SyncProtocol

/// What `station` says of one handheld and of the orders to it.
extension StationWords {
    static func order(_ order: DirectiveOrder) -> Words {
        switch order {
        case .message(let text): Words(zh: "消息: \(text)", en: "message: \(text)")
        case .report, .rekey, .rotate, .wipe, .refetch: orderName(order.what)
        }
    }

    /// An order by its word.
    static func orderName(_ what: String) -> Words {
        switch what {
        case "message": Words(zh: "消息", en: "message")
        case "report": Words(zh: "详细报告", en: "full report")
        case "rekey": Words(zh: "换密钥", en: "new key")
        case "rotate": Words(zh: "另起新流", en: "new stream")
        case "refetch": Words(zh: "重取资料", en: "fetch all rows again")
        case "wipe": Words(zh: "擦除", en: "erase")
        default: Words(zh: what, en: what)
        }
    }

    static func directed(_ label: String, _ what: String) -> Words {
        let words = orderName(what)
        return Words(
            zh: "已向 \(label) 下达: \(words.zh)", en: "ordered \(label): \(words.en)")
    }

    static func directedHint(_ label: String) -> Words {
        Words(
            zh: "手持端下次同步时执行; 用 station device show \(label) 看结果",
            en: "it is carried out at the next exchange; see station device show \(label)")
    }

    static func lastExchange(_ at: String?) -> Words {
        guard let at else { return Words(zh: "从未通信", en: "never exchanged") }
        return Words(zh: "上次通信 \(at)", en: "last exchange \(at)")
    }

    static func key(_ number: Int) -> Words {
        Words(zh: "密钥 \(number)", en: "key \(number)")
    }

    static func atWork(_ persons: [String]) -> Words {
        let list = persons.joined(separator: ", ")
        return Words(zh: "  在用: \(list)", en: "  at work: \(list)")
    }

    static func wiped(at: String, left: Int) -> Words {
        left == 0
            ? Words(zh: "  已擦除 \(at), 没有记录丢失", en: "  erased \(at); no record was lost")
            : Words(
                zh: "  已擦除 \(at), 有 \(left) 条记录没有交回, 已丢失",
                en: "  erased \(at); \(left) records had not been delivered and are lost")
    }

    static func stream(_ stream: StreamDetails) -> Words {
        let tail = String(stream.stream.suffix(12))
        let missing =
            stream.missing > 0
            ? Words(zh: ": 已知缺 \(stream.missing)", en: ": \(stream.missing) known missing")
            : Words(zh: "", en: "")
        return Words(
            zh: "  \(stream.isOpen ? "当前流" : "旧流") …\(tail)  记录 \(stream.recorded), "
                + "这里有 \(stream.have)\(missing.zh), 备份到 \(stream.secured)",
            en: "  \(stream.isOpen ? "open" : "old") stream …\(tail)  \(stream.recorded) recorded, "
                + "\(stream.have) here\(missing.en), backed up to \(stream.secured)")
    }

    static let condition = Words(zh: "  手持端自述: ", en: "  it says of itself: ")

    static func report(at: String) -> Words {
        Words(zh: "报告 \(at): ", en: "report of \(at): ")
    }
}
