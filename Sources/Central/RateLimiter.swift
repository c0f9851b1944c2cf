/// Token buckets by name in a table of fixed size; the clock is the boot clock.
struct RateLimiter {
    let burst: Int
    let perMinute: Int
    private var buckets: [String: Bucket] = [:]

    /// Names that are remembered; past it the one that was used longest ago is forgotten.
    static let namesMax = 4_096

    /// One token: a minute of milliseconds at one a minute.
    private static let token = 60_000

    private struct Bucket {
        /// In sixty-thousandths: each millisecond brings `perMinute` of them; nothing is rounded.
        var tokens: Int
        var at: Int
    }

    init(burst: Int, perMinute: Int) {
        self.burst = burst
        self.perMinute = perMinute
    }

    /// Takes one token. Nil when there was one, else the seconds until the next.
    mutating func take(_ name: String, atBootMilliseconds now: Int) -> Int? {
        var bucket = buckets[name] ?? Bucket(tokens: burst * RateLimiter.token, at: now)
        // The span is capped so that no clock can make the product overflow.
        let elapsed = min(max(0, now - bucket.at), 86_400_000)
        bucket.tokens = min(burst * RateLimiter.token, bucket.tokens + elapsed * perMinute)
        bucket.at = now
        let isAllowed = bucket.tokens >= RateLimiter.token
        if isAllowed { bucket.tokens -= RateLimiter.token }
        if buckets[name] == nil, buckets.count >= RateLimiter.namesMax { forgetOldest() }
        buckets[name] = bucket
        guard !isAllowed else { return nil }
        let perSecond = perMinute * 1000
        return (RateLimiter.token - bucket.tokens + perSecond - 1) / perSecond
    }

    private mutating func forgetOldest() {
        let oldest = buckets.min { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
        if let oldest { buckets[oldest.key] = nil }
    }
}
