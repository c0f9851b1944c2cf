import Testing

@testable import Central

@Suite struct RateLimiterTests {
    @Test func `the burst goes through and the next one waits`() {
        var limiter = RateLimiter(burst: 3, perMinute: 60)
        for _ in 0..<3 { #expect(limiter.take("a", atBootMilliseconds: 5_000) == nil) }
        #expect(limiter.take("a", atBootMilliseconds: 5_000) == 1)
        #expect(limiter.take("b", atBootMilliseconds: 5_000) == nil)
    }

    @Test func `tokens come back with time and not above the burst`() {
        var limiter = RateLimiter(burst: 2, perMinute: 10)
        for _ in 0..<2 { _ = limiter.take("a", atBootMilliseconds: 0) }
        #expect(limiter.take("a", atBootMilliseconds: 0) == 6)
        #expect(limiter.take("a", atBootMilliseconds: 5_999) == 1)
        #expect(limiter.take("a", atBootMilliseconds: 6_000) == nil)
        for _ in 0..<2 { #expect(limiter.take("a", atBootMilliseconds: 10_000_000) == nil) }
        #expect(limiter.take("a", atBootMilliseconds: 10_000_000) != nil)
    }

    @Test func `no clock makes it trap`() {
        var limiter = RateLimiter(burst: 1, perMinute: 60)
        #expect(limiter.take("a", atBootMilliseconds: 0) == nil)
        #expect(limiter.take("a", atBootMilliseconds: Int.max) == nil)
        #expect(limiter.take("a", atBootMilliseconds: 0) == 1)
    }

    @Test func `the table is full at its limit and then forgets the oldest`() {
        var limiter = RateLimiter(burst: 1, perMinute: 1)
        for number in 0..<RateLimiter.namesMax {
            #expect(limiter.take("n\(number)", atBootMilliseconds: number) == nil)
        }
        #expect(limiter.take("n0", atBootMilliseconds: 5_000) != nil)
        #expect(limiter.take("one more", atBootMilliseconds: 5_001) == nil)
        // The one used longest ago was n1: it is new again.
        #expect(limiter.take("n2", atBootMilliseconds: 5_002) != nil)
        #expect(limiter.take("n1", atBootMilliseconds: 5_003) == nil)
    }
}
