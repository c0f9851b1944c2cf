import Platform
import Testing

struct PasswordHashTests {
    @Test(arguments: [(PasswordHash.Cost.pin, "$y$j9T$"), (.password, "$y$jBT$")])
    func `a hash says its kind and cost, and fits its password only`(
        _ cost: PasswordHash.Cost, _ prefix: String
    ) throws {
        let hash = try PasswordHash.hash("123456", cost: cost)
        #expect(hash.hasPrefix(prefix))
        #expect(PasswordHash.verify("123456", against: hash))
        #expect(!PasswordHash.verify("123457", against: hash))
        #expect(!PasswordHash.verify("", against: hash))
    }

    @Test func `two hashes of one password differ`() throws {
        let one = try PasswordHash.hash("123456", cost: .pin)
        #expect(try PasswordHash.hash("123456", cost: .pin) != one)
    }

    @Test func `composed and decomposed letters are one password`() throws {
        let hash = try PasswordHash.hash("caf\u{e9}", cost: .pin)
        #expect(PasswordHash.verify("cafe\u{301}", against: hash))
    }

    @Test func `a password of 511 bytes counts to its last and one of 512 is refused`() throws {
        let longest = String(repeating: "a", count: 511)
        let hash = try PasswordHash.hash(longest, cost: .pin)
        #expect(PasswordHash.verify(longest, against: hash))
        #expect(!PasswordHash.verify(longest.dropLast() + "b", against: hash))
        #expect(throws: PasswordHash.Failure.tooLong) {
            try PasswordHash.hash(longest + "a", cost: .pin)
        }
        #expect(!PasswordHash.verify(longest + "a", against: hash))
    }

    @Test func `NUL is refused and does not cut a password short`() throws {
        #expect(throws: PasswordHash.Failure.containsNUL) {
            try PasswordHash.hash("123\u{0}456", cost: .pin)
        }
        let hash = try PasswordHash.hash("123", cost: .pin)
        #expect(!PasswordHash.verify("123\u{0}456", against: hash))
    }

    @Test(arguments: ["", "*0", "*1", "$y$", "$y$j9T$", "plain", "$9$x$y"])
    func `nothing fits a hash that is none`(_ hash: String) {
        #expect(!PasswordHash.verify("", against: hash))
        #expect(!PasswordHash.verify("123456", against: hash))
    }
}
