import Domain
import Testing

@testable import Commands

@Suite struct CodeWordsTests {
    /// All words of one list of codes.
    struct List: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let words: [Words]
    }

    @Test(
        arguments: [
            List(testDescription: "documents", words: DocumentType.allCases.map(\.words)),
            List(testDescription: "methods", words: IdentityMethod.allCases.map(\.words)),
            List(testDescription: "exemptions", words: Exemption.allCases.map(\.words)),
            List(testDescription: "packers", words: PackedBy.allCases.map(\.words)),
            List(testDescription: "payments", words: PaymentMethod.allCases.map(\.words)),
            List(testDescription: "pay types", words: PayType.allCases.map(\.words)),
            List(testDescription: "purposes", words: ChargePurpose.allCases.map(\.words)),
            List(testDescription: "proofs", words: ProofType.allCases.map(\.words)),
            List(testDescription: "conditions", words: ParcelCondition.allCases.map(\.words)),
            List(testDescription: "consents", words: ConsentChannel.allCases.map(\.words)),
            List(testDescription: "reasons", words: ExceptionReason.allCases.map(\.words)),
            List(testDescription: "delays", words: DelayCause.allCases.map(\.words)),
            List(testDescription: "directions", words: ParcelDirection.allCases.map(\.words)),
            List(testDescription: "next steps", words: NextAction.allCases.map(\.words)),
            List(testDescription: "problem states", words: ProblemState.allCases.map(\.words)),
            List(testDescription: "stages", words: Stage.allCases.map(\.words)),
            List(testDescription: "events", words: TrackingEvent.allCases.map(\.words)),
            List(testDescription: "task kinds", words: TaskKind.allCases.map(\.words)),
            List(testDescription: "task states", words: TaskState.allCases.map(\.words)),
            List(testDescription: "records", words: FactKind.allCases.map(\.words)),
            List(testDescription: "dispositions", words: DispositionWord.allCases.map(\.words)),
        ])
    func `every code of a list has words of its own in both languages`(list: List) {
        #expect(!list.words.contains { $0.zh.isEmpty || $0.en.isEmpty })
        #expect(Set(list.words.map(\.zh)).count == list.words.count)
        #expect(Set(list.words.map(\.en)).count == list.words.count)
    }

    @Test func `every reason of a refusal has words`() {
        #expect(!RefusalReason.allCases.contains { $0.words.zh.isEmpty || $0.words.en.isEmpty })
    }
}
