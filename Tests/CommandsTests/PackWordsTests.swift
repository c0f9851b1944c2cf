import Commands
import Domain
import Testing

/// Every code that a person chooses or reads has its words in the packs.
@Suite struct PackWordsTests {
    private static func check<Member: CaseIterable>(
        _ members: Member.Type, _ words: (Member) -> Words
    ) {
        for member in Member.allCases {
            #expect(!words(member).zh.isEmpty && !words(member).en.isEmpty)
        }
    }

    @Test func `every case has words, for a missing one would trap`() {
        Self.check(DocumentType.self, \.words)
        Self.check(IdentityMethod.self, \.words)
        Self.check(Exemption.self, \.words)
        Self.check(PackedBy.self, \.words)
        Self.check(RefusalReason.self, \.words)
        Self.check(PayType.self, \.words)
        Self.check(PaymentMethod.self, \.words)
        Self.check(ProofType.self, \.words)
        Self.check(ParcelCondition.self, \.words)
        Self.check(ConsentChannel.self, \.words)
        Self.check(ExceptionReason.self, \.words)
        Self.check(DelayCause.self, \.words)
        Self.check(NextAction.self, \.words)
        Self.check(Stage.self, \.words)
        Self.check(TrackingEvent.self, \.words)
    }
}
