import Domain
import Testing

@Suite struct ExchangeCodeTests {
    @Test(arguments: ExchangeCode.allCases)
    func `each code has a sentence for the courier and one for the manager`(_ code: ExchangeCode) {
        for words in [code.courier, code.manager] {
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
            #expect(words.zh != words.en)
        }
    }

    @Test func `what a handheld finds by itself has a code`() {
        let local = [
            "no_echo", "local_corrupt", "unrecoverable_range", "diverged", "bad_page",
            "disk_full", "clock_suspect", "no_network", "stuck", "misconfigured_endpoint",
            "not_pjs",
        ]
        for code in local { #expect(ExchangeCode(rawValue: code) != nil, "\(code)") }
        #expect(ExchangeCode(rawValue: "unheard_of") == nil)
    }
}
