import Domain

/// Moments as text: RFC 3339 for machines, a short local form for people. UTC milliseconds inside.
package enum Timestamp {
    /// The first and the last millisecond that have a four-digit year; one outside is written as
    /// the nearest of them, because clocks and peers may say anything.
    package static let range = -62_135_596_800_000...253_402_300_799_999
    /// No place on earth is further from UTC than this.
    package static let offsetMinutesMax = 14 * 60

    /// RFC 3339 with milliseconds and the given offset: `2026-11-22T10:00:00.000+08:00`.
    package static func text(_ milliseconds: Int, offsetMinutes: Int) -> String {
        let local = Local(milliseconds, offsetMinutes: offsetMinutes)
        let sign = offsetMinutes < 0 ? "-" : "+"
        let offset = abs(offsetMinutes)
        return "\(local.date)T\(local.clock(withSeconds: true)).\(digits(local.millisecond, 3))"
            + "\(sign)\(digits(offset / 60, 2)):\(digits(offset % 60, 2))"
    }

    /// The local day and minute for people: `2026-11-22 10:00`.
    package static func short(_ milliseconds: Int, offsetMinutes: Int) -> String {
        let local = Local(milliseconds, offsetMinutes: offsetMinutes)
        return "\(local.date) \(local.clock(withSeconds: false))"
    }

    /// The local day: `2026-11-22`.
    package static func day(_ milliseconds: Int, offsetMinutes: Int) -> String {
        Local(milliseconds, offsetMinutes: offsetMinutes).date
    }

    /// The local time of day: `10:00:00`.
    package static func clock(_ milliseconds: Int, offsetMinutes: Int) -> String {
        Local(milliseconds, offsetMinutes: offsetMinutes).clock(withSeconds: true)
    }

    /// Reads `2026-11-22T10:00+08:00`, with or without seconds and a fraction, `Z` for UTC; a blank
    /// may stand for the `T`. Nil for anything else, also for dates that do not exist.
    package static func milliseconds(_ text: String) -> Int? {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
            reader.skip("-"), let day = reader.number(2),
            let date = CalendarDay(year: year, month: month, day: day),
            reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), hour < 24, reader.skip(":"),
            let minute = reader.number(2), minute < 60
        else { return nil }
        var second = 0
        var millisecond = 0
        if reader.skip(":") {
            guard let value = reader.number(2), value < 60 else { return nil }
            second = value
            if reader.skip(".") {
                guard let value = reader.fraction() else { return nil }
                millisecond = value
            }
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        let minutes = (days(to: date) * 24 + hour) * 60 + minute
        return ((minutes - offset) * 60 + second) * 1000 + millisecond
    }

    /// Days from 1970-01-01 to a date, counted in eras of 400 years that begin with March.
    private static func days(to date: CalendarDay) -> Int {
        let month = date.month
        let shifted = month <= 2 ? date.year - 1 : date.year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    fileprivate static func nearest(_ milliseconds: Int) -> Int {
        min(max(milliseconds, range.lowerBound), range.upperBound)
    }

    fileprivate static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    fileprivate static func digits(_ value: Int, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}

/// A moment taken apart in local time.
private struct Local {
    let date: String
    let secondOfDay: Int
    let millisecond: Int

    init(_ milliseconds: Int, offsetMinutes: Int) {
        let local = Timestamp.nearest(Timestamp.nearest(milliseconds) + offsetMinutes * 60_000)
        let inDay = local - Timestamp.floorDivide(local, 86_400_000) * 86_400_000
        let day = CalendarDay(milliseconds: local, offsetMinutes: 0)
        date = [(day.year, 4), (day.month, 2), (day.day, 2)]
            .map { Timestamp.digits($0.0, $0.1) }.joined(separator: "-")
        secondOfDay = inDay / 1000
        millisecond = inDay % 1000
    }

    func clock(withSeconds: Bool) -> String {
        let parts = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
        return parts.prefix(withSeconds ? 3 : 2).map { Timestamp.digits($0, 2) }
            .joined(separator: ":")
    }
}

/// Reads fixed fields of ASCII digits, byte by byte.
private struct DigitReader {
    private var bytes: ArraySlice<UInt8>

    init(_ text: String) { bytes = Array(text.utf8)[...] }

    var isAtEnd: Bool { bytes.isEmpty }

    mutating func number(_ count: Int) -> Int? {
        let field = bytes.prefix(count)
        guard field.count == count, field.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        bytes = bytes.dropFirst(count)
        return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    /// At least one digit of a second's fraction; what is finer than a millisecond is cut off.
    mutating func fraction() -> Int? {
        var digits: [Int] = []
        while let digit = number(1) { digits.append(digit) }
        guard !digits.isEmpty else { return nil }
        return (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    }

    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("-") ? -1 : 1
        if sign == 1 && !skip("+") { return nil }
        guard let hours = number(2), skip(":"), let minutes = number(2), minutes < 60,
            hours * 60 + minutes <= Timestamp.offsetMinutesMax
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
