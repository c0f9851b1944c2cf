import Foundation
import Platform
import Testing

struct ClockReadingTests {
    @Test func `a reading agrees with the other clocks of the machine`() throws {
        let before = Int(Date().timeIntervalSince1970 * 1000)
        let first = ClockReading.now()
        let second = ClockReading.now()
        let after = Int(Date().timeIntervalSince1970 * 1000) + 1
        #expect((before...after).contains(first.wallMilliseconds))
        #expect(first.bootMilliseconds <= second.bootMilliseconds)
        #expect(first.bootMilliseconds > 0)
        #expect(first.offsetMinutes == TimeZone.current.secondsFromGMT() / 60)
    }

    @Test func `the boot number is the start of the kernel's boot id`() throws {
        let text = try String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        #expect(ClockReading.now().bootNumber == Int(text.prefix(8), radix: 16))
    }
}
