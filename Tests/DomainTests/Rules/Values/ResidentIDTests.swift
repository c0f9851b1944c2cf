import Domain
import Testing

@Suite struct ResidentIDTests {
    private let today = CalendarDay(milliseconds: 1_795_564_800_000, offsetMinutes: 480)

    @Test(arguments: [
        "11010519491231002X", "440524188001010014", "810000199001010019", "830000199001010012",
        "911124198108030024", "440524188001010022", "440524188001010030", "440524188001010049",
        "440524188001010057", "440524188001010065", "440524188001010073", "440524188001010081",
        "44052418800101009X", "440524188001010188", "440524188001010196", "440524188001010284",
    ])
    func `a right number is read`(text: String) {
        #expect(ResidentID.parse(text, today: today).map(\.text) == .success(text))
    }

    @Test(arguments: [
        ("110105194912310021", ResidentID.Problem.checkCharacter),
        ("11010519490231002X", .birthDate),
        ("000105194912310029", .region),
        ("160105194912310029", .region),
        ("110105491231002", .withdrawn15),
        ("1101051949123100", .length(found: 16)),
        ("1101051949123100201", .length(found: 19)),
        ("11010519491231002Y", .character(position: 18)),
        ("X1010519491231002X", .character(position: 1)),
        ("110105209912310020", .birthInFuture),
        ("110105179912310020", .birthDate),
        ("110105187511240020", .olderThanAgeMax),
        ("110105999912310020", .birthDate),
    ])
    func `a wrong number is refused with its exact reason`(
        text: String, problem: ResidentID.Problem
    ) {
        #expect(ResidentID.parse(text, today: today) == .failure(problem))
    }

    @Test func `a lower-case check character is accepted and kept in upper case`() {
        let parsed = ResidentID.parse("11010519491231002x", today: today)
        #expect(parsed.map(\.text) == .success("11010519491231002X"))
    }

    @Test func `a person born today is accepted and one born tomorrow is not`() throws {
        let birth = try #require(CalendarDay(year: 1949, month: 12, day: 31))
        let before = try #require(CalendarDay(year: 1949, month: 12, day: 30))
        #expect((try? ResidentID.parse("11010519491231002X", today: birth).get()) != nil)
        let early = ResidentID.parse("11010519491231002X", today: before)
        #expect(early == .failure(.birthInFuture))
    }

    @Test func `the age limit ends on the day before the next birthday`() throws {
        let lastDay = try #require(CalendarDay(year: 2100, month: 12, day: 30))
        let nextDay = try #require(CalendarDay(year: 2100, month: 12, day: 31))
        #expect((try? ResidentID.parse("11010519491231002X", today: lastDay).get()) != nil)
        let late = ResidentID.parse("11010519491231002X", today: nextDay)
        #expect(late == .failure(.olderThanAgeMax))
    }

    @Test func `every wrong digit is refused`() {
        let right = Array("440524188001010014".utf8)
        for position in 0..<18 {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[position] {
                var wrong = right
                wrong[position] = digit
                let text = String(decoding: wrong, as: UTF8.self)
                #expect((try? ResidentID.parse(text, today: today).get()) == nil)
            }
        }
    }

    @Test func `the mask shows the first three and the last four`() throws {
        let number = try ResidentID.parse("11010519491231002X", today: today).get()
        #expect(number.mask == "110***********002X")
    }
}
