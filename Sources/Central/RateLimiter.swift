/// Token buckets by name in a table of fixed size; the clock is the boot clock.
struct RateLimiter {
    let burst: Int
    let perMinute: Int
    private var buckets: [String: Bucket] = [:]

    /// Names that are remembered; past it the one that was used longest ago is forgotten.
    static let namesMax = 4_096

    private struct Bucket {
        /// In thousandths, so that slow rates add up.
        var tokens: Int
        var at: Int
    }

    init(burst: Int, perMinute: Int) {
        self.burst = burst
        self.perMinute = perMinute
    }

    /// Takes one token. Nil when there was one, else the seconds until the next.
    mutating func take(_ name: String, atBootMilliseconds now: Int) -> Int? {
        var bucket = buckets[name] ?? Bucket(tokens: burst * 1000, at: now)
        // The span is capped so that no clock can make the product overflow.
        let elapsed = min(max(0, now - bucket.at), 86_400_000)
        bucket.tokens = min(burst * 1000, bucket.tokens + elapsed * perMinute / 60)
        bucket.at = now
        let isAllowed = bucket.tokens >= 1000
        if isAllowed { bucket.tokens -= 1000 }
        if buckets[name] == nil, buckets.count >= RateLimiter.namesMax { forgetOldest() }
        buckets[name] = bucket
        guard !isAllowed else { return nil }
        return max(1, ((1000 - bucket.tokens) * 60 / perMinute + 999) / 1000)
    }

    private mutating func forgetOldest() {
        let oldest = buckets.min { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
        if let oldest { buckets[oldest.key] = nil }
    }
}
