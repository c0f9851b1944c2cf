import Domain
import Testing

@testable import Commands

@Suite struct OutputOptionsTests {
    @Test(
        arguments: [
            ([:], .zh), (["LANG": "en_US.UTF-8"], .en), (["LANG": "C.UTF-8"], .zh),
            (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "en", "LC_MESSAGES": "zh_CN"], .zh),
            (["LANG": "zh", "LC_MESSAGES": "zh", "LC_ALL": "EN_gb"], .en),
            (["LANG": "en", "LC_ALL": ""], .en),
        ] as [([String: String], Language)])
    func `the first variable that is set decides the language`(
        environment: [String: String], language: Language
    ) {
        #expect(Language.preferred(in: environment) == language)
    }
}
