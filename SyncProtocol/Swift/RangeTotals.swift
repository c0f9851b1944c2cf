/// What the lines of a range of a stream add up to (PJS section 16.3).
///
/// Everything comes from the bytes alone, so a handheld and the server find the same without asking
/// each other. The order of the lines does not matter, but for the length of a blob that is listed
/// with two lengths.
public struct RangeTotals: Sendable, Equatable {
    /// Lines added.
    public private(set) var lineCount = 0
    private var sums: [String: MethodSums] = [:]
    private var counts: [String: Int] = [:]
    private var blobs: Set<Digest> = []
    private var blobBytes: Int128 = 0

    /// The totals of no lines.
    public init() {}

    /// Adds one line as it is stored.
    public mutating func add(_ line: ArraySlice<UInt8>) {
        lineCount += 1
        guard var object = try? CanonicalObject(decoding: line), let kind = Self.kind(object) else {
            count(Self.unread)
            return
        }
        count(kind)
        guard kind == Self.carry else {
            addFact(kind, object)
            return
        }
        for _ in 0..<Limits.carryDepthMax {
            guard let text = object["p"]?.object?["line"]?.text,
                let inner = try? CanonicalObject(decoding: Array(text.utf8)),
                let kind = Self.kind(inner)
            else { break }
            guard kind == Self.carry else {
                count(kind)
                addFact(kind, inner)
                return
            }
            object = inner
        }
        count(Self.unread)
    }

    /// `tot`: gross sums by currency and class of method.
    public var total: CanonicalObject {
        let currencies = sums.keys.sorted().prefix(Limits.totalCurrenciesMax)
        return CanonicalObject(
            currencies.map { ($0, .object(sums[$0, default: MethodSums()].encoded)) })
    }

    /// `kinds`: entries by kind.
    public var kinds: CanonicalObject {
        let names = counts.keys.sorted()
        var object = CanonicalObject(
            names.prefix(Limits.totalKindsMax).map { ($0, .integer(counts[$0, default: 0])) })
        let rest = names.dropFirst(Limits.totalKindsMax).reduce(0) { $0 + counts[$1, default: 0] }
        if rest > 0 { object[Self.more] = .integer(rest) }
        return object
    }

    /// `att`: distinct blobs and the sum of their lengths.
    public var attachments: CanonicalObject {
        ["n": .integer(blobs.count), "bytes": .integer(Self.clamped(blobBytes))]
    }

    /// Counts what cannot be read as an entry of any kind.
    private static let unread = "_unread"
    /// Counts the kinds past the limit.
    private static let more = "_more"
    private static let carry = "carry"

    /// The kind, if it can be a key.
    private static func kind(_ object: CanonicalObject) -> String? {
        object["k"]?.text.flatMap { Canonical.isKey($0.utf8) ? $0 : nil }
    }

    private mutating func count(_ kind: String) { counts[kind, default: 0] += 1 }

    private mutating func addFact(_ kind: String, _ object: CanonicalObject) {
        addBlobs(object["a"]?.list ?? [])
        let isIncoming: Bool
        switch kind {
        case "payment": isIncoming = true
        case "payment.void", "refund": isIncoming = false
        default: return
        }
        guard let payload = object["p"]?.object, let amount = payload["amount"]?.integer,
            let currency = payload["cur"]?.text, Canonical.isKey(currency.utf8),
            let method = payload["method"]?.text
        else { return }
        sums[currency, default: MethodSums()].add(amount, by: method, isIncoming: isIncoming)
    }

    private mutating func addBlobs(_ list: [CanonicalValue]) {
        for value in list {
            guard let object = value.object, let hex = object["h"]?.text,
                let blob = Digest(hex: hex), let length = object["l"]?.integer, length > 0,
                blobs.insert(blob).inserted
            else { continue }
            blobBytes += Int128(length)
        }
    }

    /// The nearest integer that canonical text can hold.
    fileprivate static func clamped(_ sum: Int128) -> Int {
        let bound = Int128(Canonical.integerMax)
        return Int(min(max(sum, -bound), bound))
    }
}

/// The six sums of one currency, exact until they are written.
private struct MethodSums: Sendable, Equatable {
    private var cash = Gross()
    private var card = Gross()
    private var wallet = Gross()

    private struct Gross: Sendable, Equatable {
        var incoming: Int128 = 0
        var outgoing: Int128 = 0

        mutating func add(_ amount: Int, isIncoming: Bool) {
            if isIncoming {
                incoming += Int128(amount)
            } else {
                outgoing += Int128(amount)
            }
        }
    }

    /// A method of no class moves no money; its currency is listed all the same.
    mutating func add(_ amount: Int, by method: String, isIncoming: Bool) {
        switch method {
        case "CASH": cash.add(amount, isIncoming: isIncoming)
        case "UNIONPAY_CARD": card.add(amount, isIncoming: isIncoming)
        case "WECHAT", "ALIPAY", "E_CNY", "BANK_TRANSFER":
            wallet.add(amount, isIncoming: isIncoming)
        default: break
        }
    }

    var encoded: CanonicalObject {
        func value(_ sum: Int128) -> CanonicalValue { .integer(RangeTotals.clamped(sum)) }
        return [
            "cash_in": value(cash.incoming), "cash_out": value(cash.outgoing),
            "card_in": value(card.incoming), "card_out": value(card.outgoing),
            "wallet_in": value(wallet.incoming), "wallet_out": value(wallet.outgoing),
        ]
    }
}
