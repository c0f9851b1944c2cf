import Domain
import Handheld
import Testing

@Suite struct SyncWordsTests {
    @Test func `an answer that has only an HTTP status asks to check the address`() {
        let words = SyncWords.problem("http_501")
        #expect(
            words.en == "the answer was HTTP 501, perhaps not the station's: check the address")
        #expect(words.zh == "对方回答 HTTP 501, 可能不是站点: 检查地址")
        #expect(SyncWords.problem("new_code").en == "the station answered new_code")
    }
}
