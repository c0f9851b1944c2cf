import Domain
import SyncProtocol

extension DaySealFact: WireRecord {
    static var blank: DaySealFact { DaySealFact(day: "", range: .blank, cashDeclared: [:]) }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.may("stream", &stream, .uuid)
        try range.visit(&fields)
        try fields.need("cash_declared", &cashDeclared, .amountByCurrency)
        try fields.may("shift", &shift, .text(TextLimit.sortCode))
    }
}

extension DayReceiptFact: WireRecord {
    static var blank: DayReceiptFact {
        DayReceiptFact(day: "", manifest: "", receipt: "", line: "", number: 1)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("manifest", &manifest, .hex64)
        try fields.need("receipt", &receipt, .hex64)
        try fields.need("line", &line, .hex64)
        try fields.need("no", &number, .positive)
    }
}

extension DayBeginFact: WireRecord {
    static var blank: DayBeginFact { DayBeginFact(day: "", number: 1, roster: []) }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("no", &number, .positive)
        try fields.need("roster", &roster, .list(of: .tuple, max: ListLimit.dayStreams))
    }
}

extension RosterEntry: WireTuple {
    static var blank: RosterEntry { RosterEntry(device: "", stream: "") }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&device, .uuid)
        try elements.next(&stream, .uuid)
    }
}

extension DayWaiveFact: WireRecord {
    static var blank: DayWaiveFact {
        DayWaiveFact(day: "", what: DayBlockKind.allCases[0], reference: "", reason: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("what", &what, .word)
        try fields.need("ref", &reference, .text(TextLimit.blockReference))
        try fields.need("reason", &reason, .text(TextLimit.note))
    }
}

extension DayCloseFact: WireRecord {
    static var blank: DayCloseFact { DayCloseFact(day: "", manifest: .blank, hash: "") }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("manifest", &manifest, .record)
        try fields.need("hash", &hash, .hex64)
    }
}

extension DayManifest: WireRecord {
    static var blank: DayManifest { DayManifest(day: "", number: 1, station: "", previous: "") }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("no", &number, .positive)
        try fields.need("station", &station, .identifier)
        try fields.need("prev", &previous, .hex64)
        try fields.need("streams", &lines, .list(of: .record, max: ListLimit.dayStreams))
        try fields.need("missing", &missing, .list(of: .record, max: ListLimit.dayStreams))
        try fields.need("waived", &waived, .list(of: .record, max: ListLimit.waivers))
        try fields.need("cases", &cases, .list(of: .identifier, max: ListLimit.waivers))
        try fields.need("tot", &money, .moneyTotals)
        try fields.need("cum", &cumulative, .moneyTotals)
    }
}

extension DayLine: WireRecord {
    static var blank: DayLine {
        DayLine(
            device: "", stream: "", range: .blank, cashDeclared: [:],
            result: DayLineResult.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("dev", &device, .uuid)
        try fields.need("stream", &stream, .uuid)
        try range.visit(&fields)
        try fields.need("cash_declared", &cashDeclared, .amountByCurrency)
        try fields.need("result", &result, .word)
    }
}

extension SealedRange: WireRecord {
    static var blank: SealedRange { SealedRange(from: 1, to: 0, count: 0, head: "") }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("from", &from, .positive)
        try fields.need("to", &to, .natural)
        try fields.need("n", &count, .natural)
        try fields.need("head", &head, .hex64)
        try sums(&fields)
    }

    /// What the bytes of the range add up to.
    mutating func sums(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("tot", &money, .moneyTotals)
        try fields.need("kinds", &kinds, .countByKind)
        try fields.need("att", &blobs, .record)
    }
}

extension BlobTotals: WireRecord {
    static var blank: BlobTotals { BlobTotals() }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("n", &count, .natural)
        try fields.need("bytes", &byteCount, .natural)
    }
}

extension MoneyTotals: WireRecord {
    static var blank: MoneyTotals { MoneyTotals() }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("cash_in", &cashIn, .fen)
        try fields.need("cash_out", &cashOut, .fen)
        try fields.need("card_in", &cardIn, .fen)
        try fields.need("card_out", &cardOut, .fen)
        try fields.need("wallet_in", &walletIn, .fen)
        try fields.need("wallet_out", &walletOut, .fen)
    }
}

extension MissingStream: WireRecord {
    static var blank: MissingStream {
        MissingStream(device: "", stream: "", recorded: 0, have: 0, reason: "", person: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("dev", &device, .uuid)
        try fields.need("stream", &stream, .uuid)
        try fields.need("rec", &recorded, .natural)
        try fields.need("have", &have, .natural)
        try fields.need("reason", &reason, .text(TextLimit.note))
        try fields.need("by", &person, .identifier)
    }
}

extension DayWaiver: WireRecord {
    static var blank: DayWaiver {
        DayWaiver(what: DayBlockKind.allCases[0], reference: "", reason: "", person: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("what", &what, .word)
        try fields.need("ref", &reference, .text(TextLimit.blockReference))
        try fields.need("reason", &reason, .text(TextLimit.note))
        try fields.need("by", &person, .identifier)
    }
}

extension DayRow: WireRow {
    static func blank(id: String) -> DayRow {
        DayRow(id: id, day: "", state: DayState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("day", &day, .identifier)
        try fields.need("st", &state, .word)
        try fields.may("line", &line, .record)
        try fields.may("code", &code, .text(TextLimit.reference))
        try fields.may("differ", &differences, or: SealDifferences(), .record)
        try fields.may("manifest", &manifest, .hex64)
        try fields.may("no", &number, .positive)
    }
}

extension SealDifferences: WireRecord {
    static var blank: SealDifferences { SealDifferences() }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("from", &from, .pair(of: .positive))
        try fields.may("n", &count, .pair(of: .natural))
        try fields.may("head", &head, .pair(of: .hex64))
        try fields.may("tot", &money, .pair(of: .moneyTotals))
        try fields.may("kinds", &kinds, .pair(of: .countByKind))
        try fields.may("att", &blobs, .pair(of: .record))
    }
}

extension TextLimit {
    /// What a block of a day close is about.
    static let blockReference = 48
}

extension ListLimit {
    /// Streams of one day.
    static let dayStreams = 4_096
    /// Waivers, or open cases, of one day.
    static let waivers = 10_000
}

extension WireType<[String: MoneyTotals]> {
    /// Gross sums by currency.
    static var moneyTotals: Self {
        byKey(max: Limits.totalCurrenciesMax, .record)
    }
}

extension WireType<[String: Int]> {
    /// Entries by kind; the kinds past the limit stand together under one name.
    static var countByKind: Self {
        byKey(max: Limits.totalKindsMax + 1, .natural)
    }
}

extension WireType {
    /// Values by keys of any name.
    fileprivate static func byKey<Element>(max: Int, _ type: WireType<Element>) -> Self
    where Value == [String: Element] {
        WireType { value throws(FieldProblem) in
            guard let members = value.object?.members, members.count <= max else { throw .bad }
            var values: [String: Element] = [:]
            for (key, value) in members { values[key] = try type.read(value, under: key) }
            return values
        } write: { values in
            .object(CanonicalObject(values.map { ($0, type.write($1)) }))
        }
    }

    /// A value of each side.
    fileprivate static func pair<Side>(of type: WireType<Side>) -> Self
    where Value == SidePair<Side> {
        WireType { value throws(FieldProblem) in
            guard let list = value.list, list.count >= 2 else { throw .bad }
            return SidePair(
                device: try type.read(list[0], under: "0"),
                server: try type.read(list[1], under: "1"))
        } write: { pair in
            .list([type.write(pair.device), type.write(pair.server)])
        }
    }
}
