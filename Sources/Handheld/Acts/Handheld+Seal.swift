package import Domain
package import HandheldUI
package import Journal
import SyncProtocol
import WireMapping

/// One sealed range of this handheld, with what the station says of it.
package struct SealStanding: Equatable, Sendable {
    package let day: String
    package let range: SealedRange
    /// The code made from this handheld's own numbers; the station shows the same one if they
    /// agree.
    package let code: String
    package let cashFen: Int
    /// The station's row; nil until it has compared.
    package let row: DayRow?
    /// The proof that the day was closed with this line.
    package let receipt: DayReceiptFact?
}

/// The courier's end of a day: what was recorded is sealed, and proved when the station closes it.
extension Handheld {
    /// Seals everything recorded so far, frozen streams first (PJS 16.2). `cashFen` was counted
    /// before anybody saw what is expected.
    package mutating func seal(
        _ input: SealInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .daySeal }
        if let known { return known }
        guard let person = persons.first else { return .refused(.nobody) }
        let today = try businessDays(at: now).day(of: now.wallMilliseconds)
        let day = input.day ?? today
        let id = day.id(of: device.station)
        let cash = [Charge.currencyDefault: input.cashFen]
        for frozen in try journal.status().ownStreams.dropLast() {
            let range = try journal.openRange(of: frozen.id, through: frozen.recorded)
            guard range.count > 0 else { continue }
            let seal = DaySealFact(day: id, stream: frozen.id, range: range, cashDeclared: cash)
            _ = try record(
                [{ _ in FactDraft(.daySeal(seal)) }], by: person, at: now,
                draft: random.uuid7(at: now.wallMilliseconds))
        }
        let status = try journal.status()
        let range = try journal.openRange(of: status.stream, through: status.recorded)
        let seal = DaySealFact(day: id, range: range, cashDeclared: cash)
        return .recorded(
            try record([{ _ in FactDraft(.daySeal(seal)) }], by: person, at: now, draft: draft))
    }

    /// What the person logged in should hold in cash by the facts known here, in fen.
    package mutating func expectedCash() throws(JournalError) -> Int {
        guard let person = persons.first else { return 0 }
        return try cashInHand(of: person)
    }

    /// The seals of this handheld, the newest first.
    package func sealStandings() throws(JournalError) -> [SealStanding] {
        let (seals, receipts) = try journal.ownDays()
        var standings: [SealStanding] = []
        for own in seals {
            let row = try journal.dayRow(of: own)
            standings.append(
                SealStanding(
                    day: own.seal.day, range: own.seal.range,
                    code: DayMapping.code(of: own.line),
                    cashFen: own.seal.cashDeclared[Charge.currencyDefault] ?? 0, row: row,
                    receipt: journal.receipt(of: own, row: row, among: receipts)))
        }
        return standings.reversed()
    }

    private mutating func businessDays(at now: Moment) throws(JournalError) -> BusinessDays {
        var config: StationConfig?
        if case .config(let row) = try entity(EntityReference(.config, device.station)) {
            config = row
        }
        return BusinessDays(config, zoneMinutes: now.offsetMinutes)
    }

    // MARK: The proof

    /// The oldest day that the station's rows call closed and whose receipt is not here.
    func dayToProve() throws(JournalError) -> CloseRequest? {
        let (seals, receipts) = try journal.ownDays()
        for own in seals {
            guard let row = try journal.dayRow(of: own), row.state.isClosed, let line = row.line
            else {
                continue
            }
            let hash = DayMapping.hash(of: line).hex
            if !receipts.contains(where: { $0.line == hash && $0.day == row.day }) {
                return CloseRequest(day: row.day)
            }
        }
        return nil
    }

    /// Keeps the proof of a closed day: one fact for each line, once its receipt is right.
    mutating func keepProof(
        _ response: CloseResponse, at now: Moment
    ) throws(JournalError) {
        guard case .known(let standing) = response.outcome, let proof = standing.proof,
            device.key.receiptCode(day: response.day, manifest: proof.manifest)
                .equalsInConstantTime(proof.receipt)
        else { return }
        let known = Set(try journal.ownDays().receipts.map { "\($0.day) \($0.line)" })
        for stream in standing.streams {
            guard let object = stream.line, let line = try? DayMapping.line(object) else {
                continue
            }
            let hash = DayMapping.hash(of: line).hex
            guard !known.contains("\(response.day) \(hash)") else { continue }
            let receipt = DayReceiptFact(
                day: response.day, manifest: proof.manifest.hex, receipt: proof.receipt.hex,
                line: hash, number: proof.number)
            _ = try record(
                [{ _ in FactDraft(.dayReceipt(receipt)) }], by: Handheld.systemPerson, at: now,
                draft: random.uuid7(at: now.wallMilliseconds))
        }
    }

    /// Who records what the software does by itself.
    static let systemPerson = "system"
}
