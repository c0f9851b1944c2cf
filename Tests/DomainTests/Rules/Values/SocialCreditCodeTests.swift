import Domain
import Testing

@Suite struct SocialCreditCodeTests {
    @Test(arguments: ["91350100M000100Y43", "91350100m000100y43"])
    func `a right code is read`(text: String) {
        #expect(SocialCreditCode.parse(text).map(\.text) == .success("91350100M000100Y43"))
    }

    @Test(arguments: [
        ("91350100M000100Y44", SocialCreditCode.Problem.checkCharacter),
        ("91350100I000100Y43", .character(position: 9)),
        ("9135A100M000100Y43", .character(position: 5)),
        ("91350100M000100Y4", .length(found: 17)),
        ("91350100M000100Y433", .length(found: 19)),
    ])
    func `a wrong code is refused with its exact reason`(
        text: String, problem: SocialCreditCode.Problem
    ) {
        #expect(SocialCreditCode.parse(text) == .failure(problem))
    }
}
