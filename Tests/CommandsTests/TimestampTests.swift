import Testing

@testable import Commands

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, 0, "1970-01-01T00:00:00.000+00:00"),
            (1_795_312_800_007, 480, "2026-11-22T10:00:00.007+08:00"),
            (951_782_400_000, 0, "2000-02-29T00:00:00.000+00:00"),
            (-1, 0, "1969-12-31T23:59:59.999+00:00"),
            (-1, -210, "1969-12-31T20:29:59.999-03:30"),
            (Timestamp.range.lowerBound, 0, "0001-01-01T00:00:00.000+00:00"),
            (Timestamp.range.upperBound, 0, "9999-12-31T23:59:59.999+00:00"),
        ])
    func `a moment is written with its offset and read back`(
        milliseconds: Int, offset: Int, text: String
    ) {
        #expect(Timestamp.text(milliseconds, offsetMinutes: offset) == text)
        #expect(Timestamp.milliseconds(text) == milliseconds)
    }

    @Test func `a moment outside the years 1 to 9999 is written as the nearest inside`() {
        #expect(Timestamp.text(.max, offsetMinutes: 480) == "9999-12-31T23:59:59.999+08:00")
        #expect(Timestamp.text(.min, offsetMinutes: -480) == "0001-01-01T00:00:00.000-08:00")
    }

    @Test func `people read local days and minutes`() {
        #expect(Timestamp.short(1_795_312_800_007, offsetMinutes: 480) == "2026-11-22 10:00")
        #expect(Timestamp.day(1_795_312_800_007, offsetMinutes: 480) == "2026-11-22")
        #expect(Timestamp.clock(1_795_312_800_007, offsetMinutes: 480) == "10:00:00")
    }

    @Test(
        arguments: [
            ("2026-11-22T10:00+08:00", 1_795_312_800_000),
            ("2026-11-22 10:00:01.5Z", 1_795_341_601_500),
            ("2026-11-22t10:00:00.0019z", 1_795_341_600_001),
        ])
    func `seconds and their fraction may be left out`(text: String, milliseconds: Int) {
        #expect(Timestamp.milliseconds(text) == milliseconds)
    }

    @Test(
        arguments: [
            "", "2026-11-22", "2026-11-22T10:00", "2026-02-29T10:00Z", "2026-13-01T10:00Z",
            "2026-00-01T10:00Z", "2026-04-31T10:00Z", "2026-11-22T24:00Z", "2026-11-22T10:60Z",
            "2026-11-22T10:00:60Z", "2026-11-22T10:00:00.Z", "2026-11-22T10:00+14:01",
            "2026-11-22T10:00+8:00", "2026-11-22T10:00Z ", "2026-11-22T10:00+0800",
            "0000-01-01T00:00Z", "２026-11-22T10:00Z",
        ])
    func `what is not a moment is refused`(text: String) {
        #expect(Timestamp.milliseconds(text) == nil)
    }

    @Test func `every day of forty years comes back as itself`() {
        let dayMilliseconds = 86_400_000
        let first = 315_532_800_000
        #expect(Timestamp.day(first, offsetMinutes: 0) == "1980-01-01")
        let wrong = (0..<14_610).filter { index in
            let milliseconds = first + index * dayMilliseconds
            let text = Timestamp.text(milliseconds, offsetMinutes: 0)
            return Timestamp.milliseconds(text) != milliseconds
        }
        #expect(wrong.isEmpty)
        let last = first + 14_610 * dayMilliseconds
        #expect(Timestamp.day(last, offsetMinutes: 0) == "2020-01-01")
    }
}
