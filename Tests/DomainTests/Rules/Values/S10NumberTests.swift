import Domain
import Testing

@Suite struct S10NumberTests {
    @Test(arguments: [
        "RB123456785GB", "RB123456785US", "EE473124829CN", "EA100000003CN", "EA987654326CN",
        "EA000000080CN", "EA000000155CN",
    ])
    func `a right number is read`(text: String) {
        #expect(S10Number.parse(text).map(\.text) == .success(text))
    }

    @Test(arguments: [
        ("RB123456786US", S10Number.Problem.checkDigit),
        ("EE473124820CN", .checkDigit),
        ("RB123456785G", .shape),
        ("R1123456785GB", .shape),
        ("RB12345678XGB", .shape),
    ])
    func `a wrong number is refused`(text: String, problem: S10Number.Problem) {
        #expect(S10Number.parse(text) == .failure(problem))
    }
}
