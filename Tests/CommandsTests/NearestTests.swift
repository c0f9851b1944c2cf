import Testing

@testable import Commands

@Suite struct NearestTests {
    @Test(
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "ab", 2), ("list", "lsit", 1), ("kitten", "sitting", 3),
            ("abc", "abc", 0), ("abcd", "acbd", 1),
        ])
    func `each changed, added, dropped or swapped letter is one error`(
        left: String, right: String, errors: Int
    ) {
        #expect(Nearest.distance(Array(left.utf8), Array(right.utf8)) == errors)
    }

    @Test func `the nearest name wins, the earlier of two equals, and nothing when all are far`() {
        #expect(Nearest.name(to: "shwo", in: ["list", "show"]) == "show")
        #expect(Nearest.name(to: "bat", in: ["cat", "rat"]) == "cat")
        #expect(Nearest.name(to: "zzzz", in: ["list", "show"]) == nil)
        #expect(Nearest.name(to: "SHOW", in: ["list", "show"]) == "show")
        #expect(Nearest.name(to: "--wei", in: ["--with", "--weight-g"]) == "--weight-g")
    }
}
