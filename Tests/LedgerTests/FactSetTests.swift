import Domain
import SyncProtocol
import Testing

@testable import Ledger

/// Random sets of facts about one parcel, drawn from all cells of the matrix.
@Suite struct FactSetTests {
    private static let pool: [Deed] = {
        var seen: Set<String> = []
        return MatrixVectorTests.file.cells.filter { $0.scope.hasPrefix("parcel:") }
            .flatMap { (try? MatrixVectorTests.deeds(of: $0)) ?? [] }
            .filter { seen.insert($0.id).inserted }
    }()

    private static let scope = "parcel:WB310000000012"

    @Test(arguments: 1...40)
    func `shuffling the facts changes nothing but what counts for now`(seed: UInt64) {
        var random = RandomSource.seeded(SeededGenerator(seed: seed))
        for _ in 0..<25 {
            let deeds = Array(
                Self.pool.shuffled(using: &random).prefix(Int.random(in: 2...14, using: &random)))
            let first = Self.findings(deeds)
            for _ in 0..<4 {
                #expect(Self.findings(deeds.shuffled(using: &random)) == first)
            }
        }
    }

    @Test(arguments: 1...40)
    func `no conflict is silent`(seed: UInt64) {
        var random = RandomSource.seeded(SeededGenerator(seed: seed))
        for _ in 0..<50 {
            let deeds = Array(
                Self.pool.shuffled(using: &random).prefix(Int.random(in: 2...10, using: &random)))
            let set = FactSet(Self.scope, deeds)
            let kinds = Set(set.findings().cases.map(\.key.kind))
            let counted = deeds.filter { !set.voided.contains($0.id) }
            let finals = counted.filter { $0.fact.kind == .deliver && $0.fact.isTerminal }
            let isOneAct = finals.allSatisfy { SameAct.isSame($0, finals[0], set.settings) }
            if finals.count > 1, !isOneAct { #expect(kinds.contains(.doubleDelivery)) }
            if !finals.isEmpty, counted.contains(where: { $0.fact.kind == .return }) {
                #expect(kinds.contains(.returnedAndDelivered))
            }
            let isReleased = counted.contains { $0.fact.kind == .parcelRelease }
            for fail in counted where fail.fact.isFailedCheck && !isReleased {
                guard let end = finals.first(where: { !$0.isBefore(fail) }) else { continue }
                #expect(kinds.contains(.uncheckedOrFailed), "\(end.fact.reference)")
            }
        }
    }

    @Test func `a case lists so many facts, the last one always`() {
        var deeds: [Deed] = []
        for index in 0...Finding.factsMax {
            var payment = PaymentFact(
                money: Money(amountFen: 1, currency: "CNY", method: .cash), charge: "L0",
                purpose: .cod, state: .taken)
            payment.parcel = "WB310000000012"
            let fact = Fact(
                id: SHA256.hash([UInt8(index)]).hex, person: "c1", recordedAt: index,
                payload: .payment(payment))
            deeds.append(Deed(fact, stream: "s", sequence: index + 1, number: index + 1))
        }
        for count in [Finding.factsMax, Finding.factsMax + 1] {
            let finding = FactSet(Self.scope, Array(deeds.prefix(count))).findings().cases[0]
            let row = finding.row(number: 7)
            #expect(row.id == "K-7" && row.facts.count == Finding.factsMax)
            #expect(row.facts.last?.fact == deeds[count - 1].id)
        }
    }

    @Test(arguments: [
        ("K-1", 1), ("K-120", 120), ("K-0", nil), ("K-01", nil), ("k-1", nil), ("K-", nil),
    ])
    func `a case id is K and a number`(text: String, number: Int?) {
        #expect(CaseRow.number(of: text) == number)
    }

    private static func findings(_ deeds: [Deed]) -> Findings {
        var found = FactSet(
            scope,
            deeds.enumerated().map { MatrixVectorTests.renumber($0.element, $0.offset + 1) }
        ).findings()
        for index in found.cases.indices {
            found.cases[index].provisional = nil
            // The number of a fact is the order of arrival itself.
            found.cases[index].deeds = found.cases[index].deeds.map {
                MatrixVectorTests.renumber($0, 0)
            }
        }
        return found
    }
}

extension Fact {
    fileprivate var isFailedCheck: Bool {
        if case .check(let check) = payload { check.result != .pass } else { false }
    }
}
