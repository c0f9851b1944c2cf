import Domain
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (0, 0, 1970_01_01), (-1, 0, 1969_12_31), (951_782_400_000, 0, 2000_02_29),
        (1_794_355_199_999, 0, 2026_11_10), (1_794_326_400_000, 480, 2026_11_11),
        (1_794_326_399_999, 480, 2026_11_10), (-62_135_596_800_000, 0, 1_01_01),
    ])
    func `a time falls on its local day`(milliseconds: Int, offset: Int, number: Int) {
        #expect(CalendarDay(milliseconds: milliseconds, offsetMinutes: offset).number == number)
    }

    @Test(arguments: [(1900, 2, 29), (2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31)])
    func `a date that never was is no date`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func `every day from 1970 to 2100 follows the one before`() {
        var last = CalendarDay(milliseconds: -86_400_000, offsetMinutes: 0)
        for number in 0..<47_482 {
            let day = CalendarDay(milliseconds: number * 86_400_000, offsetMinutes: 0)
            #expect(last < day)
            #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
            last = day
        }
        #expect(last.number == 2099_12_31)
    }
}
